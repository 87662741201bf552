"""Runs of words that two texts share exactly: the seeds of an alignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus_tool.match.passages.sheets import SEED_WORDS, Sheet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int64]

_REPEATS = 8
FURNITURE = 4
"""Frequent runs one upon the other, six words: the words at their edges tell nothing either."""


class Anchor(NamedTuple):
    """Words ``left:left+length`` of one text equal words ``right:right+length`` of the other."""

    left: int
    right: int
    length: int

    @property
    def left_end(self) -> int:
        """One past the last word on the left."""
        return self.left + self.length

    @property
    def right_end(self) -> int:
        """One past the last word on the right."""
        return self.right + self.length

    def without(self, words: int) -> Anchor:
        """The anchor less its first ``words`` words."""
        return Anchor(self.left + words, self.right + words, self.length - words)


@dataclass(frozen=True, slots=True)
class Seeds:
    """What two texts share.

    Attributes:
        left, right: Places of equal runs of `SEED_WORDS`.
        content: Content words of the left text before each place.
        telling: Those of them in shared runs that are no boilerplate.
    """

    left: Places
    right: Places
    content: NDArray[np.int64]
    telling: NDArray[np.int64]

    def told(self, start: int, end: int) -> int:
        """Telling words of a range on the left."""
        return int(self.telling[end] - self.telling[start])

    def anchors(self) -> list[Anchor]:
        """Maximal shared runs, one word of which carries content; by place."""
        return _runs(self.left, self.right, self.content)

    def telling_runs(self) -> list[Anchor]:
        """Those of them that are not boilerplate alone."""
        return [run for run in self.anchors() if self.told(run.left, run.left_end)]


def seeds(left: Sheet, right: Sheet) -> Seeds:
    """Shared runs of two texts, and how much of the left they tell."""
    here = low = np.zeros(0, dtype=np.int64)
    if len(right.ordered):
        low = np.searchsorted(right.ordered, left.hashes, side="left")
        here = np.flatnonzero(right.ordered[np.minimum(low, len(right.ordered) - 1)] == left.hashes)
    count = np.searchsorted(right.ordered, left.hashes[here], side="right") - low[here]
    here, count = here[count <= _REPEATS], count[count <= _REPEATS]
    i = np.repeat(here, count)
    within = np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)
    j = right.order[np.repeat(low[here], count) + within]
    return Seeds(i, j, left.content, _telling(left, here))


def _telling(left: Sheet, here: Places) -> NDArray[np.int64]:
    marks = np.zeros(len(left.ids), dtype=np.int64)
    rare = left.rare[here]
    for offset in range(SEED_WORDS):
        marks[here[rare] + offset] = 1
    for start in _furniture(here[~rare]).tolist():
        marks[start : start + FURNITURE + SEED_WORDS - 1] = 0
    return np.concatenate([[0], np.cumsum(marks * np.diff(left.content))])


def _furniture(frequent: Places) -> Places:
    """Where so many frequent runs follow one another that they are boilerplate and no phrase."""
    if len(frequent) < FURNITURE:
        return frequent[:0]
    first, last = frequent[: len(frequent) - FURNITURE + 1], frequent[FURNITURE - 1 :]
    at: Places = np.flatnonzero(last - first == FURNITURE - 1)
    return first[at]


def _runs(i: Places, j: Places, counts: NDArray[np.int64]) -> list[Anchor]:
    if not len(i):
        return []
    order = np.lexsort((i, j - i))
    i, j = i[order], j[order]
    fresh = np.ones(len(i), dtype=np.bool_)
    fresh[1:] = (np.diff(i) != 1) | (np.diff(j) != 1)
    starts = np.flatnonzero(fresh)
    lengths = np.diff(np.append(starts, len(i))) + SEED_WORDS - 1
    bearing = counts[i[starts] + lengths] > counts[i[starts]]
    kept = starts[bearing]
    return sorted(map(Anchor, i[kept].tolist(), j[kept].tolist(), lengths[bearing].tolist()))
