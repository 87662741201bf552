"""How closely a shared passage keeps its wording, and how much of a document is such passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_tool.models import Passage, ReuseGrade
from corpus_tool.settings import MatchSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]

_EXACT_WORDS = 20_000


def similarity(left: Ids, right: Ids, shared: int) -> float:
    """Share of words aligned: twice the longest common subsequence over all words, 0–1.

    Beyond twenty thousand words the anchors stand for the subsequence: the exact measure
    takes quadratic time.
    """
    from rapidfuzz.distance import Indel

    total = len(left) + len(right)
    if not total:
        return 0.0
    if total > _EXACT_WORDS:
        return round(2 * shared / total, 4)
    return round(Indel.normalized_similarity(left.tolist(), right.tolist()), 4)


def grade(similarity: float, settings: MatchSettings) -> ReuseGrade:
    """Name for a similarity: nothing but slips, edited, or worked over."""
    if similarity >= settings.verbatim_similarity:
        return "verbatim"
    return "light" if similarity >= settings.light_similarity else "heavy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowing:
    """How much of one document is shared with others, and how closely.

    Attributes:
        share: Characters inside shared passages over all characters, 0–1.
        closeness: Similarity of those passages, weighted by length, 0–1.
    """

    share: float
    closeness: float


def borrowing(document_id: str, length: int, passages: Sequence[Passage]) -> Borrowing:
    """Measure a document of ``length`` characters by the passages it is a side of."""
    sides = [
        (side.start, side.end, passage.similarity)
        for passage in passages
        for side in (passage.left, passage.right)
        if side.document_id == document_id
    ]
    covered, reached, weighted = 0, 0, 0.0
    for start, end, close in sorted(sides):
        fresh = max(0, end - max(start, reached))
        covered += fresh
        weighted += fresh * close
        reached = max(reached, end)
    share = covered / length if length else 0.0
    return Borrowing(share=round(share, 4), closeness=round(weighted / covered, 4) if covered else 0.0)
