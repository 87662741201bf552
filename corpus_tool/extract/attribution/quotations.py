"""Quotation marks that belong together, over paragraphs too. One pass, linear."""

from __future__ import annotations

import re

from corpus_tool.models import Span

_MARK = re.compile(r"[“”„«»\"]|‘(?=\w)|’(?!\w)|\n[ \t]*\n|\n")
_OPEN_BEFORE = frozenset("([{—–-/")
_LONGEST = 6000
_PAIRS = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"'}


def quotations(text: str) -> tuple[Span, ...]:
    """Spans of quoted stretches, marks included, outermost only, in order.

    A quotation left open at the end of a paragraph goes on if the next paragraph opens
    with a mark of the same kind (the newspaper habit); else it ends with its paragraph.
    """
    spans: list[Span] = []
    start, close = -1, ""
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if start >= 0 and at - start > _LONGEST:
            start = -1
        if mark[0] == "\n":
            if start >= 0 and not _goes_on(text, match.end(), text[start]):
                if _paragraph_end(text, match.end(), mark):
                    _keep(spans, start, _trim(text, start, at))
                    start = -1
        elif start >= 0:
            if _closes(text, at, mark, close):
                _keep(spans, start, at + 1)
                start = -1
        elif _opens(text, at, mark):
            start, close = at, _PAIRS[mark]
    return tuple(spans)


def _keep(spans: list[Span], start: int, end: int) -> None:
    if end - start > 2:
        spans.append(Span(start=start, end=end))


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _paragraph_end(text: str, after: int, mark: str) -> bool:
    """A blank line, or a line break before a line that begins with a capital or the end."""
    if mark.count("\n") > 1:
        return True
    return not text[after : after + 1].islower()


def _goes_on(text: str, at: int, mark: str) -> bool:
    rest = text[at : at + 40].lstrip()
    return rest.startswith(mark) and mark != "‘"


def _opens(text: str, at: int, mark: str) -> bool:
    if mark not in _PAIRS:
        return False
    before = text[at - 1 : at]
    if mark in '"‘':
        after = text[at + 1 : at + 2]
        return (
            (not before or before.isspace() or before in _OPEN_BEFORE) and bool(after) and not after.isspace()
        )
    return True


def _closes(text: str, at: int, mark: str, close: str) -> bool:
    if mark != close:
        return False
    if mark == '"':
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        opening = (before.isspace() or before in "([") and after.isalnum()
        return not opening
    return mark != "’" or not text[at - 1 : at].isspace()
