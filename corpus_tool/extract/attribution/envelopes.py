"""From the first to the last of a quotation in parts: “…,” she said, “…”, and the paragraph after it."""

from __future__ import annotations

import re
from typing import Any

from corpus_tool.extract.attribution import tree
from corpus_tool.extract.attribution.extent import with_its_opening
from corpus_tool.extract.attribution.shallow import extended
from corpus_tool.models import Span

_GAP = r"[\s.,;:]*(?:[a-z]+\s|(?:[a-z]+\s){0,3}[a-z]+,\s)?\s*"
"""Between a tag and the second half of what it splits: "she said slowly, “…”"."""


def extended_both(here: tree.Sentence, token: Any, quote: Span) -> Span:
    """The quotation, and the rest of it that follows the cue in the sentence or the paragraph."""
    start, end = quote.start, quote.end
    last = max(here.at(token.i).end, (here.subject(token) or here.at(token.i)).end, end)
    after = here.page.quote_after(last, gap=_GAP)
    if after is None and quote.end <= here.at(token.i).start:
        after = here.page.quote_after(here.line.end)
    if quote.start >= here.verb_group(token).end:
        start = here.that_before(quote.start)
    if after is not None and (here.page.same_paragraph(last, after.start) or _stands_alone(here, after)):
        end = after.end
    if start >= here.verb_group(token).end:
        end = max(end, _runs_on(here, token, quote))
    if quote.end <= here.verb_group(token).start:
        start = min(start, with_its_opening(here.page, here.line, quote).start)
    return extended(here.page, Span(start=start, end=end))


_PARAGRAPH_END = re.compile(r"\s*(?:\n|$)")


def _stands_alone(here: tree.Sentence, quote: Span) -> bool:
    """Whether a quotation fills its paragraph to the end: a speech that goes on, with no tag of its own."""
    return _PARAGRAPH_END.match(here.page.text, quote.end) is not None


def _runs_on(here: tree.Sentence, token: Any, quote: Span) -> int:
    """In "said “most” of it was lost": the end of the clause that a quotation opens."""
    if not here.page.text[quote.end - 2].isalnum() or not re.match(
        r"\s[a-z]", here.page.text[quote.end :][:2]
    ):
        return quote.end
    clauses = [here.to_the_end(c, token) for c in token.children if c.dep_ == "ccomp" and c.i > token.i]
    return max([quote.end, *(span.end for span in clauses if span is not None and span.start <= quote.end)])
