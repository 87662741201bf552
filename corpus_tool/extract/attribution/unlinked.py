"""Pointers at what a file no longer holds: "as shown in this thread", "the link below", "[14]" with no note.

They say that there is a source; which one, only the page knew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.page import Line, Page, Rule, asked
from corpus_tool.extract.attribution.phrasal import sentence_without
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.models import Span

_THING = (
    r"(?:piece|article|story|post|thread|report|page|link|video|clip|tweet|study|paper|document|essay|interview|site|website|"
    r"column|explainer|overview|summary|chart|graphic|graph|map|table|screenshot|image|photo)s?"
)
_AS_IN = re.compile(
    r"\b(?P<cue>[Aa]s\s+(?:is\s+|was\s+|I\s+|we\s+)?(?:explained|described|shown|reported|set\s+out|laid\s+out|seen|noted|detailed|discussed|argued|"
    r"documented|covered|outlined|proven|proved|demonstrated|pointed\s+out)\s+(?:in|on|by|at))\s+"
    rf"(?P<source>(?:this|these|that|those)\s+(?:[\w’'-]+\s+){{0,3}}?{_THING}|here)(?=\s*(?:[.,;:)!?]|$))"
)
_NEARBY = re.compile(
    rf"\b(?:[Aa]s\s+)?(?P<source>(?:the|this)\s+(?:{_THING}\s+(?:below|above|here|underneath)|(?:above|following|attached|linked)\s+{_THING}))\s+"
    r"(?P<cue>shows?|explains?|says?|describes?|proves?|makes?\s+clear|demonstrates?|lists?|reports?)\b"
)
_NUMBER = re.compile(r"(?<=[\w.,)”\"’%])\s?(?P<source>\[\d{1,3}(?:\s?[-–,]\s?\d{1,3}){0,5}\])")
_NOTES = re.compile(r"^[ \t]*(?:\[\^?\d{1,3}\]|\d{1,3}[.)])[ \t]+\S", re.MULTILINE)


def found(page: Page) -> list[Found]:
    """Pointers of the page whose target is not in it."""
    return asked(page, RULES)


def _span(line: Line, match: re.Match[str], group: str) -> Span:
    return Span(start=line.start + match.start(group), end=line.start + match.end(group))


def _as_in(page: Page, line: Line) -> Iterator[Found]:
    """…, as explained in this piece; as shown in this thread, …; the link below shows …."""
    for pattern in (_AS_IN, _NEARBY):
        match = pattern.search(line.masked)
        if match is None:
            continue
        source, cue = _span(line, match, "source"), _span(line, match, "cue")
        first = line.start + match.start()
        content = sentence_without(page, line, first, max(source.end, cue.end))
        yield Found(source=source, cue=cue, content=content, rule="as_in_this", verdict="lost")


def numbers(page: Page) -> Iterator[Found]:
    """A number in square brackets after a statement, where the list it points into is gone."""
    if "[" not in page.text or _NOTES.search(page.text) is not None:
        return
    for line in page.lines:
        match = _NUMBER.search(line.masked)
        if match is not None and match.start() > _SHORTEST:
            content = Span(start=line.start, end=end_of(page, line.start, line.start + match.start("source")))
            yield Found(source=_span(line, match, "source"), content=content, rule="numbered", verdict="lost")


_SHORTEST = 12

RULES = (
    Rule(
        frozenset({"as", "below", "above", "following", "attached", "linked", "underneath", "here"}), _as_in
    ),
)
"""Asked of every sentence that holds one of their words."""
