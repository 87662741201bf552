"""All hits of a page: the rules in their order, clashes settled, sorted."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace

from corpus_tool.extract.attribution import (
    citations,
    deep,
    headlines,
    hearsay,
    links,
    phrasal,
    pointers,
    shallow,
    speakers,
    tags,
    unlinked,
)
from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.named import tidy, tidy_content, tidy_source
from corpus_tool.extract.attribution.page import Page, asked
from corpus_tool.models import Span

_LEFT_TO_PARSE = frozenset({"is_said_to", "according_to"})
"""Patterns that the parse reads more exactly: asked after it."""
_PLAIN = frozenset({"as_said", "said_that", "before_quote", "tagged"})
"""Patterns sure enough to stand where the parse found nothing."""


def hits(page: Page, *, parse: bool) -> list[Found]:
    """Every attribution of a page, in the order they begin.

    Args:
        page: The document.
        parse: Read reporting verbs with the dependency parse instead of by pattern.
    """
    fixed = [
        *speakers.named_speakers(page),
        *phrasal.quote_credits(page),
        *phrasal.lead_ins(page),
        *unlinked.found(page),
        *pointers.found(page),
        *hearsay.found(page),
        *phrasal.found(page),
        *headlines.found(page),
    ]
    fixed += asked(page, citations.BRACKETED)
    verbs = shallow.found(page)
    if parse:
        read = deep.found(page)
        later = [hit for hit in fixed if hit.rule in _LEFT_TO_PARSE]
        fixed = [hit for hit in fixed if hit.rule not in _LEFT_TO_PARSE]
        verbs = [*read, *later, *_elsewhere([*verbs, *asked(page, (tags.rule(),))], read)]
    kept = _without_clashes([*fixed, *verbs, *links.anchored(page)])
    kept += _numbers_alone(page, kept)
    every = sorted([*kept, *speakers.loose_quotations(page, kept)], key=_order)
    return [_tidied(page.text, hit) for hit in every]


def _numbers_alone(page: Page, kept: list[Found]) -> list[Found]:
    """Numbers that point at a lost list, behind statements that have no other source."""
    taken = Taken()
    for hit in kept:
        if hit.content is not None:
            taken.add(hit.content)
    return [hit for hit in unlinked.numbers(page) if hit.content is not None and not taken.meets(hit.content)]


def _tidied(text: str, hit: Found) -> Found:
    """The same with no blank at an edge of any part."""
    return replace(
        hit,
        source=None if hit.source is None else tidy_source(text, hit.source),
        cue=None if hit.cue is None else tidy(text, hit.cue),
        content=None if hit.content is None else tidy_content(text, hit.content),
    )


def _elsewhere(patterns: list[Found], read: list[Found]) -> list[Found]:
    """What patterns found where the parse found nothing: a misread tag loses a plain "X said"."""
    taken = Taken()
    for hit in sorted(read, key=_order):
        taken.add(Span(start=hit.start, end=hit.end))
    return [
        hit for hit in patterns if hit.rule in _PLAIN and not taken.meets(Span(start=hit.start, end=hit.end))
    ]


def _order(hit: Found) -> tuple[int, int, str]:
    return (hit.start, hit.end, hit.rule)


def _without_clashes(found: list[Found]) -> list[Found]:
    """Earlier rules win where two claim one cue (or one source), or one content for one source."""
    kept: list[Found] = []
    taken = Taken()
    seen: set[tuple[Span | None, Span | None]] = set()
    for hit in found:
        mark = hit.cue or hit.source
        told = (hit.content, hit.source)
        pointed = hit.verdict == "lost" and hit.source is not None and taken.meets(hit.source)
        if pointed or (mark is not None and taken.meets(mark)) or (hit.content is not None and told in seen):
            continue
        kept.append(hit)
        seen.add(told)
        for span in (hit.cue, hit.source):
            if span is not None:
                taken.add(span)
    return kept


class Taken:
    """Spans in use, asked whether a new one meets any of them."""

    _WIDEST = 8

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def add(self, span: Span) -> None:
        """Mark a span as used."""
        insort(self._spans, (span.start, span.end))

    def meets(self, span: Span) -> bool:
        """Whether any of the spans that begin nearby overlaps this one."""
        place = bisect_left(self._spans, (span.end, -1))
        return any(end > span.start for _, end in self._spans[max(0, place - self._WIDEST) : place])
