"""Quoted lines: marked with ">", or word for word the article that a comment stands under."""

from __future__ import annotations

import re

from corpus_tool.models import Span
from corpus_tool.text import normalise

_MIN_WORDS = 6
"""Shorter runs occur in two texts by chance."""
_EDGES = " \"'.,;:!?()[]-*_>"


def quoted_spans(text: str, article: str) -> tuple[Span, ...]:
    """Spans of the quoted paragraphs of a text, ends included, in order.

    Args:
        text: A comment or an article.
        article: Text that may be quoted; empty to go by marks alone.
    """
    folded = normalise(article)
    found: list[Span] = []
    offset = 0
    joins = False
    for line in text.split("\n"):
        bare = line.strip()
        start = offset + (len(line) - len(line.lstrip()))
        offset += len(line) + 1
        marked = bare.startswith(">") and not bare.startswith(">>>>>")
        if marked and joins:
            found[-1] = Span(start=found[-1].start, end=start + len(bare))
        elif marked or _is_from(bare, folded):
            found.append(Span(start=start, end=start + len(bare)))
        joins = marked
    return tuple(found)


def _is_from(line: str, article: str) -> bool:
    if not article or line.count(" ") < _MIN_WORDS - 1:
        return False
    folded = normalise(re.sub(r"(?:\.\.\.|…|\[\s?(?:\.\.\.|…)\s?\])", " ", line)).strip(_EDGES)
    return len(folded.split()) >= _MIN_WORDS and folded in article
