"""A source after "according to", whole: with the name behind it, without the clause behind its comma."""

from __future__ import annotations

import re

from corpus_tool.extract.attribution.page import Line, Page
from corpus_tool.models import Span

_MONTH_OR_DAY = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b"
)
_OWNER = re.compile(
    r"\s+(?:(?:by|of|from)\s+(?:the\s+)?)?[A-Z][\w’'&.-]*\w(?:\s+(?:(?:of|at|for|and|&)\s+(?:the\s+)?)?[A-Z][\w’'&.-]*\w){0,5}"
)
_NAME = r"[A-Z][\w’'&.-]*\w(?:\s+(?:(?:of|at|for|and|&)\s+(?:the\s+)?)?[A-Z][\w’'&.-]*\w){0,5}"
_PRINTED = re.compile(r"\b(?:published|printed|released|issued|presented|posted|out|conducted|led|done)$")
_WHERE = re.compile(
    r"(?:\s+(?:on\s+)?(?:\w+day|today|yesterday|online|(?:this|last)\s+(?:week|month|year|spring|summer|autumn|winter)))?"
    rf"\s+(?:in|by|on|at)\s+(?:the\s+|a\s+journal\s+called\s+|the\s+journal\s+)?(?!{_MONTH_OR_DAY}){_NAME}"
)
"""Where a paper was printed, which is how one finds it: "a study published in the Journal of Ferries"."""
_PARTNER = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}(?=,)")
_OPENS = re.compile(
    r"\W*(?:(?:and|but|so|yet)\W+)?(?:according\s+to|in\s+the\s+words\s+of|as\s+per|on\s+the\s+authority\s+of)\s+",
    re.IGNORECASE,
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
    if comma > 0 and _takes_all(page, line, source):
        return _joined(page, Span(start=source.start, end=source.start + comma))
    relative = tail.startswith(("who ", "which "))
    if comma > 0 and (not _ROLE.match(tail) or (_CLAUSE.search(tail) and not relative)):
        return Span(start=source.start, end=source.start + comma)
    if comma >= 0:
        return source
    printed = _PRINTED.search(page.masked, source.start, source.end) is not None
    name = (_WHERE if printed else _OWNER).match(page.masked, source.end, line.end)
    return _joined(page, source) if name is None else Span(start=source.start, end=name.end())


def _takes_all(page: Page, line: Line, source: Span) -> bool:
    """Whether a phrase that opens its sentence runs to the end of it: what is said must stand behind a comma."""
    opens = _OPENS.fullmatch(page.masked, line.start, source.start) is not None
    return opens and not page.masked[source.end : line.end].strip(" .!?")


def _joined(page: Page, source: Span) -> Span:
    """A house or a pair with "and" in the name, up to its comma: "Smith and Jones, …"."""
    more = _PARTNER.match(page.masked, source.end)
    return source if more is None else Span(start=source.start, end=more.end())
