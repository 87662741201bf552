"""What is said, figures and hedges left out, laid word by word against another wording.

Two wordings of one claim cover each other's frames: each word finds itself, a word of its
meaning, its opposite (then polarity differs, not the claim), or lent context. Where each side
keeps a telling word that the other lacks, something was swapped, and it is another claim;
a swapped agent alone ("two companies", "the government") is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.compare.view import FrameWord, View

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

SYNONYM = 0.9
OPPOSITE = 0.85
LENT = 0.6
"""A word that the other wording has only by its context: weak evidence."""
FOREIGN_CAUSE = 0.3
"""Where each side's cause keeps this share for itself, they are two mechanisms."""
_FLOOR, _CEILING = 0.12, 0.5
"""Cosines of unrelated and of like words in the static embedding; between them likeness grows evenly."""
_LIKE = 0.75
MATCHED = 0.35
"""A word whose best partner is less like it than this has none."""


@dataclass(frozen=True, slots=True)
class Side:
    """How one wording's frame fares against the other: shares of its weight."""

    covered: float
    swapped: float
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Both sides, and the opposite words found."""

    a: Side
    b: Side
    opposites: tuple[tuple[str, str], ...]

    @property
    def covered(self) -> float:
        """Mean share of weight that finds a partner."""
        return (self.a.covered + self.b.covered) / 2


def align(a: View, b: View) -> Alignment:
    """Lay the frames of two wordings against each other."""
    rows = [_best_row(a, i, b) for i in range(len(a.frame))]
    columns = [_best_row(b, j, a) for j in range(len(b.frame))]
    if a.frame and b.frame:
        likeness = (a.frame_vectors @ b.frame_vectors.T - _FLOOR) / (_CEILING - _FLOOR)
        rows = [max(x, y) for x, y in zip(rows, _liked(likeness.max(axis=1)), strict=True)]
        columns = [max(x, y) for x, y in zip(columns, _liked(likeness.max(axis=0)), strict=True)]
    return Alignment(_side(a, rows), _side(b, columns), tuple(_opposites(a, b)))


def _liked(best: Vectors) -> list[float]:
    """What the likeness of vectors counts beside a word itself."""
    found: list[float] = (np.clip(best.astype(np.float64), 0.0, 1.0) * _LIKE).tolist()
    return found


def _best_row(view: View, i: int, other: View) -> float:
    """Likeness of a frame word to its best partner by stem, class, opposite or context."""
    one = view.frame[i]
    if one.stem in other.frame_stems:
        return 1.0
    if not one.classes.isdisjoint(other.classes):
        return SYNONYM
    if not one.opposites.isdisjoint(other.frame_stems):
        return OPPOSITE
    return LENT if one.stem in other.context else 0.0


def _side(view: View, best: list[float]) -> Side:
    total = view.frame_weight
    if not total:
        return Side(1.0, 0.0, ())
    covered = sum([word.weight * value for word, value in zip(view.frame, best, strict=True)]) / total
    alone = [w for w, value in zip(view.frame, best, strict=True) if value < MATCHED and not w.is_agent]
    return Side(covered, sum([word.weight for word in alone]) / total, tuple([word.word for word in alone]))


def _opposites(a: View, b: View) -> Iterable[tuple[str, str]]:
    for one in a.frame:
        if one.stem in b.frame_stems or one.opposites.isdisjoint(b.frame_stems):
            continue
        for other in b.frame:
            if (
                other.stem in one.opposites
                and other.stem not in a.frame_stems
                and not one.classes & other.classes
            ):
                yield one.word, other.word
                break


def causes_differ(a: View, b: View) -> bool:
    """Whether two tellings of an effect give it different causes: "friends' posts", "friends' scores"."""
    if not a.cause or not b.cause or not _same_effect(a, b):
        return False
    return _foreign(a, b) >= FOREIGN_CAUSE and _foreign(b, a) >= FOREIGN_CAUSE


def _same_effect(a: View, b: View) -> bool:
    left, right = {slot.value for slot in a.effects}, {slot.value for slot in b.effects}
    return bool(left & right)


def _foreign(view: View, other: View) -> float:
    """Share of a cause's weight that the other wording's cause has not, in any word of that meaning."""
    stems = {word.stem for word in other.cause}
    classes = frozenset().union(*(word.classes for word in other.cause))
    total = sum(word.weight for word in view.cause)
    alone = [
        w for w in view.cause if w.stem not in stems and not w.classes & classes and not _near(w, view, other)
    ]
    return sum(word.weight for word in alone) / total


def _near(word: FrameWord, view: View, other: View) -> bool:
    """Whether a like word (by its vector) stands in the other's cause."""
    row = next((i for i, one in enumerate(view.frame) if one.stem == word.stem), -1)
    columns = [j for j, one in enumerate(other.frame) if one.stem in {w.stem for w in other.cause}]
    if row < 0 or not columns:
        return False
    return float((other.frame_vectors[columns] @ view.frame_vectors[row]).max()) >= _CEILING
