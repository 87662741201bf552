"""How likely a reader files two wordings under one claim."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from corpus_tool import semantic
from corpus_tool.match.grouping.features import FEATURES, Aspect, Likened, likened
from corpus_tool.match.grouping.graph import Edge
from corpus_tool.match.grouping.screen import Screen, tables
from corpus_tool.match.normal import key
from corpus_tool.models import Mention

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEAR_COPY = 90.0
"""Percent of characters in common from which two wordings are one text with slips of the pen."""
ONE_TEXT = 0.9
"""Their likeness: one text is one claim, whatever its words weigh."""
_DOUBT = 0.89
"""Other words never make it certain."""
OPEN_FROM, OPEN_TO = 0.08, 0.97
"""Between these the cheap features leave the matter open, and the transformer, where installed, is asked."""
MEANINGS = ("same_meaning", "same_sense")
"""What the transformer adds: the cosine of two sentences, and that along what parts claims from each other."""


@lru_cache(maxsize=1)
def _projection() -> NDArray[np.float32]:
    """Directions that tell one claim from its neighbours, shape ``(384, k)``; fitted by discriminant analysis."""
    with files("corpus_tool.match").joinpath("weights", "meaning.npz").open("rb") as file:
        held = np.load(file, allow_pickle=False)
        found: NDArray[np.float32] = held["projection"].astype(np.float32)
        return found


def projected(vectors: NDArray[np.float32], projection: NDArray[np.float32]) -> NDArray[np.float32]:
    """Unit rows of vectors along the projection."""
    found = vectors @ projection
    norms = np.linalg.norm(found, axis=1, keepdims=True)
    unit: NDArray[np.float32] = np.divide(found, norms, out=np.zeros_like(found), where=norms > 0)
    return unit


def _chance(weights: dict[str, float], pair: Likened, meanings: Iterable[float] = ()) -> float:
    total = weights["intercept"] + sum(weights[ask.__name__] * ask(pair) for ask in FEATURES)
    total += sum(weights[name] * value for name, value in zip(MEANINGS, meanings, strict=False))
    return 1 / (1 + math.exp(-total))


_LEANING_WORD = re.compile(
    r"(?:while|whereas|which|who|and|but|or|so|others?|it|its|they|their|this|these|those|that|both|such|then)\b",
    re.IGNORECASE,
)


def said(mention: Mention, texts: Mapping[str, str]) -> str:
    """What the transformer reads: a clause that leans on its sentence ("while others lower it") with it.

    Args:
        mention: The statement.
        texts: Texts of documents by id; a statement whose document is not there is read alone.
    """
    whole = texts.get(mention.document_id, "")[mention.sentence.start : mention.sentence.end]
    leans = mention.text[:1].islower() or _LEANING_WORD.match(mention.text) is not None
    return whole if leans and mention.field == "text" and mention.text in whole else mention.text


class Likeness:
    """The chances of many pairs of wordings; each is a function of its own two wordings alone.

    A screen passes few pairs to the full features, and those leave few open for the transformer.
    """

    def __init__(
        self,
        faces: Sequence[Mention],
        aspects: Sequence[Aspect],
        *,
        texts: Mapping[str, str],
        deep: bool = True,
    ) -> None:
        self._said = [said(face, texts) for face in faces]
        self._deep = deep and semantic.available()
        self._aspects = aspects
        self.screen = Screen(aspects)
        self._keys = [key(face.text) for face in faces]
        self._plain: dict[int, NDArray[np.float32]] = {}
        self._along: dict[int, NDArray[np.float32]] = {}

    def __call__(self, edges: Sequence[Edge]) -> list[float]:
        """Chances (0–1), in order; .5 where a reader would be undecided, 0 where the screen passed none."""
        found = [0.0] * len(edges)
        passed = [at for at, worth in enumerate(self.screen.passed(edges)) if worth]
        pairs = {at: likened(*(self._aspects[end] for end in edges[at])) for at in passed}
        for at, pair in pairs.items():
            found[at] = _chance(tables()["static"], pair)
        if self._deep:
            self._deepen(edges, pairs, found)
        for at in passed:
            found[at] = ONE_TEXT if self._one_text(edges[at]) else min(_DOUBT, found[at])
        return found

    def _one_text(self, edge: Edge) -> bool:
        one, two = (self._keys[end] for end in edge)
        return one == two or fuzz.ratio(one, two, score_cutoff=NEAR_COPY) >= NEAR_COPY

    def _deepen(self, edges: Sequence[Edge], pairs: dict[int, Likened], found: list[float]) -> None:
        still_open = [at for at in pairs if OPEN_FROM <= found[at] <= OPEN_TO]
        self._embed({position for at in still_open for position in edges[at]})
        for at in still_open:
            one, two = edges[at]
            meanings = [
                round(max(0.0, float(held[one] @ held[two])), 3) for held in (self._plain, self._along)
            ]
            found[at] = _chance(tables()["semantic"], pairs[at], meanings)

    def _embed(self, positions: set[int]) -> None:
        fresh = sorted(positions - self._plain.keys())
        vectors = semantic.embed([self._said[position] for position in fresh])
        self._plain |= dict(zip(fresh, vectors, strict=True))
        self._along |= dict(zip(fresh, projected(vectors, _projection()), strict=True))
