"""Sentences of a text, block by block: headings and list items end sentences too."""

from __future__ import annotations

from functools import lru_cache

from corpus_tool.extract.blocks import Block, blocks
from corpus_tool.extract.stops import split
from corpus_tool.models import Span


def sentences(text: str) -> list[Span]:
    """Spans of all sentences of a text, blocks respected, in order; white space belongs to none."""
    return [span for _, spans in layout(text) for span in spans]


@lru_cache(maxsize=32)
def layout(text: str) -> tuple[tuple[Block, tuple[Span, ...]], ...]:
    """Each block with its sentences; remembered, since several readers ask it of the documents at hand."""
    return tuple((block, tuple(block_sentences(text, block))) for block in blocks(text))


def block_sentences(text: str, block: Block) -> list[Span]:
    """Spans of the sentences of one block."""
    if block.kind in ("heading", "byline", "furniture"):
        return [Span(start=block.start, end=block.end)]
    return split(text, block.start, block.end)
