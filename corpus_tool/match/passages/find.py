"""From documents to shared passages: candidate pairs, anchors, chains, edges, grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages import edges
from corpus_tool.match.passages.anchors import anchors
from corpus_tool.match.passages.chains import ALONE, Chain, chains, disjoint
from corpus_tool.match.passages.extend import grown
from corpus_tool.match.passages.grade import grade, similarity
from corpus_tool.match.passages.keys import WORDS, Candidates, candidates, window_hashes
from corpus_tool.match.passages.tokens import Corpus, corpus
from corpus_tool.models import Document, Passage
from corpus_tool.settings import DEFAULT, MatchSettings

if TYPE_CHECKING:
    from corpus_tool.match.passages.keys import Hashes


def passages(
    documents: Sequence[Document], *, settings: MatchSettings = DEFAULT.match
) -> tuple[Passage, ...]:
    """Every passage that two of the documents share, in whatever state of editing.

    Offsets are code points of each document's ``text``. Sorted by left document, right
    document, left start. Near linear in the number of words: see `candidates`.
    """
    pile = corpus(documents)
    pairs = candidates(pile, fan_out=settings.passage_fan_out, frequent_words=settings.passage_frequent_words)
    finder = _Finder(pile, pairs, settings)
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    return tuple(passage for left, right in rows for passage in finder.between(left, right))


@dataclass(frozen=True, slots=True)
class _Finder:
    pile: Corpus
    pairs: Candidates
    settings: MatchSettings

    def between(self, left: int, right: int) -> list[Passage]:
        a, b = self.pile.ids[left], self.pile.ids[right]
        seeds = anchors(a, b, self.pile.content)
        worth = (chain for chain in chains(seeds) if chain.shared >= ALONE)
        longer = [grown(chain, a, b, self.pile.content) for chain in worth]
        found = [chain for chain in disjoint(longer) if self._counts(chain, left)]
        ranges = [self._widened(chain, left, right) for chain in found]
        made = [
            self._passage(chain, spread, left, right) for chain, spread in zip(found, ranges, strict=True)
        ]
        kept = [one for chain, one in zip(found, made, strict=True) if self._close(chain, one)]
        return sorted(kept, key=lambda passage: (passage.left.start, passage.right.start))

    def _close(self, chain: Chain, made: Passage) -> bool:
        """A handful of shared words is a passage only where little else stands between them."""
        short = chain.shared <= self.settings.passage_words + 1
        return made.similarity >= (self.settings.light_similarity if short else 0.0)

    def _counts(self, chain: Chain, left: int) -> bool:
        """Long enough, says something, and is not boilerplate."""
        settings = self.settings
        if chain.shared < settings.passage_words - 2 or self._span(chain) < settings.passage_words:
            return False
        ids = self.pile.ids[left]
        content = sum(int(self.pile.content[ids[one.left : one.left_end]].sum()) for one in chain.anchors)
        if content < settings.passage_content_words:
            return False
        return chain.shared >= settings.passage_frequent_words or self._rare(chain, left)

    @staticmethod
    def _span(chain: Chain) -> int:
        return min(chain.left[1] - chain.left[0], chain.right[1] - chain.right[0])

    def _rare(self, chain: Chain, left: int) -> bool:
        """Whether enough content words remain beside boilerplate to be a passage alone."""
        if not len(self.pairs.frequent):
            return True
        start, end = chain.left
        ids = self.pile.ids[left][start:end]
        plain = self.pile.content[ids]
        for at in self._frequent(window_hashes(ids, WORDS)):
            plain[at : at + WORDS] = False
        rare = sum(int(plain[one.left - start : one.left_end - start].sum()) for one in chain.anchors)
        return rare >= self.settings.passage_content_words

    def _frequent(self, hashes: Hashes) -> list[int]:
        """Places of the hashes that are boilerplate."""
        table = self.pairs.frequent
        at = np.minimum(np.searchsorted(table, hashes), len(table) - 1)
        return [int(place) for place in np.flatnonzero(table[at] == hashes)]

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
