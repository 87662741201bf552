"""Cheap features of a sentence for the check-worthiness model; shared by training and use.

Three blocks: hashed word n-grams (1 to 3), hashed character n-grams inside words (2 to 5), and
a few counts (digits, names, persons, tenses). Numbers are folded to their shape, so that the
model learns "a figure stands here" and no single figure. What a word brings is looked up once;
the rest is arithmetic on arrays over all sentences of a batch.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from corpus_tool.extract.lexicon import terms
from corpus_tool.extract.tokens import Tokens
from corpus_tool.extract.verbs import past_forms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

WORD_BITS = 18
CHAR_BITS = 17
_MIX = (2654435761, 2246822519, 3266489917)
"""Odd multipliers that mix the hashes of neighbouring words (Knuth; xxHash)."""
_CHAR_MASK = (1 << CHAR_BITS) - 1
_NUMBER = re.compile(r"\d+")
_GRAMS = range(2, 6)

_SETS: tuple[frozenset[str], ...] = (
    frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "my"}),
    frozenset({"we", "we're", "we've", "we'll", "us", "our"}),
    frozenset({"you", "you're", "you've", "your"}),
    frozenset({"he", "she", "his", "her", "him"}),
    frozenset({"they", "their", "them"}),
    frozenset({"has", "have", "had", "was", "were"}),
    frozenset({"will", "would", "should", "could", "can", "must", "going"}),
    frozenset({"not", "no", "never", "don't", "didn't", "doesn't", "can't", "won't", "isn't"}),
    frozenset({"than", "more", "less", "most", "highest", "largest", "lowest", "only", "every"}),
    frozenset({"million", "billion", "trillion", "thousand", "hundred", "percent", "dollars", "times", "half", "two",
               "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twice", "first", "years", "year"}),
    frozenset({"said", "says", "voted", "called", "supported", "opposed", "signed", "passed"}),
    frozenset({"think", "believe", "hope", "want", "feel", "like", "know", "need"}),
    frozenset({"?"}),
    frozenset({"!"}),
    frozenset({'"'}),
    frozenset({"-", "—", "…"}),
)  # fmt: skip
_GROUP = {word: at for at, group in enumerate(_SETS) for word in group}
COUNTS = len(_SETS) + 9
"""How many numbers `counts` gives."""


_OPEN, _CLOSE = "<s>", "</s>"
_CURLY = str.maketrans("’‘“”", "''\"\"")
_DIGIT, _NAME, _PAST, _JUDGED = range(len(_SETS), len(_SETS) + 4)
_MARKS = len(_SETS) + 4


@dataclass(frozen=True, slots=True)
class Batch:
    """Words of many sentences, end to end.

    Attributes:
        raw: Each different word once.
        words: Their index in ``raw``, all sentences in order, an opening and a closing mark about each.
        rows: The sentence of each word.
        size: How many sentences.
    """

    raw: tuple[str, ...]
    words: Ints
    rows: Ints
    size: int


def batch(sentences: Sequence[Tokens]) -> Batch:
    """All words of the sentences as numbers."""
    import numpy as np

    table: dict[str, int] = {}
    flat: list[str] = []
    for sentence in sentences:
        flat.append(_OPEN)
        flat += sentence.raw
        flat.append(_CLOSE)
    words = np.array([table.setdefault(word, len(table)) for word in flat], dtype=np.int64)
    rows = np.repeat(np.arange(len(sentences)), [len(sentence) + 2 for sentence in sentences])
    return Batch(tuple(table), words, rows, len(sentences))


def shape(word: str) -> str:
    """The word with every run of digits as one "0"; years keep a shape of their own."""
    if not word[:1].isdigit():
        return word
    return "0000" if len(word) == 4 and word.isdigit() else _NUMBER.sub("0", word)


@lru_cache(maxsize=65536)
def char_grams(raw: str) -> tuple[int, ...]:
    """Hashed character n-grams of one word with its edges; none for the marks about a sentence."""
    if raw in (_OPEN, _CLOSE):
        return ()
    data = f" {shape(lower(raw))[:24]} ".encode("utf-8", "surrogatepass")
    return tuple(
        zlib.crc32(data[at : at + size]) & _CHAR_MASK for size in _GRAMS for at in range(len(data) - size + 1)
    )


def lower(raw: str) -> str:
    """A token as word lists have it."""
    return raw.lower().translate(_CURLY)


@lru_cache(maxsize=65536)
def word_hash(raw: str) -> int:
    """Hash of a word's shape, 32 bits."""
    return zlib.crc32(shape(lower(raw)).encode("utf-8", "surrogatepass"))


def word_grams(of: Batch) -> tuple[Ints, Ints]:
    """Hashed word n-grams and the sentence of each."""
    import numpy as np

    hashes = np.array([word_hash(raw) for raw in of.raw], dtype=np.uint64)[of.words]
    grams, rows = [], []
    mixed = np.zeros(len(hashes), dtype=np.uint64)
    for size, factor in enumerate(_MIX):
        inside = of.rows[size:] == of.rows[: len(of.rows) - size]
        mixed = mixed[: len(hashes) - size] + hashes[size:] * np.uint64(factor)
        grams.append(
            (mixed[inside] * np.uint64(_MIX[0]) & np.uint64(0xFFFFFFFF)) >> np.uint64(32 - WORD_BITS)
        )
        rows.append(of.rows[size:][inside])
    return np.concatenate(grams).astype(np.int64), np.concatenate(rows)


@lru_cache(maxsize=65536)
def _marks(raw: str) -> bytes:
    """What a word counts towards, one byte a group."""
    word = lower(raw)
    row = bytearray(_MARKS)
    group = _GROUP.get(word)
    if group is not None:
        row[group] = 1
    row[_DIGIT] = word[:1].isdigit()
    row[_NAME] = raw[0].isupper() and raw != "I"
    row[_PAST] = word in past_forms()
    row[_JUDGED] = word in terms("evaluations.txt")
    return bytes(row)


def counts(of: Batch) -> Floats:
    """Counts of telling words, scaled to about 0 to 1; shape ``(sentences, COUNTS)``."""
    import numpy as np

    table = np.frombuffer(b"".join(map(_marks, of.raw)), dtype=np.uint8).reshape(-1, _MARKS)
    starts = np.flatnonzero(np.diff(of.rows, prepend=-1))
    marks = table[of.words]
    found = np.add.reduceat(marks.astype(np.float64), starts, axis=0)
    opening = np.minimum(starts + 1, len(marks) - 1)
    names = found[:, _NAME] - marks[opening, _NAME]  # a capital after the opening mark names nobody
    digits, past = found[:, _DIGIT], found[:, _PAST]
    size = np.maximum(1, np.diff(starts, append=len(marks)) - 2)
    columns: list[Any] = [np.minimum(found[:, : len(_SETS)], 3).T / 3]
    columns += [
        np.minimum(digits, 3) / 3,
        digits > 0,
        np.minimum(names, 4) / 4,
        names > 0,
        np.minimum(past, 3) / 3,
    ]
    columns += [np.log1p(size) / 4, size < 6, np.minimum(found[:, _JUDGED], 2) / 2]
    columns += [(digits > 0) & ((past > 0) | (names > 0))]
    return np.vstack([np.atleast_2d(column).astype(np.float64) for column in columns]).T
