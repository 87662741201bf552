"""A cheap first look at many pairs at once: most are plainly two statements, and are weighed no further.

Four sparse or dense products over all wordings, and one weighted sum. The weights and the
threshold are fitted with the rest by ``benchmarks/train_claims.py`` so that nearly every pair
that the full features would join passes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
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
        stems, weights = [a.stems for a in aspects], [a.weights for a in aspects]
        self._words = _unit_rows(_numbered(stems, weights), len(aspects))
        self._senses = _unit_rows(_meant(stems, weights), len(aspects))
        figures = [tuple(a.figures) for a in aspects]
        self._figures = _unit_rows(_numbered(figures, [np.ones(len(one)) for one in figures]), len(aspects))

    def looks(self, edges: Sequence[Edge] | NDArray[np.int64]) -> NDArray[np.float64]:
        """The four numbers of each edge, shape ``(len(edges), 4)``, in the order of `LOOKS`."""
        parts = [self._block(edges[at : at + _BLOCK]) for at in range(0, len(edges), _BLOCK)]
        return np.vstack(parts) if parts else np.zeros((0, len(LOOKS)))

    def _block(self, edges: Sequence[Edge] | NDArray[np.int64]) -> NDArray[np.float64]:
        ends = np.asarray(edges, dtype=np.int64)
        one, two = ends[:, 0], ends[:, 1]
        topic = np.einsum("ij,ij->i", self._vectors[one], self._vectors[two])
        sparse = [_dots(table, one, two) for table in (self._words, self._senses, self._figures)]
        return np.column_stack([topic, *sparse]).astype(np.float64)

    def scores(self, edges: Sequence[Edge] | NDArray[np.int64]) -> NDArray[np.float64]:
        """The weighted sum of the four, shape ``(len(edges),)``."""
        table = tables()["screen"]
        found: NDArray[np.float64] = self.looks(edges) @ np.array([table["weights"][name] for name in LOOKS])
        return found

    def passed(self, scores: NDArray[np.float64]) -> list[bool]:
        """Whether each is worth the full features."""
        table = tables()["screen"]
        found: list[bool] = (scores + table["weights"]["intercept"] >= table["least"]).tolist()
        return found


def strongest(edges: NDArray[np.int64], scores: NDArray[np.float64], each: int) -> list[Edge]:
    """Edges that are among the ``each`` likeliest of one of their ends; ties go to the lower edge."""
    held = [0] * (int(edges.max()) + 1)
    kept: list[Edge] = []
    for one, two in edges[np.lexsort((np.arange(len(edges)), -np.round(scores, 6)))].tolist():
        if held[one] < each or held[two] < each:
            kept.append((one, two))
            held[one] += 1
            held[two] += 1
    return kept


LOOKS: Final = ("topic", "words", "senses", "figures")


@dataclass(frozen=True, slots=True)
class _Entries:
    """Entries of a table, in order of row; columns are numbered as they first occur, no place is named twice."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float64]


def _numbered(names: Sequence[Sequence[str]], values: Sequence[NDArray[np.floating[Any]]]) -> _Entries:
    """Names of each row, with their values."""
    known: dict[str, int] = {}
    flat = [known.setdefault(name, len(known)) for row in names for name in row]
    rows = np.repeat(np.arange(len(names)), [len(row) for row in names])
    held = np.concatenate([np.zeros(0), *values])
    return _Entries(rows, np.array(flat, dtype=np.int64), held)


def _meant(stems: Sequence[Sequence[str]], weights: Sequence[NDArray[np.floating[Any]]]) -> _Entries:
    """Concepts that a wording's stems can mean, each with the most that a stem's weight lends it."""
    said = _numbered(stems, weights)
    known = list(dict.fromkeys(stem for row in stems for stem in row))
    senses = [concepts_of(stem) for stem in known]
    sizes = np.array([len(one) for one in senses], dtype=np.int64)
    concepts = np.array([concept for one in senses for concept in one], dtype=np.int64)
    strengths = np.array([strength for one in senses for strength in one.values()])
    counts = sizes[said.columns]
    place = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    at = np.repeat((np.cumsum(sizes) - sizes)[said.columns], counts) + place
    values = np.repeat(said.values, counts) * strengths[at]
    return _largest(np.repeat(said.rows, counts), concepts[at], values)


def _largest(rows: NDArray[np.int64], names: NDArray[np.int64], values: NDArray[np.float64]) -> _Entries:
    """Of entries in one place the largest, where the first of them stood."""
    width = int(names.max()) + 1 if len(names) else 1
    order = np.argsort(rows * width + names, kind="stable")
    places = (rows * width + names)[order]
    starts = np.flatnonzero(np.diff(places, prepend=-1))
    first = order[starts]
    largest = np.maximum.reduceat(values[order], starts) if len(starts) else values
    back = np.argsort(first)
    kept = names[first[back]]
    _, once, number = np.unique(kept, return_index=True, return_inverse=True)
    return _Entries(rows[first[back]], np.argsort(np.argsort(once))[number], largest[back])


def _unit_rows(held: _Entries, count: int) -> Any:
    from scipy.sparse import csr_matrix

    norms = np.bincount(held.rows, weights=held.values * held.values, minlength=count) ** 0.5
    norms[norms == 0] = 1.0
    values = (held.values / norms[held.rows]).astype(np.float32)
    starts = np.searchsorted(held.rows, np.arange(count + 1))
    width = int(held.columns.max()) + 1 if len(held.columns) else 1
    return csr_matrix((values, held.columns, starts), shape=(count, width))


def _dots(table: Any, one: NDArray[np.int64], two: NDArray[np.int64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = np.asarray(table[one].multiply(table[two]).sum(axis=1)).ravel()
    return found
