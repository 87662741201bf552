"""How far a content reaches that holds a quotation, and where the name beside it ends.

A quotation may only be the end of what is reported ("The plan is “a mess,” she said"), or the parser
may run past its end into the name of who said it.
"""

from __future__ import annotations

import re

from corpus_tool.extract.attribution.page import Line, Page
from corpus_tool.models import Span

_LEFT_OPEN = ",?!—–-"
"""A quotation that ends so is followed by its tag; one that ends with a full stop is over."""
_STOPS = re.compile(r"[.!?;:…\n]|--|[–—]\s|\bbut\s", re.IGNORECASE)
_OPENS = re.compile(r"[“”\"'‘’`\[(\s]*(?=(.))")
_CONNECTIVE = re.compile(
    r"(?:And|But|So|Yet|Still|Then|Now|Meanwhile|However|Instead|Also|Later|Earlier|Afterwards)\b,?\s+"
)
_PAIRS = {")": "(", "]": "["}


def first_part(page: Page, start: int) -> Span | None:
    """Of “…,” she said, “…”: the part before a tag that begins at ``start``, left open by its comma."""
    stop = page.before(start, " ")
    comma = int(page.text[stop - 1 : stop] == ",")
    quote = page.quote_at(stop - 1 - comma) if stop > 1 else None
    if quote is None or quote.end != stop - comma:
        return None
    return quote if comma or left_open(page, quote) else None


def left_open(page: Page, quote: Span) -> bool:
    """Whether a quotation ends so that its tag must follow."""
    return page.text[page.before(quote.end, "”\"’'» ") - 1] in _LEFT_OPEN


def with_its_opening(page: Page, line: Line, quote: Span) -> Span:
    """A quotation in the middle of a statement, with the writer's words that open the statement."""
    first = _OPENS.match(page.text, quote.start)
    lower = first is not None and first.group(1).islower()
    if not lower or not line.start < quote.start < line.end:
        return quote
    breaks = list(_STOPS.finditer(page.masked, line.start, quote.start))
    start = breaks[-1].end() if breaks else line.start
    while start < quote.start and page.text[start].isspace():
        start += 1
    opener = _CONNECTIVE.match(page.text, start)
    start = opener.end() if opener is not None else start
    return Span(start=start, end=quote.end) if quote.start - start > 1 else quote


def with_closing_bracket(page: Page, span: Span) -> Span:
    """A bracket that opens in a span closes in it."""
    mark = page.text[span.end : span.end + 1]
    opener = _PAIRS.get(mark)
    inside = page.text[span.start : span.end]
    missing = opener is not None and inside.count(opener) > inside.count(mark)
    return Span(start=span.start, end=span.end + 1) if missing else span
