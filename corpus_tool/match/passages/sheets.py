"""One document as alignment sees it, worked out once and laid against many others."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.hashes import window_hashes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_tool.match.passages.hashes import Hashes

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
    """

    ids: Ids
    content: NDArray[np.int64]
    hashes: Hashes
    rare: NDArray[np.bool_]
    ordered: Hashes
    order: NDArray[np.int64]


def sheet(ids: Ids, content: NDArray[np.bool_], frequent: Hashes) -> Sheet:
    """The sheet of a document.

    Args:
        ids: Its word numbers.
        content: For each word number, whether the word carries content.
        frequent: Sorted hashes of runs that are boilerplate.
    """
    hashes = window_hashes(ids, SEED_WORDS)
    order = np.argsort(hashes, kind="stable")
    counts = np.concatenate([[0], np.cumsum(content[ids])]) if len(ids) else np.zeros(1, dtype=np.int64)
    return Sheet(ids, counts, hashes, ~_among(hashes, frequent), hashes[order], order)


def _among(hashes: Hashes, table: Hashes) -> NDArray[np.bool_]:
    if not len(table) or not len(hashes):
        return np.zeros(len(hashes), dtype=np.bool_)
    found: NDArray[np.bool_] = table[np.minimum(np.searchsorted(table, hashes), len(table) - 1)] == hashes
    return found


@dataclass(slots=True)
class Shelf:
    """Sheets of the documents in hand; the one that lay unused the longest goes first."""

    content: NDArray[np.bool_]
    frequent: Hashes
    held: OrderedDict[int, Sheet] = field(default_factory=OrderedDict)
    words: int = 0

    def sheet(self, position: int, ids: Ids) -> Sheet:
        """The sheet of the document at a position."""
        found = self.held.get(position)
        if found is not None:
            self.held.move_to_end(position)
            return found
        made = sheet(ids, self.content, self.frequent)
        self.held[position] = made
        self.words += len(ids)
        while self.words > _HELD_WORDS and len(self.held) > 1:
            self.words -= len(self.held.popitem(last=False)[1].ids)
        return made
