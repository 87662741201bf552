"""Mentions that state the same thing, as claims a reader would agree on.

A pure function of the graph of comparisons: equal wordings are one unit, units worth comparing
are compared, connected components are clustered by average linkage, codebook claims draw what
is like their examples, and a wording that is also like a second claim belongs to both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from corpus_tool.match.compare import compared_in, portions
from corpus_tool.match.grouping.claims import Drawn, claims_of
from corpus_tool.match.grouping.clusters import clusters
from corpus_tool.match.grouping.decisions import dismissed, links, paths_of
from corpus_tool.match.grouping.edges import edges
from corpus_tool.match.grouping.features import aspects
from corpus_tool.match.grouping.graph import Edge, Graph
from corpus_tool.match.grouping.likeness import Likeness
from corpus_tool.match.grouping.units import units
from corpus_tool.match.tracked import examples
from corpus_tool.models import Comparison, Decision, Document, Grouping, Mention, TrackedClaim
from corpus_tool.settings import DEFAULT, MatchSettings

Spread = Callable[[Callable[[Sequence[Any]], Any], Sequence[Any]], Iterable[Any]]
"""Maps a function of a batch over portions, one a batch, in whatever processes; results in order."""


def _here(function: Callable[[Sequence[Any]], Any], portions: Sequence[Any]) -> Iterable[Any]:
    return (function([portion]) for portion in portions)


def group(  # noqa: PLR0913 - the mentions, and what may bear on how they come together
    mentions: Sequence[Mention],
    *,
    documents: Sequence[Document] = (),
    codebook: Sequence[TrackedClaim] = (),
    decisions: Sequence[Decision] = (),
    settings: MatchSettings = DEFAULT.match,
    spread: Spread = _here,
) -> Grouping:
    """Claims of a pile, scored memberships, and the compared pairs that show why.

    Every mention that states something checkable is in a claim, alone if nothing else says it.
    The same mentions in any order give the same claims, ids and scores, wherever ``spread``
    has the wordings compared.
    """
    paths = paths_of(documents)
    out = dismissed(mentions, decisions, paths)
    stated = units([mention for mention in mentions if mention.is_claim and mention.id not in out])
    tracked = examples(codebook)
    faces = [unit.face for unit in stated] + list(tracked.mentions)
    small = len(faces) <= settings.deep_wordings
    likeness = Likeness(faces, aspects(faces), deep=small)
    graph = graph_of(faces, likeness, spread)
    wanted = edges(faces, len(stated), settings)
    if small:
        graph.add([(one, two) for one, two in wanted.tolist()])
        graph.add(likeness.nearest(len(stated), settings.candidate_nearest))
    else:
        graph.add(likeness.strongest(wanted, settings.candidate_strongest))
    found = clusters(graph, len(stated), links(stated, decisions, paths), settings)
    comments = frozenset(document.id for document in documents if document.kind == "comment")
    drawn = Drawn(units=stated, examples=tracked, codebook=tuple(codebook), comments=comments)
    return claims_of(graph, found, drawn, settings)


def graph_of(faces: Sequence[Mention], likeness: Likeness, spread: Spread = _here) -> Graph:
    """An empty graph over wordings, with the likeness and the comparison that fill it."""

    def compare(wanted: Sequence[Edge], *, full: bool) -> Sequence[Comparison]:
        return list(chain.from_iterable(spread(compared_in, portions(faces, wanted, full=full))))

    return Graph(len(faces), compare, likeness)
