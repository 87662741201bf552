"""Quotations and headlines whose speaker stands before a colon, or in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tool.extract.attribution.beside import speaker_beside
from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import judge
from corpus_tool.extract.attribution.page import Page
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.extract.attribution.words import closed
from corpus_tool.models import Span

_NAMED = re.compile(
    r"(?:^|\n)[ \t]*((?:[A-Z][\w’'.-]{1,24}|[A-Z]\.)(?:[ \u00a0](?:[A-Z][\w’'.-]{1,24}"
    r"|[A-Z]\.)){0,3})(:)[ \u00a0]+(?=\S)"
)
_SHORTEST = 5


def named_speakers(page: Page) -> list[Found]:
    """NAME: what was said, on a line of its own (transcripts); Name: “what was said”."""
    found = []
    for match in _NAMED.finditer(page.masked):
        name = match.group(1)
        line_end = page.text.find("\n", match.end())
        end = end_of(page, match.end(), len(page.text) if line_end < 0 else line_end)
        verdict = judge(name)
        if (
            name.lower() in closed("labels")
            or verdict.kind not in ("person", "organisation", "outlet")
            or end - match.end() < 8
        ):
            continue
        source, cue = (
            Span(start=match.start(1), end=match.end(1)),
            Span(start=match.start(2), end=match.end(2)),
        )
        quote = page.quote_at(match.end())
        if quote is None and not name.isupper():
            continue
        content = quote or Span(start=match.end(), end=end)
        found.append(Found(source=source, cue=cue, content=content, rule="named_speaker"))
    return found


def _is_title(words: list[str]) -> bool:
    """A heading or the name of a work: most of its longer words begin with a capital."""
    long = [word for word in words[1:] if len(word) > 3]
    return sum(word[0].isupper() for word in long) * 2 > len(long)


def loose_quotations(page: Page, hits: Sequence[Found]) -> list[Found]:
    """Quotations that no cue carries: the rest of a speech, or words whose speaker is not given."""
    covered = sorted((hit.content.start, hit.content.end) for hit in hits if hit.content is not None)
    found, place = [], 0
    for quote in page.quotes:
        while place < len(covered) and covered[place][1] <= quote.start:
            place += 1
        near = covered[max(0, place - 1) : place + 3]
        if any(start < quote.end and quote.start < end for start, end in near):
            continue
        if _is_said(page, quote):
            found.append(speaker_beside(page, quote) or Found(content=quote, rule="loose_quotation"))
    return found


def _is_said(page: Page, quote: Span) -> bool:
    """Words long enough for a statement and no title; fewer where they are a sentence of their own."""
    words = page.text[quote.start + 1 : quote.end - 1].split()
    if len(words) >= _SHORTEST:
        return not _is_title(words)
    before = page.text[page.before(quote.start, " ") - 1 : quote.start].strip()
    alone = quote.start == 0 or before in ("", ".", "!", "?", ":")
    return bool(words) and alone and words[0][:1].isupper() and words[-1][-1:] in ".!?…—"
