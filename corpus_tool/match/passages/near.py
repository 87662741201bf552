"""Do the few keys that two documents share lie together, and say enough, to be one passage?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_LEAST_CONTENT = 4
"""Content words that the keys of a passage cover: two phrases of three that overlap in two, or more."""
_REACH = 20
"""Content words from one key to the next: as far apart as an alignment reaches."""
_DRIFT = 10
"""Content words by which one side may have grown or shrunk between two keys."""
_LOOK_AHEAD = 6
_ROWS_AT_ONCE = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Runs of documents that hold one key each, in order.

    Attributes:
        owners: The documents of all runs, one run after another.
        places: For each its place: content words before the key × 8 + content words in it.
        starts, sizes: Where in these each run starts, and how many documents it holds.
    """

    owners: NDArray[np.int32]
    places: NDArray[np.int32]
    starts: Numbers
    sizes: Numbers


@dataclass(frozen=True, slots=True)
class _Rows:
    """Shared keys of wanted pairs: which pair, and the key's place on either side."""

    pairs: Numbers
    left: Numbers
    right: Numbers


def near(parts: Sequence[Shared], wanted: Numbers, documents: int) -> Numbers:
    """Those of the wanted pairs (sorted codes ``left × documents + right``) whose keys lie together."""
    if not len(wanted):
        return wanted
    rows = [row for part in parts for row in _rows(part, wanted, documents)]
    pairs = np.concatenate([row.pairs for row in rows])
    left = np.concatenate([row.left for row in rows])
    right = np.concatenate([row.right for row in rows])
    order = np.lexsort((right, left, pairs))
    return np.unique(_together(_Rows(pairs[order], left[order], right[order])))


def _rows(part: Shared, wanted: Numbers, documents: int) -> Iterator[_Rows]:
    for size in np.unique(part.sizes).tolist():
        low, high = np.triu_indices(size, k=1)
        starts = part.starts[part.sizes == size]
        step = max(1, _ROWS_AT_ONCE // len(low))
        for first in range(0, len(starts), step):
            at = starts[first : first + step][:, None] + np.arange(size)
            owners, places = part.owners[at].astype(np.int64), part.places[at].astype(np.int64)
            pairs = (owners[:, low] * documents + owners[:, high]).ravel()
            found = np.minimum(np.searchsorted(wanted, pairs), len(wanted) - 1)
            mine = wanted[found] == pairs
            yield _Rows(pairs[mine], places[:, low].ravel()[mine], places[:, high].ravel()[mine])


def _together(rows: _Rows) -> Numbers:
    """Pairs of which one key, or two keys close by, cover enough content words."""
    start, size = rows.left >> 3, rows.left & 7
    drift = start - (rows.right >> 3)
    found = [rows.pairs[size >= _LEAST_CONTENT]]
    for step in range(1, _LOOK_AHEAD + 1):
        ahead = start[step:] - start[:-step]
        close = (rows.pairs[step:] == rows.pairs[:-step]) & (ahead <= _REACH)
        close &= np.abs(drift[step:] - drift[:-step]) <= _DRIFT
        covered = np.maximum(size[:-step], np.minimum(ahead, size[:-step]) + size[step:])
        found.append(rows.pairs[step:][close & (covered >= _LEAST_CONTENT)])
    return np.concatenate(found)
