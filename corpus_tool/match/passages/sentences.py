"""Sentences that two documents hold word for word: a shared text where no run of words is rare enough to find it.

"And that is what the pilots were told to do." has hardly a telling word, so that the keys of `keys` leave it
out; as a whole sentence, in two documents and not in many, it is the same text all the same. Cost: one
number a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.hashes import mixed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_tool.match.passages.hashes import Hashes
    from corpus_tool.match.passages.tokens import Corpus

    Numbers = NDArray[np.int64]

LEAST_WORDS = 5
"""Shorter ones ("He did not say.") anybody writes."""
LEAST_CONTENT = 2
_PLACES = np.uint64(0xD1B54A32D192ED03)


@dataclass(frozen=True, slots=True)
class Whole:
    """The sentences of one document that could be another's.

    Attributes:
        starts, ends: Word ranges, by place.
        hashes: One a sentence; equal for equal words in equal order, and only then.
    """

    starts: Numbers
    ends: Numbers
    hashes: Hashes


@dataclass(frozen=True, slots=True)
class SharedSentences:
    """Document pairs by code (``left × documents + right``), and the hashes of what is neither alone nor boilerplate."""

    pairs: Numbers
    known: Hashes


def whole(ids: NDArray[np.int32], content: NDArray[np.bool_], ends: NDArray[np.int32]) -> Whole:
    """The sentences of a document that are long enough.

    Args:
        ids: Its word numbers.
        content: For each word number, whether the word carries content.
        ends: One past the last word of each sentence, none empty.
    """
    if not len(ids):
        return Whole(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint64))
    starts = _starts(ends)
    lengths = ends - starts
    hashes = sentence_hashes(ids, ends)
    telling = np.add.reduceat(content[ids].astype(np.int64), starts)
    kept = (lengths >= LEAST_WORDS) & (telling >= LEAST_CONTENT)
    return Whole(starts[kept], ends[kept].astype(np.int64), hashes[kept])


def _starts(ends: NDArray[np.int32]) -> Numbers:
    found: Numbers = np.concatenate([[0], ends[:-1]]).astype(np.int64)
    return found


def sentence_hashes(ids: NDArray[np.int32], ends: NDArray[np.int32]) -> Hashes:
    """One number a sentence, for its words in their order."""
    if not len(ids):
        return np.zeros(0, np.uint64)
    starts = _starts(ends)
    places = np.arange(len(ids), dtype=np.int64) - np.repeat(starts, ends - starts)
    codes = mixed(ids) + places.astype(np.uint64) * _PLACES
    return mixed(np.add.reduceat(mixed(codes), starts))


def shared_sentences(corpus: Corpus, *, fan_out: int, least_words: int) -> SharedSentences:
    """Which documents hold one sentence of ``least_words`` words or more, unless more than the fan-out do."""
    held = [
        whole(ids, corpus.content, ends) for ids, ends in zip(corpus.ids, corpus.sentence_ends, strict=True)
    ]
    sizes = [len(one.hashes) for one in held]
    none = np.zeros(0, dtype=np.int64)
    hashes = np.concatenate([np.zeros(0, np.uint64), *(one.hashes for one in held)])
    long = np.concatenate([none, *(one.ends - one.starts for one in held)]) >= least_words
    owners = np.repeat(np.arange(len(held), dtype=np.int64), sizes)
    order = np.lexsort((owners, hashes))
    hashes, owners, long = hashes[order], owners[order], long[order]
    fresh = np.ones(len(hashes), dtype=np.bool_)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    hashes, owners, long = hashes[fresh], owners[fresh], long[fresh]
    known, starts, counts = np.unique(hashes, return_index=True, return_counts=True)
    few = (counts >= 2) & (counts <= fan_out)
    pairs = [none]
    for size in np.unique(counts[few & long[starts]] if len(known) else none).tolist():
        first = starts[few & (counts == size) & long[starts]]
        members = owners[first[:, None] + np.arange(size)]
        low, high = np.triu_indices(size, k=1)
        pairs.append((members[:, low] * len(held) + members[:, high]).ravel())
    return SharedSentences(np.unique(np.concatenate(pairs)), known[few])
