"""Attributions hung on the end of a sentence, as in "…, surveys show" or "…, Ana Example told the Ledger".

What stands last governs all that precedes it: in "38 percent said they liked it, the paper reports" the
statement rests on the paper. Used for the sourcing of statements; ``quotes`` reads the same with its frames.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import NO_SENSE, judge
from corpus_tool.extract.attribution.page import Line, Page, Rule
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.extract.attribution.words import finite_forms
from corpus_tool.models import Span

_WHEN = (
    r"(?:\s+(?:on|in|last|this|yesterday|today|at|late|early|earlier|me|us|them|reporters|parliament|the\s+[A-Z]\w+|"
    r"[A-Z][\w’'-]+)\b[^,.;]{0,40})?"
)
_NAME = r"[A-Z][\w.’'-]+(?:\s+[A-Z&][\w.’'-]*){0,4}"
_ROLE = r"(?:[a-z][\w’'-]+\s+){0,4}"
_DEFINITE = r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+(?:[\w’'-]+\s+){0,5}[\w’'-]+"
_PRONOUN = r"(?:he|she|they|it)"
_PLURAL = (
    r"(?!(?:the|its|their|his|her|this|that|these|those)\s)(?:[a-z][\w-]+\s+){0,2}[a-z][\w-]+(?:s|ts|people)"
    r"(?:\s+(?:of|in|at|who|living|working|from|near)\s[^,;]{1,30}?)?"
)
_APPOSED = (
    r"(?:,\s+(?:who|which|a|an|the|its|their|his|her|one|chair|head|director|deputy|chief)\s[^,;]{2,90},)?"
)
_SOURCE = rf"(?:{_DEFINITE}|{_ROLE}{_NAME}|{_PRONOUN}|{_PLURAL}){_APPOSED}"
_HEADLINE = r"(?:[a-z][\w-]+\s+){0,3}[a-z][\w-]+"
"""Headlines leave articles out ("Rents fall, new study finds"), and have no full stop."""
_SHORTEST = 12
"""Characters; what precedes the tag has to be a statement."""
_NO_TAG = re.compile(
    r"^(?:as|so|what|how|that|and|or|but|than|which|who|whom|because|if|when)\b", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _verbs() -> tuple[str, ...]:
    return (*finite_forms("say", "show"), "told", "tells")


@lru_cache(maxsize=1)
def _final() -> re.Pattern[str]:
    verbs = "|".join(re.escape(form) for form in _verbs())
    return re.compile(
        rf",\s+(?P<source>{_SOURCE})\s+(?P<cue>(?:has\s+|have\s+|had\s+|also\s+)?(?:{verbs})){_WHEN}\s*[.!]?\s*$|"
        rf",\s+(?P<plain>{_HEADLINE})\s+(?P<verb>{verbs})\s*$"
    )


_MEDIAL = re.compile(
    rf",\s+(?P<source>{_DEFINITE}|{_ROLE}{_NAME}|{_PRONOUN})\s+(?P<cue>told)\s+(?:(?:the\s+)?[A-Z][\w’'-]+|me|us|reporters)\s*,\s"
)


def tagged(page: Page, line: Line) -> Iterator[Found]:
    """The tag at the end of a sentence; else one set between commas ("…, she told the Post, and …")."""
    comma = line.masked.rfind(", ")
    match = None
    while comma >= _SHORTEST and match is None and len(line.masked) - comma < _WIDEST:
        match = _final().match(line.masked, comma)
        comma = line.masked.rfind(", ", 0, comma)
    match = match or _MEDIAL.search(line.masked, _SHORTEST)
    if match is None:
        return
    part, verb = ("source", "cue") if match["source"] else ("plain", "verb")
    if _NO_TAG.match(match[part]):
        return
    crowd = re.fullmatch(_PLURAL, match[part]) is not None
    stands_in = re.fullmatch(_PRONOUN, match[part]) is not None
    if not (crowd or stands_in) and judge(match[part]).reason == NO_SENSE:
        return
    final = match.end() >= len(line.masked.rstrip())
    end = end_of(page, line.start, line.start + match.start() if final else line.end)
    yield Found(
        source=Span(start=line.start + match.start(part), end=line.start + match.end(part)),
        cue=Span(start=line.start + match.start(verb), end=line.start + match.end(verb)),
        content=Span(start=line.start, end=end),
        rule="tagged",
        verdict="vague" if crowd else "",
    )


_WIDEST = 240
"""Characters between the comma and the end of the sentence."""


@lru_cache(maxsize=1)
def rule() -> Rule:
    """Asked of sentences that hold a verb of saying or showing."""
    return Rule(frozenset(found.group() for form in _verbs() if (found := re.match(r"[a-z]+", form))), tagged)
