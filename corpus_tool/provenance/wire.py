"""Agency copy: texts that many outlets print from one wire, and say so in a dateline or a foot line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from corpus_tool.models import Document
from corpus_tool.provenance.names import looks_like_name, name_key
from corpus_tool.provenance.pile import Pile

_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*(?:[A-Z][A-Z .,'’/-]{1,40}(?:, [A-Z][a-z]+\.? \d{1,2})?[ \t]*)?\(([A-Z][\w&.' -]{1,50})\)[ \t]*[-–—:]"
)
"""PORT NAME (Agency) - …"""
_FOOT = re.compile(r"(?:^|\n)[ \t]*\(([A-Z][\w&.' -]{1,50})\)[ \t]*(?:\n|$)")
"""(Agency) on a line of its own."""
_LINE = re.compile(
    r"(?:^|\n)[ \t]*((?:[A-Z][\w&.'-]+ ){1,4}(?:Agency|Wire|Newswire|Association|News Service)|[A-Z]{2,5}(?=, [A-Z]))(?:, [A-Z][\w ]{1,30})?[ \t]*(?:\n|$)"
)
"""Agency, or its letters and a place, on a line of its own."""
_HEAD, _TAIL = 1200, 400


def agency_named(document: Document) -> tuple[str, int] | None:
    """The agency that a dateline at the head or a line at the foot gives, and where its name stands."""
    if document.kind == "comment":
        return None
    head = _DATELINE.search(document.text[:_HEAD])
    if head is not None:
        return head.group(1), head.start(1)
    shift = max(0, len(document.text) - _TAIL)
    alone = _LINE.search(document.text[:_HEAD])
    if alone is not None:
        return alone.group(1), alone.start(1)
    foot = _FOOT.search(document.text[shift:]) or _LINE.search(document.text[shift:])
    return (
        None if foot is None or not looks_like_name(foot.group(1)) else (foot.group(1), shift + foot.start(1))
    )


def own_agency(document: Document) -> str:
    """Key of the agency in a document's dateline where the document is the agency's own copy, else empty.

    "By Coastal Press Agency", and below "OSTMARK (CPA) -": no outlet stands between.
    """
    named = agency_named(document)
    if named is None:
        return ""
    key = name_key(named[0])
    if document.publisher and not _is(name_key(document.publisher), key):
        return ""
    return (
        key if any(_is(name_key(name or ""), key) for name in (document.author, document.publisher)) else ""
    )


def _is(name: str, agency: str) -> bool:
    """Whether a name is an agency's, spelt out or in its letters."""
    return bool(name) and (name == agency or "".join(word[0] for word in name.split()) == agency)


def agencies(pile: Pile) -> Mapping[str, tuple[str, ...]]:
    """Agency name as written to the documents that print it."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in pile.documents.values():
        named = agency_named(document)
        if named is not None:
            found[named[0]].append(document.id)
    return {name: tuple(ids) for name, ids in found.items()}
