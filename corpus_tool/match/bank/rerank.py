"""The best of a query's candidates read again by the transformer of the ``[semantic]`` extra.

It reads the query, its sentences, and each candidate's statement and headline alone; three or four
numbers a candidate, weighed by a table learnt beside the first one (``weights/rank.json``, ``deep``).
What lies below the re-read candidates keeps its order below them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus_tool import semantic
from corpus_tool.match.bank.known import Known
from corpus_tool.match.bank.retrieve import sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reread:
    """What the transformer adds to one candidate.

    Attributes:
        chance: What the first table said, 0–1.
        text, title: Cosine of the query with the statement and with the headline (the statement's where
            there is none).
        part, part_title: The best of the query's sentences, with either.
    """

    chance: float
    text: float
    title: float
    part: float
    part_title: float


def first_look(seen: Reread) -> float:
    """What words, letters and static likeness say together."""
    held = min(max(seen.chance, 1e-6), 1 - 1e-6)
    return math.log(held / (1 - held))


def meaning_of_text(seen: Reread) -> float:
    """Likeness of meaning to the statement."""
    return seen.text


def meaning_of_title(seen: Reread) -> float:
    """Likeness of meaning to the headline."""
    return seen.title


def meaning_of_part(seen: Reread) -> float:
    """Likeness of the query's best sentence to the statement."""
    return seen.part


def meaning_of_part_to_title(seen: Reread) -> float:
    """Likeness of the query's best sentence to the headline."""
    return seen.part_title


FEATURES: Final[tuple[Callable[[Reread], float], ...]] = (
    first_look, meaning_of_text, meaning_of_title, meaning_of_part, meaning_of_part_to_title,
)  # fmt: skip


def reread(query: str, candidates: Sequence[tuple[Known, float]]) -> list[Reread]:
    """The transformer's view of each candidate, given with its chance.

    Raises:
        MissingExtraError: The extra is not installed.
    """
    asked = semantic.embed([query, *sentences(query)])
    texts = semantic.embed([known.text for known, _ in candidates])
    titles = semantic.embed([known.title or known.text for known, _ in candidates])
    with_text, with_title = texts @ asked.T, titles @ asked.T
    return [
        Reread(
            chance=chance,
            text=float(with_text[at, 0]),
            title=float(with_title[at, 0]),
            part=float(with_text[at, 1:].max()),
            part_title=float(with_title[at, 1:].max()),
        )
        for at, (_, chance) in enumerate(candidates)
    ]


def features(seen: Sequence[Reread]) -> list[list[float]]:
    """Feature table, a row a candidate."""
    return [[ask(one) for ask in FEATURES] for one in seen]
