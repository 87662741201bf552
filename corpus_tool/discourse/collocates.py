"""Which words stand beside a word more often than elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.discourse.kwic import places
from corpus_tool.discourse.measures import Counts, log_likelihood, log_ratio
from corpus_tool.models import Document
from corpus_tool.settings import DISCOURSE, DiscourseSettings
from corpus_tool.text import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Collocate:
    """A word near another one: counts near and elsewhere, in how many documents, evidence, size."""

    word: str
    count: int
    count_elsewhere: int
    document_count: int
    log_likelihood: float
    log_ratio: float


def collocates(
    documents: Sequence[Document], phrase: str, settings: DiscourseSettings = DISCOURSE
) -> list[Collocate]:
    """Words within `settings.near_words` of a word or a row of words, against all others; surest first.

    A word that stands near two occurrences is one word, and the phrase itself is none.
    """
    near: Counter[str] = Counter()
    far: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    wanted = words(phrase)
    for document in documents:
        tokens = words(document.text)
        beside = _beside(tokens, wanted, settings.near_words)
        own = Counter(tokens[at] for at in beside)
        near.update(own)
        far.update(tokens)
        spread.update(own.keys())
    far.subtract(near)
    sizes = near.total(), far.total()
    found = [
        _collocate(word, Counts(here=count, size_here=sizes[0], there=far[word], size_there=sizes[1]), spread)
        for word, count in near.items()
        if count >= settings.least_count
    ]
    sure = [one for one in found if one.log_likelihood >= settings.least_likelihood]
    return sorted(sure, key=lambda one: (-one.log_likelihood, one.word))[: settings.most_rows]


def _beside(tokens: Sequence[str], wanted: Sequence[str], width: int) -> set[int]:
    """The places of the tokens near an occurrence, without those of an occurrence."""
    found = places(tokens, wanted)
    own = {place for at in found for place in range(at, at + len(wanted))}
    reached = {
        place
        for at in found
        for place in range(max(0, at - width), min(len(tokens), at + len(wanted) + width))
    }
    return reached - own


def _collocate(word: str, counts: Counts, spread: Counter[str]) -> Collocate:
    return Collocate(
        word=word,
        count=counts.here,
        count_elsewhere=counts.there,
        document_count=spread[word],
        log_likelihood=log_likelihood(counts),
        log_ratio=log_ratio(counts),
    )
