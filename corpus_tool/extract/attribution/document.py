"""`attributions`: patterns or parse, then one grading for both."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tool.extract.attribution import collect
from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import judge, lost
from corpus_tool.extract.attribution.judgement import Judgement
from corpus_tool.extract.attribution.links import link_under, linked
from corpus_tool.extract.attribution.names import Cast
from corpus_tool.extract.attribution.page import Page
from corpus_tool.models import Attribution, AttributionKind, Document, Grade, Span, TextSpan

_READABLE = {
    "instrument": "a named place where the statement can be looked up",
    "citation": "a paper cited by its authors and year",
}
"""Rules that name a document by their form alone."""


def attributions(document: Document, *, parse: bool = True) -> tuple[Attribution, ...]:
    """All attributions of a document's text, in the order they begin.

    Args:
        document: The text; offsets of every part count in it.
        parse: Read sentences that hold a cue with the dependency parse (slower, more
            exact, also beliefs and intentions). Without it patterns alone decide.
    """
    page = Page(document)
    return graded(document, collect.hits(page, parse=parse))


def graded(document: Document, hits: Sequence[Found]) -> tuple[Attribution, ...]:
    """What the grader makes of findings, in the order given; pronouns look back along it."""
    cast = Cast(document.text)
    return tuple(_graded(document, hit, cast) for hit in hits)


def _graded(document: Document, hit: Found, cast: Cast) -> Attribution:
    verdict = _verdict(document, hit, cast)
    return Attribution(
        kind=verdict.kind,
        grade=verdict.grade,
        source=_cut(document, hit.source),
        cue=_cut(document, hit.cue),
        content=_cut(document, hit.content),
        external=verdict.external,
    )


def _cut(document: Document, span: Span | None) -> TextSpan | None:
    return (
        None
        if span is None
        else TextSpan(start=span.start, end=span.end, text=document.text[span.start : span.end])
    )


def _verdict(document: Document, hit: Found, cast: Cast) -> Judgement:
    link = link_under(document, hit)
    if hit.verdict == "lost" and hit.rule != "anchored":
        return linked(link) if link is not None else lost()
    verdict = _named(document, hit, cast)
    if hit.rule == "anchored" and (verdict.external is None or verdict.grade == "uncheckable"):
        return linked(link) if link is not None else lost()
    if link is not None and verdict.grade == "uncheckable" and verdict.kind != "self":
        return linked(link)
    return verdict


def _named(document: Document, hit: Found, cast: Cast) -> Judgement:
    if hit.verdict in ("vague", "self"):
        return judge("I" if hit.verdict == "self" else None)
    if hit.rule == "loose_quotation" and hit.content is not None:
        return cast.speaking(hit.content.start)
    if hit.rule in _READABLE:
        return Judgement("document", "primary", hit.name, _READABLE[hit.rule])
    if hit.name is not None:
        return _footnoted(hit.name)
    source = hit.antecedent or hit.source
    if source is None:
        return judge(None)
    words = document.text[source.start : source.end]
    common = hit.common and not words[1:2].isupper()
    return cast.judge(words[:1].lower() + words[1:] if common else words, source.start)


def _footnoted(note: str) -> Judgement:
    verdict = judge(note)
    kind: AttributionKind = "outlet" if verdict.kind == "outlet" else "document"
    grade: Grade = verdict.grade if verdict.grade == "primary" else "secondary"
    return Judgement(kind, grade, note, "a footnote that names it")
