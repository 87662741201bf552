"""How surprising a word is in general English: weights that no corpus at hand can change.

The table (``weights/background.npz``) is built by ``benchmarks/train_background.py`` from the
lexeme probabilities of spacy-lookups-data (MIT licence).
"""

from __future__ import annotations

import io
import math
from functools import lru_cache
from importlib.resources import files

import numpy as np

from corpus_tool.match.normal import function_words

UNSEEN = 17.0
"""Surprisal of a word outside the table: a name or a coinage, rarer than the rarest word in it."""
CLOSED = 6.5
"""No function word counts as rarer than this, whatever its spelling ("wouldn't")."""
_SENTENCE_WORDS = 20


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    raw = files("corpus_tool.match").joinpath("weights", "background.npz").read_bytes()
    with np.load(io.BytesIO(raw), allow_pickle=False) as held:
        words = held["words"].tobytes().decode("utf-8").split("\n")
        return dict(zip(words, (held["twentieths"] / 20).tolist(), strict=True))


def chances() -> dict[str, float]:
    """Probability of each word of the table."""
    return {word: math.exp(-nats) for word, nats in _table().items()}


def surprisal(word: str) -> float:
    """Negative log probability in nats of a folded word: "the" 3, "score" 10, an unseen name 17."""
    return _table().get(word, UNSEEN)


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """Inverse sentence frequency in nats, 0 or more: how much it tells that two sentences share the word."""
    chance = float(np.exp(-min(surprisal(word), CLOSED if word in function_words() else UNSEEN)))
    return round(-float(np.log(-np.expm1(_SENTENCE_WORDS * np.log1p(-chance)))), 4)
