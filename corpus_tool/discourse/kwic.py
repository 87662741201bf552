"""A word in its contexts, one line an occurrence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_tool.models import Document
from corpus_tool.settings import DISCOURSE, DiscourseSettings
from corpus_tool.text import fold_space, word_spans, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One occurrence: its place in the document's text, and the words to both sides of it."""

    document_id: str
    start: int
    end: int
    left: str
    word: str
    right: str


def kwic(
    documents: Sequence[Document], phrase: str, settings: DiscourseSettings = DISCOURSE
) -> Iterator[Line]:
    """Every occurrence of a word or a row of words, whatever its case, documents in the given order."""
    wanted = words(phrase)
    for document in documents:
        spans, tokens = word_spans(document.text), words(document.text)
        for at in places(tokens, wanted):
            start, end = spans[at][0], spans[at + len(wanted) - 1][1]
            left = spans[max(0, at - settings.shown_words)][0]
            right = spans[min(len(spans) - 1, at + len(wanted) - 1 + settings.shown_words)][1]
            yield Line(
                document_id=document.id,
                start=start,
                end=end,
                left=fold_space(document.text[left:start]),
                word=document.text[start:end],
                right=fold_space(document.text[end:right]),
            )


def places(tokens: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Where a row of words begins among tokens; nowhere, if it is empty."""
    if not wanted:
        return []
    last = len(tokens) - len(wanted)
    return [at for at in range(last + 1) if list(tokens[at : at + len(wanted)]) == list(wanted)]
