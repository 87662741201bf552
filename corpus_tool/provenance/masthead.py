"""What a document that lost its publisher may be called: the names its head and foot lines bear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.models import Document
from corpus_tool.provenance.names import looks_like_name, name_key

_CUT = re.compile(r"\s*[|,•·:]\s*|\s+[–—-]\s+|\.\s+|\.$")
_TITLE_CUT = re.compile(r"\s*\|\s*|\s+[–—-]\s+")
_HEAD_LINES, _TAIL_LINES = 4, 2
_LONGEST = 5
"""Words of the longest name an outlet bears."""


def mastheads(document: Document) -> frozenset[str]:
    """Name keys a document without a publisher may answer to; empty where the publisher is known.

    Only a guess: a name is taken for this document when another text credits it by that name
    and tells the same things.
    """
    if document.publisher is not None or document.kind == "comment":
        return frozenset()
    return frozenset(key for part in _parts(document) if (key := _as_name(part)))


def _parts(document: Document) -> Iterator[str]:
    lines = [line for line in document.text[:600].splitlines() if line.strip()]
    tail = [line for line in document.text[-300:].splitlines() if line.strip()]
    yield from _TITLE_CUT.split(document.title or "")
    for line in lines[:_HEAD_LINES]:
        if len(line) <= 160 and line.strip() != (document.title or "").strip():
            yield from _CUT.split(line)
    for line in tail[-_TAIL_LINES:] if len(document.text) > 300 else []:
        # A name alone on the last line is an agency's or an author's; an outlet says more there.
        parts = _CUT.split(line)
        if len(line) <= 160 and len(parts) > 1:
            yield parts[0]


def _as_name(part: str) -> str:
    words = part.split()
    if any(mark in part for mark in "‘’“”\"'?!"):
        return ""
    if not 1 <= len(words) <= _LONGEST or not looks_like_name(part) or not part[:1].isupper():
        return ""
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in words)
    return name_key(part) if 2 * capitals > len(words) else ""
