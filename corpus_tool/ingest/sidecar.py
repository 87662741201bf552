"""The sidecar: what pasted pages lost, written down by the user."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from corpus_tool.errors import CodebookError, InputError
from corpus_tool.ingest import table
from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.decode import decode
from corpus_tool.ingest.source import Source
from corpus_tool.models import Document, Given
from corpus_tool.models.given import FIELDS, agree
from corpus_tool.settings import IngestSettings
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

    def settings_for(self, source: Source) -> IngestSettings:
        """The source's settings, with the columns that its row maps (``columns``: ``text=Body; author=Who``)."""
        said = next(
            (row["columns"] for row in self._rows_for(source.name, source.path) if row.get("columns")), ""
        )
        pairs = [pair.partition("=") for pair in said.replace(",", ";").split(";") if "=" in pair]
        if not pairs:
            return source.settings
        mapped = tuple((name.strip().casefold(), column.strip()) for name, _, column in pairs)
        return replace(source.settings, columns=mapped)


@dataclass(frozen=True)
class Sidecars:
    """The sidecar that the user names, and those that lie among the files, each for the files below it."""

    given: Sidecar | None = None
    found: Mapping[Path, Sidecar] = field(default_factory=dict)

    def of(self, source: Source) -> Sidecar:
        """The one that speaks of this file: the given one, else the nearest above it."""
        if self.given is not None:
            return self.given
        above = source.path.absolute().parents
        near = [
            one for one in self.found.values() if one.folder is not None and one.folder.absolute() in above
        ]
        return max(near, key=lambda one: len(one.folder.parts) if one.folder else 0, default=Sidecar())

    def is_one(self, source: Source) -> bool:
        """True for a sidecar itself, which is no document."""
        return source.path.absolute() in self.found


def sidecars_among(sources: Iterable[Source], given: Path | None) -> Sidecars:
    """Sidecars among files that are read: tables of paths without texts that name at least one of the files.

    Args:
        sources: All files that are read.
        given: The one the user names.

    Raises:
        CodebookError: The given one does not parse.
    """
    listed = list(sources)
    there = {source.path.absolute() for source in listed}
    found: dict[Path, Sidecar] = {}
    for source in listed:
        if not _may_be_sidecar(source):
            continue
        try:
            one = read_sidecar(source.path)
        except CodebookError:
            continue  # it is answered as what else it may be
        folder = source.path.absolute().parent
        if any(folder / path in there for path in one.rows):
            found[source.path.absolute()] = one
    if given is None:
        return Sidecars(found=found)
    return Sidecars(read_sidecar(given), {**found, given.absolute(): Sidecar()})


def _may_be_sidecar(source: Source) -> bool:
    try:
        return table.is_sidecar(source) or source.path.name.casefold() == "sidecar.json"
    except InputError:
        return False


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
        given=_given(document, given),
    )


def _given(document: Document, row: Mapping[str, str]) -> tuple[Given, ...]:
    """The user's words first, behind them what the file gives that differs."""
    found: list[Given] = []
    for name in FIELDS:
        said = document.places(name)
        if name in row:
            found.append(Given(field=name, place="sidecar", value=row[name]))
            said = tuple(one for one in said if not agree(name, one.value, row[name]))
        found.extend(said)
    return tuple(found)
