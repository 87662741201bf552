"""From queries to the known statements worth a close look, with the evidence for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus_tool.embedding import embed
from corpus_tool.match.bank.evidence import Evidence, Terms, terms
from corpus_tool.match.bank.index import Segment, question
from corpus_tool.match.bank.known import Known
from corpus_tool.match.normal import content_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

DEPTH = 40
"""Known statements taken from each way of looking: deeper finds hardly any more."""
_BATCH = 64
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_PART_WORDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """What queries are held against: rows, and their index as both, text alone, title alone."""

    rows: tuple[Known, ...]
    both: Segment
    texts: Segment
    titles: Segment


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Candidates of one query: positions on the shelf, and the evidence for each."""

    positions: tuple[int, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Views:
    """Dense score rows of a batch, each of shape ``(queries, known)``."""

    words: Vectors
    pieces: Vectors
    title_pieces: Vectors
    topic: Vectors


def retrieve(shelf: Shelf, queries: Sequence[str]) -> Iterator[Found]:
    """Candidates for each query, in order."""
    matrices = _Matrices.of(shelf)
    for start in range(0, len(queries), _BATCH):
        batch = list(queries[start : start + _BATCH])
        yield from _batch(shelf, matrices, batch)


@dataclass(frozen=True, slots=True, eq=False)
class _Matrices:
    words: Any
    pieces: Any
    title_pieces: Any
    both: Vectors
    texts: NDArray[np.float16]
    titles: NDArray[np.float16]

    @staticmethod
    def of(shelf: Shelf) -> _Matrices:
        return _Matrices(
            shelf.both.words().T.tocsr(),
            shelf.both.pieces().T.tocsr(),
            shelf.titles.pieces().T.tocsr(),
            shelf.both.vectors.astype(np.float32),
            shelf.texts.vectors,
            shelf.titles.vectors,
        )


def _batch(shelf: Shelf, matrices: _Matrices, queries: list[str]) -> Iterator[Found]:
    asked = question(queries)
    pieces = asked.pieces()
    vectors = asked.vectors.astype(np.float32)
    views = _Views(
        (asked.words() @ matrices.words).toarray(),
        (pieces @ matrices.pieces).toarray(),
        (pieces @ matrices.title_pieces).toarray(),
        vectors @ matrices.both.T,
    )
    chosen = [_chosen(views, at) for at in range(len(queries))]
    words = _word_vectors(shelf, queries, chosen)
    held: dict[tuple[int, bool], Terms] = {}
    for at, query in enumerate(queries):
        near = _Near(shelf, matrices, words, held)
        yield Found(tuple(chosen[at]), tuple(near.evidence(views, at, query, vectors[at], chosen[at])))


def _chosen(views: _Views, at: int) -> list[int]:
    tops = [_top(row[at]) for row in (views.words, views.pieces, views.title_pieces, views.topic)]
    return sorted({int(position) for top in tops for position in top})


def _top(scores: Vectors) -> NDArray[np.int64]:
    """Positions of the best scores; ties go to the lower position."""
    if len(scores) <= DEPTH:
        return np.arange(len(scores))
    floor = np.partition(scores, len(scores) - DEPTH)[len(scores) - DEPTH]
    above = np.flatnonzero(scores > floor)
    level = np.flatnonzero(scores == floor)[: DEPTH - len(above)]
    return np.concatenate([above, level])


def _word_vectors(shelf: Shelf, queries: list[str], chosen: list[list[int]]) -> dict[str, Vectors]:
    rows = [shelf.rows[position] for position in sorted({one for some in chosen for one in some})]
    texts = [*queries, *(row.text for row in rows), *(row.title for row in rows)]
    words = sorted({word for text in texts for word in content_words(text)})
    return dict(zip(words, embed(words), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class _Near:
    shelf: Shelf
    matrices: _Matrices
    words: dict[str, Vectors]
    held: dict[tuple[int, bool], Terms]

    def evidence(
        self, views: _Views, at: int, query: str, vector: Vectors, chosen: list[int]
    ) -> Iterator[Evidence]:
        parts = embed(sentences(query))
        asked = terms(query, self.words)
        ranks = [_ranks(row[at], chosen) for row in (views.words, views.pieces, views.topic)]
        best = float(views.words[at].max(initial=0.0))
        for order, position in enumerate(chosen):
            text, title = (
                held[position].astype(np.float32) for held in (self.matrices.texts, self.matrices.titles)
            )
            yield Evidence(
                words=float(views.words[at, position]),
                pieces=float(views.pieces[at, position]),
                title_pieces=float(views.title_pieces[at, position]),
                topic=float(views.topic[at, position]),
                text_topic=float(vector @ text),
                title_topic=float(vector @ title),
                part_topic=float((parts @ self.matrices.both[position]).max(initial=0.0)),
                part_text_topic=float((parts @ text).max(initial=0.0)),
                best_words=best,
                ranks=(ranks[0][order], ranks[1][order], ranks[2][order]),
                query=asked,
                text=self._terms(position, title=False),
                title=self._terms(position, title=True),
            )

    def _terms(self, position: int, *, title: bool) -> Terms:
        found = self.held.get((position, title))
        if found is None:
            row = self.shelf.rows[position]
            found = terms(row.title if title else row.text, self.words)
            self.held[position, title] = found
        return found


def _ranks(scores: Vectors, chosen: list[int]) -> list[int]:
    ordered = np.sort(scores)
    return [int(len(scores) - np.searchsorted(ordered, scores[one], side="right")) + 1 for one in chosen]


def sentences(query: str) -> list[str]:
    """The sentences of a query that say enough to be asked alone; the query itself where none does."""
    parts = [part for part in _SENTENCE.split(query) if len(part.split()) >= _PART_WORDS]
    return parts or [query]
