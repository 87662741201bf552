"""Derivations and flags of one corpus against its gold.

Derivations are compared between documents: an end that is a mention stands for its document.
A derivation that only repeats what the gold's chain already says (A to B, B to C, found: A to C)
is neither right nor wrong. A gold derivation whose order is open wants one that is undirected, or
held with less than even confidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from benchmarks.gold_align import Alignment
from benchmarks.gold_corpus import GoldEdge
from benchmarks.gold_scores import Tally, best_gold_claims
from corpus_tool.models import Derivation, End, Flag
from corpus_tool.text import words

EVEN = 0.5
_EMPTY = frozenset({"the", "a", "an", "of", "for", "in", "on", "by", "and", "to", "its", "s"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A derivation folded to documents (gold ids where known) and names of externals."""

    source_type: str
    source: str
    target: str
    directed: bool
    confidence: float
    derivation: Derivation

    @property
    def open(self) -> bool:
        """Whether the tool leaves the order, or the whole, open."""
        return not self.directed or self.confidence < EVEN


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeScore:
    """What became of each derivation."""

    right: tuple[tuple[GoldEdge, Edge], ...]
    missed: tuple[GoldEdge, ...]
    extra: tuple[Edge, ...]
    implied: tuple[Edge, ...]

    def tally(self) -> Tally:
        """The three counts."""
        return Tally(right=len(self.right), missed=len(self.missed), extra=len(self.extra))


def name_words(name: str) -> frozenset[str]:
    """The words of a source's name by which it is known."""
    return frozenset(word.removesuffix("'s") for word in words(name)) - _EMPTY


def same_name(left: str, right: str) -> bool:
    """Whether one name holds the other."""
    a, b = name_words(left), name_words(right)
    return bool(a and b) and (a <= b or b <= a)


def edges(alignment: Alignment) -> list[Edge]:
    """The tool's derivations between documents, one for each pair and direction, the surest first."""
    documents = alignment.gold_document()
    of_mention = {mention.id: mention.document_id for mention in alignment.findings.mentions}
    names = {external.id: external.name for external in alignment.findings.externals}

    def folded(end: End) -> str:
        if end.type == "external":
            return names.get(end.id, end.id)
        document = of_mention.get(end.id, end.id) if end.type == "mention" else end.id
        return documents.get(document, f"?{document}")

    found: dict[tuple[str, str, str], Edge] = {}
    for item in sorted(alignment.findings.derivations, key=lambda item: (-item.confidence, item.id)):
        edge = Edge(
            source_type="external" if item.source.type == "external" else "document",
            source=folded(item.source),
            target=folded(item.target),
            directed=item.directed,
            confidence=item.confidence,
            derivation=item,
        )
        if edge.source != edge.target:
            found.setdefault((edge.source_type, *_ends(edge)), edge)
    return list(found.values())


def _ends(edge: Edge) -> tuple[str, str]:
    if edge.directed:
        return edge.source, edge.target
    return min(edge.source, edge.target), max(edge.source, edge.target)


def _matches(wanted: GoldEdge, edge: Edge, externals: dict[str, str]) -> bool:
    if wanted.source_type != edge.source_type:
        return False
    if wanted.source_type == "external":
        return wanted.target == edge.target and same_name(externals[wanted.source], edge.source)
    if wanted.directed:
        return edge.directed and (wanted.source, wanted.target) == (edge.source, edge.target)
    return edge.open and {wanted.source, wanted.target} == {edge.source, edge.target}


def _steps(gold: tuple[GoldEdge, ...]) -> dict[str, set[str]]:
    steps: dict[str, set[str]] = defaultdict(set)
    for edge in gold:
        steps[edge.source].add(edge.target)
        if not edge.directed:
            steps[edge.target].add(edge.source)
    return steps


def _reachable(start: str, steps: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for follower in steps.get(waiting.pop(), ()):
            if follower not in seen:
                seen.add(follower)
                waiting.append(follower)
    return seen


def _implied(edge: Edge, alignment: Alignment, reach: dict[str, set[str]]) -> bool:
    if edge.source_type == "document":
        forth, back = reach.get(edge.source, set()), reach.get(edge.target, set())
        return edge.target in forth or (edge.open and edge.source in back)
    return any(
        edge.target in reach.get(key, ()) and same_name(name, edge.source)
        for key, name in alignment.gold.externals.items()
    )


def edge_score(alignment: Alignment) -> EdgeScore:
    """Hold the tool's derivations against the gold's; each is used once, like names first."""
    gold, ours = alignment.gold, edges(alignment)
    pairs = [
        (wanted, edge) for wanted in gold.edges for edge in ours if _matches(wanted, edge, gold.externals)
    ]
    pairs.sort(key=lambda pair: (_unlike(pair[0], pair[1], gold.externals), pair[0].source, pair[0].target))
    right: list[tuple[GoldEdge, Edge]] = []
    used: set[int] = set()
    for wanted, edge in pairs:
        if id(wanted) not in used and id(edge) not in used:
            used |= {id(wanted), id(edge)}
            right.append((wanted, edge))
    steps = _steps(gold.edges)
    reach = {start: _reachable(start, steps) for start in steps}
    left = [edge for edge in ours if id(edge) not in used]
    implied = [edge for edge in left if _implied(edge, alignment, reach)]
    return EdgeScore(
        right=tuple(right),
        missed=tuple(wanted for wanted in gold.edges if id(wanted) not in used),
        extra=tuple(edge for edge in left if edge not in implied),
        implied=tuple(implied),
    )


def _unlike(wanted: GoldEdge, edge: Edge, externals: dict[str, str]) -> int:
    if wanted.source_type != "external":
        return 0
    return len(name_words(externals[wanted.source]) ^ name_words(edge.source))


def of_documents(score: EdgeScore) -> Tally:
    """The counts between documents of the pile alone."""
    return Tally(
        right=sum(wanted.source_type == "document" for wanted, _ in score.right),
        missed=sum(wanted.source_type == "document" for wanted in score.missed),
        extra=sum(edge.source_type == "document" for edge in score.extra),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagScore:
    """Flags by code and gold claim; an extra one has the tool's own flag beside it."""

    right: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    extra: tuple[Flag, ...]

    def tally(self) -> Tally:
        """The three counts."""
        return Tally(right=len(self.right), missed=len(self.missed), extra=len(self.extra))

    def by_code(self) -> dict[str, Tally]:
        """The three counts of each code that occurs."""
        right = Counter(code for code, _ in self.right)
        missed = Counter(code for code, _ in self.missed)
        extra: Counter[str] = Counter(flag.code for flag in self.extra)
        codes = sorted({*right, *missed, *extra})
        return {code: Tally(right=right[code], missed=missed[code], extra=extra[code]) for code in codes}


def flag_score(alignment: Alignment) -> FlagScore:
    """Hold the flags against the gold's: same code, and claims that share most of their mentions.

    Two claims of the tool that are one in the gold may both bear its flag: it counts once.
    """
    best = best_gold_claims(alignment)
    found: set[tuple[str, str]] = set()
    extra: dict[tuple[str, str], Flag] = {}
    for flag in alignment.findings.flags:
        key = (str(flag.code), best.get(flag.claim_id, f"?{flag.claim_id}"))
        if key in alignment.gold.flags:
            found.add(key)
        else:
            extra.setdefault(key, flag)
    return FlagScore(
        right=tuple(sorted(found)),
        missed=tuple(sorted(alignment.gold.flags - found)),
        extra=tuple(extra.values()),
    )
