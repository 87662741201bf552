"""One known statement as numbers: every weight is fixed when the row is added, none by its neighbours.

Words and letter pieces are hashed, so that segments can be laid end to end without a shared
vocabulary. Their weights come from general English (`corpus_tool.match.background`): adding a
row changes no score of another, at the price that a word common in this archive alone counts
as rare (the note beside ``weights/rank.json`` says what that costs).
"""

from __future__ import annotations

import io
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus_tool import text as strings
from corpus_tool.embedding import embed
from corpus_tool.match.background import weight
from corpus_tool.match.normal import content_words, stem

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORD_SPACE = 1 << 22
PIECE_SPACE = 1 << 18
USUAL_WORDS = 16.0
"""Content words of a statement with its headline: the pivot of BM25's length penalty."""
_K1, _B = 1.2, 0.75
_PIECES = (3, 4, 5)
_WINDOW_WORDS = 30


@dataclass(frozen=True, slots=True)
class Segment:
    """Some texts as arrays, one row each; see `rows_of` for the sparse parts (CSR without columns).

    Attributes:
        word_starts, word_ids, word_scores: BM25 weight of each distinct stem.
        piece_starts, piece_ids, piece_scores: Unit vector of letter pieces.
        vectors: Sentence embeddings, ``float16``, shape ``(n, 256)``.
    """

    word_starts: NDArray[np.int64]
    word_ids: NDArray[np.int32]
    word_scores: NDArray[np.float32]
    piece_starts: NDArray[np.int64]
    piece_ids: NDArray[np.int32]
    piece_scores: NDArray[np.float32]
    vectors: NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.vectors)

    def words(self) -> Any:
        """BM25 weights as a SciPy CSR matrix, shape ``(n, WORD_SPACE)``."""
        return _matrix(self.word_starts, self.word_ids, self.word_scores, WORD_SPACE)

    def pieces(self) -> Any:
        """Letter pieces as a SciPy CSR matrix, shape ``(n, PIECE_SPACE)``."""
        return _matrix(self.piece_starts, self.piece_ids, self.piece_scores, PIECE_SPACE)


def _matrix(
    starts: NDArray[np.int64], ids: NDArray[np.int32], scores: NDArray[np.float32], width: int
) -> Any:
    from scipy.sparse import csr_matrix

    return csr_matrix((scores, ids, starts), shape=(len(starts) - 1, width))


@dataclass(frozen=True, slots=True)
class _Sparse:
    starts: NDArray[np.int64]
    ids: NDArray[np.int32]
    scores: NDArray[np.float32]


def _sparse(rows: Iterable[dict[int, float]]) -> _Sparse:
    starts: list[int] = [0]
    ids: list[int] = []
    scores: list[float] = []
    for row in rows:
        ordered = sorted(row.items())
        ids.extend(key for key, _ in ordered)
        scores.extend(value for _, value in ordered)
        starts.append(len(ids))
    return _Sparse(np.array(starts), np.array(ids, dtype=np.int32), np.array(scores, dtype=np.float32))


def segment(texts: Sequence[str], *, words: bool = True, pieces: bool = True) -> Segment:
    """Index some texts; a view that is only asked for its vectors needs no words and no pieces."""
    return _segment(texts, _bm25 if words else _nothing, pieces=pieces)


def question(texts: Sequence[str]) -> Segment:
    """Queries as rows that a segment's rows can be multiplied with: their words carry counts."""
    return _segment(texts, asked, pieces=True)


def _nothing(text: str) -> dict[int, float]:
    del text
    return {}


def _segment(texts: Sequence[str], weigh: Callable[[str], dict[int, float]], *, pieces: bool) -> Segment:
    words = _sparse(weigh(text) for text in texts)
    letters = _pieces(texts) if pieces else _sparse({} for _ in texts)
    return Segment(
        words.starts, words.ids, words.scores, letters.starts, letters.ids, letters.scores,
        embed(list(texts)).astype(np.float16),
    )  # fmt: skip


