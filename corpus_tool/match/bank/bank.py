"""A desk's archive of checked statements, searched by new text."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from corpus_tool.match.bank import shelf as shelves
from corpus_tool.match.bank.evidence import FEATURES, Evidence, features
from corpus_tool.match.bank.known import Known
from corpus_tool.match.bank.posts import plain
from corpus_tool.match.bank.retrieve import Found, Shelf, retrieve
from corpus_tool.match.compare import compare_many, views
from corpus_tool.match.tracked import bare
from corpus_tool.models import Match


@dataclass(frozen=True, slots=True)
class Query:
    """A text to look up."""

    id: str
    text: str


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    raw = files("corpus_tool.match").joinpath("weights", "rank.json").read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(raw)["weights"]
    return table


class Bank:
    """Known statements with their index.

    Adding a row never changes another's score: all weights come from general English.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @classmethod
    def of(cls, known: Iterable[Known]) -> Bank:
        """Index some known statements; a repeated id keeps its first row."""
        return cls(shelves.build(known))

    @classmethod
    def open(cls, path: Path) -> Bank:
        """Load a bank that `save` wrote.

        Raises:
            StoreError: If the file is no bank, or one of a later form.
        """
        return cls(shelves.load(path))

    @staticmethod
    def add(path: Path, known: Iterable[Known]) -> int:
        """Add rows to the bank on disk without loading it, or make it; ratings of rows it holds are renewed.

        Raises:
            StoreError: If the file is no bank, or one of a later form.
        """
        return shelves.append(path, known)

    def save(self, path: Path) -> None:
        """Write the bank as one SQLite file; rows that the file already holds are left as they are."""
        shelves.save(self._shelf, path)

    def added(self, known: Iterable[Known]) -> Bank:
        """A bank with more rows; only those are indexed. Ids that are known already are passed over."""
        return Bank(shelves.extended(self._shelf, known))

    def __len__(self) -> int:
        return len(self._shelf.rows)

    def match(self, queries: Sequence[Query], *, top: int = 5) -> Iterator[Match]:
        """The ``top`` known statements for each query, best first; ties go to the lower id."""
        plains = [plain(query.text) for query in queries]
        for query, text, found in zip(queries, plains, retrieve(self._shelf, plains), strict=True):
            yield from self._ranked(query.id, text, found, top)

    def _ranked(self, query_id: str, text: str, found: Found, top: int) -> Iterator[Match]:
        if not found.positions:
            return
        scores = scored(features(found.evidence))
        rows = self._shelf.rows
        order = sorted(range(len(scores)), key=lambda at: (-scores[at], rows[found.positions[at]].id))
        best = order[:top]
        seen = views([bare(text), *(bare(rows[found.positions[at]].text) for at in best)])
        compares = compare_many(seen, [(0, place) for place in range(1, len(seen))])
        for rank, (at, compared) in enumerate(zip(best, compares, strict=True), start=1):
            known = rows[found.positions[at]]
            yield Match(
                query_id=query_id,
                known_id=known.id,
                rank=rank,
                score=scores[at],
                relation=compared.relation,
                reasons=(*reasons(found.evidence[at]), *compared.reasons, *_record(known)),
            )


def scored(table: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> list[float]:
    """Chance of each row of features being the statement repeated, 0–1."""
    weights = _weights()
    column = np.array([weights[ask.__name__] for ask in FEATURES])
    return [
        round(1 / (1 + math.exp(-total)), 6) for total in (table @ column + weights["intercept"]).tolist()
    ]


def reasons(seen: Evidence) -> tuple[str, ...]:
    """The rarest words that query and known statement share, in words a reader can check."""
    held = dict(
        zip((*seen.text.stems, *seen.title.stems), (*seen.text.weights, *seen.title.weights), strict=True)
    )
    shared = sorted((one for one in seen.query.stems if one in held), key=lambda one: (-held[one], one))
    words = f"Shares {len(shared)} telling words" + (
        f", among them: {', '.join(shared[:5])}." if shared else "."
    )
    return words, f"Likeness of the whole: {seen.topic:.2f}."


def _record(known: Known) -> tuple[str, ...]:
    said = [f"Rated “{known.rating}” by the archive."] if known.rating else []
    return (*said, *([known.url] if known.url else []))
