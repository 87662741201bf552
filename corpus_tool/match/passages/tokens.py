"""A corpus as arrays of word numbers; offsets are worked out again where they are needed."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool import text as strings
from corpus_tool.match.normal import function_words
from corpus_tool.models import Document

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]


_BREAK = re.compile(r"(?<=[.!?…:;•])\s|(?<=[.!?…][\"'”’»)\]])\s|[\n\u2028\u2029]")
"""White space behind what may end a sentence: no word holds any, so that no word is cut."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents by position, their words as numbers into one vocabulary.

    Attributes:
        documents: Sorted by id, so that the left side of a pair has the smaller position.
        ids: One ``int32`` array of word numbers a document.
        content: For each word number, whether the word carries content.
        sentence_ends: For each document, one past the last word of each of its sentences and lines.
    """

    documents: tuple[Document, ...]
    ids: tuple[Ids, ...]
    content: NDArray[np.bool_]
    sentence_ends: tuple[Ids, ...]

    def only(self, positions: Sequence[int]) -> Corpus:
        """The documents at some positions, with the same numbers for words."""
        return Corpus(
            tuple(self.documents[at] for at in positions),
            tuple(self.ids[at] for at in positions),
            self.content,
            tuple(self.sentence_ends[at] for at in positions),
        )


@dataclass(slots=True)
class _Vocabulary:
    numbers: dict[str, int] = field(default_factory=dict)

    def encode(self, words: Sequence[str]) -> Ids:
        numbers = self.numbers
        return np.fromiter(
            (numbers.setdefault(word, len(numbers)) for word in words), dtype=np.int32, count=len(words)
        )


def corpus(documents: Sequence[Document]) -> Corpus:
    """Number the words of all documents. Memory: four bytes a word."""
    ordered = tuple(sorted(documents, key=lambda document: document.id))
    vocabulary = _Vocabulary()
    ids, ends = [], []
    for document in ordered:
        sentences = [strings.words(piece) for piece in _BREAK.split(document.text)]
        ids.append(vocabulary.encode([word for words in sentences for word in words]))
        ends.append(np.cumsum([len(words) for words in sentences if words], dtype=np.int32))
    closed = function_words()
    content = np.fromiter((word not in closed for word in vocabulary.numbers), dtype=np.bool_)
    return Corpus(ordered, tuple(ids), content, tuple(ends))


@dataclass(frozen=True, slots=True)
class Spans:
    """Offsets of the words of a text: where each starts, and one past its end."""

    starts: array[int]
    ends: array[int]


@lru_cache(maxsize=2048)
def spans(text: str) -> Spans:
    """Offsets of each word of ``text``; kept for the documents in hand only."""
    places = strings.word_spans(text)
    return Spans(array("i", [start for start, _ in places]), array("i", [end for _, end in places]))


def batches(corpus: Corpus, words: int) -> Iterator[range]:
    """Ranges of positions whose documents hold about ``words`` words each."""
    start, held = 0, 0
    for position, ids in enumerate(corpus.ids):
        held += len(ids)
        if held >= words:
            yield range(start, position + 1)
            start, held = position + 1, 0
    if start < len(corpus.ids):
        yield range(start, len(corpus.ids))
