"""`read`: every file by its reader, every failure as a row, the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus_tool.errors import InputError
from corpus_tool.ingest import jsonfile, jsonlines
from corpus_tool.ingest.archive import Budget
from corpus_tool.ingest.drafts import Draft, failed, joined
from corpus_tool.ingest.files import sources
from corpus_tool.ingest.finish import finish
from corpus_tool.ingest.held import Held
from corpus_tool.ingest.ledger import Ledger
from corpus_tool.ingest.registry import Reader, reader_of
from corpus_tool.ingest.rows import from_row, read_rows
from corpus_tool.ingest.sidecar import sidecars_among
from corpus_tool.ingest.source import Source
from corpus_tool.models import Document
from corpus_tool.text import digest


def read(
    paths: Sequence[Path],
    *,
    root: Path | None = None,
    sidecar: Path | None = None,
    ledger: Ledger | None = None,
) -> Iterator[Document]:
    """Documents of files, folders (recursive, sorted by name) and globs.

    A file that cannot be read gives one document with ``status`` failed and a reason that
    names file, place and remedy; nothing is raised for it. A sidecar that lies among the
    files is used for those below its folder.

    Args:
        paths: What to read, in this order; a file met twice is read once.
        root: Folder that ``path`` is relative to; default: each given folder, or the file's.
        sidecar: CSV or JSON that fills what pasted pages lost.
        ledger: What was read before; null to read everything.

    Raises:
        CodebookError: The sidecar does not parse.
    """
    listed = list(sources(paths, root))
    sidecars = sidecars_among(listed, sidecar)
    seen: set[str] = set()
    for source in listed:
        if sidecars.is_one(source):
            continue
        extra = sidecars.of(source)
        named = replace(source, settings=extra.settings_for(source))
        for found in extra.fill(documents_of(named, ledger), source.name, source.path):
            document = found
            if document.id in seen:
                document = replace(document, id=digest(source.name, document.part, document.text))
            seen.add(document.id)
            yield document


@dataclass(slots=True)
class _Pile:
    """What may still come out of one given file, with the archives inside its archives."""

    budget: Budget = field(default_factory=lambda: Budget(""))

    def spend(self, member: Held) -> None:
        self.budget.spend(len(member.content))


def documents_of(source: Source, ledger: Ledger | None = None) -> Iterator[Document]:
    """Documents of one file, and of the files in it; a failure is a document.

    Args:
        source: What to read.
        ledger: Gives them as they were read before, where the bytes are the same.
    """
    return _read_now(source) if ledger is None else ledger.documents(source, _read_now)


def _read_now(source: Source) -> Iterator[Document]:
    return _documents(source, _Pile(Budget(source.name)))


def _documents(source: Source, pile: _Pile) -> Iterator[Document]:
    try:
        reader = reader_of(source)
        if reader.holds == "files":
            yield from _inside(source, reader, pile)
        else:
            yield from _of_source(source, reader)
    except InputError as error:
        yield from finish([failed(str(error))], source.name)
    except (RecursionError, MemoryError) as error:
        told = f"{source.name}: nesting: too deep or too large to read ({type(error).__name__})"
        yield from finish([failed(told)], source.name)


def _inside(source: Source, reader: Reader, pile: _Pile) -> Iterator[Document]:
    empty = True
    for member in reader.read(source):
        if not isinstance(member, Held):
            continue
        empty = False
        pile.spend(member)
        yield from (_placed(document, member) for document in _documents(member, pile))
    if empty:
        yield from finish([failed(f"{source.name}: an archive without files to read")], source.name)


def _placed(document: Document, member: Held) -> Document:
    """What the archive says of a member: its address, and what is wrong with it."""
    if member.url is None and member.trouble is None:
        return document
    status = "partial" if member.trouble and document.status == "ok" else document.status
    reasons = (
        (member.trouble,)
        if member.trouble and not member.content
        else (document.status_reason, member.trouble)
    )
    return replace(
        document,
        url=document.url or (member.url if document.kind != "comment" else None),
        status=status,
        status_reason=joined(*reasons),
    )


def _of_source(source: Source, reader: Reader) -> Iterable[Document]:
    if not source.head:
        told = f"{source.name}: empty file (nothing to read; remove it or save it again)"
        return finish([failed(told)], source.name)
    if reader.name == "json lines" and not jsonlines.is_export(source):
        return read_rows(jsonlines.lines_of(source), name=source.name)
    if reader.name == "json":
        found = jsonfile.documents(source)
        return _rows(found.rows, source) if found.rows is not None else finish(found.drafts, source.name)
    if reader.holds == "rows":
        return _rows(reader.read(source), source)
    return finish((one for one in reader.read(source) if isinstance(one, Draft)), source.name)


def _rows(rows: Iterable[object], source: Source) -> Iterator[Document]:
    part = -1
    for part, row in enumerate(rows):
        yield from_row(row, f"{source.name}, row {part + 1}", source.name, part)
    if part < 0:
        yield from finish([failed(f"{source.name}: holds no rows (nothing to read)")], source.name)
