"""What the commands read: files, folders and web addresses in the order given, each by its own reader."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from corpus_tool import ingest
from corpus_tool.models import Document
from corpus_tool.settings import DEFAULT


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """What to read: files, folders and web addresses in any order.

    Attributes:
        paths: Files, folders, globs, and web addresses.
        feeds: Feeds whose entries' pages are read.
        sitemaps: Sitemaps whose pages are read.
        sidecar: What pasted pages lost.
        store: Folder that keeps what was read and fetched; null for the user's own, and then
            only for what comes from the web.
        private: Addresses of this machine and its networks are allowed.
    """

    paths: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    sidecar: Path | None = None
    store: Path | None = None
    private: bool = False

    def of_web(self, addresses: Iterable[str], *, lists: bool) -> ingest.WebRequest:
        """The part that asks the web."""
        return ingest.WebRequest(
            store=self.store or ingest.user_store(),
            addresses=tuple(addresses),
            feeds=self.feeds if lists else (),
            sitemaps=self.sitemaps if lists else (),
            sidecar=self.sidecar,
            settings=dataclasses.replace(DEFAULT.web, private=self.private),
        )


def read(request: ReadRequest) -> Iterator[Document]:
    """Documents of files, folders and addresses, in the order given; of feeds and sitemaps after them."""
    for is_web, run in groupby(request.paths, ingest.is_address):
        if is_web:
            yield from ingest.read_web(request.of_web(run, lists=False))
        else:
            yield from _read_files([Path(path) for path in run], request)
    if request.feeds or request.sitemaps:
        yield from ingest.read_web(request.of_web((), lists=True))


def _read_files(paths: Sequence[Path], request: ReadRequest) -> Iterator[Document]:
    if request.store is None:
        yield from ingest.read(paths, sidecar=request.sidecar)
        return
    with ingest.open_ledger(request.store) as ledger:
        yield from ingest.read(paths, sidecar=request.sidecar, ledger=ledger)


def plan(request: ReadRequest) -> Iterator[ingest.Planned]:
    """What `read` would read, and how; nothing is opened further than its first bytes, no network asked."""
    for is_web, run in groupby((*request.paths, *request.feeds, *request.sitemaps), ingest.is_address):
        if is_web:
            yield from ingest.plan_web(request.of_web(run, lists=False))
        else:
            yield from ingest.plan([Path(path) for path in run], sidecar=request.sidecar)


def page_changes(request: ReadRequest) -> Iterator[ingest.PageChange]:
    """How the words of each page changed between the captures kept of it; the pages are fetched first."""
    addresses = filter(ingest.is_address, request.paths)
    yield from ingest.changes(request.of_web(addresses, lists=True))
