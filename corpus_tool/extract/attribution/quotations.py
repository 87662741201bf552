"""Quotation marks that belong together, over paragraphs too. One pass, linear."""

from __future__ import annotations

import re

from corpus_tool.models import Span

_MARK = re.compile(
    r"[“”„«»\"]|''|``|‘(?=\w)|’(?!\w)|(?<![^\W_])'(?=[^\W\d_])|(?<=[.,!?])'(?!\w)|\n[ \t]*\n|\n"
)
_OPEN_BEFORE = frozenset("([{—–-/")
_LONGEST = 6000
_PAIRS = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "''": "''", "``": "''", "'": "'"}
_SYMMETRIC = frozenset({'"', "''", "'"})
_SINGLE = frozenset("’'‘")
_SHORTEST = 3


def quotations(text: str) -> tuple[Span, ...]:
    """Spans of quoted stretches, marks included, outermost only, in order.

    A quotation left open at the end of a paragraph goes on if the next paragraph opens
    with a mark of the same kind (the newspaper habit); else it ends with its paragraph.
    """
    return _Reader(text).read()


class _Reader:
    """The state of one pass: where a quotation opened, and what closes it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.start = -1
        self.mark = ""

    def read(self) -> tuple[Span, ...]:
        for match in _MARK.finditer(self.text):
            if self.start >= 0 and match.start() - self.start > _LONGEST:
                self.start = -1
            if match.group()[0] == "\n":
                self._paragraph(match)
            elif self.start >= 0:
                self._try_close(match)
            elif self._opens(match.start(), match.group()):
                self.start, self.mark = match.start(), match.group()
        return tuple(self.spans)

    def _paragraph(self, match: re.Match[str]) -> None:
        """A quotation goes on over a paragraph that opens with its mark; single marks never do."""
        if self.start < 0 or self._goes_on(match.end()):
            return
        lowercase_next = match.group().count("\n") == 1 and self.text[match.end() : match.end() + 1].islower()
        if not lowercase_next:
            if self.mark not in _SINGLE:
                self._keep(self._trimmed(match.start()))
            self.start = -1

    def _goes_on(self, at: int) -> bool:
        rest = self.text[at : at + 40].lstrip()
        return self.mark not in _SINGLE and rest.startswith(self.mark)

    def _trimmed(self, end: int) -> int:
        while end > self.start and self.text[end - 1].isspace():
            end -= 1
        return end

    def _keep(self, end: int) -> None:
        if end - self.start >= _SHORTEST:
            self.spans.append(Span(start=self.start, end=end))

    def _try_close(self, match: re.Match[str]) -> None:
        if self._closes(match.start(), match.group()):
            self._keep(match.end())
            self.start = -1

    def _opens(self, at: int, mark: str) -> bool:
        if mark not in _PAIRS:
            return False
        if mark not in _SYMMETRIC and mark != "‘":
            return True
        before = self.text[at - 1 : at] if at else ""
        after = self.text[at + len(mark) : at + len(mark) + 1]
        return (
            (not before or before.isspace() or before in _OPEN_BEFORE) and bool(after) and not after.isspace()
        )

    def _closes(self, at: int, mark: str) -> bool:
        before, after = self.text[at - 1 : at], self.text[at + len(mark) : at + len(mark) + 1]
        if mark == self.mark == "“":  # typed twice the same way: “…,“ said
            return before in ".,!?" and not after.isalnum()
        if mark == '"' and self.mark == "“":  # opened by hand, closed by machine
            return before in ".,!?" and not after.isalnum()
        if mark != _PAIRS[self.mark]:
            return False
        if mark in _SYMMETRIC:
            return not ((before.isspace() or before in "([") and after.isalnum())
        return mark != "’" or not before.isspace()
