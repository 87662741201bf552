"""Words that can mean the same: synonyms, near hypernyms, derived forms.

The table (``weights/senses.npz``) is built by ``benchmarks/train_senses.py`` from WordNet 3.1
(Princeton University; licence beside it). Static vectors know what words keep company; this
table knows what they mean, which is what parts "raises" from "lowers" and joins "mark" and "score".
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from corpus_tool.match.normal import stem


@dataclass(frozen=True, slots=True)
class _Senses:
    concepts: dict[str, dict[int, float]]
    irregular: dict[str, str]


@lru_cache(maxsize=1)
def _table() -> _Senses:
    raw = files("corpus_tool.match").joinpath("weights", "senses.npz").read_bytes()
    with np.load(io.BytesIO(raw), allow_pickle=False) as held:
        stems, _, forms = held["text"].tobytes().decode("utf-8").partition("\0")
        starts, ids = held["starts"].tolist(), held["ids"].tolist()
        strengths = (held["hundredths"] / 100).tolist()
    concepts = {
        one: dict(zip(ids[starts[at] : starts[at + 1]], strengths[starts[at] : starts[at + 1]], strict=True))
        for at, one in enumerate(stems.split("\n"))
    }
    return _Senses(concepts, dict(pair.split(" ", 1) for pair in forms.split("\n")))


def lemma_stem(word: str) -> str:
    """Stem of a folded word, irregular forms under their lemma's ("paid" under "pay")."""
    return _table().irregular.get(word) or stem(word)


def concepts_of(stem: str) -> dict[int, float]:
    """What a stem can mean: concepts with their strengths, 0–1; empty for a word the table lacks."""
    return _table().concepts.get(stem, {})


@lru_cache(maxsize=100_000)
def concepts(stem: str) -> frozenset[int]:
    """What a stem can mean, without strengths."""
    return frozenset(concepts_of(stem))


@lru_cache(maxsize=2_048)
def meanings(stems: tuple[str, ...]) -> frozenset[int]:
    """What any of some stems can mean; kept for the wordings in hand only."""
    return frozenset().union(*map(concepts, stems))


def sharing(stem: str, others: frozenset[int]) -> bool:
    """Whether a stem can mean one of some concepts: the quick question before `sense`."""
    return not concepts(stem).isdisjoint(others)


@lru_cache(maxsize=500_000)
def sense(one: str, two: str) -> float:
    """How near two stems come in meaning, 0–1; 1 for the same stem."""
    if one == two:
        return 1.0
    concepts = _table().concepts
    left, right = concepts.get(one), concepts.get(two)
    if not left or not right:
        return 0.0
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return max((strength * large.get(concept, 0.0) for concept, strength in small.items()), default=0.0)
