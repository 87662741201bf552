"""How alike wordings are: a symmetric graph of comparisons, filled in where it decides something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from corpus_tool.models import Change, Comparison

Edge = tuple[int, int]
CompareEdges = Callable[[Sequence[Edge]], Sequence[Comparison]]

_TURNED: dict[Change, Change] = {"gained": "lost", "lost": "gained", "same": "same"}


def turned(comparison: Comparison) -> Comparison:
    """The same comparison read from the other side."""
    return replace(
        comparison,
        certainty_change=_TURNED[comparison.certainty_change],
        strength_change=_TURNED[comparison.strength_change],
    )


@dataclass(slots=True)
class Graph:
    """Comparisons by ``(low, high)`` position; what was not compared is taken as unlike.

    Attributes:
        size: Number of wordings.
        compare: Compares edges, in order.
        likeness: Turns a comparison into the chance (0–1) that both state one thing.
    """

    size: int
    compare: CompareEdges
    likeness: Callable[[Edge, Comparison], float]
    comparisons: dict[Edge, Comparison] = field(default_factory=dict)
    scores: dict[Edge, float] = field(default_factory=dict)

    def add(self, edges: Iterable[Edge]) -> None:
        """Compare the edges that are not in the graph yet."""
        fresh = sorted({edge for edge in edges if edge not in self.comparisons})
        for edge, comparison in zip(fresh, self.compare(fresh), strict=True):
            self.comparisons[edge] = comparison
            self.scores[edge] = round(self.likeness(edge, comparison), 4)

    def score(self, one: int, two: int) -> float:
        """Likeness of two positions; 0 if never compared."""
        return self.scores.get((one, two) if one < two else (two, one), 0.0)

    def fill(self, component: Sequence[int], limit: int) -> None:
        """Compare every pair of a component no larger than ``limit``."""
        if len(component) <= limit:
            self.add(combinations(component, 2))
