"""Nearest vectors: exact in blocks while that is cheap, within cells around the rows beyond."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Numbers = NDArray[np.int64]

EXACT_UP_TO = 4_000
"""Up to so many vectors the product of all takes no longer than laying them into cells."""
_BLOCK = 512
_GROUP = 32
"""Columns of which only the largest is looked at first."""
_ROOT = 2
"""Cells for each square root of the rows: as much work to find a row's cells as to look into them."""
_OPENED = 4
"""Cells that a row looks into, its own among them."""
_EACH = 6
"""Nearest rows taken from each of them: with four cells more than are asked for in all, and none is sorted again."""


def neighbours(vectors: Vectors, lots: Numbers, *, count: int, least: float) -> Numbers:
    """Pairs where one is among the other's nearest at cosine ``least`` or more.

    The ``count`` nearest each, and those equally near, of up to `EXACT_UP_TO` rows. Of more rows the
    nearest in a few cells around rows drawn by lot, six each: three in five of the pairs and four in
    five of those that tell one thing, in time that grows with rows × √rows.

    Args:
        vectors: Unit rows, shape ``(n, d)``; a zero row has no neighbours.
        lots: A number for each row that depends on nothing but what the row stands for.
        count: Neighbours asked for each row.
        least: Smallest cosine.

    Returns:
        Codes ``low × n + high``; a pair stands twice where each is among the other's nearest.
    """
    if len(vectors) < 2:
        return np.zeros(0, dtype=np.int64)
    if len(vectors) <= EXACT_UP_TO:
        return _exact(vectors, count, least)
    return _within(vectors, _cells(vectors, lots), least)


def _exact(vectors: Vectors, count: int, least: float) -> Numbers:
    rows = len(vectors)
    columns = np.zeros((rows + -rows % _GROUP, vectors.shape[1]), dtype=np.float32)
    columns[:rows] = vectors
    turned = np.ascontiguousarray(columns.T)
    found = []
    for start in range(0, rows, _BLOCK):
        block = vectors[start : start + _BLOCK] @ turned
        block[np.arange(len(block)), np.arange(start, start + len(block))] = -1
        block[:, rows:] = -1
        one, two = np.divmod(np.flatnonzero(block >= _bars(block, count, least)[:, None]), block.shape[1])
        found.append(_codes(one + start, two, rows))
    return np.concatenate(found)


def _bars(block: Vectors, count: int, least: float) -> Vectors:
    """For each row a bar that its ``count`` largest reach, and few others: exact, without sorting the row.

    The count-th largest of the largest of groups is no larger than the count-th largest of all;
    the few above it are sorted out.
    """
    tops = block.reshape(len(block), _GROUP, -1).max(axis=1)
    low = np.full(len(block), least, dtype=np.float32)
    if tops.shape[1] >= count:
        low = np.maximum(low, np.partition(tops, -count, axis=1)[:, -count])
    one, two = np.divmod(np.flatnonzero(block >= low[:, None]), block.shape[1])
    values = block[one, two]
    order = np.lexsort((-values, one))
    one, values = one[order], values[order]
    place = np.arange(len(one)) - np.searchsorted(one, one)
    last = place == count - 1
    bars = low.copy()
    bars[one[last]] = values[last]
    return bars


def _codes(one: Numbers, two: Numbers, rows: int) -> Numbers:
    codes: Numbers = np.minimum(one, two) * rows + np.maximum(one, two)
    return codes


@dataclass(frozen=True, slots=True)
class _Lists:
    """Rows by cell: those of cell ``at`` are ``rows[starts[at] : starts[at + 1]]``."""

    rows: Numbers
    starts: Numbers

    @staticmethod
    def of(rows: Numbers, cells: Numbers, count: int) -> _Lists:
        order = np.argsort(cells, kind="stable")
        return _Lists(rows[order], np.searchsorted(cells[order], np.arange(count + 1)))

    def __getitem__(self, cell: int) -> Numbers:
        return self.rows[self.starts[cell] : self.starts[cell + 1]]


@dataclass(frozen=True, slots=True)
class _Cells:
    """Which rows lie in each cell, and which look into it."""

    inside: _Lists
    asking: _Lists
    count: int


def _cells(vectors: Vectors, lots: Numbers) -> _Cells:
    """Cells around rows drawn by lot, each moved once to the middle of the rows nearest to it.

    Source: inverted lists around centroids (Sivic and Zisserman, 2003; Jégou et al., 2011). Centres come
    from the pile itself, so that one about a single topic is parted as finely as one about many.
    """
    rows = np.arange(len(vectors))
    drawn = vectors[np.argsort(lots, kind="stable")[: round(_ROOT * len(vectors) ** 0.5)]]
    centres = _middles(vectors, _Lists.of(rows, (vectors @ drawn.T).argmax(axis=1), len(drawn)))
    count, likeness = len(centres), vectors @ centres.T
    last = max(0, count - _OPENED)
    bars = np.partition(likeness, last, axis=1)[:, last]
    asking, opened = np.divmod(np.flatnonzero(likeness >= bars[:, None]), count)
    own = likeness.argmax(axis=1)
    return _Cells(_Lists.of(rows, own, count), _Lists.of(asking, opened, count), count)


def _middles(vectors: Vectors, cells: _Lists) -> Vectors:
    """Unit vectors of the means of the rows of each cell that holds any."""
    filled = cells.starts[:-1][np.diff(cells.starts) > 0]
    sums = np.add.reduceat(vectors[cells.rows], filled, axis=0)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    found: Vectors = np.divide(sums, lengths, out=np.zeros_like(sums), where=lengths > 0)
    return found


def _within(vectors: Vectors, cells: _Cells, least: float) -> Numbers:
    """The nearest of each row in every cell that it looks into."""
    rows = len(vectors)
    found = [np.zeros(0, dtype=np.int64)]
    for cell in range(cells.count):
        held, asking = cells.inside[cell], cells.asking[cell]
        for start in range(0, len(asking) if len(held) else 0, _BLOCK):
            here = asking[start : start + _BLOCK]
            block = vectors[here] @ vectors[held].T
            bars = np.full(len(here), least, dtype=np.float32)
            if len(held) > _EACH + 1:  # one more: a row meets itself
                bars = np.maximum(bars, np.partition(block, -_EACH - 1, axis=1)[:, -_EACH - 1])
            one, two = np.divmod(np.flatnonzero(block >= bars[:, None]), len(held))
            one, two = here[one], held[two]
            found.append(_codes(one[one != two], two[one != two], rows))
    return np.concatenate(found)
