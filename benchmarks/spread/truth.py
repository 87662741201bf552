"""What is true of a world: origins and flags of each claim, by the words of the design.

All is computed from a list of edges, so that the same rules serve the history as it was, the
histories that leave the same texts, and a reader's guess. Nothing here is the tool's code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from benchmarks.spread.pages import Page, Piece
from benchmarks.spread.world import World

SCORED: Final = (
    "repeated_unsourced", "single_origin", "circular", "attribution_lost", "certainty_gained",
    "caveat_not_carried", "value_drift", "actor_drift", "scope_drift", "source_requested", "contradicted",
    "thread_born", "source_says_less",
)  # fmt: skip
"""The flags that a world's history settles."""
_MANY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """That ``taker`` has some claims from ``source``; ``open`` where the order is not to be seen."""

    source: int
    taker: int
    claims: frozenset[str]
    open: bool = False


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One claim with its pages and the edges between them."""

    world: World
    claim: str
    edges: tuple[Edge, ...]
    shown: Mapping[int, str]
    by_agency: bool = False
    """Whether all that one agency sends is one source, or each of its texts."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages that state the claim."""
        return tuple(page for page in self.world.pages if self.claim in page.told())

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Their numbers."""
        return frozenset(page.number for page in self.pages)

    @cached_property
    def articles(self) -> tuple[Page, ...]:
        """Those that are no comments."""
        return tuple(page for page in self.pages if page.kind == "article")

    def pieces(self, page: Page) -> tuple[Piece, ...]:
        """The sentences in which a page states the claim."""
        return tuple(piece for piece in page.pieces() if piece.tells and piece.claim == self.claim)

    @cached_property
    def pairs(self) -> frozenset[tuple[int, int]]:
        """The ends of the edges by which this claim was taken, their order shown."""
        return frozenset((e.source, e.taker) for e in self._own() if not e.open)

    def _own(self) -> Iterable[Edge]:
        return (e for e in self.edges if self.claim in e.claims and {e.source, e.taker} <= self.numbers)

    @cached_property
    def _up(self) -> Mapping[int, frozenset[int]]:
        into: dict[int, set[int]] = defaultdict(set)
        for source, taker in self.pairs:
            into[taker].add(source)
        return {number: frozenset(_reach(number, into)) for number in self.numbers}

    def above(self, page: Page) -> tuple[Page, ...]:
        """The pages from which a page has the claim, over any number of hops."""
        return tuple(p for p in self.pages if p.number in self._up[page.number] and p.number != page.number)

    def sources(self, page: Page) -> frozenset[str]:
        """The sources outside the pile that a page gives for the claim."""
        return frozenset(piece.source for piece in self.pieces(page) if piece.source)

    def hedged(self, page: Page) -> bool:
        """Whether a page hedges the claim wherever it states it."""
        return all(piece.hedged or piece.governed for piece in self.pieces(page))

    def doubted(self, page: Page) -> bool:
        """Whether a page carries a note that weakens the claim."""
        return any(p.role == "weakens" and p.claim in {self.claim, "*"} for p in page.pieces())

    def origin_count(self) -> int:
        """Origins as the design folds them: open order, one absent source, circles, one owner."""
        fold = _Fold(self.numbers)
        for edge in self._own():
            if edge.open:
                fold.join(edge.source, edge.taker)
        for group in self._resting():
            fold.join_all(group)
        for circle in _circles({(fold.of(a), fold.of(b)) for a, b in self.pairs}):
            fold.join_all(circle)
        taken = {fold.of(b) for a, b in self.pairs if fold.of(a) != fold.of(b)}
        roots = {fold.of(number) for number in self.numbers} - taken
        for house in self._houses(roots, fold):
            fold.join_all(house)
        return len({fold.of(root) for root in roots})

    def _resting(self) -> Iterable[list[int]]:
        rests: dict[str, list[int]] = defaultdict(list)
        for page in self.pages:
            for source in sorted(self.sources(page)):
                rests[source].append(page.number)
            if page.wire:
                text = "" if self.by_agency else max(page.texts() & self._wired[page.wire], default="")
                rests[f"wire {page.wire} {text}"].append(page.number)
        return rests.values()

    @cached_property
    def _wired(self) -> Mapping[str, frozenset[str]]:
        """Agency to the datelined first sentences that pages print of it."""
        found: dict[str, set[str]] = defaultdict(set)
        for page in self.pages:
            if page.wire:
                found[page.wire] |= {text for text in page.texts() if f"({page.wire})" in text}
        return {agency: frozenset(texts) for agency, texts in found.items()}

    def _houses(self, roots: Iterable[int], fold: _Fold) -> Iterable[list[int]]:
        """Roots of one owner alone, without a source."""
        owner = {outlet: n for n, house in enumerate(self.world.families) for outlet in house}
        houses: dict[int, list[int]] = defaultdict(list)
        for root in sorted(roots):
            group = [page for page in self.pages if fold.of(page.number) == root]
            owners = {owner.get(page.outlet) for page in group}
            if len(owners) == 1 and None not in owners and not any(self.sources(page) for page in group):
                houses[owner[group[0].outlet]].append(root)
        return houses.values()

    def flags(self) -> frozenset[str]:
        """The codes that hold of the claim."""
        return frozenset(code for code in SCORED if getattr(self, f"_{code}")())

    def _repeated_unsourced(self) -> bool:
        return len(self.pages) >= _MANY and not any(self.sources(page) for page in self.pages)

    def _single_origin(self) -> bool:
        return len(self.pages) >= _MANY and self.origin_count() == 1

    def _circular(self) -> bool:
        return bool(_circles(self.pairs))

    def _attribution_lost(self) -> bool:
        return any(self._bare(p) and any(self.sources(a) for a in self.above(p)) for p in self.articles)

    def _bare(self, page: Page) -> bool:
        """Whether a page gives neither a source for the claim nor credit to any telling."""
        credited = any(piece.credits >= 0 for piece in page.pieces()) or page.links_to >= 0
        return not self.sources(page) and not credited

    def _certainty_gained(self) -> bool:
        return any(not self.hedged(p) and any(self.hedged(a) for a in self.above(p)) for p in self.pages)

    def _caveat_not_carried(self) -> bool:
        return any(not self.doubted(p) and any(self.doubted(a) for a in self.above(p)) for p in self.articles)

    def _differs(self, slot: str) -> bool:
        every = {
            number for p in self.pages for q in self.pieces(p) for name, number in q.figures if name == slot
        }
        return len(every) > 1

    def _value_drift(self) -> bool:
        return self._differs("value")

    def _actor_drift(self) -> bool:
        return self._differs("actor")

    def _scope_drift(self) -> bool:
        return self._differs("scope")

    def _source_says_less(self) -> bool:
        """Whether a page that credits another for the claim has a larger figure, or covers more, than stands there."""
        return any(
            self._more(self.pieces(page), self.pieces(self.world.pages[taking.source]))
            for page in self.pages
            for taking in page.takings
            if taking.trace == "credit" and self.claim in taking.claims
        )

    def _more(self, ours: Iterable[Piece], theirs: Iterable[Piece]) -> bool:
        slots = self.world.fillers(self.claim)
        sizes = [
            {name: size(slots[name][n], n if name == "scope" else -1) for p in told for name, n in p.figures}
            for told in (ours, theirs)
        ]
        return any(
            name in sizes[1] and sizes[0][name] > 1.1 * sizes[1][name] + 0.01
            for name in sizes[0]
            if name != "actor"
        )

    def _source_requested(self) -> bool:
        return bool(self.pages) and any(
            q.role == "asks" and q.claim == self.claim for p in self.world.pages for q in p.pieces()
        )

    def _contradicted(self) -> bool:
        return bool(self.pages) and any(
            q.role == "denies" and q.claim == self.claim for p in self.world.pages for q in p.pieces()
        )

    def _thread_born(self) -> bool:
        comments = [
            self.shown[p.number] for p in self.pages if p.kind == "comment" and p.number in self.shown
        ]
        articles = [self.shown[p.number] for p in self.articles if p.number in self.shown]
        return bool(comments and articles) and min(comments) < min(articles)


def size(filler: str, rank: int = -1) -> float:
    """How much a filler says: its rank where it has one (few, then all), else its number."""
    if rank >= 0:
        return float(rank)
    found = re.search(r"\d[\d,]*(?:\.\d+)?", filler)
    number = float(found.group().replace(",", "")) if found else 0.0
    return number * 1_000_000 if "million" in filler else number


def _reach(start: int, into: Mapping[int, set[int]]) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        for other in into.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def _circles(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Groups of pages that reach one another."""
    into: dict[int, set[int]] = defaultdict(set)
    for source, taker in pairs:
        if source != taker:
            into[taker].add(source)
    above = {number: _reach(number, into) for number in list(into)}
    groups = {frozenset(o for o in above[n] if n in above.get(o, ())) for n in above if n in above[n]}
    return [sorted(group) for group in sorted(groups, key=sorted)]


class _Fold:
    """Pages that count as one."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._head = {number: number for number in numbers}

    def of(self, number: int) -> int:
        while self._head[number] != number:
            number = self._head[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        self._head[high] = low

    def join_all(self, group: Sequence[int]) -> None:
        for other in group[1:]:
            self.join(group[0], other)
