"""Words that can mean the same: synonyms, near hypernyms, derived forms.

The table (``weights/senses.npz``) is built by ``benchmarks/train_senses.py`` from WordNet 3.1
(Princeton University; licence beside it). Static vectors know what words keep company; this
table knows what they mean, which is what parts "raises" from "lowers" and joins "mark" and "score".
"""

from __future__ import annotations

import io
from collections.abc import Iterable
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


class Near:
    """How near some stems come in meaning to one another, worked out for a stem when it is first asked for."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._found: dict[str, dict[str, float]] = {}
        self._meaning: dict[int, list[tuple[str, float]]] = {}
        for one in dict.fromkeys(stems):
            for concept, strength in concepts_of(one).items():
                self._meaning.setdefault(concept, []).append((one, strength))

    def of(self, stem: str) -> dict[str, float]:
        """The other stems that can mean the same, each with how near, 0–1: by the concept that both mean most."""
        found = self._found.get(stem)
        if found is None:
            found = self._found[stem] = self._nearest(stem)
        return found

    def _nearest(self, stem: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for concept, strength in concepts_of(stem).items():
            for other, theirs in self._meaning.get(concept, ()):
                if other != stem:
                    found[other] = max(found.get(other, 0.0), strength * theirs)
        return found
