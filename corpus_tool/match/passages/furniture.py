"""Sentences that a house puts above or below whatever it prints: shared by many, taken from none.

Wording in more documents than the fan-out is boilerplate in any case; in a small pile a footer stands in fewer.
What tells it from a wire story that as many houses print: it stands at the edge of a document and leaves room for a
text of its own, and it is of one house, or, where nobody says which house, it has nothing to do with that text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.passages.hashes import window_hashes
from corpus_tool.match.passages.sentences import sentence_hashes
from corpus_tool.match.passages.sheets import SEED_WORDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus_tool.match.passages.hashes import Hashes
    from corpus_tool.match.passages.tokens import Corpus

    Ids = NDArray[np.int32]
    Numbers = NDArray[np.int64]

HOLDERS = 4
"""Three who end on one sentence may have it from one another."""
_ROOM = 0.6
"""Furniture is no more than this of a document; a reprint leaves a headline and a line of one's own."""
_MOST = 0.8
"""Share of the holders that has to have a sentence at the edge, or to be of one house."""
_USUAL = 0.25
"""Words that more of the other texts hold say nothing about one text's topic."""
_ON_TOPIC = 3.5
"""Its other content words stand in the texts beside it more often than in other texts, by so many standard
deviations of what chance would give. One sentence on the topic beside a story of three comes to four and more, words
that meet by chance to less than three."""
_SAMPLE = 200
"""So many other documents tell how often such words stand anywhere."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Hashes of its sentences, and of the runs of `SEED_WORDS` words within these; both sorted."""

    sentences: Hashes
    runs: Hashes


@dataclass(frozen=True, slots=True)
class _Edge:
    """A sentence that others have too, at the edge of one document: its number there, and how much such text covers."""

    document: int
    place: int
    cover: float


@dataclass(frozen=True, slots=True)
class _Part:
    """Sentences that the same documents have at their edges: their hashes, their words, and the documents."""

    sentences: frozenset[int]
    wordings: tuple[Ids, ...]
    holders: tuple[int, ...]


def furniture(corpus: Corpus, *, fan_out: int) -> Furniture:
    """What is furniture in a pile, and in no more documents than the fan-out."""
    nothing = np.zeros(0, dtype=np.uint64)
    hashes = [sentence_hashes(ids, ends) for ids, ends in zip(corpus.ids, corpus.sentence_ends, strict=True)]
    known, counts = np.unique(np.concatenate([nothing, *map(_once, hashes)]), return_counts=True)
    many = counts >= HOLDERS
    held = _edges(corpus, hashes, known[many])
    few = {
        one: count
        for one, count in zip(known[many].tolist(), counts[many].tolist(), strict=True)
        if count <= fan_out
    }
    parts = _parts(corpus, held, few)
    topics = _Topics.of(corpus) if parts else None
    found = [part for part in parts if topics is not None and topics.is_furniture(part)]
    runs = [window_hashes(words, SEED_WORDS) for part in found for words in part.wordings]
    sentences = np.array(sorted(one for part in found for one in part.sentences), dtype=np.uint64)
    return Furniture(sentences, np.unique(np.concatenate([nothing, *runs])))


def _once(hashes: Hashes) -> Hashes:
    return np.array(list(set(hashes.tolist())), dtype=np.uint64)


def _edges(corpus: Corpus, hashes: list[Hashes], many: Hashes) -> dict[int, list[_Edge]]:
    """By sentence: where it stands before or behind all that a document shares with fewer others."""
    held: dict[int, list[_Edge]] = {}
    wanted = set(many.tolist())
    for document, found in enumerate(map(list, (one.tolist() for one in hashes))):
        alone = [place for place, one in enumerate(found) if one not in wanted]
        first, last = (alone[0], alone[-1]) if alone else (len(found), len(found))
        places = [*range(first), *range(last + 1, len(found))]
        if not places:
            continue
        lengths = np.diff(corpus.sentence_ends[document], prepend=0)
        cover = float(lengths[places].sum() / lengths.sum())
        for one, place in {found[place]: place for place in places}.items():
            held.setdefault(one, []).append(_Edge(document, place, cover))
    return held


def _parts(corpus: Corpus, held: dict[int, list[_Edge]], counts: dict[int, int]) -> list[_Part]:
    """Sentences at the edge of nearly all that hold them, which leave most of these room for a text."""
    together: dict[tuple[int, ...], list[int]] = {}
    for one, edges in held.items():
        covers = [edge.cover for edge in edges]
        if one in counts and len(edges) >= _MOST * counts[one] and float(np.median(covers)) <= _ROOM:
            together.setdefault(tuple(edge.document for edge in edges), []).append(one)
    return [
        _Part(frozenset(ones), tuple(_wording(corpus, held[one][0]) for one in ones), holders)
        for holders, ones in together.items()
    ]


def _wording(corpus: Corpus, edge: _Edge) -> Ids:
    ends = corpus.sentence_ends[edge.document]
    return corpus.ids[edge.document][ends[edge.place - 1] if edge.place else 0 : ends[edge.place]]


@dataclass(frozen=True, slots=True)
class _Topics:
    """A pile with how many of some of its documents hold each word."""

    corpus: Corpus
    sample: frozenset[int]
    counts: Numbers

    @staticmethod
    def of(corpus: Corpus) -> _Topics:
        sample = range(0, len(corpus.ids), max(1, len(corpus.ids) // _SAMPLE))
        words = np.concatenate([np.unique(corpus.ids[at]) for at in sample])
        return _Topics(corpus, frozenset(sample), np.bincount(words, minlength=len(corpus.content)))

    def is_furniture(self, part: _Part) -> bool:
        """Whether one house prints it; where most do not say who they are, whether it is off every topic."""
        houses = Counter(self.corpus.documents[at].publisher for at in part.holders)
        unnamed = houses.pop(None, 0) + houses.pop("", 0)
        if len(part.holders) - unnamed >= _MOST * len(part.holders):
            return max(houses.values()) >= _MOST * len(part.holders)
        return not self._is_on_topic(part)

    def _is_on_topic(self, part: _Part) -> bool:
        words = np.unique(np.concatenate(part.wordings))
        words = words[self.corpus.content[words]]
        inside = [at for at in part.holders if at in self.sample]
        others = self.counts[words] - sum(np.isin(words, self.corpus.ids[at]) for at in inside)
        usual = others / max(1, len(self.sample) - len(inside))
        telling = usual <= _USUAL
        beside = sum(int(np.isin(words[telling], self._body(at, part)).sum()) for at in part.holders)
        by_chance = len(part.holders) * float(usual[telling].sum())
        excess = beside - by_chance
        return excess >= _ON_TOPIC * float(max(1.0, by_chance) ** 0.5)

    def _body(self, document: int, part: _Part) -> Ids:
        """Its words outside of the sentences in question."""
        ids, ends = self.corpus.ids[document], self.corpus.sentence_ends[document]
        kept = [one not in part.sentences for one in sentence_hashes(ids, ends).tolist()]
        found: Ids = ids[np.repeat(kept, np.diff(ends, prepend=0))]
        return found
