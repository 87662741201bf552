"""Whether a statement matters to a public: check-worthiness from 0 to 1.

A linear model over hashed n-grams and a few counts, its naive Bayes ratios folded into the
weights (Wang & Manning, ACL 2012), calibrated by Platt's method at equal shares of worthy and
idle sentences. Trained by ``benchmarks/train_worth.py``; weights are plain arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from corpus_tool.extract.tokens import Tokens, tokens
from corpus_tool.extract.worth_features import batch, char_grams, counts, word_grams

if TYPE_CHECKING:
    from corpus_tool.extract.worth_features import Batch, Floats, Ints

WEIGHTS = "worth.npz"
THRESHOLD = 0.5
"""Probabilities are calibrated at equal shares; the training script puts the best cut at one half."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of each block; those of characters as a list, since they are picked one by one."""

    words: Floats
    chars: list[float]
    counts: Floats
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
            arrays["words"].astype("f8"),
            arrays["chars"].astype("f4").tolist(),
            arrays["counts"].astype("f8"),
            bias,
            slope,
            offset,
        )


def worth(texts: Sequence[str]) -> list[float]:
    """Check-worthiness of each text, 0 to 1."""
    return worth_of([tokens(text) for text in texts])


def worth_of(sentences: Sequence[Tokens]) -> list[float]:
    """The same for texts already cut into words; a text's score does not depend on its company."""
    import numpy as np

    if not sentences:
        return []
    model = _model()
    logits = model.slope * _scores(model, batch(sentences)) + model.offset
    found: list[float] = np.round(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))), 4).tolist()
    return found


def _scores(model: Model, of: Batch) -> Floats:
    """The linear model's sums, before calibration. Sums run in the order of the words."""
    import numpy as np

    grams, rows = word_grams(of)
    total = _mean(model.words[grams], rows, of.size)
    pieces = np.array([_pieces(raw) for raw in of.raw])[of.words]
    sizes = np.bincount(of.rows, pieces[:, 1], of.size)
    total += np.bincount(of.rows, pieces[:, 0], of.size) / np.sqrt(np.maximum(1, sizes))
    for column, weight in zip(counts(of).T, model.counts, strict=True):
        total += column * weight
    scores: Floats = total + model.bias
    return scores


def _mean(values: Floats, rows: Ints, size: int) -> Floats:
    """Sums by row over the root of how many there are."""
    import numpy as np

    share: Floats = np.bincount(rows, values, size) / np.sqrt(
        np.maximum(1, np.bincount(rows, minlength=size))
    )
    return share


@lru_cache(maxsize=65536)
def _pieces(raw: str) -> tuple[float, int]:
    """What a word's character n-grams add up to, and how many they are."""
    weights, grams = _model().chars, char_grams(raw)
    return sum([weights[gram] for gram in grams]), len(grams)
