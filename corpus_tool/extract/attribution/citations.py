"""Papers cited as scholars do ("Marrow and Lunt (2014) tested …"), and the writer's own organ.

A citation may stand in brackets. An organ that speaks of itself vouches for itself: "The Ledger has
read the standard", in the Ledger.
Used for the sourcing of statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.page import Line, Page, Rule
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.models import Span

_SURNAME = r"(?:(?:van|von|de|der|den|la|le)\s+){0,2}[A-Z][\w’'-]{1,30}"
_YEAR = r"(?:19|20)\d\d[a-z]?"
_OTHERS = (
    rf"(?:\s+et\s+al\.?|\s+and\s+(?:colleagues|others)|(?:,\s+{_SURNAME}){{0,3}},?\s+(?:and|&)\s+{_SURNAME})"
)
_SUBJECT = re.compile(
    rf"(?P<source>{_SURNAME}(?:{_OTHERS}['’]?s?)\s+\({_YEAR}\)|{_SURNAME}\s+\({_YEAR}\)(?=\s+(?:found|finds|show|shows|showed|report|reports|reported|tested|measured|estimate|estimates|estimated|concluded|concludes|argue|argues|argued)\b))"
)
_BRACKET = re.compile(
    rf"\((?:see\s+|e\.g\.,?\s+|cf\.\s+)?(?P<source>{_SURNAME}{_OTHERS}?,?\s+{_YEAR})(?:[,;:][^()]{{1,80}})?\)"
)
_OWN_ORGAN = r"(?:has|have)\s+(?:read|seen|obtained|reviewed|examined|analy[sz]ed|counted|checked|heard|spoken|visited|tested|compared|asked)\b"


def cited(page: Page, line: Line) -> Iterator[Found]:
    """A citation by surnames and year, as subject or in brackets."""
    match = _SUBJECT.search(line.masked) or _BRACKET.search(line.masked)
    if match is None:
        return
    source = Span(start=line.start + match.start("source"), end=line.start + match.end("source"))
    name = page.text[source.start : source.end]
    content = Span(start=line.start, end=end_of(page, line.start, line.end))
    yield Found(source=source, content=content, rule="citation", name=name)


def bracketed(page: Page, line: Line) -> Iterator[Found]:
    """A citation in brackets alone: as the subject of a verb of saying the verb reads it."""
    match = _BRACKET.search(line.masked)
    if match is None:
        return
    source = Span(start=line.start + match.start("source"), end=line.start + match.end("source"))
    content = Span(start=line.start, end=end_of(page, line.start, line.end))
    if match.end() >= len(line.masked.rstrip(" .")):
        content = Span(start=line.start, end=end_of(page, line.start, line.start + match.start()))
    name = page.text[source.start : source.end]
    yield Found(source=source, content=content, rule="citation", name=name)


def own_organ(page: Page, line: Line) -> Iterator[Found]:
    """The Ledger has read the standard, in the Ledger: the organ vouches for itself."""
    publisher = page.document.publisher
    if not publisher or publisher.split()[-1] not in line.masked:
        return
    names = "|".join(re.escape(name) for name in (publisher, publisher.split()[-1]))
    match = re.search(rf"\b(?P<source>(?:[Tt]he\s+)?(?:{names}))\s+(?P<cue>{_OWN_ORGAN})", line.masked)
    if match is not None:
        yield Found(
            source=Span(start=line.start + match.start("source"), end=line.start + match.end("source")),
            cue=Span(start=line.start + match.start("cue"), end=line.start + match.end("cue")),
            content=Span(start=line.start, end=end_of(page, line.start, line.end)),
            rule="own_organ",
            verdict="self",
        )


RULES = (Rule(frozenset({"("}), cited), Rule(frozenset({"has", "have"}), own_organ))
"""Asked of every sentence that holds one of their words."""
BRACKETED = (Rule(frozenset({"("}), bracketed),)
"""For the command ``quotes``, which reads subjects by their verbs."""
