"""Which rows share a key that few others hold, on packed numbers: no pair is touched that shares nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_LARGEST = 2**63


@dataclass(frozen=True, slots=True)
class Held:
    """Keys, and for each the row that holds it; no row twice with one key."""

    keys: Numbers
    owners: Numbers

    def pairs(self, fan_out: int, rows: int) -> Numbers:
        """Codes ``low × rows + high`` of the rows that share a key with few enough others; some more than once."""
        keys, owners = self._sorted(rows)
        first = np.ones(len(keys), dtype=np.bool_)
        first[1:] = keys[1:] != keys[:-1]
        starts = np.flatnonzero(first)
        sizes = np.diff(np.append(starts, len(keys)))
        found = [np.zeros(0, dtype=np.int64)]
        for size in np.unique(sizes[(sizes >= 2) & (sizes <= fan_out)]).tolist():
            members = owners[starts[sizes == size][:, None] + np.arange(size)]
            low, high = np.triu_indices(size, k=1)
            found.append((members[:, low] * rows + members[:, high]).ravel())
        return np.concatenate(found)

    def _sorted(self, rows: int) -> tuple[Numbers, Numbers]:
        """By key, then owner: as one number where both fit into it, which sorts several times as fast."""
        if (int(self.keys.max(initial=0)) + 1) * rows < _LARGEST:
            packed = np.sort(self.keys * rows + self.owners)
            return packed // rows, packed % rows
        order = np.lexsort((self.owners, self.keys))
        return self.keys[order], self.owners[order]


def distinct(codes: Numbers) -> Numbers:
    """Each number once, sorted."""
    codes = np.sort(codes)
    keep = np.ones(len(codes), dtype=np.bool_)
    keep[1:] = codes[1:] != codes[:-1]
    return codes[keep]


def named(keys: Sequence[set[str]]) -> Held:
    """Rows by the names they hold."""
    numbers: dict[str, int] = {}
    flat = [numbers.setdefault(name, len(numbers)) for names in keys for name in names]
    owners = np.repeat(np.arange(len(keys), dtype=np.int64), [len(names) for names in keys])
    return Held(np.array(flat, dtype=np.int64), owners)


def twos(texts: Sequence[str], words_of: Callable[[str], Iterable[str]], most: int) -> Held:
    """Texts by each two of their ``most`` longest words, in any order.

    Args:
        texts: One a row.
        words_of: The words of a text, as a text without white space has them: words hold none, so that each
            distinct piece between white space is looked at once.
        most: So many words of each text.
    """
    table = _Words.of(texts, words_of)
    longest = np.full((len(texts), most), -1, dtype=np.int64)
    place = np.arange(len(table.owners)) - np.searchsorted(table.owners, table.owners)
    few = place < most
    longest[table.owners[few], place[few]] = table.words[few]
    one, two = np.triu_indices(most, k=1)
    # A word that one text alone holds joins nothing.
    shared = (table.held[longest] > 1) & (longest >= 0)
    owners, columns = np.nonzero(shared[:, one] & shared[:, two])
    keys = longest[owners, one[columns]] * len(table.held) + longest[owners, two[columns]]
    return Held(keys, owners)


@dataclass(frozen=True, slots=True)
class _Words:
    """The distinct words of texts, the longest first.

    Attributes:
        owners: The texts, each as often as it has words; sorted.
        words: Their words by number; a longer word has the smaller number.
        held: For each word, how many texts hold it; one longer.
    """

    owners: Numbers
    words: Numbers
    held: Numbers

    @staticmethod
    def of(texts: Sequence[str], words_of: Callable[[str], Iterable[str]]) -> _Words:
        pieces = [text.split() for text in texts]
        flat = list(chain.from_iterable(pieces))
        numbers = {piece: number for number, piece in enumerate(dict.fromkeys(flat))}
        spelt = [set(words_of(piece)) for piece in numbers]
        known = sorted(set(chain.from_iterable(spelt)), key=lambda word: (-len(word), word))
        ranks = {word: rank for rank, word in enumerate(known)}
        sizes = np.array([len(words) for words in spelt], dtype=np.int64)
        ranked = np.fromiter((ranks[word] for words in spelt for word in words), dtype=np.int64)
        held = np.fromiter(map(numbers.__getitem__, flat), dtype=np.int64, count=len(flat))
        owners = np.repeat(np.arange(len(texts)), [len(one) for one in pieces])
        inner = _ranges(np.cumsum(sizes)[held] - sizes[held], sizes[held])
        packed = distinct(np.repeat(owners, sizes[held]) * max(1, len(known)) + ranked[inner])
        owners, words = np.divmod(packed, max(1, len(known)))
        return _Words(owners, words, np.bincount(words, minlength=len(known) + 1))


def _ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """The numbers of each range, one range after another."""
    ends = np.cumsum(sizes)
    found: Numbers = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(starts - ends + sizes, sizes)
    return found
