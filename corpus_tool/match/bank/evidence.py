"""What speaks for one known statement being the one a query repeats, feature by feature.

`FEATURES` is the registry; the learnt weights stand in ``weights/rank.json``. The first line of
each docstring says what a reader may take from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from corpus_tool.embedding import DIMENSIONS
from corpus_tool.match.background import weight
from corpus_tool.match.normal import content_words, stem

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float64]
    Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Content words of a text, no stem twice, with weight and unit vector of each."""

    stems: tuple[str, ...]
    weights: Vectors
    vectors: Vectors

    @property
    def total(self) -> float:
        """Sum of the weights."""
        return float(self.weights.sum())

    def held_by(self, stems: frozenset[str]) -> float:
        """Share of the weight that stands on the given stems."""
        held = sum(float(w) for one, w in zip(self.stems, self.weights, strict=True) if one in stems)
        return held / self.total if self.total else 0.0


def terms(text: str, vectors: dict[str, Vectors]) -> Terms:
    """Terms of a text; ``vectors`` holds every content word's vector."""
    words = {stem(word): word for word in reversed(content_words(text))}
    weights = np.array([weight(word) for word in words.values()], dtype=np.float32)
    rows = [vectors[word] for word in words.values()]
    return Terms(tuple(words), weights, np.array(rows, dtype=np.float32).reshape(len(rows), DIMENSIONS))


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One query against one known statement.

    Attributes:
        words, pieces, title_pieces: BM25 score; cosine of letter pieces with text and title, with title.
        topic, text_topic, title_topic: Cosine of embeddings with both, with text, with title.
        part_topic, part_text_topic: The best of the query's sentences, with both, with text.
        best_words: BM25 score of the best known statement for this query.
        ranks: Rank by words, by pieces, by topic; from 1.
        query, text, title: Their terms.
    """

    words: float
    pieces: float
    title_pieces: float
    topic: float
    text_topic: float
    title_topic: float
    part_topic: float
    part_text_topic: float
    best_words: float
    ranks: tuple[int, int, int]
    query: Terms
    text: Terms
    title: Terms


def words_relative(seen: Evidence) -> float:
    """Shared words, against the best match."""
    return seen.words / seen.best_words if seen.best_words else 0.0


def words_absolute(seen: Evidence) -> float:
    """Shared words, rare ones counting more."""
    return float(np.log1p(seen.words))


def words_of_query(seen: Evidence) -> float:
    """Shared words, as a share of what the query says."""
    return seen.words / max(1.0, seen.query.total)


def letters(seen: Evidence) -> float:
    """Shared letter sequences."""
    return seen.pieces


def letters_of_title(seen: Evidence) -> float:
    """Shared letter sequences with the headline."""
    return seen.title_pieces


def topic(seen: Evidence) -> float:
    """Likeness of the whole."""
    return seen.topic


def topic_of_text(seen: Evidence) -> float:
    """Likeness to the statement."""
    return seen.text_topic


def topic_of_title(seen: Evidence) -> float:
    """Likeness to the headline."""
    return seen.title_topic


def topic_of_part(seen: Evidence) -> float:
    """Likeness of the query's best sentence to the whole."""
    return seen.part_topic


def topic_of_part_to_text(seen: Evidence) -> float:
    """Likeness of the query's best sentence to the statement."""
    return seen.part_text_topic


def text_held(seen: Evidence) -> float:
    """Share of the statement's telling words in the query."""
    return seen.text.held_by(frozenset(seen.query.stems))


def title_held(seen: Evidence) -> float:
    """Share of the headline's telling words in the query."""
    return seen.title.held_by(frozenset(seen.query.stems))


def query_held(seen: Evidence) -> float:
    """Share of the query's telling words in statement and headline."""
    return seen.query.held_by(frozenset(seen.text.stems) | frozenset(seen.title.stems))


def figures_held(seen: Evidence) -> float:
    """Share of the figures of statement and headline in the query; half if there are none."""
    figures = {one for one in (*seen.text.stems, *seen.title.stems) if one[0].isdigit()}
    return len(figures & set(seen.query.stems)) / len(figures) if figures else 0.5


def _nearest(one: Terms, two: Terms) -> float:
    if not len(one.stems) or not len(two.stems):
        return 0.0
    best = np.clip((one.vectors @ two.vectors.T).max(axis=1), 0, 1)
    return float(one.weights @ best) / one.total if one.total else 0.0


def text_echoed(seen: Evidence) -> float:
    """How near the statement's words come to words of the query."""
    return _nearest(seen.text, seen.query)


def title_echoed(seen: Evidence) -> float:
    """How near the headline's words come to words of the query."""
    return _nearest(seen.title, seen.query)


def query_echoed(seen: Evidence) -> float:
    """How near the query's words come to words of the statement."""
    return _nearest(seen.query, seen.text)


def _reciprocal(rank: int) -> float:
    return 10.0 / (9.0 + rank)


def rank_by_words(seen: Evidence) -> float:
    """Place among all known statements by words."""
    return _reciprocal(seen.ranks[0])


def rank_by_letters(seen: Evidence) -> float:
    """Place among all known statements by letter sequences."""
    return _reciprocal(seen.ranks[1])


def rank_by_topic(seen: Evidence) -> float:
    """Place among all known statements by likeness of the whole."""
    return _reciprocal(seen.ranks[2])


def brevity(seen: Evidence) -> float:
    """How little the statement says: a short one is matched by chance more easily."""
    return float(np.log1p(len(seen.text.stems)))


FEATURES: Final[tuple[Callable[[Evidence], float], ...]] = (
    words_relative, words_absolute, words_of_query, letters, letters_of_title, topic, topic_of_text,
    topic_of_title, topic_of_part, topic_of_part_to_text, text_held, title_held, query_held,
    figures_held, text_echoed, title_echoed, query_echoed, rank_by_words, rank_by_letters,
    rank_by_topic, brevity,
)  # fmt: skip


def features(seen: Sequence[Evidence]) -> Scores:
    """Feature table, shape ``(len(seen), len(FEATURES))``."""
    return np.array([[ask(one) for ask in FEATURES] for one in seen], dtype=np.float64)
