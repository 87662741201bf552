"""What is asked of the web, and what comes back: plain types, so that naming them loads no HTTP client."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from corpus_tool.ingest.web.means import Means
from corpus_tool.settings import DEFAULT, WebSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class WebRequest:
    """What to fetch, and where to keep it.

    Attributes:
        store: Folder of the ledger, the captures and the HTTP cache.
        addresses: Pages, feeds as documents, files: each read as what it is.
        feeds: Feeds whose entries' pages are read.
        sitemaps: Sitemaps whose pages are read.
        sidecar: CSV or JSON whose ``path`` may be an address.
    """

    store: Path
    addresses: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    sidecar: Path | None = None
    settings: WebSettings = field(default_factory=lambda: DEFAULT.web)
    means: Means = field(default_factory=Means)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave.

    Attributes:
        url: Where the last hop led.
        content: Its bytes, unpacked where they came packed.
        content_type: As the server says, or null.
        retrieved: When.
    """

    url: str
    content: bytes
    content_type: str | None
    retrieved: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One version of what stands at an address.

    Attributes:
        id: Its number in the ledger.
        url: The address asked for.
        final_url: Where redirects led.
        retrieved: When these bytes were first met (ISO 8601, UTC).
        checked: When they were last met.
        sha256: Of the bytes, and their name in the folder.
        size: In bytes.
        content_type: As the server said, or null.
        wayback: Address of the Internet Archive's copy nearest to that time, if it has one.
    """

    id: int
    url: str
    final_url: str
    retrieved: str
    checked: str
    sha256: str
    size: int
    content_type: str | None
    wayback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChange:
    """How the words of one page changed from one kept capture to the next."""

    url: str
    earlier: Capture
    later: Capture
    silent: bool
    removed: tuple[str, ...]
    added: tuple[str, ...]
    notes: tuple[str, ...]
