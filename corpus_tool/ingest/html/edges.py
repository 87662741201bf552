"""Cutting lines off the ends of a text, spans and all."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus_tool.ingest.textbuild import RichText
from corpus_tool.models import Link, Span

_DASH = re.compile(r"\s+(?:[–—·•|]+|-{1,2})$")
"""What is left of a line when the name behind the dash is taken away."""


def trimmed_text(
    text: RichText, goes: Callable[[str], bool], *, head: bool = True, tail: bool = True
) -> RichText:
    """The text without the lines at its ends for which ``goes`` is true; the last line always stays.

    Args:
        text: Text with spans.
        goes: Whether a line, its ends bare, is to go.
        head: Whether lines at the beginning may go.
        tail: Whether lines at the end may go.
    """
    start, end = 0, len(text.text)
    while tail and (cut := text.text.rfind("\n", start, end)) >= 0 and goes(text.text[cut + 1 : end].strip()):
        end = len(text.text[:cut].rstrip())
    while head and (cut := text.text.find("\n", start, end)) >= 0 and goes(text.text[start:cut].strip()):
        start = end - len(text.text[cut:end].lstrip())
    dash = _DASH.search(text.text, max(start, end - 8), end)
    end = dash.start() if dash is not None else end
    if start == 0 and end == len(text.text):
        return text
    return RichText(
        text.text[start:end],
        tuple(
            Link(start=link.start - start, end=link.end - start, href=link.href)
            for link in text.links
            if start <= link.start and link.end <= end
        ),
        tuple(
            Span(start=span.start - start, end=span.end - start)
            for span in text.block_quotes
            if start <= span.start and span.end <= end
        ),
    )
