"""A source after "according to", whole: with the name behind it, without the clause behind its comma."""

from __future__ import annotations

import re

from corpus_tool.extract.attribution.page import Line, Page
from corpus_tool.models import Span

_OWNER = re.compile(
    r"\s+(?:(?:by|of|from)\s+(?:the\s+)?)?[A-Z][\w’'&.-]*\w(?:\s+(?:(?:of|at|for|and|&)\s+(?:the\s+)?)?[A-Z][\w’'&.-]*\w){0,5}"
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\b"
)
_ROLE = re.compile(r"(?:a|an|the|its|their|his|her|one\s+of|who|which|now|then|chair|head)\b", re.IGNORECASE)


def whole(page: Page, line: Line, source: Span | None) -> Span | None:
    """The source of "according to", mended at its end; null stays null."""
    if source is None:
        return None
    text = page.masked[source.start : source.end]
    comma = text.find(", ")
    tail = text[comma + 2 :]
    relative = tail.startswith(("who ", "which "))
    if comma > 0 and (not _ROLE.match(tail) or (_CLAUSE.search(tail) and not relative)):
        return Span(start=source.start, end=source.start + comma)
    name = _OWNER.match(page.masked, source.end, line.end) if comma < 0 else None
    return source if name is None else Span(start=source.start, end=name.end())
