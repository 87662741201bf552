"""From clusters of wordings to claims: codebook names, ids, memberships, pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus_tool.match.grouping.graph import Graph, turned
from corpus_tool.match.grouping.links import Link, Told, asked_about, closest
from corpus_tool.match.grouping.statement import statement
from corpus_tool.match.grouping.units import Unit
from corpus_tool.match.tracked import Examples, attraction
from corpus_tool.models import Claim, Grouping, Membership, Mention, MentionKind, Pair, TrackedClaim
from corpus_tool.settings import MatchSettings
from corpus_tool.text import digest

_PAIRED_MENTIONS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What the positions of a graph stand for: units first, then codebook examples.

    Attributes:
        units: Wordings of the pile.
        examples: Wordings of the codebook.
        codebook: Its claims.
        comments: Ids of the documents of the pile that are comments.
    """

    units: Sequence[Unit]
    examples: Examples
    codebook: tuple[TrackedClaim, ...]
    comments: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Cluster:
    id: str
    positions: tuple[int, ...]
    tracked: TrackedClaim | None


def claims_of(
    graph: Graph, clusters: Sequence[Sequence[int]], drawn: Drawn, settings: MatchSettings
) -> Grouping:
    """Name the clusters, give them ids, and write down who belongs where and why."""
    named = _named(graph, clusters, drawn, settings)
    memberships = tuple(_memberships(graph, named, drawn, settings))
    held: dict[str, set[str]] = {cluster.id: set() for cluster in named}
    for membership in memberships:
        held[membership.claim_id].add(membership.mention_id)
    claims = tuple(_claim(cluster, drawn, tuple(sorted(held[cluster.id]))) for cluster in named)
    pairs = sorted(_pairs(graph, named, drawn, memberships), key=lambda pair: (pair.left_id, pair.right_id))
    return Grouping(claims=claims, memberships=memberships, pairs=tuple(pairs))


def _named(
    graph: Graph, clusters: Sequence[Sequence[int]], drawn: Drawn, settings: MatchSettings
) -> list[_Cluster]:
    """Clusters by id; those that a codebook claim draws become one."""
    owned: dict[int, list[int]] = {}
    free: list[Sequence[int]] = []
    for cluster in clusters:
        owner = _drawn([_owner(graph, position, drawn, settings) for position in cluster])
        if owner is None:
            free.append(cluster)
        else:
            owned.setdefault(owner, []).extend(cluster)
    made = [_Cluster(_id(drawn, held), tuple(held), None) for held in free]
    for owner, held in sorted(owned.items()):
        claim = drawn.codebook[owner]
        made.append(_Cluster(digest("tracked", claim.name), tuple(sorted(held)), claim))
    return sorted(made, key=lambda cluster: cluster.id)


def _owner(graph: Graph, position: int, drawn: Drawn, settings: MatchSettings) -> int | None:
    first = len(drawn.units)
    scores = [graph.score(position, first + at) for at in range(len(drawn.examples.mentions))]
    return attraction(scores, drawn.examples.owners, settings.tracked_affinity)


def _drawn(owners: Sequence[int | None]) -> int | None:
    """The tracked claim that draws at least a third of a cluster: then the whole of it goes there."""
    counts = {owner: owners.count(owner) for owner in owners if owner is not None}
    best = max(counts, key=lambda owner: (counts[owner], -owner), default=None)
    return best if best is not None and 3 * counts[best] >= len(owners) else None


def _id(drawn: Drawn, positions: Sequence[int]) -> str:
    """Digest of the lowest of its wordings' ids: it stays when a claim gains a telling, as a rule."""
    return digest("claim", min(drawn.units[position].id for position in positions))


def _memberships(
    graph: Graph, clusters: Sequence[_Cluster], drawn: Drawn, settings: MatchSettings
) -> Iterator[Membership]:
    home = {position: cluster.id for cluster in clusters for position in cluster.positions}
    touching = _touching(graph, clusters, home, settings.member_affinity)
    for cluster in clusters:
        for position in cluster.positions:
            own = _mean(graph, position, cluster.positions) if len(cluster.positions) > 1 else 1.0
            yield from _rows(drawn, position, cluster.id, own, True)
            for other in touching.get(position, ()):
                if not _says_more(drawn, position, other.positions, settings.member_length):
                    continue
                score = _mean(graph, position, other.positions)
                # What one wording alone says, often little, gains tellings only as it would gain them in a group.
                alone = len(other.positions) == 1
                if score >= (settings.claim_affinity if alone else settings.member_affinity):
                    yield from _rows(drawn, position, other.id, score, False)


