"""How many independent origins a claim has in this pile once copies are folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus_tool.models import Mention
from corpus_tool.provenance.chains import Chain
from corpus_tool.provenance.names import families, name_key
from corpus_tool.provenance.pile import label

_FAMILY = 0.6
"""How sure it is that two outlets of one owner speak with one voice, when nothing else ties them."""


_OPEN = "and which came first is open."


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One group of tellings that derives from nothing else in the pile.

    Attributes:
        document_ids: The documents folded into it.
        mentions: Their tellings of the claim.
        sourced: Whether one of them gives a source one could check for this statement.
        open: Whether some of them were folded because their order is not shown.
        reasons: Why the documents count as one, a sentence for each fold.
    """

    document_ids: tuple[str, ...]
    mentions: tuple[Mention, ...]
    sourced: bool
    open: bool
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Groups:
    """Union-find over document ids; the smallest id stands for its group."""

    parent: dict[str, str]
    reasons: list[tuple[str, str]]

    def find(self, name: str) -> str:
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, one: str, other: str, reason: str) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        if low != high:
            self.parent[high] = low
            self.reasons.append((low, reason))


def origins(chain: Chain, floor: float) -> tuple[Origin, ...]:
    """The origins of a claim, taking derivations of confidence ``floor`` and above.

    Fold two tellings joined by a derivation whose direction is open, tellings that rest on
    one same external source, and every group that derives from one another in a circle; what
    then derives from nothing is an origin. Outlets of one owner among these are one.
    """
    groups = _Groups({d: d for d in sorted(chain.tellings)}, [])
    _fold_versions(chain, groups)
    _fold_open(chain, groups, floor)
    _fold_externals(chain, groups)
    edges = {
        (groups.find(s.source.document_id), groups.find(s.taker.document_id))
        for s in chain.steps
        if s.directed and s.confidence >= floor
    }
    _fold_circles(groups, edges)
    taken = {groups.find(b) for a, b in edges if groups.find(a) != groups.find(b)}
    roots = sorted({groups.find(d) for d in chain.tellings} - taken)
    if floor <= _FAMILY:
        _fold_families(chain, groups, roots)
    return _as_origins(chain, groups, roots)


def _fold_versions(chain: Chain, groups: _Groups) -> None:
    first: dict[str, str] = {}
    for document_id in sorted(chain.tellings):
        other = first.setdefault(chain.pile.page_of(document_id), document_id)
        groups.join(other, document_id, "They are saved copies of one page.")


def _fold_open(chain: Chain, groups: _Groups, floor: float) -> None:
    for step in chain.steps:
        if not step.directed and step.confidence >= floor:
            one, other = (chain.pile.documents[m.document_id] for m in (step.source, step.taker))
            groups.join(
                one.id, other.id,
                f"{label(chain.pile, one)} and {label(chain.pile, other)} share this, {_OPEN}",
            )  # fmt: skip


def _fold_externals(chain: Chain, groups: _Groups) -> None:
    rests: dict[str, list[str]] = defaultdict(list)
    for mention in chain.mentions:
        for key in sorted(chain.references.externals(mention.id)):
            rests[key].append(mention.document_id)
    for key in sorted(rests):
        first, *others = rests[key]
        for other in others:
            groups.join(
                first, other, f"Both rest on {chain.references.names[key]}, which is not in this pile."
            )


def _fold_circles(groups: _Groups, edges: Iterable[tuple[str, str]]) -> None:
    for circle in circles(edges):
        for other in circle[1:]:
            groups.join(circle[0], other, "They rest on each other in a circle.")


def _fold_families(chain: Chain, groups: _Groups, roots: Iterable[str]) -> None:
    """Origins that are one owner's alone, and give no source, count as one."""
    known = families(chain.pile.settings.families)
    members: dict[str, list[str]] = defaultdict(list)
    for document_id in sorted(chain.tellings):
        members[groups.find(document_id)].append(document_id)
    houses: dict[int, str] = {}
    for root in roots:
        owners = {known.get(name_key(chain.pile.documents[d].publisher or "")) for d in members[root]}
        family = next(iter(owners)) if len(owners) == 1 else None
        if family is None or any(chain.sourced(m) for d in members[root] for m in chain.tellings[d]):
            continue
        first = houses.setdefault(family, root)
        if first != root:
            groups.join(first, root, "They are outlets of one owner, and count as one voice.")


def _as_origins(chain: Chain, groups: _Groups, roots: Iterable[str]) -> tuple[Origin, ...]:
    members: dict[str, list[str]] = defaultdict(list)
    for document_id in sorted(chain.tellings):
        members[groups.find(document_id)].append(document_id)
    result = []
    for root in sorted({groups.find(r) for r in roots}):
        mentions = tuple(m for d in members[root] for m in chain.tellings[d])
        reasons = tuple(dict.fromkeys(r for g, r in groups.reasons if groups.find(g) == root))
        sourced = any(chain.sourced(m) for m in mentions)
        result.append(
            Origin(
                document_ids=tuple(members[root]),
                mentions=mentions,
                sourced=sourced,
                reasons=reasons,
                open=any(reason.endswith(_OPEN) for reason in reasons),
            )
        )
    return tuple(result)


def circles(edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Groups of two or more nodes that can reach one another, each sorted, in order.

    Source: Tarjan 1972, without recursion, so that long chains cost no stack.
    """
    out: dict[str, list[str]] = defaultdict(list)
    nodes: set[str] = set()
    for one, other in sorted(set(edges)):
        if one != other:
            out[one].append(other)
            nodes |= {one, other}
    return sorted(tuple(sorted(c)) for c in _components(sorted(nodes), out) if len(c) > 1)


@dataclass(slots=True)
class _Walk:
    index: dict[str, int]
    low: dict[str, int]
    stack: list[str]
    on_stack: set[str]

    def enter(self, node: str) -> None:
        self.index[node] = self.low[node] = len(self.index)
        self.stack.append(node)
        self.on_stack.add(node)

    def leave(self, node: str) -> list[str]:
        """The component that ``node`` closes, or an empty list."""
        if self.low[node] != self.index[node]:
            return []
        component = []
        while True:
            top = self.stack.pop()
            self.on_stack.discard(top)
            component.append(top)
            if top == node:
                return component


def _components(nodes: list[str], out: Mapping[str, list[str]]) -> list[list[str]]:
    walk = _Walk({}, {}, [], set())
    found = []
    for start in nodes:
        if start in walk.index:
            continue
        walk.enter(start)
        work = [(start, iter(out.get(start, ())))]
        while work:
            node, following = work[-1]
            child = next(following, None)
            if child is None:
                work.pop()
                found.append(walk.leave(node))
                if work:
                    walk.low[work[-1][0]] = min(walk.low[work[-1][0]], walk.low[node])
            elif child not in walk.index:
                walk.enter(child)
                work.append((child, iter(out.get(child, ()))))
            elif child in walk.on_stack:
                walk.low[node] = min(walk.low[node], walk.index[child])
    return found
