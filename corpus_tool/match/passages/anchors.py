"""Runs of words that two texts share exactly: the seeds of an alignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.keys import window_hashes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]
    Places = NDArray[np.int64]

SEED_WORDS = 3
_REPEATS = 8


@dataclass(frozen=True, slots=True)
class Anchor:
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


def anchors(left: Ids, right: Ids, content: NDArray[np.bool_]) -> list[Anchor]:
    """Maximal shared runs of three or more words, one of which carries content; by place."""
    here = window_hashes(left, SEED_WORDS)
    there = window_hashes(right, SEED_WORDS)
    if not len(here) or not len(there):
        return []
    order = np.argsort(there, kind="stable")
    low = np.searchsorted(there[order], here, side="left")
    count = np.searchsorted(there[order], here, side="right") - low
    count[count > _REPEATS] = 0
    i = np.repeat(np.arange(len(here)), count)
    if not len(i):
        return []
    within = np.arange(len(i)) - np.repeat(np.cumsum(count) - count, count)
    j = order[np.repeat(low, count) + within]
    return _runs(i, j, _counts(left, content))


def _counts(ids: Ids, content: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Content words before each place, so that a run's number of them is one subtraction."""
    return np.concatenate([[0], np.cumsum(content[ids])])


def _runs(i: Places, j: Places, counts: NDArray[np.int64]) -> list[Anchor]:
    order = np.lexsort((i, j - i))
    i, j = i[order], j[order]
    fresh = np.ones(len(i), dtype=np.bool_)
    fresh[1:] = (np.diff(i) != 1) | (np.diff(j) != 1)
    starts = np.flatnonzero(fresh)
    lengths = np.diff(np.append(starts, len(i))) + SEED_WORDS - 1
    bearing = counts[i[starts] + lengths] - counts[i[starts]] >= 1
    rows = zip(i[starts][bearing], j[starts][bearing], lengths[bearing], strict=True)
    return sorted((Anchor(int(a), int(b), int(n)) for a, b, n in rows), key=lambda one: (one.left, one.right))
