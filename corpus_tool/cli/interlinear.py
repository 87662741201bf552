"""Two wordings one above the other, stretch under stretch, what differs named below: for a reader."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus_tool.cli.streams import write_lines
from corpus_tool.match.compare import Piece
from corpus_tool.models import Comparison
from corpus_tool.pipeline import Compared

WIDTH: Final = 100
"""Columns where no terminal says how many it has."""
_HEADS: Final = ("first", "second", "differs")
_MARGIN: Final = 10
_GONE: Final = "·"
"""Stands where one wording has nothing in the place of the other's words."""


def write_explained(found: Iterable[Compared], *, output: Path | None) -> None:
    """Write each pair for a reader, wrapped to the terminal where there is one."""
    width = shutil.get_terminal_size((WIDTH, 24)).columns if output is None and sys.stdout.isatty() else WIDTH
    write_lines((line for one in found for line in explained(one, width=width)), output=output)


def explained(one: Compared, *, width: int = WIDTH) -> Iterator[str]:
    """The lines of one pair: what is said of it, both wordings laid out, the reasons."""
    yield _plain(f"{one.pair.id}: {_verdict(one.comparison)}")
    for block in _blocks([cell for piece in one.pieces for cell in _cells(piece)], max(30, width) - _MARGIN):
        rows = zip(_HEADS, zip(*(cell.shown() for cell in block), strict=True), strict=True)
        yield from (
            f"  {head:<8}{' '.join(texts)}".rstrip() for head, texts in rows if any(map(str.strip, texts))
        )
        yield ""
    yield from (_plain(f"  - {reason}") for reason in one.comparison.reasons)
    yield ""


def _verdict(found: Comparison) -> str:
    said = [
        *(["values differ"] if found.value_conflict else []),
        *(["one denies the other"] if found.polarity_conflict else []),
        *([f"certainty {found.certainty_change}"] if found.certainty_change != "same" else []),
        *([f"strength {found.strength_change}"] if found.strength_change != "same" else []),
    ]
    return "; ".join([f"{found.relation.replace('_', ' ')}, {found.similarity:.2f}", *said])


@dataclass(frozen=True, slots=True)
class _Cell:
    first: str
    second: str
    kind: str

    @property
    def width(self) -> int:
        return max(len(self.first), len(self.second), len(self.kind))

    def shown(self) -> tuple[str, str, str]:
        return self.first.ljust(self.width), self.second.ljust(self.width), self.kind.ljust(self.width)


def _cells(piece: Piece) -> Iterator[_Cell]:
    """A stretch that differs stays whole; one that is the same may be broken between words."""
    if piece.kind != "same":
        yield _Cell(_plain(piece.a) or _GONE, _plain(piece.b) or _GONE, piece.kind)
        return
    left, right = _plain(piece.a).split(), _plain(piece.b).split()
    if len(left) != len(right):
        left, right = [" ".join(left)], [" ".join(right)]
    yield from (_Cell(one, two, "") for one, two in zip(left, right, strict=True))


def _blocks(cells: Sequence[_Cell], width: int) -> Iterator[list[_Cell]]:
    """Cells line by line, as many as fit; a cell that is wider than a line has one of its own."""
    line: list[_Cell] = []
    used = 0
    for cell in cells:
        if line and used + cell.width > width:
            yield line
            line, used = [], 0
        line.append(cell)
        used += cell.width + 1
    if line:
        yield line


def _plain(text: str) -> str:
    """Text without what steers a terminal: it was written by strangers."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
