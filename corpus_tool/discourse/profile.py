"""How a source writes: loaded words, doers left out, hedges and boosters, by house.

Rates, not verdicts: a page of opinion is loaded by right, and a court report is full of passives. Compare houses
that write of one thing in one kind of text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus_tool.discourse.loaded import loaded_words, loadedness
from corpus_tool.models import Document
from corpus_tool.settings import DISCOURSE, DiscourseSettings
from corpus_tool.text import words

_HUNDRED, _THOUSAND = 100, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The figures of one source.

    Attributes:
        source: The publisher; where the file names none, the document's id.
        documents, sentences, words: How much of it there is.
        loaded_sentences: Sentences of a hundred that score as loaded.
        loaded_words: Its listed loaded words, the most frequent first, ties by the alphabet.
        agentless_passives: Of a hundred sentences ("the dam was opened").
        hedges, boosters: Of a thousand words.
    """

    source: str
    documents: int
    sentences: int
    words: int
    loaded_sentences: float
    loaded_words: tuple[str, ...]
    agentless_passives: float
    hedges: float
    boosters: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with what was counted in it: its sentences, and the counts by name."""

    document: Document
    sentences: tuple[str, ...]
    counts: Mapping[str, int]


def profiles(readings: Sequence[Reading], settings: DiscourseSettings = DISCOURSE) -> Iterator[Profile]:
    """One profile for each source, in the order in which they first stand in the pile."""
    by_source: dict[str, list[Reading]] = {}
    for reading in readings:
        name = reading.document.publisher or reading.document.id
        by_source.setdefault(name, []).append(reading)
    for name, own in by_source.items():
        yield _profile(name, own, settings)


def _profile(name: str, own: Sequence[Reading], settings: DiscourseSettings) -> Profile:
    told = [sentence for reading in own for sentence in reading.sentences]
    size = sum(len(words(reading.document.text)) for reading in own)
    counts: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    for reading in own:
        counts.update(reading.counts)
        text = reading.document.text
        listed.update(text[span.start : span.end].lower() for span in loaded_words(text))
    frequent = sorted(listed, key=lambda word: (-listed[word], word))[: settings.most_rows]
    return Profile(
        source=name,
        documents=len(own),
        sentences=len(told),
        words=size,
        loaded_sentences=_rate(sum(score > 0 for score in loadedness(told)), len(told), _HUNDRED),
        loaded_words=tuple(frequent),
        agentless_passives=_rate(counts["agentless_passives"], len(told), _HUNDRED),
        hedges=_rate(counts["hedges"], size, _THOUSAND),
        boosters=_rate(counts["boosters"], size, _THOUSAND),
    )


def _rate(count: int, size: int, base: int) -> float:
    return round(base * count / size, 2) if size else 0.0
