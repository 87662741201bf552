"""Comparison of sides that hold several mentions: the best alignment counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus_tool.match.compare.differences import strength_change
from corpus_tool.match.compare.judge import compare_views, semantic, static
from corpus_tool.match.compare.view import View, views
from corpus_tool.match.compare.wording import Piece, pieces
from corpus_tool.models import Comparison, Mention

MOST_PARTS = 40
"""Mentions of one side that are tried alone; more make no statement but a text."""
LEAST_SHARE = 0.5
"""A part that holds less of the shorter side's words than this does not stand for it."""
LEAST_WORDS = 4
"""Words of a sentence beside others that may clash with one on the other side."""
_RANK = {"verbatim": 4, "near_copy": 3, "paraphrase": 2, "related": 1, "unrelated": 0}


def compare_many(seen: Sequence[View], pairs: Sequence[tuple[int, int]]) -> list[Comparison]:
    """One comparison a pair of positions in ``seen``, in order."""
    return [compare_views(seen[i], seen[j]) for i, j in pairs]


def compare(a: Sequence[Mention], b: Sequence[Mention], *, deep: bool = False) -> Comparison:
    """Compare two wordings of one or more mentions each; the best alignment counts.

    Args:
        a: The earlier wording.
        b: The later wording.
        deep: Whether the transformer of the ``[semantic]`` extra looks at them too.

    Returns:
        The comparison of the parts, or of the whole sides, that are most alike.

    Raises:
        MissingExtraError: ``deep``, and the extra is not installed.
    """
    if not a or not b:
        return Comparison(relation="unrelated", similarity=0.0, reasons=("One side states nothing.",))
    weigh = semantic if deep else static
    left, right = _parts(a), _parts(b)
    seen = views([*left, *right])
    one, other = seen[: len(left)], seen[len(left) :]
    several = len(one) > 1 and len(other) > 1
    whole = LEAST_SHARE * min(len(one[0].words), len(other[0].words))
    found = [
        _Laid(i, j, compare_views(x, y, weigh))
        for i, x in enumerate(one)
        for j, y in enumerate(other)
        if min(len(x.words), len(y.words)) >= (min(LEAST_WORDS, whole) if several else whole)
    ] or [_Laid(0, 0, compare_views(one[0], other[0], weigh))]  # fmt: skip
    standing = [laid for laid in found if min(len(one[laid.a].words), len(other[laid.b].words)) >= whole]
    best = max(standing or found, key=_Laid.rank).comparison
    best = _with_clashes_of_the_rest(best, found) if several else best
    return replace(best, strength_change=strength_change(one[0], other[0]))


@dataclass(frozen=True, slots=True)
class _Laid:
    """A part of either side by position, the whole first, and how they compare."""

    a: int
    b: int
    comparison: Comparison

    def rank(self) -> tuple[int, float]:
        return _RANK[self.comparison.relation], self.comparison.similarity


def _with_clashes_of_the_rest(best: Comparison, found: Sequence[_Laid]) -> Comparison:
    """The best comparison, with what clashes between the other sentences that tell the same, each with its best partner."""
    taken_a, taken_b = {0}, {0}
    for laid in sorted(found, key=lambda laid: (*(-score for score in laid.rank()), laid.a, laid.b)):
        told = laid.comparison
        if laid.a in taken_a or laid.b in taken_b or _RANK[told.relation] < _RANK["paraphrase"]:
            continue
        taken_a.add(laid.a)
        taken_b.add(laid.b)
        if told is not best and (told.value_conflict or told.polarity_conflict):
            best = replace(
                best,
                value_conflict=best.value_conflict or told.value_conflict,
                polarity_conflict=best.polarity_conflict or told.polarity_conflict,
                reasons=tuple(dict.fromkeys((*best.reasons, *told.reasons))),
            )
    return best


def laid_out(a: Sequence[Mention], b: Sequence[Mention]) -> tuple[Piece, ...]:
    """Both sides whole, stretch by stretch, what differs named by its kind; empty where a side states nothing."""
    if not a or not b:
        return ()
    one, two = views([_parts(a)[0], _parts(b)[0]])
    return pieces(one, two)


def _parts(side: Sequence[Mention]) -> list[Mention]:
    """The whole side as one mention, then its mentions alone."""
    if len(side) == 1:
        return list(side)
    return [_whole(side), *side[:MOST_PARTS]]


def _whole(side: Sequence[Mention]) -> Mention:
    """All mentions of a side told in one breath; denied or hedged as its first is."""
    return replace(
        side[0],
        text=" ".join(mention.text for mention in side),
        slots=tuple(slot for mention in side for slot in mention.slots),
        hedges=tuple(hedge for mention in side for hedge in mention.hedges),
        certainty=min(mention.certainty for mention in side),
        strength=max(mention.strength for mention in side),
    )
