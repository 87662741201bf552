"""How likely a reader files two wordings under one claim."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from corpus_tool import semantic
from corpus_tool.match.grouping.features import FEATURES, Aspect, likened
from corpus_tool.match.grouping.graph import Edge
from corpus_tool.match.grouping.partings import PARTED, parted
from corpus_tool.match.grouping.screen import Screen, strongest, tables
from corpus_tool.match.grouping.stated import stated
from corpus_tool.match.normal import key
from corpus_tool.match.senses import Near
from corpus_tool.models import Mention

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEAR_COPY = 90.0
"""Percent of characters in common from which two wordings are one text with slips of the pen."""
ONE_TEXT = 0.9
"""Their likeness: one text is one claim, whatever its words weigh."""
_DOUBT = 0.89
"""Other words never make it certain."""
SAME_MEANING = "same_meaning"
"""What the transformer adds: the cosine of two sentences as the encoder of claims sees them."""


class Meaning:
    """Sentences as the encoder of claims sees them: a first look and a feature in one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._vectors = semantic.embed(texts, "claims")

    def scores(self, edges: Sequence[Edge] | NDArray[np.int64]) -> NDArray[np.float64]:
        """Cosines, 0–1, shape ``(len(edges),)``; rounded, since the last bits are the machine's."""
        ends = np.array(edges, dtype=np.int64)
        cosines = np.einsum("ij,ij->i", self._vectors[ends[:, 0]], self._vectors[ends[:, 1]])
        found: NDArray[np.float64] = np.round(np.maximum(0.0, cosines.astype(np.float64)), 3)
        return found

    def passed(self, scores: NDArray[np.float64]) -> list[bool]:
        """Whether each is worth the full features."""
        found: list[bool] = (scores >= tables()["semantic"]["least"]).tolist()
        return found

    def nearest(self, count: int, each: int) -> list[Edge]:
        """The first ``count`` texts, each with its ``each`` likeliest of them; ties go to the lower position."""
        found: set[Edge] = set()
        for row in range(count):
            cosines = np.round(self._vectors[:count] @ self._vectors[row], 6)
            cosines[row] = -1.0
            likeliest = np.argsort(-cosines, kind="stable")[: min(each, count - 1)]
            found.update((min(row, one), max(row, one)) for one in likeliest.tolist())
        return sorted(found)


class Likeness:
    """The chances of many pairs of wordings; each is a function of its own two wordings alone.

    A cheap look passes few pairs to the full features: by the transformer's cosine where the pile
    is small enough for it and the extra is installed, by the screen where not.
    """

    def __init__(
        self,
        faces: Sequence[Mention],
        aspects: Sequence[Aspect],
        *,
        deep: bool = True,
    ) -> None:
        self._aspects = aspects
        self._keys = [key(face.text) for face in faces]
        deep = deep and semantic.available()
        self._weights = tables()["semantic" if deep else "static"]["weights"]
        self._asked = [(self._weights[ask.__name__], ask) for ask in FEATURES]
        self._near = Near(stem for aspect in aspects for stem in aspect.stems)
        self._look: Meaning | Screen = Meaning([stated(face) for face in faces]) if deep else Screen(aspects)

    def __call__(self, edges: Sequence[Edge]) -> list[float]:
        """Chances (0–1), in order; .5 where a reader would be undecided, 0 where the first look passed none."""
        if not edges:
            return []
        scores = self._look.scores(edges)
        return [
            self._weighed(edge, score) if worth else 0.0
            for edge, score, worth in zip(edges, scores.tolist(), self._look.passed(scores), strict=True)
        ]

    def nearest(self, count: int, each: int) -> list[Edge]:
        """Edges between the first ``count`` wordings that are among the likeliest of one of their ends."""
        if isinstance(self._look, Meaning):
            return self._look.nearest(count, each)
        return self.strongest(np.column_stack(np.triu_indices(count, k=1)), each)

    def strongest(self, edges: NDArray[np.int64], each: int) -> list[Edge]:
        """Edges, given as rows in order, that are among the ``each`` likeliest of one of their ends, by the cheap look."""
        return strongest(edges, self._look.scores(edges), each) if len(edges) else []

    def _weighed(self, edge: Edge, score: float) -> float:
        if self._one_text(edge):
            return ONE_TEXT
        one, two = edge
        pair = likened(self._aspects[one], self._aspects[two], self._near)
        total = self._weights["intercept"] + sum([weight * ask(pair) for weight, ask in self._asked])
        total += self._weights.get(SAME_MEANING, 0.0) * score
        chance = 1 / (1 + math.exp(-total))
        return min(PARTED if parted(pair, chance) else _DOUBT, chance)

    def _one_text(self, edge: Edge) -> bool:
        one, two = (self._keys[end] for end in edge)
        return one == two or fuzz.ratio(one, two, score_cutoff=NEAR_COPY) >= NEAR_COPY
