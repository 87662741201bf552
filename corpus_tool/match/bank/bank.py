"""A desk's archive of checked statements, searched by new text."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from corpus_tool.match.bank import rerank
from corpus_tool.match.bank import shelf as shelves
from corpus_tool.match.bank.evidence import FEATURES, Evidence, features
from corpus_tool.match.bank.known import Known
from corpus_tool.match.bank.posts import plain
from corpus_tool.match.bank.retrieve import Found, Shelf, retrieve
from corpus_tool.match.compare import compare_many, views
from corpus_tool.match.tracked import bare
from corpus_tool.models import Match
from corpus_tool.settings import DEFAULT, MatchSettings


@dataclass(frozen=True, slots=True)
class Query:
    """A text to look up."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Where a known statement stands on the shelf, its place among the evidence, and its chance."""

    position: int
    place: int
    chance: float


@lru_cache(maxsize=2)
def _weights(name: str) -> dict[str, float]:
    raw = files("corpus_tool.match").joinpath("weights", "rank.json").read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(raw)[name]
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

    def rerank_texts(self, queries: int, *, settings: MatchSettings = DEFAULT.match) -> int:
        """How many texts at the most the transformer reads for so many queries."""
        return queries + 2 * min(len(self), queries * settings.rerank_depth)

    def match(
        self,
        queries: Sequence[Query],
        *,
        top: int = 5,
        deep: bool = False,
        settings: MatchSettings = DEFAULT.match,
    ) -> Iterator[Match]:
        """The ``top`` known statements for each query, best first; ties go to the lower id.

        Args:
            queries: What to look up.
            top: How many answers a query gets at the most.
            deep: Whether the transformer reads the best ``rerank_depth`` candidates again.
            settings: How many those are.

        Raises:
            MissingExtraError: ``deep``, and the extra is not installed.
        """
        depth = settings.rerank_depth if deep else 0
        plains = [plain(query.text) for query in queries]
        for query, text, found in zip(queries, plains, retrieve(self._shelf, plains), strict=True):
            ranked = self._ranked(text, found, depth)[:top]
            yield from self._answers(query.id, text, found, ranked)

    def _ranked(self, text: str, found: Found, depth: int) -> list[_Candidate]:
        if not found.positions:
            return []
        chances = scored(features(found.evidence).tolist(), "weights")
        rows = zip(found.positions, chances, strict=True)
        ranked = self._ordered(_Candidate(at, place, chance) for place, (at, chance) in enumerate(rows))
        if not depth:
            return ranked
        read, rest = ranked[:depth], ranked[depth:]
        seen = rerank.reread(text, [(self._shelf.rows[one.position], one.chance) for one in read])
        again = scored(rerank.features(seen), "deep")
        better = self._ordered(replace(one, chance=chance) for one, chance in zip(read, again, strict=True))
        least = better[-1].chance
        return [*better, *(replace(one, chance=min(one.chance, least)) for one in rest)]

    def _ordered(self, candidates: Iterable[_Candidate]) -> list[_Candidate]:
        return sorted(candidates, key=lambda one: (-one.chance, self._shelf.rows[one.position].id))

    def _answers(
        self, query_id: str, text: str, found: Found, ranked: Sequence[_Candidate]
    ) -> Iterator[Match]:
        rows = [self._shelf.rows[one.position] for one in ranked]
        seen = views([bare(text), *(bare(row.text) for row in rows)])
        compares = compare_many(seen, [(0, place) for place in range(1, len(seen))])
        for rank, (one, known, compared) in enumerate(zip(ranked, rows, compares, strict=True), start=1):
            yield Match(
                query_id=query_id,
                known_id=known.id,
                rank=rank,
                score=one.chance,
                relation=compared.relation,
                reasons=(*reasons(found.evidence[one.place]), *compared.reasons, *_record(known)),
            )


def scored(table: Sequence[Sequence[float]], name: str) -> list[float]:
    """Chance of each row of features being the statement repeated, 0–1, by the weights of that name."""
    weights = _weights(name)
    asks = FEATURES if name == "weights" else rerank.FEATURES
    column = np.array([weights[ask.__name__] for ask in asks])
    totals = np.asarray(table, dtype=np.float64) @ column + weights["intercept"]
    return [round(1 / (1 + math.exp(-total)), 6) for total in totals.tolist()]


def reasons(seen: Evidence) -> tuple[str, ...]:
    """The rarest words that query and known statement share, in words a reader can check."""
    held = dict(
        zip((*seen.text.stems, *seen.title.stems), (*seen.text.weights, *seen.title.weights), strict=True)
    )
    shared = sorted((one for one in seen.query.stems if one in held), key=lambda one: (-held[one], one))
    words = f"Shares {len(shared)} telling word{'' if len(shared) == 1 else 's'}" + (
        f", among them: {', '.join(shared[:5])}." if shared else "."
    )
    return words, f"Likeness of the whole: {seen.topic:.2f}."


def _record(known: Known) -> tuple[str, ...]:
    said = [f"Rated “{known.rating}” by the archive."] if known.rating else []
    return (*said, *([known.url] if known.url else []))