def joined(segments: Sequence[Segment]) -> Segment:
    """Segments laid end to end."""
    if not segments:
        return segment([])
    merged: dict[str, Any] = {}
    for part in fields(Segment):
        arrays = [getattr(one, part.name) for one in segments]
        merged[part.name] = _chained(arrays) if part.name.endswith("starts") else np.concatenate(arrays)
    return Segment(**merged)


def _chained(starts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Row starts of several CSR parts as those of one."""
    sizes = [np.diff(one) for one in starts]
    return np.concatenate([[0], np.cumsum(np.concatenate(sizes))]).astype(np.int64)


def word_id(word: str) -> int:
    """Column of a stem."""
    return zlib.crc32(stem(word).encode("utf-8", "surrogatepass")) % WORD_SPACE


def _bm25(text: str) -> dict[int, float]:
    words = content_words(text)
    counts = Counter(word_id(word) for word in words)
    weights = {word_id(word): weight(word) for word in words}
    pivot = _K1 * (1 - _B + _B * len(words) / USUAL_WORDS)
    return {key: weights[key] * count * (_K1 + 1) / (count + pivot) for key, count in counts.items()}


def asked(text: str) -> dict[int, float]:
    """Stems of a query with how often they stand, at most twice."""
    return {key: min(2.0, count) for key, count in Counter(map(word_id, content_words(text))).items()}


@lru_cache(maxsize=100_000)
def piece_ids(word: str) -> tuple[int, ...]:
    """Columns of a word's letter pieces, its edges marked by a space."""
    padded = f" {word} "
    return tuple(
        zlib.crc32(padded[at : at + size].encode("utf-8", "surrogatepass")) % PIECE_SPACE
        for size in _PIECES
        for at in range(max(1, len(padded) - size + 1))
    )


@lru_cache(maxsize=1)
def piece_weights() -> NDArray[np.float32]:
    """Inverse frequency of each letter piece in thirty words of general English, plus one.

    Worked out once from the background table and shipped (``weights/pieces.npz``).
    """
    raw = files("corpus_tool.match").joinpath("weights", "pieces.npz").read_bytes()
    with np.load(io.BytesIO(raw), allow_pickle=False) as held:
        weights: NDArray[np.float32] = held["tenths"].astype(np.float32) / 10
    return weights


def weighed_pieces(chances: Mapping[str, float]) -> NDArray[np.float64]:
    """What `piece_weights` ships, from the probability of each word."""
    held = np.zeros(PIECE_SPACE)
    for word, chance in chances.items():
        held[list(set(piece_ids(word)))] += chance
    held = np.clip(held, 1e-8, 0.99)
    weights: NDArray[np.float64] = 1 - np.log(-np.expm1(_WINDOW_WORDS * np.log1p(-held)))
    return weights


def _pieces(texts: Sequence[str]) -> _Sparse:
    """Unit vectors of letter pieces: words of each text times pieces of each word."""
    from scipy.sparse import csr_matrix

    rows = [strings.words(text) for text in texts]
    numbers = {word: at for at, word in enumerate(dict.fromkeys(word for row in rows for word in row))}
    held = _counted([[numbers[word] for word in row] for row in rows], max(1, len(numbers)))
    spelt = _counted([piece_ids(word) for word in numbers] or [()], PIECE_SPACE)
    made = csr_matrix(held @ spelt)
    made.sort_indices()
    scores = (1 + np.log(made.data)) * piece_weights()[made.indices]
    lengths = np.sqrt(np.add.reduceat(np.append(scores**2, 0.0), made.indptr[:-1])) if rows else scores
    sizes = np.diff(made.indptr)
    scores = scores / np.repeat(np.where(sizes > 0, lengths, 1.0), sizes)
    return _Sparse(made.indptr.astype(np.int64), made.indices.astype(np.int32), scores.astype(np.float32))


def _counted(rows: Sequence[Sequence[int]], width: int) -> Any:
    """How often each column stands in each row, as a SciPy CSR matrix."""
    from scipy.sparse import csr_matrix

    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    columns = np.fromiter((column for row in rows for column in row), dtype=np.int64, count=int(starts[-1]))
    made = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, starts), shape=(len(rows), width))
    made.sum_duplicates()
    return made
