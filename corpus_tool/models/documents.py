"""What `ingest` reads: documents, and what their files kept."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Literal

from corpus_tool.models.spans import Span

DocumentKind = Literal["article", "post", "comment"]
DocumentState = Literal["published", "unapproved", "deleted", "ping"]
Status = Literal["ok", "partial", "failed"]
NoteKind = Literal["update", "correction", "caveat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink: the span of its anchor text, and where it led."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An update, correction or caveat that a text carries about itself."""

    start: int
    end: int
    kind: NoteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What survived in this file of what a page usually has. Loss is never held against an author."""

    links: bool = False
    block_quotes: bool = False
    dates: bool = False
    images: bool = False
    bylines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article, a post that opens a thread, or one comment.

    ``published`` is EDTF or null, never guessed. ``path`` is relative to the input root;
    several documents of one file differ by ``part`` (0, 1, 2, …).
    """

    id: str
    kind: DocumentKind = "article"
    state: DocumentState = "published"
    parent_id: str | None = None
    thread_id: str | None = None
    author: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    text: str = ""
    links: tuple[Link, ...] = ()
    block_quotes: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    kept: Kept = dataclasses.field(default_factory=Kept)
    path: str | None = None
    part: int = 0
    content_hash: str = ""
    status: Status = "ok"
    status_reason: str | None = None
