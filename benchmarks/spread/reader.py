"""What an all-knowing reader could find: an estimate of the best score there is.

The reader knows which sentences are one wording, what each states, and all names; of the history only
what stands on the pages and the dates that they show. Who took from whom is then guessed by the
plainest rules: a credit, marks of quotation, the place in a thread, dates, the one that has more
hedges and sources; else the order is left open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from benchmarks.spread.equal import History
from benchmarks.spread.pages import Page, Piece
from benchmarks.spread.truth import Edge

_LEAST_WORDS = 8
"""Words in common from which the reader takes two pages to be kin."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """The pages as they can be read."""

    history: History

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return self.history.world.pages

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The edges that the reader says."""
        found = [edge for page in self._pages for edge in self._into(page)]
        directed = {(e.source, e.taker) for e in found if not e.open}
        return tuple(e for e in found if not e.open or (e.taker, e.source) not in directed)

    @cached_property
    def _holders(self) -> Mapping[str, frozenset[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for page in self._pages:
            for text in page.texts():
                found[text].add(page.number)
        return {text: frozenset(numbers) for text, numbers in found.items()}

    def _into(self, page: Page) -> Iterator[Edge]:
        told = page.told()
        if page.kind == "comment":
            root = self._pages[page.root]
            sourced = any(piece.source for piece in page.pieces())
            if told & root.told() and not sourced:
                yield Edge(source=root.number, taker=page.number, claims=told & root.told())
            return
        credited = {p.credits for p in page.pieces() if p.credits >= 0} | {page.links_to} - {-1}
        credited -= {page.number, -1}
        for number in sorted(credited):
            yield Edge(source=number, taker=page.number, claims=told & self._pages[number].told())
        rest = page.texts() - {text for number in credited for text in self._pages[number].texts()}
        yield from self._by_text(page, rest)

    def _by_text(self, page: Page, rest: frozenset[str]) -> Iterator[Edge]:
        """The pages that explain the shared sentences, the one that explains most first."""
        left = set(rest)
        while True:
            best = max(self._kin(page, left), key=lambda n: self._rank(page, n, left), default=None)
            if best is None:
                return
            other = self._pages[best]
            order = self._order(other, page)
            if order != "open" or best < page.number:
                yield Edge(
                    source=best, taker=page.number, claims=page.told() & other.told(), open=order == "open"
                )
            left -= other.texts()

    def _kin(self, page: Page, left: set[str]) -> list[int]:
        """Pages that share enough of these sentences and are not plainly later."""
        words: dict[int, int] = defaultdict(int)
        for text in left:
            for number in self._holders[text]:
                words[number] += len(text.split())
        return [
            n
            for n, count in sorted(words.items())
            if n != page.number and count >= _LEAST_WORDS and self._order(self._pages[n], page) != "after"
        ]

    def _rank(self, page: Page, number: int, left: set[str]) -> tuple[int, bool, int]:
        words = sum(len(text.split()) for text in left & self._pages[number].texts())
        earlier = sum(self.history.before(number, other.number) for other in self._pages)
        return words, self._order(self._pages[number], page) == "before", earlier

    def _order(self, one: Page, other: Page) -> str:
        """Whether ``one`` was before ``other``, after it, or open, as far as the pages show."""
        quoted = [self._quotes(one, other), self._quotes(other, one)]
        if quoted[0] != quoted[1]:
            return "after" if quoted[0] else "before"
        if other.number in {p.credits for p in one.pieces()}:
            return "after"
        if self.history.before(one.number, other.number):
            return "before"
        if self.history.before(other.number, one.number):
            return "after"
        less = _firmness(other, one.told()) - _firmness(one, other.told())
        return "open" if less == 0 else "before" if less > 0 else "after"

    def _quotes(self, taker: Page, source: Page) -> bool:
        """Whether a page has in quotation marks what stands plainly in another."""
        marked = {p.text for b in taker.blocks if b.style in {"quote", "box"} for p in b.pieces}
        plain = {p.text for b in source.blocks if b.style not in {"quote", "box"} for p in b.pieces}
        return bool(marked & plain)


def _firmness(page: Page, claims: frozenset[str]) -> int:
    """Minus the hedges, sources and notes a page has on some claims: these get lost and are seldom found."""
    return -sum(_weight(piece) for piece in page.body() if piece.claim in claims)


def _weight(piece: Piece) -> int:
    return piece.hedged + piece.governed + bool(piece.source) + (piece.role == "weakens")
