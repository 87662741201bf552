"""Groups by average linkage: a vague sentence near two claims joins one and never welds both.

Single linkage chains, complete linkage splits a claim at its one odd wording; the average asks
that a group as a whole is more like the other than not. Pure: ties go to the lower positions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

_APART = -1e6
_TOGETHER = 1e3


@dataclass(frozen=True, slots=True)
class Links:
    """What people decided about positions: pairs that are one claim, pairs that are not."""

    must: frozenset[tuple[int, int]] = frozenset()
    cannot: frozenset[tuple[int, int]] = frozenset()


NO_LINKS = Links()


def agglomerate(scores: Scores, least: float, links: Links = NO_LINKS) -> list[list[int]]:
    """Cluster ``n`` positions by a symmetric ``(n, n)`` likeness; sorted lists of positions.

    Merges the two groups of highest average likeness until none reaches ``least``.
    """
    count = len(scores)
    sums = scores.astype(np.float64).copy()
    for one, two in links.must:
        sums[one, two] = sums[two, one] = _TOGETHER
    for one, two in links.cannot:
        sums[one, two] = sums[two, one] = _APART
    sizes = np.ones(count)
    members = [[position] for position in range(count)]
    np.fill_diagonal(sums, -np.inf)
    means = np.round(sums, 6)
    while count > 1:
        low, high = sorted(divmod(int(np.argmax(means)), len(means)))
        if means[low, high] < least:
            break
        _merge(sums, sizes, low, high)
        members[low] += members[high]
        members[high] = []
        _refresh(means, sums, sizes, low, high)
        count -= 1
    return sorted(sorted(group) for group in members if group)


def _merge(sums: Scores, sizes: Scores, low: int, high: int) -> None:
    sums[low] += sums[high]
    sums[:, low] += sums[:, high]
    sums[low, low] = -np.inf
    sums[high] = sums[:, high] = -np.inf
    sizes[low] += sizes[high]


def _refresh(means: Scores, sums: Scores, sizes: Scores, low: int, high: int) -> None:
    row = np.round(sums[low] / (sizes[low] * sizes), 6)
    means[low] = means[:, low] = row
    means[high] = means[:, high] = -np.inf
