"""Who speaks in a quotation that no cue carries: whom the sentence beside it is about.

A quotation that is a sentence of its own shares its paragraph with a sentence about a person ("She shook
her head. “Never.”"): that person speaks. So in print and in novels; a sentence about a thing gives nobody.
"""

from __future__ import annotations

import re

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import judge
from corpus_tool.extract.attribution.page import MASK, Page
from corpus_tool.extract.attribution.phrases import subject_before
from corpus_tool.extract.tokens import tokens
from corpus_tool.extract.verbs import first_finite
from corpus_tool.models import Span

_WORDS_OF = re.compile(
    r"\s*(?:(?:[Tt]hose|[Tt]hese|[Ss]uch)\s+(?:were|are)\s+(?P<cue>the\s+(?:\w+\s+)?words\s+of)|(?:So|Thus)\s+(?P<verb>said|spoke|wrote|ran))\s+"
    r"(?P<source>[^.,;:\n]{2,80})"
)
_PRONOUN = re.compile(r"(He|She|I)\s+(?!['’])")
_PRONOUNS = frozenset({"he", "she", "i"})
_LONGEST = 220
_MOST_TOKENS = 40


def speaker_beside(page: Page, quote: Span) -> Found | None:
    """The attribution of a quotation to the person that the sentence before or after it is about."""
    return _words_of(page, quote) or _before(page, quote) or _after(page, quote)


def _words_of(page: Page, quote: Span) -> Found | None:
    """“…” Those were the words of X; “…” So said X."""
    match = _WORDS_OF.match(page.masked, quote.end, quote.end + _LONGEST)
    if match is None:
        return None
    part = "cue" if match["cue"] else "verb"
    cue = Span(start=match.start(part), end=match.end(part))
    source = Span(start=match.start("source"), end=match.end("source"))
    return Found(source=source, cue=cue, content=quote, rule="words_of")


def _before(page: Page, quote: Span) -> Found | None:
    """Of “She shook her head. ‘Never.’”: whom the sentence before is about."""
    stop = page.before(quote.start, " ")
    if stop < _FEWEST or page.text[stop - 1] not in ".:!?":
        return None
    far = max(0, stop - _LONGEST)
    first = max(far, page.text.rfind("\n", far, stop) + 1, page.masked.rfind(MASK, far, stop) + 1)
    ends = [found.end() for found in _ENDS.finditer(page.masked, first, stop - 1)]
    return _about(page, quote, ends[-1] if ends else first, stop)


def _after(page: Page, quote: Span) -> Found | None:
    """“…” He turned away: where the quotation opens its paragraph."""
    opens = page.text[max(0, quote.start - 2) : quote.start].rstrip(" \t\u00a0")
    if (opens and not opens.endswith("\n")) or page.text[quote.end : quote.end + 1] != " ":
        return None
    last = min(len(page.text), quote.end + _LONGEST)
    stop = _STOP.search(page.masked, quote.end + 2, last)
    return _about(page, quote, quote.end + 1, stop.start() if stop is not None else last)


def _about(page: Page, quote: Span, start: int, end: int) -> Found | None:
    """The person that a sentence is about, as the source of the quotation beside it."""
    source = _subject(page, start, end)
    return None if source is None else Found(source=source, content=quote, rule="beside")


_ENDS = re.compile(r"[.!?]\s+(?=[A-Z])")
_STOP = re.compile(rf"[.!?](?=\s|$)|\n|{MASK}")
_FEWEST = 2


def _subject(page: Page, start: int, end: int) -> Span | None:
    """The subject of the sentence, where it is a person."""
    while start < end and page.text[start].isspace():
        start += 1
    stretch = page.masked[start : min(end, start + _LONGEST)]
    if MASK in stretch:
        return None
    pronoun = _PRONOUN.match(stretch)
    if pronoun is not None:
        return Span(start=start, end=start + pronoun.end(1))
    words = tokens(stretch)
    verb = first_finite(words, 0, min(len(words), _MOST_TOKENS))
    if verb <= 0:
        return None
    source = subject_before(page.masked, start, start + words.starts[verb])
    if source is None or source.start != start:
        return None
    phrase = page.text[source.start : source.end]
    person = phrase.lower() in _PRONOUNS or judge(phrase).kind == "person"
    return source if person else None
