"""How alike wordings are: a symmetric graph of comparisons, filled in where it decides something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Protocol

from corpus_tool.models import Change, Comparison

Edge = tuple[int, int]
LikenEdges = Callable[[Sequence[Edge]], Sequence[float]]


class CompareEdges(Protocol):
    """Compares wordings: in full, or only as far as two claims are."""

    def __call__(self, wanted: Sequence[Edge], *, full: bool) -> Sequence[Comparison]:
        """One comparison an edge, in order."""
        ...


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
    """Chances by ``(low, high)`` position; what was never weighed is taken as unlike.

    Attributes:
        size: Number of wordings.
        compare: Compares edges, in order: what is the same, in full also what differs.
        likeness: Gives the chances (0–1) that both sides of edges state one thing.
        comparisons: Those made in full.
    """

    size: int
    compare: CompareEdges
    likeness: LikenEdges
    comparisons: dict[Edge, Comparison] = field(default_factory=dict)
    scores: dict[Edge, float] = field(default_factory=dict)

    def add(self, edges: Iterable[Edge]) -> None:
        """Weigh the edges that are not in the graph yet."""
        fresh = sorted({edge for edge in edges if edge not in self.scores})
        self.scores.update(zip(fresh, (round(score, 4) for score in self.likeness(fresh)), strict=True))

    def compared(self, edges: Iterable[Edge], *, full: bool) -> list[Comparison]:
        """Comparisons of edges, in order; each is made once.

        They are made in the order given: neighbours there have wordings in common.
        """
        wanted = list(edges)
        known = self.comparisons
        fresh = list(dict.fromkeys(edge for edge in wanted if edge not in known))
        made = dict(zip(fresh, self.compare(fresh, full=full), strict=True))
        if full:
            known.update(made)
        return [made[edge] if edge in made else known[edge] for edge in wanted]

    def score(self, one: int, two: int) -> float:
        """Likeness of two positions; 0 if never weighed."""
        return self.scores.get((one, two) if one < two else (two, one), 0.0)

    def fill(self, components: Sequence[Sequence[int]], limit: int) -> None:
        """Weigh every pair of each component no larger than ``limit``, all at once."""
        small = (component for component in components if len(component) <= limit)
        self.add(edge for component in small for edge in combinations(component, 2))
