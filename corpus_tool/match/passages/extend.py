"""Chains grown at their ends by single words, where edits are too dense for a run of three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.anchors import Anchor
from corpus_tool.match.passages.chains import CHANGED_COST, MOVED_COST, Chain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]

_WINDOW = 16
_FUNCTION_WORD = 0.5
"""A shared "the" near a passage is half a reason to think that the passage goes on."""


def grown(chain: Chain, left: Ids, right: Ids, content: NDArray[np.bool_]) -> Chain:
    """The chain with whatever still aligns beyond its first and last word."""
    after = _beyond(left[chain.left[1] :], right[chain.right[1] :], content)
    before = _beyond(left[: chain.left[0]][::-1], right[: chain.right[0]][::-1], content)
    follow = [Anchor(chain.left[1] + one.left, chain.right[1] + one.right, one.length) for one in after]
    lead = [
        Anchor(chain.left[0] - one.left_end, chain.right[0] - one.right_end, one.length) for one in before
    ]
    return Chain((*reversed(lead), *chain.anchors, *follow))


def _beyond(left: Ids, right: Ids, content: NDArray[np.bool_]) -> list[Anchor]:
    """Anchors that continue an alignment from the start of two word sequences."""
    found: list[Anchor] = []
    at_left = at_right = 0
    while True:
        step = _step(left[at_left : at_left + _WINDOW], right[at_right : at_right + _WINDOW], content)
        if not step:
            return found
        found.extend(Anchor(at_left + one.left, at_right + one.right, one.length) for one in step)
        at_left, at_right = found[-1].left_end, found[-1].right_end


def _step(left: Ids, right: Ids, content: NDArray[np.bool_]) -> list[Anchor]:
    from rapidfuzz.distance import LCSseq

    one, two = left.tolist(), right.tolist()
    if set(one).isdisjoint(two):
        return []
    worth = [1.0 if carries else _FUNCTION_WORD for carries in content[left].tolist()]
    found: list[Anchor] = []
    score, best, kept, left_end, right_end = 0.0, 0.0, 0, 0, 0
    for block in LCSseq.opcodes(one, two):
        if block.tag != "equal":
            continue
        start, end, place = block.src_start, block.src_end, block.dest_start
        gaps = start - left_end, place - right_end
        score += sum(worth[start:end]) - CHANGED_COST * min(gaps) - MOVED_COST * abs(gaps[0] - gaps[1])
        found.append(Anchor(start, place, end - start))
        left_end, right_end = end, place + end - start
        if score > best:
            best, kept = score, len(found)
    return found[:kept]
