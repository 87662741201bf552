"""Reader of plain text, most of it copied from web pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus_tool.ingest.decode import decode, looks_binary
from corpus_tool.ingest.drafts import Draft, failed, joined
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.textbuild import RichText

_LONGEST_LINE = 25_000_000
"""A longer line is data, not prose: it is kept as it is and no layout is looked for."""


def sniff(source: Source) -> bool:
    """Anything that is text in some encoding."""
    return not looks_binary(source.head)


def read(source: Source) -> Iterable[Draft]:
    """Articles and comments of a text file."""
    from corpus_tool.ingest.pasted import read_page

    decoded = decode(source.data)
    if not decoded.text.strip():
        yield failed(f"{source.name}: empty file (nothing to read; remove it or save it again)")
        return
    if longest_line(decoded.text) > _LONGEST_LINE:
        told = f"line {_number_of_longest(decoded.text)} is longer than {_LONGEST_LINE:,} characters"
        yield failed(f"{source.name}: {told} (if it is text, break it into lines; if data, use JSON Lines)")
        return
    for draft in read_page(RichText(decoded.text)):
        yield replace(draft, status_reason=joined(decoded.reason, draft.status_reason))


def longest_line(text: str) -> int:
    """Length of the longest line, in code points."""
    return max(map(len, text.split("\n")))


def _number_of_longest(text: str) -> int:
    lines = [len(line) for line in text.split("\n")]
    return lines.index(max(lines)) + 1
