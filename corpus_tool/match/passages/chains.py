"""Anchors that follow one another in both texts, joined across what was changed between them.

Local alignment by sparse dynamic programming over anchors (as in genome chaining; Abouelhoda
and Ohlebusch, 2005): a chain gains a word's worth for each shared word and pays for the gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.anchors import Anchor

if TYPE_CHECKING:
    from numpy.typing import NDArray

REACH = 40
"""Longest gap in words: an inserted comment or a dropped sentence, not a new paragraph."""
CHANGED_COST = 0.5
"""For a word that is replaced; two changed words weigh against one that is kept."""
MOVED_COST = 0.15
"""For a word that stands on one side only: insertions and deletions are cheap edits."""
_LOOK_BACK = 64
ALONE = 5
"""A run this long is looked at even if nothing near it is shared."""
_BLOCK = 512
Worth = Callable[[Sequence[Anchor]], bool]


@dataclass(frozen=True, slots=True)
class Chain:
    """One shared stretch in word positions, its anchors in order without overlap."""

    anchors: tuple[Anchor, ...]

    @property
    def left(self) -> tuple[int, int]:
        """Word range on the left."""
        return self.anchors[0].left, self.anchors[-1].left_end

    @property
    def right(self) -> tuple[int, int]:
        """Word range on the right."""
        return self.anchors[0].right, self.anchors[-1].right_end

    @property
    def shared(self) -> int:
        """Words in anchors."""
        return sum(anchor.length for anchor in self.anchors)


def chains(anchors: Sequence[Anchor], worth: Worth) -> list[Chain]:
    """Best chains first; no word of either text is in two of them.

    Args:
        anchors: By place.
        worth: Whether anchors within reach of one another may hold a passage at all.
    """
    found: list[Chain] = []
    pending = [bundle for bundle in bundles(anchors) if worth(bundle)]
    while pending:
        batch = [path for bundle in pending for path in _best_paths(bundle) if path.shared >= ALONE]
        if not batch:
            break
        found.extend(disjoint(batch, found))
        rest = _outside(pending, found)
        if sum(map(len, rest)) >= sum(map(len, pending)):
            break
        pending = [bundle for bundle in rest if bundle and worth(bundle)]
    return found


def bundles(anchors: Sequence[Anchor]) -> list[list[Anchor]]:
    """Anchors within reach of one another; a short one with no other in reach, a chance phrase, is left out."""
    if len(anchors) < 2:
        return [[anchor] for anchor in anchors if anchor.length >= ALONE]
    places = np.array(anchors, dtype=np.int64)
    parents = list(range(len(anchors)))
    for start in range(0, len(anchors), _BLOCK):
        one, two = np.nonzero(_close(places, start))
        for here, there in zip((one + start).tolist(), two.tolist(), strict=True):
            a, b = _root(parents, here), _root(parents, there)
            parents[max(a, b)] = min(a, b)
    held: dict[int, list[Anchor]] = {}
    for at, anchor in enumerate(anchors):
        held.setdefault(_root(parents, at), []).append(anchor)
    return [bundle for bundle in held.values() if len(bundle) > 1 or bundle[0].length >= ALONE]


def _close(places: NDArray[np.int64], start: int) -> NDArray[np.bool_]:
    """For a block of anchors, which of all anchors each can follow."""
    left, right, length = places.T
    here = slice(start, start + _BLOCK)
    ahead_left, ahead_right = left[here, None] - left[None, :], right[here, None] - right[None, :]
    reach = REACH + length[None, :]
    found: NDArray[np.bool_] = (ahead_left > 0) & (ahead_right > 0)
    found &= (ahead_left <= reach) & (ahead_right <= reach)
    return found


def _root(parents: list[int], at: int) -> int:
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at


def _best_paths(anchors: Sequence[Anchor]) -> list[Chain]:
    scores: list[float] = []
    before: list[int] = []
    span = REACH + max(anchor.length for anchor in anchors)
    for at, anchor in enumerate(anchors):
        score, origin = _step(anchors, scores, at, span)
        scores.append(score if origin >= 0 else float(anchor.length))
        before.append(origin)
    used: set[int] = set()
    paths: list[Chain] = []
    for end in sorted(range(len(anchors)), key=lambda at: (-scores[at], at)):
        path = _walk(before, used, end)
        used.update(path)
        if sum(anchors[at].length for at in path) >= ALONE:
            paths.append(Chain(_trimmed([anchors[at] for at in path])))
    return paths


def _step(anchors: Sequence[Anchor], scores: Sequence[float], at: int, span: int) -> tuple[float, int]:
    """Score of the best way to an anchor and where it comes from; ``span`` is how far back that can be."""
    left, right, length = anchors[at]
    best, origin = float(length), -1
    for before in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        other_left, other_right, other_length = anchors[before]
        if left - other_left > span:
            break
        if not 0 < right - other_right <= span or left == other_left:
            continue
        left_gap, right_gap = left - other_left - other_length, right - other_right - other_length
        overlap = max(0, -left_gap, -right_gap)
        low, high = sorted((left_gap + overlap, right_gap + overlap))
        if overlap >= length or overlap >= other_length or high > REACH:
            continue
        cost = overlap + CHANGED_COST * low + MOVED_COST * (high - low)
        score = scores[before] + length - cost
        if score > best and cost < length + REACH:
            best, origin = score, before
    return best, origin


def _walk(before: Sequence[int], used: set[int], end: int) -> list[int]:
    path: list[int] = []
    at = end
    while at >= 0 and at not in used:
        path.append(at)
        at = before[at]
    return path[::-1]


def _trimmed(path: Sequence[Anchor]) -> tuple[Anchor, ...]:
    kept = [path[0]]
    for anchor in path[1:]:
        before = kept[-1]
        overlap = max(0, before.left_end - anchor.left, before.right_end - anchor.right)
        kept.append(anchor.without(overlap) if overlap else anchor)
    return tuple(kept)


def disjoint(candidates: Sequence[Chain], taken: Sequence[Chain] = ()) -> list[Chain]:
    """The longest chains of which no two, and none with those taken, share a word of either text."""
    ranges = [(*chain.left, *chain.right) for chain in taken]
    kept: list[Chain] = []
    ordered = sorted((-chain.shared, *chain.left, *chain.right, at) for at, chain in enumerate(candidates))
    for _, left, left_end, right, right_end, at in ordered:
        if not any((left < b and a < left_end) or (right < d and c < right_end) for a, b, c, d in ranges):
            ranges.append((left, left_end, right, right_end))
            kept.append(candidates[at])
    return kept


def half_taken(anchors: Sequence[Anchor], found: Sequence[Chain]) -> list[Anchor]:
    """Anchors of which one side lies in what was found, and the other outside of all of it."""
    left = _taken([chain.left for chain in found])
    right = _taken([chain.right for chain in found])
    return [
        anchor
        for anchor in anchors
        if _inside(left, anchor.left, anchor.left_end) != _inside(right, anchor.right, anchor.right_end)
    ]


def _outside(bundles: Sequence[Sequence[Anchor]], found: Sequence[Chain]) -> list[list[Anchor]]:
    """Of each bundle the anchors that no chain's range covers on either side."""
    left = _taken([chain.left for chain in found])
    right = _taken([chain.right for chain in found])
    return [
        [
            anchor
            for anchor in bundle
            if not _inside(left, anchor.left, anchor.left_end)
            and not _inside(right, anchor.right, anchor.right_end)
        ]
        for bundle in bundles
    ]


def _taken(ranges: Sequence[tuple[int, int]]) -> list[int]:
    """How many of the words before each place are in a range."""
    size = max((end for _, end in ranges), default=0)
    marks = np.zeros(size + 1, dtype=np.int64)
    for start, end in ranges:
        marks[start + 1 : end + 1] = 1
    found: list[int] = np.cumsum(marks).tolist()
    return found


def _inside(taken: Sequence[int], start: int, end: int) -> bool:
    last = len(taken) - 1
    return taken[min(end, last)] > taken[min(start, last)]
