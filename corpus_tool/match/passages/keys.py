"""Which documents are worth aligning: they share rare word sequences that lie together in both.

Keys are hashes of four words in a row and of three content words in a row. A key joins all
documents that hold it, unless they are too many (boilerplate). Documents that hold one and
the same set of keys' owners are joined once for all those keys, so that a copied article
costs one entry, not one for each of its sentences. Of two documents with few keys in common
`near` asks whether these lie together. Time and memory grow with the number of words; no pair
is looked at that shares nothing.

Source: fingerprints after Schleimer, Wilkerson and Aiken (2003), without winnowing: at four
words every selection costs recall on edited copies, and sorting all keys is cheap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.hashes import mixed, window_hashes
from corpus_tool.match.passages.near import Shared, near
from corpus_tool.match.passages.sentences import shared_sentences
from corpus_tool.match.passages.sheets import SEED_WORDS
from corpus_tool.match.passages.tokens import Corpus, batches

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_tool.match.passages.hashes import Hashes

    Positions = NDArray[np.int64]

WORDS = 4
CONTENT_WORDS = 3
PLENTY = 24
"""Two documents with so many keys in common share a passage, wherever the keys lie."""
_KEYS_AT_ONCE = 16_000_000
_BATCH_WORDS = 2_000_000


@dataclass(frozen=True, slots=True)
class Candidates:
    """Document pairs by position (``left < right``), and the word runs that are boilerplate.

    Attributes:
        left, right: Positions, sorted by left, then right.
        frequent: Sorted hashes of `SEED_WORDS` words that more documents hold than the fan-out allows.
        sentences: Sorted hashes of whole sentences that two documents hold or more, but not too many.
    """

    left: Positions
    right: Positions
    frequent: Hashes
    sentences: Hashes


@dataclass(frozen=True, slots=True)
class _Joined:
    pairs: NDArray[np.int64]
    weights: NDArray[np.int64]


def candidates(corpus: Corpus, *, fan_out: int, frequent_words: int, least_words: int = 8) -> Candidates:
    """Pairs of documents that share rare keys which lie together, very many frequent ones, or a whole sentence."""
    count = len(corpus.ids)
    total = sum(len(ids) for ids in corpus.ids)
    parts = max(1, -(-2 * total // _KEYS_AT_ONCE))
    shared: list[Shared] = []
    chained: list[_Joined] = []
    frequent: list[Hashes] = []
    for part in range(parts):
        table = _table(corpus, part, parts)
        shared.append(table.shared(fan_out))
        chained.append(_chained_pairs(table, fan_out, count))
        frequent.append(_frequent_runs(corpus, (part, parts), fan_out))
    joined = _total([_rare_pairs(held, count) for held in shared])
    plenty = joined.pairs[joined.weights >= PLENTY]
    few = joined.pairs[(joined.weights >= 2) & (joined.weights < PLENTY)]
    frequent_pairs = _total(chained)
    many = frequent_pairs.pairs[frequent_pairs.weights >= frequent_words]
    sentences = shared_sentences(corpus, fan_out=fan_out, least_words=least_words)
    pairs = np.union1d(np.union1d(plenty, near(shared, few, count)), np.union1d(many, sentences.pairs))
    left, right = np.divmod(pairs, max(1, count))
    return Candidates(left, right, np.sort(np.concatenate(frequent)), sentences.known)


@dataclass(frozen=True, slots=True)
class _Entries:
    """Keys, the document that holds each, and its place: content words before it × 8 + its content words."""

    keys: Hashes
    owners: NDArray[np.int32]
    places: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Table:
    """Distinct (key, document) entries sorted by key, then document; where each key's run starts."""

    entries: _Entries
    starts: Positions
    sizes: Positions

    def shared(self, fan_out: int) -> Shared:
        """The runs of keys that two documents or more hold, but not too many."""
        chosen = (self.sizes >= 2) & (self.sizes <= fan_out)
        sizes = self.sizes[chosen]
        inside = np.repeat(chosen, self.sizes)
        return Shared(
            owners=self.entries.owners[inside],
            places=self.entries.places[inside],
            starts=np.cumsum(sizes) - sizes,
            sizes=sizes,
        )


def _table(corpus: Corpus, part: int, parts: int) -> _Table:
    held = [_part(_batch_keys(corpus, positions), part, parts) for positions in batches(corpus, _BATCH_WORDS)]
    return _grouped(held)


def _part(entries: _Entries, part: int, parts: int) -> _Entries:
    if parts == 1:
        return entries
    mine = entries.keys % np.uint64(parts) == part
    return _Entries(entries.keys[mine], entries.owners[mine], entries.places[mine])


@dataclass(frozen=True, slots=True)
class _Batch:
    ids: NDArray[np.int32]
    owners: NDArray[np.int32]
    content: NDArray[np.bool_]


