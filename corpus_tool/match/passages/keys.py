"""Which documents are worth aligning: they share word sequences that few documents hold.

Keys are hashes of four words in a row and of three content words in a row. A key joins all
documents that hold it, unless they are too many (boilerplate). Documents that hold one and
the same set of keys' owners are joined once for all those keys, so that a copied article
costs one entry, not one for each of its sentences. Time and memory grow with the number of
words; no pair is looked at that shares nothing.

Source: fingerprints after Schleimer, Wilkerson and Aiken (2003), without winnowing: at four
words every selection costs recall on edited copies, and sorting all keys is cheap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.tokens import Corpus, batches

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Positions = NDArray[np.int64]

WORDS = 4
CONTENT_WORDS = 3
_KEYS_AT_ONCE = 16_000_000
_BATCH_WORDS = 2_000_000
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Document pairs by position (``left < right``), and the keys that are boilerplate.

    Attributes:
        left, right: Positions, sorted by left, then right.
        frequent: Sorted hashes of four words that more documents hold than the fan-out allows.
    """

    left: Positions
    right: Positions
    frequent: Hashes


@dataclass(frozen=True, slots=True)
class _Joined:
    pairs: NDArray[np.int64]
    weights: NDArray[np.int64]


def mixed(numbers: NDArray[np.generic]) -> Hashes:
    """64 well-mixed bits for each number (splitmix64 by Steele, Lea and Flood, 2014)."""
    z = numbers.astype(np.uint64) * _MULTIPLIER + _MULTIPLIER
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def window_hashes(ids: NDArray[np.int32], size: int) -> Hashes:
    """Hash of each run of ``size`` numbers; empty if there are fewer."""
    count = len(ids) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    codes = mixed(ids)
    state = codes[:count].copy()
    for offset in range(1, size):
        state = state * _MULTIPLIER + codes[offset : offset + count]
    return mixed(state)


def candidates(corpus: Corpus, *, fan_out: int, frequent_words: int) -> Candidates:
    """Pairs of documents that share at least two rare keys, or very many frequent ones."""
    total = sum(len(ids) for ids in corpus.ids)
    parts = max(1, -(-2 * total // _KEYS_AT_ONCE))
    rare: list[_Joined] = []
    chained: list[_Joined] = []
    frequent: list[Hashes] = []
    for part in range(parts):
        table = _table(corpus, part, parts)
        rare.append(_rare_pairs(table, fan_out, len(corpus.ids)))
        frequent.append(table.frequent(fan_out))
        chained.append(_chained_pairs(table, fan_out, len(corpus.ids)))
    pairs = np.union1d(_enough(rare, 2), _enough(chained, frequent_words))
    left, right = np.divmod(pairs, max(1, len(corpus.ids)))
    return Candidates(left, right, np.sort(np.concatenate(frequent)))


@dataclass(frozen=True, slots=True)
class _Table:
    """Distinct (key, document) entries sorted by key, then document; where each key's run starts."""

    keys: Hashes
    owners: NDArray[np.int32]
    starts: Positions
    sizes: Positions

    def frequent(self, fan_out: int) -> Hashes:
        return self.keys[self.starts[self.sizes > fan_out]]


def _table(corpus: Corpus, part: int, parts: int) -> _Table:
    keys: list[Hashes] = []
    owners: list[NDArray[np.int32]] = []
    for positions in batches(corpus, _BATCH_WORDS):
        batch = _batch_keys(corpus, positions)
        mine = batch.keys % np.uint64(parts) == part if parts > 1 else slice(None)
        keys.append(batch.keys[mine])
        owners.append(batch.owners[mine])
    if not keys:
        return _grouped(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int32))
    return _grouped(np.concatenate(keys), np.concatenate(owners))


@dataclass(frozen=True, slots=True)
class _Keyed:
    keys: Hashes
    owners: NDArray[np.int32]


def _batch_keys(corpus: Corpus, positions: range) -> _Keyed:
    ids = np.concatenate([corpus.ids[position] for position in positions])
    lengths = [len(corpus.ids[position]) for position in positions]
    owners = np.repeat(np.arange(positions.start, positions.stop, dtype=np.int32), lengths)
    content = corpus.content[ids] if len(ids) else np.zeros(0, dtype=np.bool_)
    whole = window_hashes(ids, WORDS)
    bearing = np.convolve(content.astype(np.int8), np.ones(WORDS, dtype=np.int8), mode="valid") >= 2
    same = owners[: len(whole)] == owners[len(ids) - len(whole) :]
    keep = same & bearing[: len(whole)]
    only, theirs = ids[content], owners[content]
    skipping = window_hashes(only, CONTENT_WORDS) ^ np.uint64(CONTENT_WORDS)
    within = theirs[: len(skipping)] == theirs[len(only) - len(skipping) :]
    return _Keyed(
        np.concatenate([whole[keep], skipping[within]]),
        np.concatenate([owners[: len(whole)][keep], theirs[: len(skipping)][within]]),
    )


def _grouped(keys: Hashes, owners: NDArray[np.int32]) -> _Table:
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    fresh = np.ones(len(keys), dtype=np.bool_)
    fresh[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    keys, owners = keys[fresh], owners[fresh]
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = keys[1:] != keys[:-1]
    starts = np.flatnonzero(first)
    return _Table(keys, owners, starts, np.diff(np.append(starts, len(keys))))


def _rare_pairs(table: _Table, fan_out: int, documents: int) -> _Joined:
    """Every pair within the owners of each rare key; owners that recur together are joined once."""
    chosen = (table.sizes >= 2) & (table.sizes <= fan_out)
    starts, sizes = table.starts[chosen], table.sizes[chosen]
    if not len(starts):
        return _Joined(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    sums = np.concatenate([[np.uint64(0)], np.cumsum(mixed(table.owners), dtype=np.uint64)])
    marks = sums[starts + sizes] - sums[starts] + mixed(sizes)
    _, first, counts = np.unique(marks, return_index=True, return_counts=True)
    starts, sizes = starts[first], sizes[first]
    pairs, weights = [], []
    for size in np.unique(sizes):
        here = sizes == size
        members = table.owners[starts[here][:, None] + np.arange(size)].astype(np.int64)
        low, high = np.triu_indices(int(size), k=1)
        pairs.append((members[:, low] * documents + members[:, high]).ravel())
        weights.append(np.repeat(counts[here], len(low)))
    return _summed(np.concatenate(pairs), np.concatenate(weights))


def _chained_pairs(table: _Table, fan_out: int, documents: int) -> _Joined:
    """For frequent keys: each owner with the next one, so that cost stays linear."""
    inside = np.repeat(table.sizes > fan_out, table.sizes)
    last = np.zeros(len(table.keys), dtype=np.bool_)
    last[table.starts + table.sizes - 1] = True
    here = np.flatnonzero(inside & ~last)
    owners = table.owners.astype(np.int64)
    pairs = owners[here] * documents + owners[here + 1]
    return _summed(pairs, np.ones(len(pairs), dtype=np.int64))


def _summed(pairs: NDArray[np.int64], weights: NDArray[np.int64]) -> _Joined:
    unique, inverse = np.unique(pairs, return_inverse=True)
    return _Joined(unique, np.bincount(inverse, weights=weights, minlength=len(unique)).astype(np.int64))


def _enough(parts: list[_Joined], least: int) -> NDArray[np.int64]:
    joined = _summed(
        np.concatenate([part.pairs for part in parts]), np.concatenate([part.weights for part in parts])
    )
    return joined.pairs[joined.weights >= least]
