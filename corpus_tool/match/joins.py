"""Which rows share a key that few others hold, on packed numbers: no pair is touched that shares nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Held:
    """Keys, and for each the row that holds it; no row twice with one key."""

    keys: Numbers
    owners: Numbers

    def pairs(self, fan_out: int, rows: int) -> Numbers:
        """Codes ``low × rows + high`` of the rows that share a key with few enough others, sorted."""
        order = np.lexsort((self.owners, self.keys))
        keys, owners = self.keys[order], self.owners[order]
        first = np.ones(len(keys), dtype=np.bool_)
        first[1:] = keys[1:] != keys[:-1]
        starts = np.flatnonzero(first)
        sizes = np.diff(np.append(starts, len(keys)))
        found = [np.zeros(0, dtype=np.int64)]
        for size in np.unique(sizes[(sizes >= 2) & (sizes <= fan_out)]).tolist():
            members = owners[starts[sizes == size][:, None] + np.arange(size)]
            low, high = np.triu_indices(size, k=1)
            found.append((members[:, low] * rows + members[:, high]).ravel())
        return distinct(np.concatenate(found))


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


def twos(words: Sequence[set[str]], most: int) -> Held:
    """Rows by each two of their ``most`` longest words, in any order."""
    known = sorted({word for row in words for word in row}, key=lambda word: (-len(word), word))
    ranks = {word: rank for rank, word in enumerate(known)}
    table = np.full((len(words), most), -1, dtype=np.int64)
    for at, row in enumerate(words):
        longest = sorted([ranks[word] for word in row])[:most]
        table[at, : len(longest)] = longest
    one, two = np.triu_indices(most, k=1)
    keys = table[:, one] * len(known) + table[:, two]
    owners, columns = np.nonzero(table[:, two] >= 0)
    return Held(keys[owners, columns], owners.astype(np.int64))
