"""One document as alignment sees it, worked out once and laid against many others."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.hashes import window_hashes
from corpus_tool.match.passages.sentences import Whole, whole

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_tool.match.passages.hashes import Hashes
    from corpus_tool.match.passages.tokens import Corpus

    Ids = NDArray[np.int32]

SEED_WORDS = 3
"""Length of the runs that an alignment starts from."""
_HELD_WORDS = 2_000_000
"""Words of sheets kept at a time: some 80 megabytes."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document's words with what is asked of them again and again.

    Attributes:
        ids: Word numbers.
        content: Content words before each place, one longer than ``ids``.
        hashes: Hash of each run of `SEED_WORDS` words.
        rare: For each run, whether it is no boilerplate.
        ordered: The hashes sorted.
        order: Their places.
        sentences: Its sentences.
    """

    ids: Ids
    content: NDArray[np.int64]
    hashes: Hashes
    rare: NDArray[np.bool_]
    ordered: Hashes
    order: NDArray[np.int64]
    sentences: Whole


def sheet(ids: Ids, ends: Ids, content: NDArray[np.bool_], frequent: Hashes) -> Sheet:
    """The sheet of a document.

    Args:
        ids: Its word numbers.
        ends: One past the last word of each sentence.
        content: For each word number, whether the word carries content.
        frequent: Sorted hashes of runs that are boilerplate.
    """
    hashes = window_hashes(ids, SEED_WORDS)
    order = np.argsort(hashes, kind="stable")
    counts = np.concatenate([[0], np.cumsum(content[ids])]) if len(ids) else np.zeros(1, dtype=np.int64)
    rare = ~_among(hashes, frequent)
    return Sheet(ids, counts, hashes, rare, hashes[order], order, whole(ids, content, ends))


def _among(hashes: Hashes, table: Hashes) -> NDArray[np.bool_]:
    if not len(table) or not len(hashes):
        return np.zeros(len(hashes), dtype=np.bool_)
    found: NDArray[np.bool_] = table[np.minimum(np.searchsorted(table, hashes), len(table) - 1)] == hashes
    return found


@dataclass(slots=True)
class Shelf:
    """Sheets of the documents in hand; the one that lay unused the longest goes first."""

    pile: Corpus
    frequent: Hashes
    held: OrderedDict[int, Sheet] = field(default_factory=OrderedDict)
    words: int = 0

    def sheet(self, position: int) -> Sheet:
        """The sheet of the document at a position."""
        found = self.held.get(position)
        if found is not None:
            self.held.move_to_end(position)
            return found
        pile, ids = self.pile, self.pile.ids[position]
        made = sheet(ids, pile.sentence_ends[position], pile.content, self.frequent)
        self.held[position] = made
        self.words += len(ids)
        while self.words > _HELD_WORDS and len(self.held) > 1:
            self.words -= len(self.held.popitem(last=False)[1].ids)
        return made
