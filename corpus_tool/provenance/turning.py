"""What would change a finding: the one document which, taken out of the pile, turns a claim's origin count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus_tool.models import Claim, Findings, Mention, PassageSide
from corpus_tool.provenance.origins import circles
from corpus_tool.provenance.pile import labels_in
from corpus_tool.settings import DEFAULT

_MOST = 200
"""Tellings of a claim beyond which no single one is likely to matter, and trying each takes long."""
_DATED = ("is dated", "dated roughly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One document on which a count hangs.

    Attributes:
        document_id, label: Which.
        origin_count: The origins that are left without it.
        sentence: What a reader gets.
    """

    document_id: str
    label: str
    origin_count: int
    sentence: str


def turns(findings: Findings, claim: Claim) -> tuple[Turn, ...]:
    """The documents without which the claim would have another number of origins, in order of id.

    Takes the derivations of the run as they are; where a document between two others is taken out,
    a text that these two share ties them. A document that tells the claim alone, as an origin of its own, is
    none: that its origin goes with it is no news. Empty where the count rests on more than can be seen here.
    """
    tellings = _Tellings.of(findings, claim)
    if not 2 < len(tellings.documents) <= _MOST or tellings.count(frozenset()) != claim.origin_count:
        return ()
    labels = labels_in(findings)
    found = []
    for document_id in sorted(tellings.documents):
        left = tellings.count(frozenset({document_id}))
        if left != claim.origin_count and not tellings.stands_alone(document_id):
            sentence = f"Without {labels[document_id]} this pile would show {_origins(left)} instead of {claim.origin_count}."
            found.append(
                Turn(document_id=document_id, label=labels[document_id], origin_count=left, sentence=sentence)
            )
    return tuple(found)


def resting_on_dates(findings: Findings, claim: Claim) -> tuple[str, ...]:
    """The steps whose order nothing shows but the dates of the two: dated otherwise, they would turn round."""
    told = set(claim.mention_ids)
    ends = {m.id: m.document_id for m in findings.mentions if m.id in told}
    pairs = {
        (ends[d.source.id], ends[d.target.id])
        for d in findings.derivations
        if {d.source.id, d.target.id} <= set(ends)
    }
    labels = labels_in(findings)
    return tuple(
        f"That {labels[d.target.id]} came after {labels[d.source.id]} rests on their dates alone."
        for d in findings.derivations
        if d.directed
        and (d.source.id, d.target.id) in pairs
        and [mark in line for line in d.evidence[1:] for mark in _DATED].count(True)
        == len(d.evidence) - 1
        > 0
    )


def _origins(count: int) -> str:
    return "1 origin" if count == 1 else f"{count} origins"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tellings:
    """A claim's documents and the ties between them.

    Attributes:
        directed, loose: Counted ties from document to document; ``loose`` where the order is open.
        shared: Ties by a text that both documents have where they tell the claim: stand-ins.
        resting: Groups of documents that rest on one absent source.
    """

    documents: frozenset[str]
    directed: frozenset[tuple[str, str]]
    loose: frozenset[tuple[str, str]]
    shared: frozenset[tuple[str, str]]
    resting: tuple[frozenset[str], ...]

    @staticmethod
    def of(findings: Findings, claim: Claim) -> _Tellings:
        """Read the ties of a claim from findings."""
        ids = set(claim.mention_ids)
        told = {m.id: m for m in findings.mentions if m.id in ids}
        floor = DEFAULT.provenance.counted_confidence
        rows = [
            (told[d.source.id].document_id, told[d.target.id].document_id, d.directed)
            for d in findings.derivations
            if {d.source.id, d.target.id} <= ids and d.confidence >= floor
        ]
        side = _side(told.values())
        return _Tellings(
            documents=frozenset(m.document_id for m in told.values() if m.polarity == side),
            directed=frozenset((a, b) for a, b, directed in rows if directed),
            loose=frozenset((a, b) for a, b, directed in rows if not directed),
            shared=_shared(findings, told),
            resting=tuple(
                frozenset(told[m].document_id for m in x.mention_ids if m in told) for x in findings.externals
            ),
        )  # fmt: skip

    def stands_alone(self, document_id: str) -> bool:
        """Whether nothing ties a document to another."""
        return not any(document_id in pair for pair in (*self.directed, *self.loose))

    def count(self, without: frozenset[str]) -> int:
        """Origins that are left without some documents."""
        left = self.documents - without
        parent = {d: d for d in left}
        stand_ins = self._stand_ins(without)
        for group in self.resting:
            _join(parent, sorted(group & left))
        for pair in self.loose:
            _join(parent, sorted(frozenset(pair) & left))
        edges = {
            (_find(parent, a), _find(parent, b))
            for a, b in self.directed | stand_ins
            if a in left and b in left
        }
        for circle in circles(edges):
            _join(parent, list(circle))
        taken = {_find(parent, b) for a, b in edges if _find(parent, a) != _find(parent, b)}
        return len({_find(parent, d) for d in left} - taken)

    def _stand_ins(self, without: frozenset[str]) -> frozenset[tuple[str, str]]:
        """Ties of those who took it from what is gone, to those it was taken from or who took it too."""
        gone = [(a, b) for a, b in self.directed if a in without]
        above = {a for a, b in self.directed if b in without}
        heirs = sorted({b for _, b in gone})
        others = above or set(heirs[:1])
        return frozenset(
            (a, b)
            for a in others
            for b in heirs
            if a != b and ((a, b) in self.shared or (b, a) in self.shared)
        )


def _side(mentions: Iterable[Mention]) -> str:
    polarities = [m.polarity for m in mentions]
    return "negative" if 2 * polarities.count("negative") > len(polarities) else "positive"


def _shared(findings: Findings, told: Mapping[str, Mention]) -> frozenset[tuple[str, str]]:
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in told.values():
        by_document[mention.document_id].append(mention)
    return frozenset(
        (p.left.document_id, p.right.document_id)
        for p in findings.passages
        if _holds(p.left, by_document.get(p.left.document_id, ()))
        and _holds(p.right, by_document.get(p.right.document_id, ()))
    )


def _holds(side: PassageSide, mentions: Sequence[Mention]) -> bool:
    return any(m.field == "text" and m.start < side.end and m.end > side.start for m in mentions)


def _find(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        name = parent[name]
    return name


def _join(parent: dict[str, str], group: Sequence[str]) -> None:
    for other in group[1:]:
        low, high = sorted((_find(parent, group[0]), _find(parent, other)))
        parent[high] = low
