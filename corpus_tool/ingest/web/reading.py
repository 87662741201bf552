"""`read_web`: every address to its documents, every refusal as a row, the rest goes on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, pairwise, zip_longest
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from corpus_tool.errors import FetchError, InputError, StoreError
from corpus_tool.ingest.drafts import Draft, joined
from corpus_tool.ingest.finish import finish
from corpus_tool.ingest.held import held
from corpus_tool.ingest.ledger import Ledger, open_ledger
from corpus_tool.ingest.reading import documents_of
from corpus_tool.ingest.sidecar import Sidecar, read_sidecar
from corpus_tool.ingest.web import listing
from corpus_tool.ingest.web.addresses import parse_address
from corpus_tool.ingest.web.body import bare_type
from corpus_tool.ingest.web.captures import Captures, Job
from corpus_tool.ingest.web.charset import in_utf8
from corpus_tool.ingest.web.fetch import Fetcher
from corpus_tool.ingest.web.request import Capture, PageChange, WebRequest
from corpus_tool.ingest.web.versions import Change, change_between, told
from corpus_tool.models import Document
from corpus_tool.text import digest

HTTP_CACHE = "http.sqlite"
_LISTS_DEEP = 2
"""A sitemap of sitemaps; deeper ones are made to wear a reader out."""
_COMPARED = 5
"""Captures looked back at for a change of words: the others differ in their markup alone."""
_PASSWORD = re.compile(r"//[^/@\s]*@")
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/markdown": ".md",
    "application/x-ndjson": ".jsonl",
    "message/rfc822": ".eml",
}
_LIKE_FILES = frozenset({".csv", ".tsv", ".md", ".jsonl", ".json", ".xml", ".eml", ".mbox", ".pdf", ".txt"})


def read_web(request: WebRequest) -> Iterator[Document]:
    """Documents of addresses, in the order given; entries of feeds and sitemaps after them.

    An address that is refused or does not answer gives one document with ``status`` failed,
    its address as ``path``, and a reason that names the remedy. A call that was stopped goes
    on with what it has; a call that ended asks every page again, with what its server gave
    for that (ETag, Last-Modified), so that an unchanged page costs no transfer.

    Raises:
        StoreError: The store's folder cannot be used.
        CodebookError: The sidecar does not parse.
    """
    with _opened(request) as web:
        yield from web.documents()


def changes(request: WebRequest) -> Iterator[PageChange]:
    """Every change of words between kept captures of the pages asked for, which are fetched first."""
    with _opened(request) as web:
        seen = dict.fromkeys(document.path for document in web.documents() if document.path)
        for url in seen:
            yield from web.changes(url)


@contextmanager
def _opened(request: WebRequest) -> Iterator[_Web]:
    with (
        open_ledger(request.store) as ledger,
        Fetcher(request.settings, request.means, request.store / HTTP_CACHE) as fetcher,
    ):
        yield _Web(request, ledger, fetcher)


class _Web:
    """One call: a ledger, a fetcher, and what was asked."""

    def __init__(self, request: WebRequest, ledger: Ledger, fetcher: Fetcher) -> None:
        self._request = request
        self._ledger = ledger
        self._fetcher = fetcher
        self._captures = Captures(ledger)
        name = digest(*request.addresses, "feeds", *request.feeds, "sitemaps", *request.sitemaps)
        self._job = Job(ledger, name, request.means.clock(), request.settings.resume_hours)
        self._sidecar = read_sidecar(request.sidecar) if request.sidecar is not None else Sidecar()

    def documents(self) -> Iterator[Document]:
        """All documents of the call."""
        seen: set[str] = set()
        lists = chain(self._listed(self._request.feeds, 0), self._listed(self._request.sitemaps, _LISTS_DEEP))
        for part in chain([self._request.addresses], lists):
            if isinstance(part, Document):
                yield part
                continue
            fresh = [url for url in dict.fromkeys(map(_written, part)) if url not in seen]
            seen.update(fresh)
            for url, found in self._fetched(fresh):
                yield from self._of(url, found)
        self._job.finish()

    def _listed(self, lists: Iterable[str], depth: int) -> Iterator[Document | Sequence[str]]:
        """What lists name: runs of addresses, and a failed document for a list that cannot be read."""
        for text in lists:
            url = _written(text)
            try:
                capture = self._capture(url)
                base = parse_address(capture.final_url)
                content = self._captures.content(capture)
                limit = self._request.settings.max_bytes
                found = (
                    listing.sitemap(content, base, limit)
                    if text in self._request.sitemaps or depth
                    else listing.feed(content, base)
                )
            except FetchError as error:
                yield from _failed(url, error)
                continue
            yield found.pages[: self._request.settings.listed]
            if depth > 0:
                yield from self._listed(found.lists, depth - 1)

    def _fetched(self, urls: Sequence[str]) -> Iterator[tuple[str, Capture | FetchError]]:
        """Captures in the order asked for, fetched from several hosts at a time."""
        with ThreadPoolExecutor(max(1, min(self._request.settings.workers, len(urls)))) as pool:
            waiting: dict[str, Future[Capture | FetchError]] = {
                url: pool.submit(self._captured, url) for url in _by_turns(urls)
            }
            try:
                for url in urls:
                    yield url, waiting.pop(url).result()
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def _captured(self, url: str) -> Capture | FetchError:
        try:
            return self._capture(url)
        except FetchError as error:
            return error

    def _capture(self, url: str) -> Capture:
        done = self._job.done(url)
        if done is not None:
            return self._captures.get(done)
        capture = self._captures.add(url, self._fetcher.fetch(url))
        self._job.add(url, capture)
        return capture

    def _of(self, url: str, found: Capture | FetchError) -> Iterator[Document]:
        if isinstance(found, FetchError):
            yield from self._filled(_failed(url, found), url)
            return
        documents = list(self._read(found))
        for change, since in self._last_change(found, documents):
            reason = joined(documents[0].status_reason, told(change, since.retrieved))
            documents[0] = replace(documents[0], status_reason=reason)
        yield from self._filled(documents, url)

    def _read(self, capture: Capture) -> Iterator[Document]:
        content = in_utf8(self._captures.content(capture), capture.content_type)
        source = held(content, capture.url, 0, file=_file_name(capture))
        for document in documents_of(source, self._ledger):
            bare = document.url is None and document.kind != "comment"
            yield replace(document, url=capture.final_url) if bare else document

    def _filled(self, documents: Iterable[Document], url: str) -> Iterable[Document]:
        return self._sidecar.fill(documents, url) if url in self._sidecar.rows else documents

    def _last_change(self, capture: Capture, documents: list[Document]) -> Iterator[tuple[Change, Capture]]:
        """The latest change of words before this capture, and what it was compared with; at most one."""
        before = [one for one in self._captures.of(capture.url) if one.id < capture.id]
        for one in reversed(before[-_COMPARED:]):
            change = self._compared(one, documents)
            if change is not None:
                yield change, one
                return

    def _compared(self, earlier: Capture, documents: Sequence[Document]) -> Change | None:
        try:
            return change_between(list(self._read(earlier)), documents)
        except StoreError:
            return None  # the older bytes are gone: there is nothing to compare with

    def changes(self, url: str) -> Iterator[PageChange]:
        """Changes between neighbouring captures of a page, oldest first."""
        kept = self._captures.of(url)
        for earlier, later in pairwise(kept):
            change = self._compared(earlier, list(self._read(later)))
            if change is not None:
                yield PageChange(
                    url=url,
                    earlier=earlier,
                    later=later,
                    silent=change.silent,
                    removed=change.removed,
                    added=change.added,
                    notes=change.notes,
                )


def _written(text: str) -> str:
    """The one written form of an address; what is none stays as it is, without a password."""
    try:
        return parse_address(text).url
    except InputError:
        return _PASSWORD.sub("//…@", text)


def _failed(url: str, error: FetchError) -> Iterator[Document]:
    reason = str(FetchError(error.message, place=url, remedy=error.remedy))
    return finish([Draft(status="failed", status_reason=reason, url=url)], url)


def _by_turns(urls: Sequence[str]) -> Iterator[str]:
    """The addresses in an order that lets hosts take turns: the first of each, then the second of each."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[url.split("/", 3)[2] if url.count("/") > 1 else url].append(url)
    for turn in zip_longest(*hosts.values()):
        yield from (url for url in turn if url is not None)


def _file_name(capture: Capture) -> str:
    """A name whose suffix tells the readers what the server and the address tell."""
    name = PurePosixPath(urlsplit(capture.final_url).path).name or "page"
    suffix = PurePosixPath(name).suffix.lower()
    declared = _SUFFIXES.get(bare_type(capture.content_type))
    if declared:
        return f"page{declared}"
    return f"page{suffix}" if suffix in _LIKE_FILES or suffix in _SUFFIXES.values() else "page"
