"""`read`: every file by its reader, every failure as a row, the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus_tool.errors import InputError
from corpus_tool.ingest import archive, jsonfile, jsonlines, table
from corpus_tool.ingest.drafts import failed
from corpus_tool.ingest.files import sources
from corpus_tool.ingest.finish import finish
from corpus_tool.ingest.registry import reader_of
from corpus_tool.ingest.rows import from_row, read_rows
from corpus_tool.ingest.sidecar import Sidecar, read_sidecar
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.threads import of_json
from corpus_tool.models import Document
from corpus_tool.text import digest


def read(
    paths: Sequence[Path], *, root: Path | None = None, sidecar: Path | None = None
) -> Iterator[Document]:
    """Documents of files, folders (recursive, sorted by name) and globs.

    A file that cannot be read gives one document with ``status`` failed and a reason that
    names file, place and remedy; nothing is raised for it.

    Args:
        paths: What to read, in this order; a file met twice is read once.
        root: Folder that ``path`` is relative to; default: each given folder, or the file's.
        sidecar: CSV or JSON that fills what pasted pages lost.

    Raises:
        CodebookError: The sidecar does not parse.
    """
    extra = read_sidecar(sidecar) if sidecar is not None else Sidecar()
    seen: set[str] = set()
    for source in sources(paths, root):
        if sidecar is not None and source.path.absolute() == sidecar.absolute():
            continue
        for found in extra.fill(_documents(source), source.name, source.path):
            document = found
            if document.id in seen:
                document = replace(document, id=digest(source.name, document.part, document.text))
            seen.add(document.id)
            yield document


def _documents(source: Source) -> Iterator[Document]:
    try:
        if archive.sniff(source):
            empty = True
            for member in archive.members(source):
                empty = False
                yield from _documents(member)
            if empty:
                yield from finish([failed(f"{source.name}: an archive without files to read")], source.name)
            return
        yield from _of_source(source)
    except InputError as error:
        yield from finish([failed(str(error))], source.name)
    except (RecursionError, MemoryError) as error:
        told = f"{source.name}: nesting: too deep or too large to read ({type(error).__name__})"
        yield from finish([failed(told)], source.name)


def _of_source(source: Source) -> Iterable[Document]:
    if not source.head:
        told = f"{source.name}: empty file (nothing to read; remove it or save it again)"
        return finish([failed(told)], source.name)
    reader = reader_of(source)
    if reader.name == "json lines" and not jsonlines.is_export(source):
        return read_rows(jsonlines.lines_of(source), name=source.name)
    if reader.name == "table":
        return _rows(table.rows(source), source)
    if reader.name == "json":
        value = jsonfile.load(source)
        rows = jsonfile.rows_of(value) if of_json(value) is None else None
        if rows is not None:
            return _rows(rows, source)
    return finish(reader.read(source), source.name)


def _rows(rows: Sequence[object], source: Source) -> Iterator[Document]:
    for part, row in enumerate(rows):
        yield from_row(row, f"{source.name}, row {part + 1}", source.name, part)
    if not rows:
        yield from finish([failed(f"{source.name}: holds no rows (nothing to read)")], source.name)
