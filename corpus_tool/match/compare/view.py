"""What comparison needs of a mention, worked out once and looked at many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_tool import embedding, text as strings
from corpus_tool.match.background import weight
from corpus_tool.match.normal import content_words, function_words, stem
from corpus_tool.models import Mention, Slot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_VALUES = frozenset(
    {"quantity", "range", "money", "percent", "date", "deadline", "duration", "ratio", "ordinal"}
)
_GRAM = 4


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A mention, ready to be compared.

    Attributes:
        mention: Where it came from.
        key: Its folded words, joined.
        words: Folded words in order.
        content: Content words in order; numbers are among them.
        stems: Their stems, in the same order.
        weights: Background weight of each content word, in nats.
        by_stem: Weight of each distinct stem.
        total: Sum of those weights.
        frame: Stems outside value slots: what is said, without the figures.
        grams: Character 4-grams of the key.
        bigrams: Pairs of neighbouring words.
        names: Stems of words written with a capital inside the sentence.
        values: Numeric and date slots.
        context: Stems lent by antecedent, lead-in or heading, and by the resolved subject.
        vector: Sentence embedding, unit length, shape ``(256,)``.
        word_vectors: One unit row a content word, shape ``(len(content), 256)``.
    """

    mention: Mention
    key: str
    words: tuple[str, ...]
    content: tuple[str, ...]
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    by_stem: dict[str, float]
    total: float
    frame: frozenset[str]
    grams: frozenset[str]
    bigrams: frozenset[tuple[str, str]]
    names: frozenset[str]
    values: tuple[Slot, ...]
    context: frozenset[str]
    vector: Vectors
    word_vectors: Vectors


def views(mentions: Sequence[Mention]) -> list[View]:
    """One view a mention, in order; all texts and words are embedded in two batches."""
    contents = [tuple(content_words(mention.text)) for mention in mentions]
    vectors = embedding.embed([mention.text for mention in mentions])
    vocabulary = {word: row for row, word in enumerate(dict.fromkeys(w for c in contents for w in c))}
    words = embedding.embed(list(vocabulary))
    return [
        _view(mention, content, vectors[row], words[[vocabulary[w] for w in content]])
        for row, (mention, content) in enumerate(zip(mentions, contents, strict=True))
    ]


def _view(mention: Mention, content: tuple[str, ...], vector: Vectors, word_vectors: Vectors) -> View:
    words = tuple(strings.words(mention.text))
    stems = tuple(stem(word) for word in content)
    weights = tuple(weight(word) for word in content)
    by_stem: dict[str, float] = {}
    for one, value in zip(stems, weights, strict=True):
        by_stem[one] = min(value, by_stem.get(one, value))
    key = " ".join(words)
    return View(
        mention=mention, key=key, words=words, content=content, stems=stems, weights=weights,
        by_stem=by_stem, total=sum(by_stem.values()), frame=_frame(mention, by_stem),
        grams=frozenset(key[i : i + _GRAM] for i in range(max(1, len(key) - _GRAM + 1))),
        bigrams=frozenset(zip(words, words[1:], strict=False)), names=_names(mention.text),
        values=tuple(slot for slot in mention.slots if slot.kind in _VALUES),
        context=_context(mention), vector=vector, word_vectors=word_vectors,
    )  # fmt: skip


def _frame(mention: Mention, by_stem: dict[str, float]) -> frozenset[str]:
    figures: set[str] = set()
    for slot in mention.slots:
        if slot.kind in _VALUES:
            figures.update(stem(word) for word in strings.words(slot.text) if word[0].isdigit())
    return frozenset(one for one in by_stem if one not in figures)


def _names(text: str) -> frozenset[str]:
    spans = strings.word_spans(text)
    closed = function_words()
    return frozenset(
        stem(text[start:end].casefold().removesuffix("'s").removesuffix("’s"))
        for start, end in spans[1:]
        if text[start].isupper() and text[start:end].casefold() not in closed
    )


def _context(mention: Mention) -> frozenset[str]:
    lent = f"{mention.context} {mention.subject or ''}"
    return frozenset(stem(word) for word in content_words(lent))
