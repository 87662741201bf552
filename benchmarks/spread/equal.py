"""Which derivations a reader may rightly say, where several histories leave the same texts.

A taking is *required* where the texts show it: by a credit, by marks of quotation, by its place in
a thread, or by wording kept from the source. Then

- any page that holds every sentence the taker kept is as good a source as the true one, if the dates
  shown do not put it after the taker and nothing shows that it took them from the taker;
- a page of the outlet that is credited, and that tells the claim, is the one meant;
- where nothing was changed that has a direction (a hedge or a source that fell away), no credit, no marks of
  quotation and no dates show the order, then either direction is right, and so is "open".

A retelling in other words without a credit leaves no trace: said or not, it is neither right nor
wrong. So it is where two who know nothing of one another use the same row of words.
The same holds for what follows from right edges (A to B to C, said: A to C) and for two prints of one agency.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import combinations_with_replacement

from benchmarks.spread.pages import Page, Taking
from benchmarks.spread.truth import Edge, Telling
from benchmarks.spread.world import Dates, World

_ROW = 8
"""Words in a row from which two sentences on one claim look like copies, though chance made them."""
_REQUIRED = frozenset({"credit", "quote", "copy", "thread"})


@dataclass(frozen=True, kw_only=True)
class History:
    """A world as its texts and the dates shown let it be known."""

    world: World
    dates: Dates

    @cached_property
    def shown(self) -> Mapping[int, str]:
        """The dates that pages give."""
        return self.world.shown_dates(self.dates)

    @cached_property
    def takings(self) -> tuple[Taking, ...]:
        """All takings."""
        return tuple(taking for page in self.world.pages for taking in page.takings)

    @cached_property
    def required(self) -> tuple[Taking, ...]:
        """The takings that the texts show."""
        return tuple(taking for taking in self.takings if taking.trace in _REQUIRED)

    def before(self, one: int, other: int) -> bool:
        """Whether the dates shown put a page before another."""
        left, right = self.shown.get(one), self.shown.get(other)
        return left is not None and right is not None and left < right

    def is_open(self, taking: Taking) -> bool:
        """Whether nothing shows which of the two came first."""
        if taking.trace == "wire":
            return True
        return taking.trace == "copy" and not taking.lossy and not self.before(taking.source, taking.taker)

    @cached_property
    def _sources(self) -> Mapping[int, frozenset[int]]:
        """For each required taking, by place, the pages that are as good a source as the true one."""
        return {place: frozenset(self._as_good(taking)) for place, taking in enumerate(self.required)}

    def _as_good(self, taking: Taking) -> set[int]:
        pages = self.world.pages
        true = pages[taking.source]
        if taking.trace == "thread" or taking.source == taking.taker:
            return {taking.source}
        if taking.trace == "credit":
            same = {
                p.number
                for p in pages
                if p.outlet == true.outlet and p.kind == "article" and p.told() & taking.claims
            }
            return (same - {taking.taker}) | {taking.source}
        below = self._below(taking.taker)
        alike = {
            p.number
            for p in self._holders(taking)
            if p.number != taking.taker and not self.before(taking.taker, p.number) and p.number not in below
        }
        return alike | {taking.source}

    @cached_property
    def _by_text(self) -> Mapping[str, frozenset[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for page in self.world.pages:
            for text in page.texts():
                found[text].add(page.number)
        return {text: frozenset(numbers) for text, numbers in found.items()}

    def _holders(self, taking: Taking) -> list[Page]:
        sets = [self._by_text.get(text, frozenset()) for text in taking.kept]
        return [self.world.pages[n] for n in sorted(frozenset.intersection(*sets))] if sets else []

    def _below(self, number: int) -> set[int]:
        """The pages that plainly have something from a page."""
        out: dict[int, set[int]] = defaultdict(set)
        for taking in self.takings:
            if not self.is_open(taking):
                out[taking.source].add(taking.taker)
        seen: set[int] = set()
        waiting = [number]
        while waiting:
            fresh = out[waiting.pop()] - seen
            seen |= fresh
            waiting += fresh
        return seen

    def fits(self, place: int, edge: Edge) -> bool:
        """Whether an edge that was said is what one required taking asks for."""
        taking, sources = self.required[place], self._sources[place]
        forth = edge.taker == taking.taker and edge.source in sources
        back = edge.source == taking.taker and edge.taker in sources
        loose = (
            self.is_open(taking)
            and not self.before(edge.source, edge.taker)
            and not self.before(edge.taker, edge.source)
        )
        if edge.open:
            return loose and (forth or back)
        if back and not forth:
            return self.is_open(taking) and not self.before(edge.taker, edge.source)
        return forth

    @cached_property
    def _follows(self) -> Mapping[int, frozenset[int]]:
        """Page to the pages that have something from it by right edges and silent ones."""
        out: dict[int, set[int]] = defaultdict(set)
        for taking in self.takings:
            out[taking.source].add(taking.taker)
            if self.is_open(taking):
                out[taking.taker].add(taking.source)
        for place, taking in enumerate(self.required):
            for source in self._sources[place]:
                out[source].add(taking.taker)
        for page in self.world.pages:
            for piece in page.pieces():
                if piece.credits >= 0:
                    out[piece.credits].add(page.number)
        for one, other, _ in self._twins:
            out[one].add(other)
            out[other].add(one)
        return {page.number: frozenset(_down(page.number, out)) for page in self.world.pages}

    @cached_property
    def _twins(self) -> tuple[tuple[int, int, str], ...]:
        """Pages of independent tellers whose sentences on a claim have a long row of words in common, and that claim."""
        kin = {frozenset((t.source, t.taker)) for t in self.takings}
        said: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for page in self.world.pages:
            for piece in page.body():
                if piece.tells:
                    said[piece.claim][piece.text].append(page.number)
        return tuple(
            (one, other, claim)
            for claim, texts in sorted(said.items())
            for first, second in combinations_with_replacement(sorted(texts), 2)
            if _row(first, second) >= _ROW
            for one in texts[first]
            for other in texts[second]
            if one < other and frozenset((one, other)) not in kin
        )

    def neutral(self, edge: Edge) -> bool:
        """Whether an edge that no taking asks for is none the less not wrong."""
        if frozenset((edge.source, edge.taker)) in self._silent:
            return True
        forth, back = edge.taker in self._follows[edge.source], edge.source in self._follows[edge.taker]
        return forth and back if edge.open else forth

    @cached_property
    def _silent(self) -> frozenset[frozenset[int]]:
        """Pairs of pages of which one has a claim from the other, and nothing shows it."""
        return frozenset(frozenset((t.source, t.taker)) for t in self.takings if t.trace == "none")

    def tellings(self, claim: str) -> tuple[Telling, ...]:
        """A claim under each history that leaves the same texts.

        In order: what the texts show; with the retellings that leave no trace; with likenesses by chance as well;
        with such a likeness taken for a copy; without edges whose order is open.
        """
        plain = [_edge(t, open_=self.is_open(t)) for t in self.takings if t.trace != "none"]
        shown = [_edge(t) for t in self.takings if t.trace != "none"]
        full = [_edge(t) for t in self.takings]
        twins = [Edge(source=a, taker=b, claims=frozenset({c}), open=True) for a, b, c in self._twins]
        return tuple(
            Telling(
                world=self.world, claim=claim, edges=tuple(edges), shown=self.shown, by_agency=number == 2
            )
            for number, edges in enumerate((shown, full, [*full, *twins], plain))
        )


@lru_cache(maxsize=65536)
def _row(one: str, other: str) -> int:
    """The most words in a row that two sentences have in common."""
    left, right = one.lower().strip(".").split(), other.lower().strip(".").split()
    return SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size


def _edge(taking: Taking, *, open_: bool = False) -> Edge:
    return Edge(source=taking.source, taker=taking.taker, claims=taking.claims, open=open_)


def _down(start: int, out: Mapping[int, set[int]]) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        for other in out.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen - {start}
