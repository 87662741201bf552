"""What `ingest` reads: documents, and what their files kept."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Literal

from corpus_tool.models.given import Given, GivenField
from corpus_tool.models.spans import INTERNAL, Span

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
    several documents of one file differ by ``part`` (0, 1, 2, …). ``given`` says where title,
    author, published and publisher were read, where that is not simply the file's own field for it.
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
    given: tuple[Given, ...] = dataclasses.field(default=(), metadata=INTERNAL)

    def places(self, field: GivenField) -> tuple[Given, ...]:
        """The places that give a field: first that of the value taken, then those that give another.

        Args:
            field: Which.
        """
        known = tuple(one for one in self.given if one.field == field)
        value = getattr(self, field)
        return known or ((Given(field=field, place="file", value=value),) if value else ())
