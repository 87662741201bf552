"""A cheap first look at many pairs at once: most are plainly two statements, and are weighed no further.

Four sparse or dense products over all wordings, and one weighted sum. The weights and the
threshold are fitted with the rest by ``benchmarks/train_claims.py`` so that nearly every pair
that the full features would join passes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from corpus_tool.match.senses import concepts_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_tool.match.grouping.features import Aspect
    from corpus_tool.match.grouping.graph import Edge

_BLOCK = 20_000


@lru_cache(maxsize=1)
def tables() -> dict[str, Any]:
    """All fitted tables: the screen's, the static and the semantic one."""
    raw = files("corpus_tool.match").joinpath("weights", "claims.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(raw)
    return found


class Screen:
    """The four products of all wordings, made once."""

    def __init__(self, aspects: Sequence[Aspect]) -> None:
        self._vectors = np.stack([one.vector for one in aspects]) if aspects else np.zeros((0, 1), np.float32)
        self._words = _unit_rows([dict(zip(a.stems, a.weights.tolist(), strict=True)) for a in aspects])
        self._senses = _unit_rows([_senses(a) for a in aspects])
        self._figures = _unit_rows([dict.fromkeys(a.figures, 1.0) for a in aspects])

    def looks(self, edges: Sequence[Edge]) -> NDArray[np.float64]:
        """The four numbers of each edge, shape ``(len(edges), 4)``, in the order of `LOOKS`."""
        parts = [self._block(edges[at : at + _BLOCK]) for at in range(0, len(edges), _BLOCK)]
        return np.vstack(parts) if parts else np.zeros((0, len(LOOKS)))

    def _block(self, edges: Sequence[Edge]) -> NDArray[np.float64]:
        ends = np.array(edges, dtype=np.int64)
        one, two = ends[:, 0], ends[:, 1]
        topic = np.einsum("ij,ij->i", self._vectors[one], self._vectors[two])
        sparse = [_dots(table, one, two) for table in (self._words, self._senses, self._figures)]
        return np.column_stack([topic, *sparse]).astype(np.float64)

    def scores(self, edges: Sequence[Edge]) -> NDArray[np.float64]:
        """The weighted sum of the four, shape ``(len(edges),)``."""
        table = tables()["screen"]
        found: NDArray[np.float64] = self.looks(edges) @ np.array([table["weights"][name] for name in LOOKS])
        return found

    def passed(self, scores: NDArray[np.float64]) -> list[bool]:
        """Whether each is worth the full features."""
        table = tables()["screen"]
        found: list[bool] = (scores + table["weights"]["intercept"] >= table["least"]).tolist()
        return found


def strongest(edges: Sequence[Edge], scores: NDArray[np.float64], each: int) -> list[Edge]:
    """Edges that are among the ``each`` likeliest of one of their ends; ties go to the lower edge."""
    held: dict[int, int] = {}
    kept: list[Edge] = []
    for at in np.lexsort((np.arange(len(edges)), -np.round(scores, 6))).tolist():
        one, two = edges[at]
        counts = held.get(one, 0), held.get(two, 0)
        if min(counts) < each:
            kept.append(edges[at])
            held[one], held[two] = counts[0] + 1, counts[1] + 1
    return kept


LOOKS: Final = ("topic", "words", "senses", "figures")


def _senses(aspect: Aspect) -> dict[str, float]:
    """Concepts that a wording's stems can mean, each with the weight of its stem."""
    found: dict[str, float] = {}
    for stem, weight in zip(aspect.stems, aspect.weights.tolist(), strict=True):
        for concept, strength in concepts_of(stem).items():
            name = str(concept)
            found[name] = max(found.get(name, 0.0), weight * strength)
    return found


def _unit_rows(rows: Sequence[dict[str, float]]) -> Any:
    from scipy.sparse import csr_matrix

    columns: dict[str, int] = {}
    starts, ends, values = [0], [], []
    for row in rows:
        norm = sum(value * value for value in row.values()) ** 0.5 or 1.0
        for name, value in row.items():
            ends.append(columns.setdefault(name, len(columns)))
            values.append(value / norm)
        starts.append(len(ends))
    shape = (len(rows), max(1, len(columns)))
    return csr_matrix((np.array(values, dtype=np.float32), np.array(ends), np.array(starts)), shape=shape)


def _dots(table: Any, one: NDArray[np.int64], two: NDArray[np.int64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = np.asarray(table[one].multiply(table[two]).sum(axis=1)).ravel()
    return found
