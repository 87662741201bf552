"""From the graph to clusters of wordings: components, every pair inside, average linkage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.grouping.agglomerate import Links, agglomerate
from corpus_tool.match.grouping.graph import Graph
from corpus_tool.match.grouping.likeness import ONE_TEXT
from corpus_tool.settings import MatchSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray

LARGEST = 600
"""Wordings clustered at once; a larger component is cut at stricter likeness until it falls apart."""
_STRICTER = 0.05


def clusters(graph: Graph, stated: int, links: Links, settings: MatchSettings) -> list[list[int]]:
    """Clusters of the first ``stated`` positions; sorted lists of positions.

    Components are filled in before they are clustered, so that two wordings that share no key
    are still weighed against each other when others bring them together.
    """
    links = Links(links.must | _one_text(graph), links.cannot)
    graph.add(links.must)
    found: list[list[int]] = []
    pieces = _pieces(graph, range(stated), settings, settings.claim_affinity, links)
    graph.fill(pieces, settings.dense_component)
    for piece, inside in zip(pieces, _within(links, pieces), strict=True):
        groups = agglomerate(matrix(graph, piece), settings.claim_affinity, inside) if piece[1:] else [[0]]
        found.extend([piece[position] for position in cluster] for cluster in groups)
    return sorted(found)


def _one_text(graph: Graph) -> frozenset[tuple[int, int]]:
    """Edges between wordings that are one text, give or take a slip of the pen."""
    return frozenset(edge for edge in sorted(graph.scores) if graph.scores[edge] >= ONE_TEXT)


def matrix(graph: Graph, positions: Sequence[int]) -> NDArray[np.float64]:
    """Likeness among some positions, symmetric, zero on the diagonal."""
    scores = np.zeros((len(positions), len(positions)))
    for row, one in enumerate(positions):
        for column in range(row + 1, len(positions)):
            scores[row, column] = scores[column, row] = graph.score(one, positions[column])
    return scores


def _pieces(
    graph: Graph, positions: Sequence[int], settings: MatchSettings, least: float, links: Links
) -> list[list[int]]:
    """Connected pieces small enough to be compared in full; a larger one is cut at stricter likeness."""
    pieces: list[list[int]] = []
    for component in _components(graph, positions, least, links):
        if len(component) <= LARGEST or least + _STRICTER >= 1:
            pieces.append(component)
        else:
            pieces.extend(_pieces(graph, component, settings, least + _STRICTER, links))
    return pieces


def _components(graph: Graph, positions: Sequence[int], least: float, links: Links) -> list[list[int]]:
    wanted = set(positions)
    joined = [edge for edge, score in graph.scores.items() if score >= least or edge in links.must]
    return components(positions, [edge for edge in joined if edge[0] in wanted and edge[1] in wanted])


def components(positions: Sequence[int], joined: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Positions that edges connect; sorted, each sorted."""
    parents = {position: position for position in positions}
    for one, two in joined:
        a, b = _root(parents, one), _root(parents, two)
        parents[max(a, b)] = min(a, b)
    held: dict[int, list[int]] = {}
    for position in sorted(positions):
        held.setdefault(_root(parents, position), []).append(position)
    return [held[root] for root in sorted(held)]


def _root(parents: dict[int, int], position: int) -> int:
    while parents[position] != position:
        parents[position] = parents[parents[position]]
        position = parents[position]
    return position


def _within(links: Links, pieces: Sequence[Sequence[int]]) -> list[Links]:
    """The links inside each piece, by the places of their ends in it."""
    home = {position: (at, place) for at, piece in enumerate(pieces) for place, position in enumerate(piece)}

    def inside(pairs: frozenset[tuple[int, int]]) -> dict[int, set[tuple[int, int]]]:
        held: dict[int, set[tuple[int, int]]] = {}
        for one, two in pairs:
            if one in home and two in home and home[one][0] == home[two][0]:
                held.setdefault(home[one][0], set()).add((home[one][1], home[two][1]))
        return held

    must, cannot = inside(links.must), inside(links.cannot)
    return [Links(frozenset(must.get(at, ())), frozenset(cannot.get(at, ()))) for at in range(len(pieces))]
