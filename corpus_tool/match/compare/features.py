"""How alike two wordings are, one small question a function.

Each takes two views and answers 0 to 1; the docstring's first line is what a report prints.
`FEATURES` is the registry; the weights stand in ``weights/compare.json``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from corpus_tool.match.compare.view import View

Feature = Callable[[View, View], float]


def _dice(a: Collection[object], b: Collection[object], shared: int) -> float:
    size = len(a) + len(b)
    return 2 * shared / size if size else 0.0


def shared_weight(a: View, b: View) -> float:
    """Summed weight of the stems that both hold, in nats."""
    small, large = (a, b) if len(a.by_stem) <= len(b.by_stem) else (b, a)
    held = large.by_stem
    return sum([value for one, value in small.by_stem.items() if one in held])


def words_shared(a: View, b: View) -> float:
    """Share of the telling words that both have, rare words counting more."""
    return 2 * shared_weight(a, b) / (a.total + b.total) if a.total + b.total else 0.0


def words_contained(a: View, b: View) -> float:
    """Share of the shorter one's telling words that the longer one has."""
    least = min(a.total, b.total)
    return min(1.0, shared_weight(a, b) / least) if least else 0.0


def words_in_order(a: View, b: View) -> float:
    """Share of words that both have in the same order."""
    from rapidfuzz.distance import LCSseq

    return float(LCSseq.normalized_similarity(a.words, b.words)) if a.words and b.words else 0.0


def neighbours_shared(a: View, b: View) -> float:
    """Share of neighbouring word pairs that both have."""
    return _dice(a.bigrams, b.bigrams, len(a.bigrams & b.bigrams))


def letters_shared(a: View, b: View) -> float:
    """Share of four-letter pieces that both have."""
    return _dice(a.grams, b.grams, len(a.grams & b.grams))


def same_topic(a: View, b: View) -> float:
    """Cosine of the sentence embeddings."""
    return max(0.0, float(a.vector @ b.vector))


def words_alike(a: View, b: View) -> float:
    """How well each telling word of the one finds a like word in the other."""
    if not a.content or not b.content:
        return 0.0
    likeness = a.word_vectors @ b.word_vectors.T
    return (_best(a, likeness.max(axis=1).tolist()) + _best(b, likeness.max(axis=0).tolist())) / 2


def _best(view: View, best: Sequence[float]) -> float:
    total = sum(view.weights)
    return sum([w * x for w, x in zip(view.weights, best, strict=True)]) / total if total else 0.0


def names_shared(a: View, b: View) -> float:
    """Share of names that both have; one if neither has any."""
    if not a.names and not b.names:
        return 1.0
    left = sum(1 for name in a.names if name in b.by_stem)
    right = sum(1 for name in b.names if name in a.by_stem)
    return (left + right) / (len(a.names) + len(b.names))


def length_alike(a: View, b: View) -> float:
    """Length of the shorter one as a share of the longer one's."""
    longest = max(len(a.words), len(b.words))
    return min(len(a.words), len(b.words)) / longest if longest else 0.0


def words_kept(a: View, b: View) -> float:
    """Share of the longer one's telling words that the shorter one has."""
    most = max(a.total, b.total)
    return shared_weight(a, b) / most if most else 0.0


def little_apart(a: View, b: View) -> float:
    """How little telling matter stands in one alone; 150 nats (a full sentence) counts as all."""
    return 1 - min(1.0, (a.total + b.total - 2 * shared_weight(a, b)) / 150)


def length_close(a: View, b: View) -> float:
    """How few words the one is longer; twenty count as quite another length."""
    return 1 - min(1.0, abs(len(a.words) - len(b.words)) / 20)


FEATURES: tuple[Feature, ...] = (
    words_shared,
    words_contained,
    words_in_order,
    neighbours_shared,
    letters_shared,
    same_topic,
    words_alike,
    names_shared,
    length_alike,
    words_kept,
    little_apart,
    length_close,
)
