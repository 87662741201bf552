"""From documents to shared passages: candidate pairs, anchors, chains, edges, grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages import edges
from corpus_tool.match.passages.anchors import Anchor, Seeds, seeds
from corpus_tool.match.passages.chains import ALONE, Chain, chains, disjoint
from corpus_tool.match.passages.extend import grown
from corpus_tool.match.passages.grade import grade, similarity
from corpus_tool.match.passages.keys import candidates
from corpus_tool.match.passages.sheets import SEED_WORDS, Shelf
from corpus_tool.match.passages.tokens import Corpus, corpus
from corpus_tool.models import Document, Passage
from corpus_tool.settings import DEFAULT, MatchSettings

if TYPE_CHECKING:
    from corpus_tool.match.passages.hashes import Hashes


PORTION_PAIRS = 4_000
"""Document pairs of one portion: some seconds of work."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Document pairs to be aligned, with all that this needs: it may be sent to another process.

    Attributes:
        pile: The documents of these pairs alone.
        frequent: Sorted hashes of word runs that are boilerplate.
        settings: What makes a passage.
        pairs: Two positions each, ``left < right``.
    """

    pile: Corpus
    frequent: Hashes
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
    pairs = candidates(pile, fan_out=settings.passage_fan_out, frequent_words=settings.passage_frequent_words)
    made = []
    for start in range(0, len(pairs.left), PORTION_PAIRS):
        left, right = (side[start : start + PORTION_PAIRS] for side in (pairs.left, pairs.right))
        wanted = np.union1d(left, right)
        rows = zip(
            np.searchsorted(wanted, left).tolist(), np.searchsorted(wanted, right).tolist(), strict=True
        )
        made.append(Portion(pile.only(wanted.tolist()), pairs.frequent, settings, tuple(rows)))
    return made


def found_in(portions: Sequence[Portion]) -> tuple[Passage, ...]:
    """The passages of some portions, in order."""
    return tuple(passage for portion in portions for passage in _found(portion))


def _found(portion: Portion) -> list[Passage]:
    shelf = Shelf(portion.pile.content, portion.frequent)
    finder = _Finder(portion, portion.settings, shelf)
    return [passage for left, right in portion.pairs for passage in finder.between(left, right)]


@dataclass(frozen=True, slots=True)
class _Finder:
    portion: Portion
    settings: MatchSettings
    shelf: Shelf

    @property
    def pile(self) -> Corpus:
        return self.portion.pile

    def between(self, left: int, right: int) -> list[Passage]:
        """Passages of the documents at two positions, by place."""
        a, b = self.pile.ids[left], self.pile.ids[right]
        found = seeds(self.shelf.sheet(left, a), self.shelf.sheet(right, b))

        if not self._possible(found):
            return []

        def worth(bundle: Sequence[Anchor]) -> bool:
            return self._worth(bundle, found)

        kept = (chain for chain in chains(found.anchors(), worth) if self._worth(chain.anchors, found))
        longer = [grown(chain, a, b, self.pile.content) for chain in kept if chain.shared >= ALONE]
        rows = [chain for chain in disjoint(longer) if self._counts(chain, left, found)]
        made = [self._passage(chain, self._widened(chain, left, right), left, right) for chain in rows]
        close = [one for chain, one in zip(rows, made, strict=True) if self._close(chain, one)]
        return sorted(close, key=lambda passage: (passage.left.start, passage.right.start))

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

    def _close(self, chain: Chain, made: Passage) -> bool:
        """A handful of shared words is a passage only where little else stands between them."""
        short = chain.shared <= self.settings.passage_words + 1
        return made.similarity >= (self.settings.light_similarity if short else 0.0)

    def _counts(self, chain: Chain, left: int, found: Seeds) -> bool:
        """Long enough, says something, and is not boilerplate."""
        settings = self.settings
        if chain.shared < settings.passage_words - 2 or self._span(chain) < settings.passage_words:
            return False
        content = self.shelf.sheet(left, self.pile.ids[left]).content
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

    def _passage(self, chain: Chain, spread: _Ranges, left: int, right: int) -> Passage:
        one, two = self.pile.documents[left], self.pile.documents[right]
        a = self.pile.ids[left][spread.left_start : spread.left_end]
        b = self.pile.ids[right][spread.right_start : spread.right_end]
        close = similarity(a, b, chain.shared)
        return Passage(
            left=edges.side(one.id, one.text, (spread.left_start, spread.left_end)),
            right=edges.side(two.id, two.text, (spread.right_start, spread.right_end)),
            similarity=close,
            grade=grade(close, self.settings),
        )


@dataclass(frozen=True, slots=True)
class _Ranges:
    left_start: int
    left_end: int
    right_start: int
    right_end: int
