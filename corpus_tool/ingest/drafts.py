"""What a reader hands over: a document before it has an id.

Inside one file documents point at each other by ``key``, a name of the reader's choosing
(the export's own comment number, or an ordinal); `corpus_tool.ingest.finish` turns keys
into ids once the whole file is known.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from corpus_tool.models import DocumentKind, DocumentState, Given, Kept, Link, Note, Span, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One document as a reader saw it.

    Attributes:
        key: How other drafts of this file name it; unique within the file or null.
        id: The id its row brings, or null to have one made.
        parent: Key of the comment or post it answers, where the file shows it.
        thread: Key of the article or post it belongs to.
        notes: Null to have them looked for in the text.
        verbatim: The text came as data and is not to be touched or judged for its language.
    """

    key: str | None = None
    id: str | None = None
    kind: DocumentKind = "article"
    state: DocumentState = "published"
    parent: str | None = None
    thread: str | None = None
    author: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    text: str = ""
    links: tuple[Link, ...] = ()
    block_quotes: tuple[Span, ...] = ()
    notes: tuple[Note, ...] | None = None
    kept: Kept = dataclasses.field(default_factory=Kept)
    status: Status = "ok"
    status_reason: str | None = None
    given: tuple[Given, ...] = ()


def failed(reason: str) -> Draft:
    """A document of which nothing could be read."""
    return Draft(status="failed", status_reason=reason)


def joined(*reasons: str | None) -> str | None:
    """Reasons in one sentence each, or null where there is none."""
    told = [reason for reason in reasons if reason]
    return "; ".join(dict.fromkeys(told)) or None


def count_reason(told: int | None, found: int) -> str | None:
    """A sentence to say so where a page announces more or fewer comments than the file holds."""
    if told is None or told == found:
        return None
    return f"the page announces {told} comments; this file holds {found}"
