"""Links between claims: which there are, and which anybody would ask about.

A pile holds more than twice as many close pairs of claims as wordings, and most are of two claims that
one document each tells, once. Comparing such two tells a reader something only where they may
contradict one another, where a comment answers, or where the two documents may retell more of
one another than this: one statement alone ties no two documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus_tool.match.compare.denials import denials
from corpus_tool.match.grouping.graph import Graph
from corpus_tool.models import Membership, Mention
from corpus_tool.text import words

Place = tuple[Mention, int]
"""A wording and its position in the graph."""
Link = tuple[Place, Place]

_EACH = 2
"""Closest wordings compared of two claims that lie close."""
_NEIGHBOURS = 3
"""Claims that each claim is held against: its likeliest, and those that it is likeliest for."""
_FROM = 0.2
"""Likeness from which two claims are close enough to be neighbours."""


def closest(graph: Graph, home: Mapping[int, str]) -> list[tuple[int, int]]:
    """For two claims that lie close, the closest wordings of each, as positions.

    Args:
        graph: All likenesses.
        home: Position to its claim's id.
    """
    between: dict[tuple[str, str], list[tuple[float, int, int]]] = {}
    for (one, two), score in graph.scores.items():
        if score >= _FROM and one in home and two in home and home[one] != home[two]:
            names = (min(home[one], home[two]), max(home[one], home[two]))
            between.setdefault(names, []).append((-score, one, two))
    return [
        (one, two)
        for names in _neighbouring({names: min(held)[0] for names, held in between.items()})
        for _, one, two in sorted(between[names])[:_EACH]
    ]


def _neighbouring(distances: dict[tuple[str, str], float]) -> list[tuple[str, str]]:
    """Pairs of claims that are among the nearest of one of the two, sorted."""
    counts: dict[str, int] = {}
    kept = []
    for names in sorted(distances, key=lambda one: (distances[one], one)):
        if min(counts.get(name, 0) for name in names) < _NEIGHBOURS:
            kept.append(names)
            counts.update({name: counts.get(name, 0) + 1 for name in names})
    return sorted(kept)


@dataclass(frozen=True, slots=True)
class Told:
    """Who tells what, by the memberships of a grouping.

    Attributes:
        claims: Mention id to the ids of its claims.
        widely: Ids of the claims that two documents tell, or more.
    """

    claims: Mapping[str, frozenset[str]]
    widely: frozenset[str]

    @staticmethod
    def of(memberships: Iterable[Membership], mentions: Iterable[Mention]) -> Told:
        """Read the memberships."""
        documents = {mention.id: mention.document_id for mention in mentions}
        claims: dict[str, set[str]] = {}
        tellers: dict[str, set[str]] = {}
        for row in memberships:
            claims.setdefault(row.mention_id, set()).add(row.claim_id)
            tellers.setdefault(row.claim_id, set()).add(documents[row.mention_id])
        widely = frozenset(claim for claim, told in tellers.items() if len(told) > 1)
        return Told({mention: frozenset(held) for mention, held in claims.items()}, widely)

    def shared(self, link: Link) -> bool:
        """Whether both wordings are tellings of one claim, beside those that are their own."""
        return not self._of(link[0]).isdisjoint(self._of(link[1]))

    def spread(self, link: Link) -> bool:
        """Whether one of the two is told by more documents than one."""
        return not self.widely.isdisjoint(self._of(link[0]) | self._of(link[1]))

    def _of(self, place: Place) -> frozenset[str]:
        return self.claims[place[0].id]


def asked_about(
    links: Sequence[Link], inside: Iterable[Link], told: Told, comments: frozenset[str]
) -> list[Link]:
    """Links that a finding may rest on, in order.

    Args:
        links: Links between claims.
        inside: Pairs of wordings of one claim each: who shares one of these may share more.
        told: Who tells what.
        comments: Ids of the documents that are comments; these have read what they answer.
    """
    together = Counter(_documents(link) for link in links)
    together.update({_documents(link) for link in inside})
    return [
        link
        for link in links
        if told.spread(link)
        or (len(set(_documents(link))) > 1 and together[_documents(link)] > 1)
        or not comments.isdisjoint(_documents(link))
        or _may_deny(link)
    ]


def _documents(link: Link) -> tuple[str, str]:
    one, two = link[0][0].document_id, link[1][0].document_id
    return (one, two) if one < two else (two, one)


def _may_deny(link: Link) -> bool:
    """Whether one of the two denies, and the other does not or elsewhere: by how it reads, or by its words."""
    one, two = link[0][0], link[1][0]
    if one.document_id == two.document_id:
        return False
    return one.polarity != two.polarity or len(denials(words(one.text))) != len(denials(words(two.text)))
