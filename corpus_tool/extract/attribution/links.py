"""Links that the file kept: when one is what a statement rests on, and how far it can be checked."""

from __future__ import annotations

import re
from bisect import bisect_right
from urllib.parse import urlsplit

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.judgement import Judgement
from corpus_tool.extract.attribution.page import Page
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.models import Document, Grade, Link, Span

_OFFICIAL = re.compile(r"(?:^|\.)(?:gov|edu|mil|int|europa\.eu|ac|go|gouv|gob|admin)(?:\.[a-z]{2})?$")
_POINTS = re.compile(
    r"(?:this|the|a|an|that|here|see|source|sources|link|via)\b.{0,60}", re.IGNORECASE | re.DOTALL
)
_REPORTS = re.compile(
    r".{0,60}\b(?:reports?|reported|reporting|stud(?:y|ies)|articles?|surveys?|papers?|documents?|data|statements?|said|says|found|shows?|"
    r"according to|law|ruling|announced|announcement|figures|statistics|poll)\b.{0,30}",
    re.IGNORECASE | re.DOTALL,
)


def link_under(document: Document, hit: Found) -> Link | None:
    """The link that a hit rests on: its anchor touches the source or cue and points or reports.

    Under a pointer ("this piece") any link counts.
    """
    spans = [span for span in (hit.source, hit.cue) if span is not None]
    for link in document.links:
        if not any(link.start < span.end and span.start < link.end for span in spans):
            continue
        anchor = document.text[link.start : link.end].strip()
        if hit.verdict == "lost" or _POINTS.fullmatch(anchor) or _REPORTS.fullmatch(anchor):
            return link
    return None


def linked(link: Link) -> Judgement:
    """A surviving link: official and university hosts hold the thing itself, others retell it."""
    try:
        host = (urlsplit(link.href).hostname or "").removeprefix("www.")
    except ValueError:  # "http://[": a broken address is still the one that was given
        host = ""
    grade: Grade = "primary" if _OFFICIAL.search(host) else "secondary"
    return Judgement("link", grade, host or link.href, "a link that the file kept")


def anchored(page: Page) -> list[Found]:
    """Sentences whose link sits on a word of reporting: "the pump <failed, a study found>"."""
    starts = [line.start for line in page.lines]
    found = []
    for link in page.document.links:
        place = bisect_right(starts, link.start) - 1
        anchor = page.text[link.start : link.end]
        if place < 0 or page.lines[place].end < link.end or not _REPORTS.fullmatch(anchor.strip()):
            continue
        line = page.lines[place]
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        source = Span(start=link.start, end=link.end)
        if content.end > content.start and source.end > source.start:
            found.append(Found(source=source, content=content, rule="anchored", verdict="lost"))
    return found
