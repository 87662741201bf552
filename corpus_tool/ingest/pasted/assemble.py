"""Chosen lines of a text put together again, with the spans that lie in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.ingest.pasted.shape import Line
from corpus_tool.ingest.textbuild import RichText
from corpus_tool.models import Link, Span


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the old text and where it stands in the new one."""

    old: int
    length: int
    new: int


def assemble(lines: Sequence[Line], source: RichText, *, dedent: bool = False) -> RichText:
    """Text of the lines: line breaks as they were, runs of blank lines as one.

    Args:
        lines: Lines of ``source.text``, in order.
        source: The text they are from, with its spans.
        dedent: Take the indentation that all of them share off.
    """
    cut = min((line.indent for line in lines), default=0) if dedent else 0
    parts: list[str] = []
    pieces: list[_Piece] = []
    length = 0
    for place, line in enumerate(lines):
        if place:
            parts.append("\n\n" if line.gap else "\n")
            length += len(parts[-1])
        own = line.text[cut:]
        pieces.append(_Piece(line.start + cut, len(own), length))
        parts.append(own)
        length += len(own)
    return RichText("".join(parts), _links(source.links, pieces), _spans(source.block_quotes, pieces))


def _links(links: Sequence[Link], pieces: Sequence[_Piece]) -> tuple[Link, ...]:
    moved = ((_moved(link.start, link.end, pieces), link.href) for link in links)
    return tuple(Link(start=span.start, end=span.end, href=href) for span, href in moved if span is not None)


def _spans(spans: Sequence[Span], pieces: Sequence[_Piece]) -> tuple[Span, ...]:
    moved = (_moved(span.start, span.end, pieces) for span in spans)
    return tuple(span for span in moved if span is not None)


def _moved(start: int, end: int, pieces: Sequence[_Piece]) -> Span | None:
    """Where a span stands now; null where its ends were left out."""
    first, last = _piece(start, pieces), _piece(end - 1, pieces)
    if first is None or last is None:
        return None
    return Span(start=start - first.old + first.new, end=end - last.old + last.new)


def _piece(offset: int, pieces: Sequence[_Piece]) -> _Piece | None:
    place = bisect_right(pieces, offset, key=lambda piece: piece.old) - 1
    if place < 0 or offset >= pieces[place].old + pieces[place].length:
        return None
    return pieces[place]
