"""A document as the patterns see it: sentences, quotations, and the text with quotations masked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.quotations import quotations
from corpus_tool.extract.sentences import sentences
from corpus_tool.models import Document, Span

MASK = "\ue000"
"""Stands for every character of a quotation, so that a pattern cannot read inside one."""
_SHORT = r"['’](?:ve|re|ll|d|m)\b"
_WORD = re.compile(
    rf"[^\W\d_]+(?={_SHORT})|{_SHORT}|[^\W\d_]+(?:(?!{_SHORT})['’.-][^\W\d_]+)*|\d[\d.,]*(?<=\d)"
)
"""Contracted auxiliaries are words of their own: "we've" is a subject and part of a cue."""
_LOW = re.compile(r"[a-z]+|[(\[–—:]")
_LONGEST = 1500
_WIDEST_GAP = 40
_BREAK = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line; offsets count in the document."""

    start: int
    end: int
    low: str


@dataclass(frozen=True)
class Line:
    """One sentence: its span, and its masked text."""

    start: int
    end: int
    masked: str

    @cached_property
    def lows(self) -> frozenset[str]:
        """Its plain words in lower case, and the marks that patterns hang on: a cheap test before a pattern."""
        return frozenset(_LOW.findall(self.masked.lower()))

    def words(self) -> list[Word]:
        """Words of the masked sentence."""
        return [
            Word(self.start + m.start(), self.start + m.end(), m.group().lower().replace("’", "'"))
            for m in _WORD.finditer(self.masked)
        ]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern asked of each sentence that holds one of the words it needs (of all, where it names none)."""

    needs: frozenset[str]
    find: Callable[[Page, Line], Iterator[Found]]


def asked(page: Page, rules: Sequence[Rule]) -> list[Found]:
    """What the rules find, sentence by sentence, in the order of the rules."""
    return [
        hit
        for line in page.lines
        for rule in rules
        if not rule.needs or not rule.needs.isdisjoint(line.lows)
        for hit in rule.find(page, line)
    ]


class Page:
    """A document's text with what the patterns ask of it, each computed once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Quotations, marks included."""
        return quotations(self.text)

    @cached_property
    def masked(self) -> str:
        """The text, each quotation replaced by as many `MASK` characters."""
        parts, done = [], 0
        for span in self.quotes:
            parts += [self.text[done : span.start], MASK * (span.end - span.start)]
            done = span.end
        return "".join([*parts, self.text[done:]])

    @cached_property
    def lines(self) -> list[Line]:
        """Sentences, none longer than a reader could follow."""
        return [
            Line(span.start, span.end, self.masked[span.start : span.end])
            for span in sentences(self.text)
            if span.end - span.start <= _LONGEST
        ]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def number(self, line: Line) -> int:
        """Which of the page's lines this is."""
        return bisect_right(self._line_starts, line.start) - 1

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [span.start for span in self.quotes]

    def quote_at(self, offset: int) -> Span | None:
        """The quotation that covers an offset, or null."""
        place = bisect_right(self._quote_starts, offset) - 1
        if place >= 0 and self.quotes[place].end > offset:
            return self.quotes[place]
        return None

    def quote_after(self, offset: int, *, gap: str = r"\s*") -> Span | None:
        """The quotation that begins after ``offset`` with only ``gap`` between, or null."""
        place = bisect_right(self._quote_starts, offset - 1)
        if place >= len(self.quotes):
            return None
        span = self.quotes[place]
        if not 0 <= span.start - offset <= _WIDEST_GAP:
            return None
        return span if re.fullmatch(gap, self.text[offset : span.start]) else None

    def before(self, offset: int, marks: str) -> int:
        """``offset`` moved left over any of ``marks``."""
        while offset > 0 and self.text[offset - 1] in marks:
            offset -= 1
        return offset

    def same_paragraph(self, start: int, end: int) -> bool:
        """Whether no line break lies between two offsets."""
        return _BREAK.search(self.text, start, end) is None
