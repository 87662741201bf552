"""Documents that present a statement without a verb of saying: "Annex C lists …", "under section 12 of …".

What a register counts, a standard requires or an issue puts at a figure rests on that
document, though nobody is said to have said it. Used for the sourcing of statements; the
command ``quotes`` keeps to reported speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import judge, known_outlet
from corpus_tool.extract.attribution.page import Line, Page
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.models import Span

_PRESENTS = (
    r"(?:lists?|listed|counts?|counted|puts?|gives?|gave|sets?|names?|named|records?|recorded|requires?|required|prescribes?|"
    r"prescribed|tests?|tested|followed|measures?|measured|surveyed|compared|covers?|covered|orders?|ordered|defines?|defined|contains?|contained|"
    r"registers?|registered|describes?|described|provides?|provided|shows?|showed|tells?|told|allows?|obliges?|obliged|calls?|called|estimates?|estimated)"
)
_SUBJECT = re.compile(
    r"^(?P<source>(?:(?:And|But|Yet|So)\s+)?(?:The|A|An|Its|Their|His|Her|This|That|Those|These|[A-Z])(?:[^,;:.!?\n]|[.:](?=\d)){1,90}?(?:,\s+(?:in|at|on|of|dated|from)\s[^,;:.\n]{1,40},)?)"
    rf"\s+(?P<cue>(?:also\s+|only\s+|still\s+|now\s+|then\s+|in fact\s+)?{_PRESENTS})\s+(?P<rest>\S)"
)
_PREPOSED = re.compile(
    r"(?:^|,\s+|\bwhere\s+)(?P<cue>(?i:by|under|from|in|pursuant to|on the evidence of))\s+"
    r"(?P<source>(?:the\s+(?:count|figures|reckoning|records|books|accounts|data|estimate)\s+of\s+)?(?:the\s+|its\s+|their\s+)?"
    r"(?:(?:section|article|clause|paragraph|chapter|rule|page|table|annex)\s+[\dIVX][\w./()-]*\s+of\s+(?:the\s+)?)?"
    r"(?:\d{4}\s+)?[^\s,;:.\d][^,;:.\n]{2,80})(?=[,.;\n]|\s+(?:owners|people|the|every|all|no|each|any|a|an|it|they|we|you|there)\b|$)"
)
_NUMBERED = re.compile(
    r"\b(?:[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph|[Rr]ule)\s+[\dIVX]|\b[A-Z]{2,5}\s?\d{3,}"
)
_THING = re.compile(
    r"\b(?:bulletin|annex|appendix|yearbook|schedule|section|clause|chapter|paragraph|record|register|notice|handbook|report|"
    r"standard|code|paper|study|table|census|survey|statute|act|law|directive|outline|minutes|summary|text)s?\b"
)
_COUNT_OF = re.compile(
    r"^the\s+(?:count|figures|reckoning|records|books|accounts|data|estimate)\s+of\s+", re.IGNORECASE
)
_HEARSAY = re.compile(
    r"\b(?:we|you)(?:['’]re|\s+are|\s+were|\s+keep\s+being|['’]ve\s+been|\s+have\s+been)\s+(?:all\s+)?(?:often\s+)?(?:told|assured)\b|"
    r"\b(?:they|people|folks|everyone|everybody)\s+(?:all\s+)?(?:say|claim|reckon)\b|"
    r"\b(?:rumou?r|word|legend|the\s+story)\s+(?:has\s+it|is|goes|says)\b|\bI(?:['’]ve)?\s+(?:have\s+)?(?:once\s+)?(?:heard|read|seen)\s+"
    r"(?:somewhere|that|it\s+said)\b|\b(?:some|many)\s+(?:people\s+)?say\b",
    re.IGNORECASE,
)
_READABLE = ("document", "outlet", "organisation")


def found(page: Page) -> list[Found]:
    """Statements that a document presents, sentence by sentence."""
    return [hit for line in page.lines for rule in RULES for hit in rule(page, line)]


def _span(line: Line, match: re.Match[str], group: str) -> Span:
    return Span(start=line.start + match.start(group), end=line.start + match.end(group))


def _subject(page: Page, line: Line) -> Iterator[Found]:
    """The bulletin counts …; Annex C lists …; the magazine puts …: a document, or an outlet, as subject."""
    match = _SUBJECT.match(line.masked)
    if match is None or "\ue000" in match["source"]:
        return
    phrase = match["source"].split(",")[0].strip()
    if not is_document(phrase):
        return
    content = Span(start=line.start, end=end_of(page, line.start, line.end))
    yield Found(
        source=_span(line, match, "source"), cue=_span(line, match, "cue"), content=content, rule="presents"
    )


def _preposed(page: Page, line: Line) -> Iterator[Found]:
    """Under section 12 of the Code …; by the Yearbook, table 4; by the count of the Office."""
    for match in _PREPOSED.finditer(line.masked):
        phrase = match["source"].strip()
        counted = _COUNT_OF.match(phrase) is not None
        if match["cue"].lower() in ("by", "in", "from") and not counted and not _is_titled(phrase):
            continue
        verdict = judge(_COUNT_OF.sub("the ", phrase))
        if (
            not (counted or _NUMBERED.search(phrase) or verdict.kind == "document")
            or verdict.external is None
        ):
            continue
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        yield Found(
            source=_span(line, match, "source"),
            cue=_span(line, match, "cue"),
            content=content,
            rule="preposed",
        )


def _hearsay(page: Page, line: Line) -> Iterator[Found]:
    """We are told that …; the rumour is …; they say: nobody one could ask."""
    match = _HEARSAY.search(line.masked)
    if match is not None:
        cue = Span(start=line.start + match.start(), end=line.start + match.end())
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        yield Found(cue=cue, content=content, rule="hearsay", verdict="vague")


def is_document(phrase: str) -> bool:
    """Whether a subject is a thing one can read: a named or definite document, a numbered clause, an outlet."""
    if _NUMBERED.search(phrase) or known_outlet(phrase) is not None:
        return True
    verdict = judge(phrase)
    if verdict.kind in ("document", "outlet") and verdict.external is not None:
        return True
    head = re.split(r"\s(?:of|by|from|for|in)\s", phrase, maxsplit=1)[0]
    first = phrase.split(" ")[0].lower()
    return _THING.search(head.split(" ")[-1]) is not None and first not in (
        "no",
        "any",
        "some",
        "every",
        "each",
    )


def _is_titled(phrase: str) -> bool:
    """Whether the phrase names a document by its own title ("the Statistical Yearbook")."""
    verdict = judge(phrase)
    named = any(word[:1].isupper() for word in phrase.split(" ")[1:])
    return verdict.kind == "document" and (named or _NUMBERED.search(phrase) is not None)


RULES = (_subject, _preposed, _hearsay)
"""Asked of every sentence, each for itself."""
