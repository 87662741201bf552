"""A learnt measure of certainty, to order wordings inside the bounds that explicit cues set.

Ridge regression on hashed word and character n-grams (TF-IDF) and counts of cue classes, trained by
``benchmarks/train_certainty.py`` on sentence-level certainty (Pei & Jurgens, EMNLP 2021; MIT).
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from corpus_tool.extract.lexicon import hits
from corpus_tool.extract.tokens import Tokens
from corpus_tool.extract.worth_features import shape

BITS = 19
_MASK = (1 << BITS) - 1
_SIZES = (3, 4, 5)
_LISTS = ("hedges.tsv", "boosters.tsv", "strength.tsv")
CLASSES = (
    "modal", "adverb", "adjective", "verb", "evidential", "self", "conditional", "weak", "comparative",
    "approximate", "research", "noun", "none", "phrase", "association", "cause",
)  # fmt: skip
CUE_SCALE = 0.3


def word_grams(words: Tokens) -> list[int]:
    """Hashed word n-grams, one to three words, each once."""
    data = [_encoded(word) for word in words.words]
    out: list[int] = []
    for at, word in enumerate(data):
        state = zlib.crc32(word)
        out.append(state & _MASK)
        for following in data[at + 1 : at + 3]:
            state = zlib.crc32(following, state)
            out.append(state & _MASK)
    return list(dict.fromkeys(out))


@lru_cache(maxsize=65536)
def _encoded(word: str) -> bytes:
    return b" " + shape(word).encode("utf-8", "surrogatepass")


@lru_cache(maxsize=65536)
def char_grams(word: str) -> tuple[int, ...]:
    """Hashed character n-grams inside one word."""
    data = f" {word[:24]} "
    return tuple(
        zlib.crc32(("c" + data[at : at + size]).encode("utf-8", "surrogatepass")) & _MASK
        for size in _SIZES
        for at in range(len(data) - size + 1)
    )


def all_char_grams(words: Tokens) -> list[int]:
    """Those of every different word of a sentence."""
    return [gram for word in dict.fromkeys(words.words) for gram in char_grams(word)]


def weighed(grams: list[int], idf: Any) -> dict[int, float]:
    """TF-IDF over the root of its squares; grams that training saw too rarely weigh nothing."""
    norm = math.sqrt(sum([idf[gram] ** 2 for gram in grams])) or 1.0
    return {gram: count * idf[gram] / norm for gram, count in Counter(grams).items() if idf[gram] > 0}


def cue_counts(words: Tokens) -> list[float]:
    """How many cues of each class, and the length; as long as `CLASSES` and one."""
    found = Counter(hit.term.label for name in _LISTS for hit in hits(words, name))
    return [found[label] * CUE_SCALE for label in CLASSES] + [min(2.0, len(words) / 30) * CUE_SCALE]


@dataclass(frozen=True, slots=True)
class _Model:
    idf: Any
    grams: Any
    cues: list[float]
    rule: float
    bias: float
    low: float
    high: float


@lru_cache(maxsize=1)
def _model() -> _Model:
    import numpy as np

    path = resources.files("corpus_tool.extract") / "weights" / "certainty.npz"
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        rule, bias, low, high = arrays["scalars"].tolist()
        idf, grams, cues = (
            array("f", arrays[name].astype("f4").tobytes()) for name in ("idf", "grams", "cues")
        )
    return _Model(idf, grams, list(cues), rule, bias, low, high)


def assurance(words: Tokens, by_rule: float) -> float:
    """How sure the wording sounds to a reader, 0 to 1; ``by_rule`` is what its cues say."""
    model = _model()
    score = model.bias + model.rule * by_rule
    idf, weights = model.idf, model.grams
    grams = word_grams(words)
    score += _over_norm(
        sum([idf[gram] * weights[gram] for gram in grams]), sum([idf[gram] ** 2 for gram in grams])
    )
    pieces = [_pieces(word) for word in dict.fromkeys(words.words)]
    score += _over_norm(sum([piece[0] for piece in pieces]), sum([piece[1] for piece in pieces]))
    score += sum(value * weight for value, weight in zip(cue_counts(words), model.cues, strict=True))
    return max(0.0, min(1.0, (score - model.low) / (model.high - model.low)))


def _over_norm(total: float, squares: float) -> float:
    return total / math.sqrt(squares) if squares > 0 else 0.0


@lru_cache(maxsize=65536)
def _pieces(word: str) -> tuple[float, float]:
    """What a word's character n-grams add to the sum, and to the squares of its norm."""
    model = _model()
    grams = char_grams(word)
    return sum([model.idf[gram] * model.grams[gram] for gram in grams]), sum(
        [model.idf[gram] ** 2 for gram in grams]
    )
