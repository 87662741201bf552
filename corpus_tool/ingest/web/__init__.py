"""Pages from the web by address: fetched politely, kept as they came, then read like files.

Naming this package loads no HTTP client: only asking it for pages does.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus_tool.ingest.web.addresses import is_address
from corpus_tool.ingest.web.request import Capture, PageChange, WebRequest
from corpus_tool.models import Document


def read_web(request: WebRequest) -> Iterator[Document]:
    """Documents of addresses, feeds and sitemaps: see `corpus_tool.ingest.web.reading.read_web`."""
    from corpus_tool.ingest.web import reading

    return reading.read_web(request)


def changes(request: WebRequest) -> Iterator[PageChange]:
    """Changes of words between kept captures: see `corpus_tool.ingest.web.reading.changes`."""
    from corpus_tool.ingest.web import reading

    return reading.changes(request)


__all__ = ["Capture", "PageChange", "WebRequest", "changes", "is_address", "read_web"]