def _says_more(drawn: Drawn, position: int, others: Sequence[int], times: float) -> bool:
    """Whether a wording is long enough to say what others say and something else."""
    lengths = sorted(len(drawn.units[other].face.text) for other in others)
    return len(drawn.units[position].face.text) >= times * lengths[len(lengths) // 2]


def _touching(
    graph: Graph, clusters: Sequence[_Cluster], home: dict[int, str], least: float
) -> dict[int, list[_Cluster]]:
    """For each position, other clusters that hold something much like it."""
    by_id = {cluster.id: cluster for cluster in clusters}
    found: dict[int, set[str]] = {}
    for (one, two), score in graph.scores.items():
        if score >= least and one in home and two in home and home[one] != home[two]:
            found.setdefault(one, set()).add(home[two])
            found.setdefault(two, set()).add(home[one])
    return {position: [by_id[name] for name in sorted(names)] for position, names in found.items()}


def _mean(graph: Graph, position: int, others: Sequence[int]) -> float:
    scores = [graph.score(position, other) for other in others if other != position]
    return round(sum(scores) / len(scores), 4) if scores else 0.0


def _rows(drawn: Drawn, position: int, claim_id: str, score: float, primary: bool) -> Iterator[Membership]:
    for mention in drawn.units[position].mentions:
        yield Membership(mention_id=mention.id, claim_id=claim_id, score=score, primary=primary)


def _mentions(cluster: _Cluster, drawn: Drawn) -> list[Mention]:
    found = [mention for position in cluster.positions for mention in drawn.units[position].mentions]
    return sorted(found, key=lambda mention: mention.id)


def _claim(cluster: _Cluster, drawn: Drawn, mention_ids: tuple[str, ...]) -> Claim:
    mentions = _mentions(cluster, drawn)
    kinds: dict[MentionKind, int] = {}
    for mention in mentions:
        for kind in mention.kinds:
            kinds[kind] = kinds.get(kind, 0) + 1
    return Claim(
        id=cluster.id,
        statement=cluster.tracked.statement if cluster.tracked else statement(mentions),
        kinds=tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind))),
        tracked=cluster.tracked.name if cluster.tracked else None,
        mention_ids=mention_ids,
        document_count=len({mention.document_id for mention in mentions}),
    )


def _pairs(
    graph: Graph, clusters: Sequence[_Cluster], drawn: Drawn, memberships: Sequence[Membership]
) -> list[Pair]:
    """Compared pairs: within each claim, and the strongest links between two.

    Two wordings of which one belongs to the other's claim too are told apart in full.
    """
    wanted = list(_inside(clusters, drawn))
    told = Told.of(memberships, (mention for unit in drawn.units for mention in unit.mentions))
    links = list(_linking(graph, clusters, drawn))
    shared = [link for link in links if told.shared(link)]
    apart = asked_about([link for link in links if not told.shared(link)], wanted, told, drawn.comments)
    between = _compared(graph, shared, full=True) + _compared(graph, apart, full=False)
    kept = [pair for pair in between if pair.comparison.relation != "unrelated"]
    return _compared(graph, wanted, full=True) + kept


def _inside(clusters: Sequence[_Cluster], drawn: Drawn) -> Iterator[Link]:
    """Each two mentions of a claim; of a claim with very many, each two different wordings."""
    for cluster in clusters:
        told = [(mention, p) for p in cluster.positions for mention in drawn.units[p].mentions]
        if len(told) > _PAIRED_MENTIONS:
            told = [(drawn.units[p].face, p) for p in cluster.positions]
        yield from combinations(told[:_PAIRED_MENTIONS], 2)


def _linking(graph: Graph, clusters: Sequence[_Cluster], drawn: Drawn) -> Iterator[Link]:
    """The closest wordings of claims that lie close."""
    home = {position: cluster.id for cluster in clusters for position in cluster.positions}
    for one, two in closest(graph, home):
        yield (drawn.units[one].face, one), (drawn.units[two].face, two)


def _compared(graph: Graph, wanted: Sequence[Link], *, full: bool) -> list[Pair]:
    edges = [(min(one[1], two[1]), max(one[1], two[1])) for one, two in wanted]
    found = []
    for (one, two), comparison in zip(wanted, graph.compared(edges, full=full), strict=True):
        (left, here), (right, there) = (one, two) if one[0].id < two[0].id else (two, one)
        if left.id != right.id:
            seen = comparison if here <= there else turned(comparison)
            found.append(Pair(left_id=left.id, right_id=right.id, comparison=seen))
    return found
