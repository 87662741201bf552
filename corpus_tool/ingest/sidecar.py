"""The sidecar: what pasted pages lost, written down by the user."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from corpus_tool.errors import CodebookError
from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.decode import decode
from corpus_tool.models import Document
from corpus_tool.text import normalise

_FIELDS = ("title", "publisher", "author", "published", "url")


@dataclass(frozen=True)
class Sidecar:
    """Rows by path, each with some of title, publisher, author, published, url."""

    rows: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    folder: Path | None = None

    def _rows_for(self, name: str, path: Path | None) -> tuple[Mapping[str, str], ...]:
        """Rows of a file: by its path as given, from the sidecar's folder, or by its name alone."""
        beside: str | None = None
        if path is not None and self.folder is not None:
            try:
                beside = path.absolute().relative_to(self.folder.absolute()).as_posix()
            except ValueError:
                beside = None
        for key in (beside, name, PurePosixPath(name).name):
            if key is not None and key in self.rows:
                return self.rows[key]
        ends = [key for key in self.rows if key.endswith(f"/{name}")]
        return self.rows[ends[0]] if len(ends) == 1 and beside is None else ()

    def fill(self, documents: Iterable[Document], name: str, path: Path | None = None) -> Iterator[Document]:
        """Documents of one file with the sidecar's words in place of what they lack.

        A row goes to the part it names (``part``), else to the article whose title it
        bears, else to the first article that has none yet. What the user wrote wins over
        what the page showed; ``kept`` stays what the file has.
        """
        rows = self._rows_for(name, path)
        if not rows:
            yield from documents
            return
        found = list(documents)
        chosen = _assigned(found, rows)
        for document in found:
            yield _filled(document, chosen[document.part]) if document.part in chosen else document


def read_sidecar(path: Path) -> Sidecar:
    """Reads a CSV (header row) or JSON (list of objects, or object by path) sidecar.

    Raises:
        CodebookError: It cannot be opened or parsed, or has no ``path`` column.
    """
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        raise CodebookError(
            f"cannot be read: {error.strerror}", place=path.name, remedy="check the path"
        ) from error
    rows = _json_rows(text, path.name) if text.lstrip()[:1] in {"[", "{"} else _csv_rows(text)
    grouped: dict[str, tuple[Mapping[str, str], ...]] = {}
    for row in rows:
        if not row.get("path"):
            raise CodebookError(
                "a row names no path",
                place=path.name,
                remedy="columns: path,title,publisher,author,published,url",
            )
        key = row["path"].replace("\\", "/").removeprefix("./")
        grouped[key] = (*grouped.get(key, ()), row)
    return Sidecar(grouped, path.parent)


def _csv_rows(text: str) -> list[dict[str, str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    try:
        return [
            {
                (name or "").strip().casefold(): value.strip()
                for name, value in row.items()
                if isinstance(value, str)
            }
            for row in rows
        ]
    except csv.Error as error:
        raise CodebookError(f"broken CSV: {error}", place="sidecar", remedy="save it again as CSV") from error


def _json_rows(text: str, name: str) -> list[dict[str, str]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CodebookError(f"broken JSON: {error}", place=name, remedy="mend the file") from error
    if isinstance(value, dict):
        value = [{"path": key, **row} for key, row in value.items() if isinstance(row, dict)]
    return [
        {key: str(item) for key, item in row.items() if isinstance(item, (str, int))}
        for row in value
        if isinstance(row, dict)
    ]


def _assigned(documents: list[Document], rows: Iterable[Mapping[str, str]]) -> dict[int, Mapping[str, str]]:
    """Which row goes to which part."""
    chosen: dict[int, Mapping[str, str]] = {}
    heads = [document for document in documents if document.kind != "comment"] or documents[:1]
    waiting: list[Mapping[str, str]] = []
    for row in rows:
        part = row.get("part", "")
        titled = [
            d for d in heads if d.title and row.get("title") and normalise(d.title) == normalise(row["title"])
        ]
        if part.isdigit():
            chosen[int(part)] = row
        elif titled and titled[0].part not in chosen:
            chosen[titled[0].part] = row
        else:
            waiting.append(row)
    for row in waiting:
        free = next((document.part for document in heads if document.part not in chosen), None)
        if free is not None:
            chosen[free] = row
    return chosen


def _filled(document: Document, row: Mapping[str, str]) -> Document:
    given = {name: row[name] for name in _FIELDS if row.get(name)}
    if "published" in given:
        published = to_edtf(given["published"]) or given["published"]
        given["published"] = published
    return replace(
        document,
        title=given.get("title", document.title),
        publisher=given.get("publisher", document.publisher),
        author=given.get("author", document.author),
        published=given.get("published", document.published),
        url=given.get("url", document.url),
    )
