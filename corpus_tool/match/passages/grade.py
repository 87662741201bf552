"""How closely shared text keeps its wording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpus_tool.match.passages.anchors import Anchor
from corpus_tool.models import ReuseGrade
from corpus_tool.settings import MatchSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]

_EXACT_WORDS = 20_000
MOVED = 0.2
"""What a word weighs that stands on one side only, beside one that stands for another: to leave a
sentence out or to put a comment in changes no wording."""


class Likeness(NamedTuple):
    """How alike two texts are, 0–1: in wording, and word for word from end to end."""

    wording: float
    whole: float


def likeness(left: Ids, right: Ids, anchors: Sequence[Anchor]) -> Likeness:
    """How closely the wording was kept, and how much of both is the same.

    The wording: kept words over kept, changed and, at a fifth, added or dropped ones. The whole: twice the
    kept words over all. Kept words are a longest common subsequence; between two of them as many
    words were changed as both sides have. Beyond twenty thousand words, where the exact measure
    takes too long, the anchors stand for the subsequence.
    """
    if not len(left) or not len(right):
        return Likeness(0.0, 0.0)
    if len(left) + len(right) > _EXACT_WORDS:
        first = anchors[0]
        runs = [Anchor(one.left - first.left, one.right - first.right, one.length) for one in anchors]
        return _kept(runs, runs[-1].left_end, runs[-1].right_end)
    from rapidfuzz.distance import LCSseq

    blocks = (block for block in LCSseq.opcodes(left.tolist(), right.tolist()) if block.tag == "equal")
    return _kept(
        [Anchor(one.src_start, one.dest_start, one.src_end - one.src_start) for one in blocks],
        len(left), len(right),
    )  # fmt: skip


def _kept(runs: Sequence[Anchor], left: int, right: int) -> Likeness:
    """From the runs of kept words in two texts of so many words."""
    kept = changed = moved = at = there = 0
    for run in [*runs, Anchor(left, right, 0)]:
        gaps = sorted((run.left - at, run.right - there))
        changed, moved = changed + gaps[0], moved + gaps[1] - gaps[0]
        kept += run.length
        at, there = run.left_end, run.right_end
    wording = kept / (kept + changed + MOVED * moved)
    return Likeness(round(wording, 4), round(2 * kept / (left + right), 4))


def grade(found: Likeness, settings: MatchSettings) -> ReuseGrade:
    """Name for a likeness: nothing but slips, edited, or worked over."""
    if found.whole >= settings.verbatim_similarity:
        return "verbatim"
    return "light" if found.wording >= settings.light_similarity else "heavy"
