"""From documents to shared passages: candidate pairs, anchors, chains, edges, grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages import edges
from corpus_tool.match.passages.anchors import Anchor, Seeds, seeds
from corpus_tool.match.passages.chains import ALONE, Chain, chains, disjoint, half_taken
from corpus_tool.match.passages.extend import grown
from corpus_tool.match.passages.furniture import furniture
from corpus_tool.match.passages.grade import Likeness, grade, likeness
from corpus_tool.match.passages.keys import candidates
from corpus_tool.match.passages.sheets import SEED_WORDS, Shelf
from corpus_tool.match.passages.tokens import Corpus, corpus
from corpus_tool.models import Document, Passage
from corpus_tool.settings import DEFAULT, MatchSettings

if TYPE_CHECKING:
    from corpus_tool.match.passages.hashes import Hashes


PORTION_PAIRS = 4_000
"""Document pairs of one portion: some seconds of work."""
_TIMES = 8
"""So many further times one passage is looked for in one text."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Document pairs to be aligned, with all that this needs: it may be sent to another process.

    Attributes:
        pile: The documents of these pairs alone.
        frequent: Sorted hashes of word runs that are boilerplate.
        sentences: Sorted hashes of whole sentences that are shared and no boilerplate.
        settings: What makes a passage.
        pairs: Two positions each, ``left < right``.
    """

    pile: Corpus
    frequent: Hashes
    sentences: Hashes
    settings: MatchSettings
    pairs: tuple[tuple[int, int], ...]


def passages(
    documents: Sequence[Document], *, settings: MatchSettings = DEFAULT.match
) -> tuple[Passage, ...]:
    """Every passage that two of the documents share, in whatever state of editing.

    Offsets are code points of each document's ``text``. Sorted by left document, right
    document, left start. Near linear in the number of words: see `candidates`.
    """
    return found_in(portions(documents, settings=settings))


def portions(documents: Sequence[Document], *, settings: MatchSettings = DEFAULT.match) -> list[Portion]:
    """The work of finding passages, in portions; their passages, one portion after another, are the answer."""
    pile = corpus(documents)
    pairs = candidates(
        pile, fan_out=settings.passage_fan_out, frequent_words=settings.passage_frequent_words,
        least_words=settings.passage_words,
    )  # fmt: skip
    fixed = furniture(pile, fan_out=settings.passage_fan_out)
    frequent = np.union1d(pairs.frequent, fixed.runs)
    sentences = np.setdiff1d(pairs.sentences, fixed.sentences)
    made = []
    for start in range(0, len(pairs.left), PORTION_PAIRS):
        left, right = (side[start : start + PORTION_PAIRS] for side in (pairs.left, pairs.right))
        wanted = np.union1d(left, right)
        rows = zip(
            np.searchsorted(wanted, left).tolist(), np.searchsorted(wanted, right).tolist(), strict=True
        )
        held = pile.only(wanted.tolist())
        made.append(Portion(held, frequent, sentences, settings, tuple(rows)))
    return made


def found_in(portions: Sequence[Portion]) -> tuple[Passage, ...]:
    """The passages of some portions, in order."""
    return tuple(passage for portion in portions for passage in _found(portion))


def _found(portion: Portion) -> list[Passage]:
    finder = finder_of(portion)
    return [passage for left, right in portion.pairs for passage in finder.between(left, right)]


def finder_of(portion: Portion) -> Finder:
    """What finds the passages of a portion's pairs, one pair at a time."""
    return Finder(portion, portion.settings, Shelf(portion.pile, portion.frequent))


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the passages of two documents of a portion at a time."""

    portion: Portion
    settings: MatchSettings
    shelf: Shelf

    @property
    def pile(self) -> Corpus:
        """The documents in hand."""
        return self.portion.pile

    def between(self, left: int, right: int) -> list[Passage]:
        """Passages of the documents at two positions, by place."""
        rows = [row for row in self._edited(left, right) if self._close(row)]
        rows.extend(self._row(chain, left, right) for chain in self._sentences(left, right, rows))
        made = (self._passage(row, left, right) for row in rows)
        return sorted(made, key=lambda passage: (passage.left.start, passage.right.start))

    def _edited(self, left: int, right: int) -> list[_Row]:
        """Stretches found from runs of words, whatever was changed in them."""
        a, b = self.pile.ids[left], self.pile.ids[right]
        found = seeds(self.shelf.sheet(left), self.shelf.sheet(right))
        if not self._possible(found):
            return []
        anchors = found.anchors()
        kept = self._chains(anchors, found)
        longer = [grown(chain, a, b, self.pile.content) for chain in kept if chain.shared >= ALONE]
        rows = self._counted(disjoint(longer), (left, right), found)
        return [*rows, *self._again(anchors, rows, (left, right), found)] if rows else []

    def _chains(self, anchors: Sequence[Anchor], found: Seeds) -> list[Chain]:
        def worth(bundle: Sequence[Anchor]) -> bool:
            return self._worth(bundle, found)

        return [chain for chain in chains(anchors, worth) if worth(chain.anchors)]

    def _counted(self, found: Sequence[Chain], pair: tuple[int, int], seen: Seeds) -> list[_Row]:
        left, right = pair
        one, two = self.pile.documents[left].text, self.pile.documents[right].text
        cut = [edges.settled(chain, one, two) for chain in found]
        return [self._row(chain, left, right) for chain in cut if self._counts(chain, left, seen)]

    def _again(
        self, anchors: Sequence[Anchor], rows: Sequence[_Row], pair: tuple[int, int], seen: Seeds
    ) -> list[_Row]:
        """Where one side has a passage a second time, closely, each time once: a text pasted twice, a pull quote."""
        more: list[_Row] = []
        for _ in range(_TIMES):
            once = half_taken(anchors, [row.chain for row in (*rows, *more)])
            fresh = self._counted(self._chains(once, seen), pair, seen) if once else []
            fresh = [row for row in fresh if row.likeness.wording >= self.settings.light_similarity]
            if not fresh:
                break
            more.extend(fresh)
        return more

    def _sentences(self, left: int, right: int, rows: Sequence[_Row]) -> list[Chain]:
        """Whole sentences in both, word for word, outside what was found.

        Where the two share something else, or more of them, shorter ones count too: a text taken over in another order.
        """
        a, b = self.shelf.sheet(left).sentences, self.shelf.sheet(right).sentences
        if not len(self.portion.sentences):
            return []
        known, at, there = np.intersect1d(a.hashes, b.hashes, return_indices=True)
        places = np.minimum(np.searchsorted(self.portion.sentences, known), len(self.portion.sentences) - 1)
        here = np.flatnonzero(self.portion.sentences[places] == known)
        alike = [
            Chain((Anchor(int(a.starts[i]), int(b.starts[j]), int(a.ends[i] - a.starts[i])),))
            for i, j in zip(at[here].tolist(), there[here].tolist(), strict=True)
        ]
        fresh = disjoint(alike, [row.chain for row in rows])
        long = rows or any(chain.shared >= self.settings.passage_words for chain in fresh)
        return fresh if long else []

    def _row(self, chain: Chain, left: int, right: int) -> _Row:
        spread = self._widened(chain, left, right)
        a = self.pile.ids[left][spread.left_start : spread.left_end]
        b = self.pile.ids[right][spread.right_start : spread.right_end]
        return _Row(chain, spread, likeness(a, b, chain.anchors))

    def _possible(self, found: Seeds) -> bool:
        """Whether all that the two share could be worth anything, wherever it stands: the quick question."""
        told, longest = int(found.telling[-1]), SEED_WORDS * len(found.left)
        least, long = self.settings.passage_content_words, self.settings.passage_frequent_words // 2
        return not len(self.portion.frequent) or told >= least or longest >= long

    def _worth(self, anchors: Sequence[Anchor], found: Seeds) -> bool:
        """Whether they tell enough beside boilerplate, or are as long as a good part of an article."""
        if not len(self.portion.frequent):
            return True
        least, long = self.settings.passage_content_words, self.settings.passage_frequent_words // 2
        told = words = 0
        for anchor in anchors:
            told += found.told(anchor.left, anchor.left_end)
            words += anchor.length
            if told >= least or words >= long:
                return True
        return False

    def _close(self, row: _Row) -> bool:
        """A handful of shared words is a passage only where little else stands between them."""
        short = row.chain.shared <= self.settings.passage_words + 1
        return row.likeness.wording >= (self.settings.light_similarity if short else 0.0)

    def _counts(self, chain: Chain, left: int, found: Seeds) -> bool:
        """Long enough, says something, and is not boilerplate."""
        settings = self.settings
        if chain.shared < settings.passage_words - 2 or self._span(chain) < settings.passage_words:
            return False
        content = self.shelf.sheet(left).content
        if (
            sum(content[one.left_end] - content[one.left] for one in chain.anchors)
            < settings.passage_content_words
        ):
            return False
        if not len(self.portion.frequent) or chain.shared >= settings.passage_frequent_words:
            return True
        return (
            sum(found.told(one.left, one.left_end) for one in chain.anchors) >= settings.passage_content_words
        )

    @staticmethod
    def _span(chain: Chain) -> int:
        return min(chain.left[1] - chain.left[0], chain.right[1] - chain.right[0])

    def _widened(self, chain: Chain, left: int, right: int) -> _Ranges:
        one, two = self.pile.documents[left].text, self.pile.documents[right].text
        starts = edges.back_to_start(one, chain.left[0], 0), edges.back_to_start(two, chain.right[0], 0)
        ends = (
            edges.on_to_end(one, chain.left[1] - 1, len(self.pile.ids[left])),
            edges.on_to_end(two, chain.right[1] - 1, len(self.pile.ids[right])),
        )
        l_start, r_start = starts if None not in starts else (chain.left[0], chain.right[0])
        l_end, r_end = ends if None not in ends else (chain.left[1], chain.right[1])
        return _Ranges(l_start or 0, l_end or 0, r_start or 0, r_end or 0)

    def _passage(self, row: _Row, left: int, right: int) -> Passage:
        one, two, spread = self.pile.documents[left], self.pile.documents[right], row.spread
        return Passage(
            left=edges.side(one.id, one.text, (spread.left_start, spread.left_end)),
            right=edges.side(two.id, two.text, (spread.right_start, spread.right_end)),
            similarity=row.likeness.wording,
            grade=grade(row.likeness, self.settings),
        )


@dataclass(frozen=True, slots=True)
class _Ranges:
    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class _Row:
    chain: Chain
    spread: _Ranges
    likeness: Likeness
