"""The edges of a name beside a cue, where the parser cut it short or let it run over.

Names with particles ("Petra van den Hoek"), a name behind its kind ("the news agency Baltpress"), an
adverbial of time that leans on the name ("On Friday union leader Greta Voss").
"""

from __future__ import annotations

import re

from corpus_tool.models import Span

_PARTICLE = (
    r"(?:van|von|de|del|della|der|den|des|di|da|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|zur|af|av|y|e)"
)
_CAPITAL = r"[A-Z][\w.’'-]*"
_FIRST_NAMES = re.compile(rf"\b((?:{_CAPITAL}\s){{1,3}}(?:{_PARTICLE}\s){{1,3}})$")
_LAST_NAME = re.compile(rf"(?:\s{_PARTICLE}){{1,3}}(?:\s{_CAPITAL}){{1,2}}(?=\s)")
_NAME_NEXT = re.compile(rf"\s{_CAPITAL}(?:\s{_CAPITAL}){{0,4}}(?=\s)")
_YEAR_NEXT = re.compile(r"\.?\s\((?:19|20)\d\d[a-z]?\)")
"""Of a paper cited by its authors ("Okafor et al. (2017)")."""
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|yesterday|today|tonight"
)
_WHEN = re.compile(
    rf"(?:(?:{_DAY})(?:\s+(?:morning|afternoon|evening|night))?|(?:Afterwards?|Later|Earlier|Meanwhile|Then|Now|Today|"
    r"Yesterday|Recently|Once|Soon|Here|There|Instead|Still|However|Also|Again|Even|Only|Just)),?\s+(?=\S)"
)
_DATELINE = re.compile(r"(?:[^()\n]{0,60}\()?[A-Z][\w ./]{1,30}\)\s*(?:[-–—]|--)\s*(?=\S)")
"""Where and by which wire a story begins: "ORVIK, June 3 (Wire) – The mayor said"."""
_QUANTIFIER = re.compile(r"\s(?:both|all|each)$")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Jr|Sr|Inc|Co|Ltd|Corp|Bros|St|Gov|Sen|Rep|Ph\.D|[A-Z](?:\.[A-Z])+))\.$"
)
_LONGEST_LOOK = 60


def whole_name(masked: str, source: Span, cue: int) -> Span:
    """A source with all of its name, and without the time before it.

    Args:
        masked: The text with its quotations masked.
        source: The phrase as parsed.
        cue: Where the cue begins.
    """
    start = source.start
    dateline = _DATELINE.match(masked, start, source.end)
    start = dateline.end() if dateline is not None and dateline.end() < source.end else start
    when = _WHEN.match(masked, start, source.end)
    if when is not None and _names(masked[when.end() : source.end]):
        start = when.end()
    first = _FIRST_NAMES.search(masked, max(0, start - _LONGEST_LOOK), start)
    if first is not None and masked[start : start + 1].isupper():
        start = first.start(1)
    end = _end(masked, source, cue)
    floating = _QUANTIFIER.search(masked, start, end)
    return Span(start=start, end=floating.start() if floating is not None else end)


def tidy(text: str, span: Span) -> Span:
    """A span without blanks at its edges, and a name without the sentence's full stop."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else span


_REFERENCES = re.compile(r"[\s.,;]*(?:\[\d{1,3}(?:[-–,]\s?\d{1,3}){0,5}\]?)+$")


def tidy_content(text: str, span: Span) -> Span:
    """The same for a content, which ends before the numbers of its footnotes."""
    span = tidy(text, span)
    marks = _REFERENCES.search(text, max(span.start, span.end - _LONGEST_LOOK), span.end)
    return (
        Span(start=span.start, end=marks.start())
        if marks is not None and marks.start() > span.start
        else span
    )


def tidy_source(text: str, span: Span) -> Span:
    """The same for a source, which also ends before the full stop of its sentence."""
    span = tidy(text, span)
    stop = text[span.end - 1 : span.end] == "." and not _ABBREVIATED.search(text, span.start, span.end)
    closing = text[span.end : span.end + 1]
    if closing == "”" and text.count("“", span.start, span.end) > text.count("”", span.start, span.end):
        return Span(start=span.start, end=span.end + 1)
    return Span(start=span.start, end=span.end - 1) if stop and span.end - span.start > 1 else span


def _names(rest: str) -> bool:
    """Whether what is left is a phrase of its own."""
    return rest[:1].isupper() or rest.split(" ", maxsplit=1)[0].lower() in _DETERMINERS or " " in rest


_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "my", "our", "some", "many", "he", "she", "they", "it"}
)


def _end(masked: str, source: Span, cue: int) -> int:
    """The end of a source that reaches to its cue: a last name or the name after a kind belongs to it."""
    if not source.end < cue <= source.end + _LONGEST_LOOK:
        return source.end
    for pattern in (_YEAR_NEXT, _LAST_NAME, _NAME_NEXT):
        more = pattern.match(masked, source.end, cue)
        if more is not None and not masked[more.end() : cue].strip():
            return more.end()
    return source.end
