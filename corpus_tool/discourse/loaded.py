"""Loaded language: words that judge while they seem to tell, and how loaded a sentence is with them.

A sentence's score is the mean, over its longer words, of how much each looks like a loaded word and not like a
plain one (a logistic regression on static word vectors, taught on two word lists of ours), and a step more for each
of its first words that the list itself holds. The step, the cut and the usual lean are those of plain articles of our own.

Source of the category: Recasens et al. (ACL 2013) on biased language; Fowler, Language in the News (1991).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from corpus_tool.embedding import embed
from corpus_tool.models import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 4
"""Letters; shorter words are function words nearly all."""
_USUAL_WORDS = 4
"""Words of usual lean that every sentence is given beside its own: three words alone tell little."""
_MOST_STEPS = 2
"""Listed words that count: a third adds nothing to what a reader hears."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: one weight a dimension, the constant, and the three figures taken from plain articles."""

    words: NDArray[np.float32]
    constant: float
    step: float
    cut: float
    usual: float


@lru_cache(maxsize=1)
def _weights() -> Weights:
    import numpy as np

    path = resources.files("corpus_tool.discourse") / "weights" / "loaded.npz"
    with resources.as_file(path) as file, np.load(file, allow_pickle=False) as stored:
        figures = [float(value) for value in stored["figures"]]
        return Weights(stored["words"].astype(np.float32), *figures)


@lru_cache(maxsize=1)
def listed() -> frozenset[str]:
    """The list of loaded words, lower case."""
    text = (resources.files("corpus_tool.discourse") / "lexicons" / "loaded.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


def loaded_words(text: str) -> tuple[Span, ...]:
    """Where words of the list stand, in order."""
    known = listed()
    return tuple(
        Span(start=found.start(), end=found.end())
        for found in _WORD.finditer(text)
        if found.group().lower() in known
    )


def loadedness(sentences: Sequence[str]) -> list[float]:
    """How loaded each sentence is, rounded; comparable from text to text. 0 lies where the cut does."""
    weights = _weights()
    return [round(score - weights.cut, 4) for score in scores(sentences, weights)]


def scores(sentences: Sequence[str], weights: Weights) -> list[float]:
    """Scores before the cut; for teaching and measuring."""
    told = [[word.lower() for word in _WORD.findall(sentence)] for sentence in sentences]
    longer = sorted({word for words in told for word in words if len(word) >= _SHORTEST})
    lean = dict(zip(longer, (embed(longer) @ weights.words + weights.constant).tolist(), strict=True))
    known = listed()
    found = []
    for words in told:
        values = [lean[word] for word in words if word in lean]
        steps = min(_MOST_STEPS, sum(word in known for word in words))
        mean = (sum(values) + _USUAL_WORDS * weights.usual) / (len(values) + _USUAL_WORDS)
        found.append(mean + weights.step * steps)
    return found
