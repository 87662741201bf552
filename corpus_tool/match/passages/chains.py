"""Anchors that follow one another in both texts, joined across what was changed between them.

Local alignment by sparse dynamic programming over anchors (as in genome chaining; Abouelhoda
and Ohlebusch, 2005): a chain gains a word's worth for each shared word and pays for the gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus_tool.match.passages.anchors import Anchor

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


def chains(anchors: Sequence[Anchor]) -> list[Chain]:
    """Best chains first; no word of either text is in two of them. Anchors come sorted by place."""
    found: list[Chain] = []
    pending = _accompanied(anchors)
    while pending:
        batch = [chain for chain in _best_paths(pending) if chain.shared >= ALONE]
        if not batch:
            break
        found.extend(disjoint([chain for chain in batch if not _overlaps(chain, found)]))
        rest = _outside(pending, found)
        if len(rest) >= len(pending):
            break
        pending = rest
    return found


def _accompanied(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Anchors without the short ones that no other follows or precedes within reach: chance phrases."""
    if len(anchors) < 2:
        return [anchor for anchor in anchors if anchor.length >= ALONE]
    left, right, length = (
        np.array(values)
        for values in zip(*((one.left, one.right, one.length) for one in anchors), strict=True)
    )
    kept = length >= ALONE
    for start in range(0, len(anchors), _BLOCK):
        here = slice(start, start + _BLOCK)
        after_left = left[None, :] - (left + length)[here, None]
        after_right = right[None, :] - (right + length)[here, None]
        bound = (np.abs(after_left) <= REACH + length[None, :]) & (
            np.abs(after_right) <= REACH + length[None, :]
        )
        same_way = (left[None, :] > left[here, None]) == (right[None, :] > right[here, None])
        close = bound & same_way
        close[np.arange(close.shape[0]), np.arange(start, start + close.shape[0])] = False
        kept[here] |= close.any(axis=1)
    return [anchor for anchor, keep in zip(anchors, kept.tolist(), strict=True) if keep]


@dataclass(slots=True)
class _Step:
    score: float
    before: int


def _best_paths(anchors: Sequence[Anchor]) -> list[Chain]:
    steps: list[_Step] = []
    span = REACH + max(anchor.length for anchor in anchors)
    for at, anchor in enumerate(anchors):
        steps.append(_step(anchors, steps, at, anchor, span))
    order = sorted(range(len(anchors)), key=lambda at: (-steps[at].score, at))
    used: set[int] = set()
    paths: list[Chain] = []
    for end in order:
        path = _walk(steps, used, end)
        if path:
            paths.append(Chain(_trimmed([anchors[at] for at in path])))
            used.update(path)
    return paths


def _step(anchors: Sequence[Anchor], steps: Sequence[_Step], at: int, anchor: Anchor, span: int) -> _Step:
    """The best way to an anchor; ``span`` is how far back one can begin and still reach it."""
    best = _Step(float(anchor.length), -1)
    for before in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        one = anchors[before]
        if anchor.left - one.left > span:
            break
        if not 0 < anchor.right - one.right <= span:
            continue
        cost = _cost(one, anchor)
        if cost is None:
            continue
        score = steps[before].score + anchor.length - cost
        if score > best.score and cost < anchor.length + REACH:
            best = _Step(score, before)
    return best


def _cost(one: Anchor, two: Anchor) -> float | None:
    """What joining costs; None where the second does not follow the first closely enough."""
    left, right = two.left - one.left_end, two.right - one.right_end
    overlap = max(0, -left, -right)
    if overlap >= min(one.length, two.length) or two.left <= one.left or two.right <= one.right:
        return None
    left, right = left + overlap, right + overlap
    if max(left, right) > REACH:
        return None
    return overlap + CHANGED_COST * min(left, right) + MOVED_COST * abs(left - right)


def _walk(steps: Sequence[_Step], used: set[int], end: int) -> list[int]:
    path: list[int] = []
    at = end
    while at >= 0 and at not in used:
        path.append(at)
        at = steps[at].before
    return path[::-1]


def _trimmed(path: Sequence[Anchor]) -> tuple[Anchor, ...]:
    kept = [path[0]]
    for anchor in path[1:]:
        before = kept[-1]
        overlap = max(0, before.left_end - anchor.left, before.right_end - anchor.right)
        kept.append(anchor.without(overlap))
    return tuple(kept)


def _meets(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _overlaps(chain: Chain, others: Sequence[Chain]) -> bool:
    return any(_meets(chain.left, other.left) or _meets(chain.right, other.right) for other in others)


def disjoint(candidates: Sequence[Chain]) -> list[Chain]:
    """The longest chains of which no two share a word of either text."""
    kept: list[Chain] = []
    for chain in sorted(candidates, key=lambda one: (-one.shared, one.left, one.right)):
        if not _overlaps(chain, kept):
            kept.append(chain)
    return kept


def _outside(anchors: Sequence[Anchor], found: Sequence[Chain]) -> list[Anchor]:
    """Anchors that no chain's range covers on either side."""
    left = _taken([chain.left for chain in found])
    right = _taken([chain.right for chain in found])
    return [
        anchor
        for anchor in anchors
        if not _inside(left, anchor.left, anchor.left_end)
        and not _inside(right, anchor.right, anchor.right_end)
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
