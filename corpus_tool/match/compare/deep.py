"""The transformer's view of two wordings: every word in its place, held against its best partner.

Only with the ``[semantic]`` extra, and only where single pairs are compared. Each measure looks at
one side: how well its words are met by the other's. The lesser and the greater of both sides are
the features, since a sentence may tell more than the other without telling something else. The
learnt table (``weights/compare_deep.json``) holds the features of the default table too. Figures
are not asked about: a claim told with another figure is that claim, with a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from corpus_tool import semantic
from corpus_tool.match.background import weight
from corpus_tool.match.compare.features import FEATURES
from corpus_tool.match.compare.view import View
from corpus_tool.match.normal import function_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

UNMET, HALF_MET, PASSED_OVER = 0.5, 0.7, 0.6
"""Likeness to the best partner below which a word has none, only half of one, or is passed over in a run."""


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """One side's words, and how well each is met by the other side.

    Attributes:
        words: Folded words.
        best: Likeness of each to its best partner, shape ``(len(words),)``.
        weights: Background weight of each, function words as one.
        telling: Whether each is no function word.
        exact: Whether the other side has the very word.
        named: Whether each is written as a name.
    """

    words: tuple[str, ...]
    best: Vectors
    weights: Vectors
    telling: NDArray[np.bool_]
    exact: NDArray[np.bool_]
    named: NDArray[np.bool_]


def met(seen: Met) -> float:
    """How well the telling words are met."""
    return float(seen.best @ seen.weights / seen.weights.sum())


def unmet(seen: Met) -> float:
    """How many telling words have no partner, in fives."""
    return float(((seen.best < UNMET) & seen.telling).sum()) / 5


def half_met(seen: Met) -> float:
    """How many telling words have half a partner at best, in eights."""
    return float(((seen.best < HALF_MET) & seen.telling).sum()) / 8


def passed_over(seen: Met) -> float:
    """Longest run of words that the other side does not have, in fives."""
    longest = run = 0
    for low in seen.best < PASSED_OVER:
        run = run + 1 if low else 0
        longest = max(longest, run)
    return longest / 5


def names_alone(seen: Met) -> float:
    """Names that the other side does not write, in threes."""
    return float((seen.named & ~seen.exact).sum()) / 3


def unmet_weight(seen: Met) -> float:
    """How much telling weight stands alone, in forties of nats."""
    return float((1 - seen.best) @ seen.weights) / 40


def worst_met(seen: Met) -> float:
    """How well the four telling words that are met worst are met."""
    telling = np.sort(seen.best[seen.telling])[:4]
    return float(telling.mean()) if len(telling) else 1.0


def end_met(seen: Met) -> float:
    """How well the last third is met: that is where one wording goes on to tell more."""
    return float(seen.best[-max(3, len(seen.best) // 3) :].mean())


def other_words(seen: Met) -> float:
    """How many telling words are not those of the other side, in eights."""
    return float((~seen.exact & seen.telling).sum()) / 8


MEASURES: Final[tuple[Callable[[Met], float], ...]] = (
    met, unmet, half_met, passed_over, names_alone, unmet_weight, worst_met, end_met, other_words,
)  # fmt: skip
NAMES: Final[tuple[str, ...]] = (
    "meaning_of_whole", "told_in_order",
    *(f"least_{ask.__name__}" for ask in MEASURES), *(f"most_{ask.__name__}" for ask in MEASURES),
    *(ask.__name__ for ask in FEATURES),
)  # fmt: skip


def features(a: View, b: View) -> list[float]:
    """One number a name in `NAMES`.

    Raises:
        MissingExtraError: The extra is not installed.
    """
    one, two = a.mention.text, b.mention.text
    left, right = semantic.words(one), semantic.words(two)
    static = [ask(a, b) for ask in FEATURES]
    if not left.words or not right.words:
        return [*[0.0] * (len(NAMES) - len(static)), *static]
    likeness = left.vectors @ right.vectors.T
    names = a.names_as_written | b.names_as_written
    sides = (
        _met(left.words, likeness.max(axis=1), set(right.words), names),
        _met(right.words, likeness.max(axis=0), set(left.words), names),
    )
    asked = [[ask(side) for side in sides] for ask in MEASURES]
    partners = likeness.argmax(axis=1)
    order = float((np.diff(partners) > 0).mean()) if len(partners) > 1 else 1.0
    return [float(left.whole @ right.whole), order, *map(min, asked), *map(max, asked), *static]


def _met(words: Sequence[str], best: Vectors, others: set[str], names: frozenset[str]) -> Met:
    closed = function_words()
    telling = np.array([word not in closed for word in words])
    return Met(
        words=tuple(words),
        best=best,
        weights=np.array([1.0 if word in closed else weight(word) for word in words], dtype=np.float32),
        telling=telling,
        exact=np.array([word in others for word in words]),
        named=np.array([word in names for word in words]),
    )
