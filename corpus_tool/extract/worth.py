"""Whether a statement matters to a public: check-worthiness from 0 to 1.

A linear model over hashed n-grams and a few counts, its naive Bayes ratios folded into the
weights (Wang & Manning, ACL 2012), calibrated by Platt's method at equal shares of worthy and
idle sentences. Trained by ``benchmarks/train_worth.py``; weights are plain arrays.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from corpus_tool.extract.tokens import Tokens, tokens
from corpus_tool.extract.worth_features import char_grams, counts, word_grams

WEIGHTS = "worth.npz"
THRESHOLD = 0.5
"""Probabilities are calibrated at equal shares; the training script puts the best cut at one half."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of each block, as lists: plain Python floats are quicker to pick than array items."""

    words: list[float]
    chars: list[float]
    counts: list[float]
    bias: float
    slope: float
    offset: float


@lru_cache(maxsize=1)
def _model() -> Model:
    import numpy as np

    path = resources.files("corpus_tool.extract") / "weights" / WEIGHTS
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        bias, slope, offset = arrays["scalars"].tolist()
        return Model(
            arrays["words"].astype("f4").tolist(),
            arrays["chars"].astype("f4").tolist(),
            arrays["counts"].astype("f4").tolist(),
            bias,
            slope,
            offset,
        )


def worth(texts: Sequence[str]) -> list[float]:
    """Check-worthiness of each text, 0 to 1."""
    return worth_of([tokens(text) for text in texts])


def worth_of(sentences: Sequence[Tokens]) -> list[float]:
    """The same for texts already cut into words."""
    model = _model()
    return [_probability(model, _score(model, words)) for words in sentences]


def _score(model: Model, words: Tokens) -> float:
    """The linear model's sum, before calibration."""
    grams = list(word_grams(words))
    weights = model.words
    score = sum([weights[gram] for gram in grams]) / math.sqrt(len(grams))
    pieces, size = 0.0, 0
    for word in words.words:
        pieces += _word_score(word)
        size += len(char_grams(word))
    if size:
        score += pieces / math.sqrt(size)
    return score + model.bias + sum(map(_times, counts(words), model.counts))


def _times(value: float, weight: float) -> float:
    return value * weight


@lru_cache(maxsize=65536)
def _word_score(word: str) -> float:
    """What a word's character n-grams add up to."""
    weights = _model().chars
    return sum([weights[gram] for gram in char_grams(word)])


def _probability(model: Model, score: float) -> float:
    value = model.slope * score + model.offset
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value)))), 4)
