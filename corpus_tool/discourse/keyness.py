"""Which words a document uses more than the others of its pile do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_tool.discourse.measures import Counts, log_likelihood, log_ratio
from corpus_tool.models import Document
from corpus_tool.settings import DISCOURSE, DiscourseSettings
from corpus_tool.text import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A word that a document uses more than the others: counts, evidence, size of the difference."""

    document_id: str
    word: str
    count: int
    count_elsewhere: int
    log_likelihood: float
    log_ratio: float


def keyness(documents: Sequence[Document], settings: DiscourseSettings = DISCOURSE) -> Iterator[Keyword]:
    """The keywords of each document against all the others, the surest first, documents in the given order.

    A pile of one document has nothing to be compared with, and gives none.
    """
    counted = [Counter(words(document.text)) for document in documents]
    whole: Counter[str] = Counter()
    for own in counted:
        whole.update(own)
    total = whole.total()
    for document, own in zip(documents, counted, strict=True):
        found = [
            _keyword(document.id, word, _against(word, own, whole, total))
            for word, count in own.items()
            if count >= settings.least_count
        ]
        sure = [one for one in found if one.log_likelihood >= settings.least_likelihood]
        yield from sorted(sure, key=lambda one: (-one.log_likelihood, one.word))[: settings.most_rows]


def _against(word: str, own: Counter[str], whole: Counter[str], total: int) -> Counts:
    here, size = own[word], own.total()
    return Counts(here=here, size_here=size, there=whole[word] - here, size_there=total - size)


def _keyword(document_id: str, word: str, counts: Counts) -> Keyword:
    return Keyword(
        document_id=document_id,
        word=word,
        count=counts.here,
        count_elsewhere=counts.there,
        log_likelihood=log_likelihood(counts),
        log_ratio=log_ratio(counts),
    )