def _batch(corpus: Corpus, positions: range) -> _Batch:
    ids = np.concatenate([corpus.ids[position] for position in positions])
    lengths = [len(corpus.ids[position]) for position in positions]
    owners = np.repeat(np.arange(positions.start, positions.stop, dtype=np.int32), lengths)
    return _Batch(ids, owners, corpus.content[ids] if len(ids) else np.zeros(0, dtype=np.bool_))


def _windows(batch: _Batch, size: int, content_words: int) -> _Entries:
    """Runs of ``size`` words within one document, so many of them content words."""
    whole = window_hashes(batch.ids, size)
    before = np.concatenate([[0], np.cumsum(batch.content)]).astype(np.int32)
    bearing = before[size : size + len(whole)] - before[: len(whole)]
    same = batch.owners[: len(whole)] == batch.owners[size - 1 : size - 1 + len(whole)]
    keep = same & (bearing >= content_words)
    places = before[: len(whole)][keep] * 8 + bearing[keep]
    return _Entries(whole[keep], batch.owners[: len(whole)][keep], places)


def _batch_keys(corpus: Corpus, positions: range) -> _Entries:
    batch = _batch(corpus, positions)
    whole = _windows(batch, WORDS, 2)
    only, theirs = batch.ids[batch.content], batch.owners[batch.content]
    skipping = window_hashes(only, CONTENT_WORDS) ^ np.uint64(CONTENT_WORDS)
    within = np.flatnonzero(theirs[: len(skipping)] == theirs[len(only) - len(skipping) :])
    return _Entries(
        np.concatenate([whole.keys, skipping[within]]),
        np.concatenate([whole.owners, theirs[within]]),
        np.concatenate([whole.places, (within * 8 + CONTENT_WORDS).astype(np.int32)]),
    )


def _grouped(held: list[_Entries]) -> _Table:
    keys = np.concatenate([np.zeros(0, np.uint64), *(one.keys for one in held)])
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    owners = np.concatenate([np.zeros(0, np.int32), *(one.owners for one in held)])[order]
    places = np.concatenate([np.zeros(0, np.int32), *(one.places for one in held)])[order]
    fresh = np.ones(len(keys), dtype=np.bool_)
    fresh[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    keys, owners, places = keys[fresh], owners[fresh], places[fresh]
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = keys[1:] != keys[:-1]
    starts = np.flatnonzero(first)
    return _Table(_Entries(keys, owners, places), starts, np.diff(np.append(starts, len(keys))))


def _frequent_runs(corpus: Corpus, part: tuple[int, int], fan_out: int) -> Hashes:
    """Hashes of short runs with a content word that more documents hold than the fan-out allows."""
    if len(corpus.ids) <= fan_out:
        return np.zeros(0, dtype=np.uint64)
    held = [
        _part(_windows(_batch(corpus, positions), SEED_WORDS, 1), *part)
        for positions in batches(corpus, _BATCH_WORDS)
    ]
    table = _grouped(held)
    return table.entries.keys[table.starts[table.sizes > fan_out]]


def _rare_pairs(shared: Shared, documents: int) -> _Joined:
    """Every pair within the owners of each rare key; owners that recur together are joined once."""
    starts, sizes = shared.starts, shared.sizes
    if not len(starts):
        return _Joined(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    sums = np.concatenate([[np.uint64(0)], np.cumsum(mixed(shared.owners), dtype=np.uint64)])
    marks = sums[starts + sizes] - sums[starts] + mixed(sizes)
    _, first, counts = np.unique(marks, return_index=True, return_counts=True)
    starts, sizes = starts[first], sizes[first]
    pairs, weights = [], []
    for size in np.unique(sizes):
        here = sizes == size
        members = shared.owners[starts[here][:, None] + np.arange(size)].astype(np.int64)
        low, high = np.triu_indices(int(size), k=1)
        pairs.append((members[:, low] * documents + members[:, high]).ravel())
        weights.append(np.repeat(counts[here], len(low)))
    return _summed(np.concatenate(pairs), np.concatenate(weights))


def _chained_pairs(table: _Table, fan_out: int, documents: int) -> _Joined:
    """For frequent keys: each owner with the next one, so that cost stays linear."""
    inside = np.repeat(table.sizes > fan_out, table.sizes)
    last = np.zeros(len(table.entries.keys), dtype=np.bool_)
    last[table.starts + table.sizes - 1] = True
    here = np.flatnonzero(inside & ~last)
    owners = table.entries.owners.astype(np.int64)
    pairs = owners[here] * documents + owners[here + 1]
    return _summed(pairs, np.ones(len(pairs), dtype=np.int64))


def _summed(pairs: NDArray[np.int64], weights: NDArray[np.int64]) -> _Joined:
    unique, inverse = np.unique(pairs, return_inverse=True)
    return _Joined(unique, np.bincount(inverse, weights=weights, minlength=len(unique)).astype(np.int64))


def _total(parts: list[_Joined]) -> _Joined:
    return _summed(
        np.concatenate([part.pairs for part in parts]), np.concatenate([part.weights for part in parts])
    )
