"""What would be read, and how, told from names, sizes and first bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus_tool.errors import InputError
from corpus_tool.ingest.files import sources
from corpus_tool.ingest.ledger import FILE
from corpus_tool.ingest.registry import reader_of
from corpus_tool.ingest.sidecar import sidecars_among
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.web import WebRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One file or address that would be read.

    Attributes:
        path: As `Document.path` will show it.
        reader: Name of the reader; "web" for an address; null where nothing would be read.
        size: Bytes; of an address, those of its last capture; null where unknown.
        captured: When an address was last fetched, or null.
        remark: Why nothing would be read, or null.
    """

    path: str
    reader: str | None = None
    size: int | None = None
    captured: str | None = None
    remark: str | None = None


def plan(
    paths: Sequence[Path], *, root: Path | None = None, sidecar: Path | None = None
) -> Iterator[Planned]:
    """Each file that `read` would read, in its order, with the reader its first bytes choose."""
    listed = list(sources(paths, root))
    sidecars = sidecars_among(listed, sidecar)
    yield from (_planned(source) for source in listed if not sidecars.is_one(source))


def _planned(source: Source) -> Planned:
    try:
        if not source.head:
            return Planned(path=source.name, size=0, remark="empty file")
        return Planned(path=source.name, reader=reader_of(source).name, size=source.size)
    except InputError as error:
        return Planned(path=source.name, remark=error.message)


def plan_web(request: WebRequest) -> Iterator[Planned]:
    """Each address, with what the store has of it; the web is not asked, and no store is made."""
    file = request.store / FILE
    known = _captured(file) if file.is_file() else {}
    for url in (*request.addresses, *request.feeds, *request.sitemaps):
        yield known.get(url, Planned(path=url, reader="web"))


def _captured(file: Path) -> dict[str, Planned]:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
            found = db.execute("SELECT url, size, checked FROM captures ORDER BY id")
            return {url: Planned(path=url, reader="web", size=size, captured=at) for url, size, at in found}
    except sqlite3.Error:
        return {}
