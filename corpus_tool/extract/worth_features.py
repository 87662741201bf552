"""Cheap features of a sentence for the check-worthiness model; shared by training and use.

Three blocks: hashed word n-grams (1 to 3), hashed character n-grams inside words (2 to 5), and
a few counts (digits, names, persons, tenses). Numbers are folded to their shape, so that the
model learns "a figure stands here" and no single figure.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

from corpus_tool.extract.lexicon import terms
from corpus_tool.extract.tokens import Tokens
from corpus_tool.extract.verbs import past_forms

WORD_BITS = 18
CHAR_BITS = 17
_WORD_MASK = (1 << WORD_BITS) - 1
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


def shape(word: str) -> str:
    """The word with every run of digits as one "0"; years keep a shape of their own."""
    if not word[:1].isdigit():
        return word
    return "0000" if len(word) == 4 and word.isdigit() else _NUMBER.sub("0", word)


@lru_cache(maxsize=65536)
def char_grams(word: str) -> tuple[int, ...]:
    """Hashed character n-grams of one word with its edges."""
    data = f" {shape(word)[:24]} ".encode("utf-8", "surrogatepass")
    return tuple(
        zlib.crc32(data[at : at + size]) & _CHAR_MASK for size in _GRAMS for at in range(len(data) - size + 1)
    )


def word_grams(words: Tokens) -> Iterator[int]:
    """Hashed word n-grams of a sentence, edges included."""
    shapes = ["<s>", *map(shape, words.words), "</s>"]
    for at, word in enumerate(shapes):
        state = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        yield state & _WORD_MASK
        for following in shapes[at + 1 : at + 3]:
            state = zlib.crc32(b" " + following.encode("utf-8", "surrogatepass"), state)
            yield state & _WORD_MASK


def counts(words: Tokens) -> list[float]:
    """Counts of telling words, scaled to about 0 to 1; length `COUNTS`."""
    tokens = words.words
    size = max(1, len(tokens))
    digits = sum(word[:1].isdigit() for word in tokens)
    names = sum(raw[0].isupper() and raw != "I" for raw in words.raw[1:])
    past = sum(word in past_forms() for word in tokens)
    judged = len(terms("evaluations.txt").intersection(tokens))
    found = [0] * len(_SETS)
    for word in tokens:
        group = _GROUP.get(word)
        if group is not None:
            found[group] += 1
    out = [min(number, 3) / 3 for number in found]
    out += [min(digits, 3) / 3, float(digits > 0), min(names, 4) / 4, float(names > 0), min(past, 3) / 3]
    out += [
        math.log1p(size) / 4,
        float(size < 6),
        min(judged, 2) / 2,
        float(digits > 0 and (past > 0 or names > 0)),
    ]
    return out
