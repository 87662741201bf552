"""What comparison needs of a mention, worked out once and looked at many times."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus_tool import embedding
from corpus_tool import text as strings
from corpus_tool.match.background import weight
from corpus_tool.match.compare.denials import denials
from corpus_tool.match.compare.lexicon import antonyms, base, breadths, light_words, synonyms, times
from corpus_tool.match.normal import content_words, function_words
from corpus_tool.models import Mention, Slot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_VALUES = frozenset(
    {"quantity", "range", "money", "percent", "date", "deadline", "duration", "ratio", "ordinal"}
)
_DATES = frozenset({"date", "deadline"})
LIGHT = 0.3
"""Share of its weight that a word of little meaning keeps in a frame."""
AGENT = 0.5
"""The same for the words of an agent: retellings swap who did it."""
_GRAM = 4
_AMOUNT_WORDS = (
    "half million billion trillion thousand hundred dozen percent third quarter fifth tenth thirds quarters fifths "
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty twice least most low high "
    "minimum maximum times one once more less almost nearly about around"
)


@dataclass(frozen=True, slots=True)
class FrameWord:
    """A telling word outside figures and hedges, with its classes of meaning."""

    word: str
    stem: str
    weight: float
    classes: frozenset[int]
    opposites: frozenset[str]
    is_agent: bool


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
        frame: Distinct words outside figures, times, hedges and denials: what is said.
        frame_stems: Their stems.
        frame_weight: Sum of their weights, in nats.
        frame_vectors: Their unit vectors, shape ``(len(frame), 256)``.
        classes: All classes of meaning of the frame.
        grams: Character 4-grams of the key.
        bigrams: Pairs of neighbouring words.
        names: Stems of words written with a capital inside the sentence.
        values: Numeric and date slots.
        denials: How often it denies.
        cause: What stands outside the effect, where it tells of one.
        effects, actors: Slots of what becomes of what, and of who did it.
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
    frame: tuple[FrameWord, ...]
    frame_stems: frozenset[str]
    frame_weight: float
    frame_vectors: Vectors
    classes: frozenset[int]
    grams: frozenset[str]
    bigrams: frozenset[tuple[str, str]]
    names: frozenset[str]
    values: tuple[Slot, ...]
    denials: int
    cause: tuple[FrameWord, ...]
    effects: tuple[Slot, ...]
    actors: tuple[Slot, ...]
    context: frozenset[str]
    vector: Vectors
    word_vectors: Vectors

    @property
    def names_as_written(self) -> frozenset[str]:
        """Folded words written with a capital inside the sentence."""
        text = self.mention.text
        spans = strings.word_spans(text)[1:]
        return frozenset(text[start:end].casefold() for start, end in spans if text[start].isupper())


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
    stems = tuple(base(word) for word in content)
    weights = tuple(weight(word) for word in content)
    by_stem: dict[str, float] = {}
    for one, value in zip(stems, weights, strict=True):
        by_stem[one] = min(value, by_stem.get(one, value))
    key = " ".join(words)
    denied = denials(words)
    denying = {word for one in denied for word in words[one.first : one.last + 1]}
    frame = _frame(mention, content, denying)
    return View(
        frame=frame, frame_stems=frozenset(word.stem for word in frame),
        frame_weight=sum(word.weight for word in frame),
        frame_vectors=word_vectors[[content.index(word.word) for word in frame]],
        classes=frozenset().union(*(word.classes for word in frame)),
        mention=mention, key=key, words=words, content=content, stems=stems, weights=weights,
        by_stem=by_stem, total=sum(by_stem.values()),
        grams=frozenset(key[i : i + _GRAM] for i in range(max(1, len(key) - _GRAM + 1))),
        bigrams=frozenset(itertools.pairwise(words)), names=_names(mention.text),
        values=tuple(slot for slot in mention.slots if slot.kind in _VALUES),
        denials=len(denied),
        cause=_cause(mention, denying),
        effects=tuple(slot for slot in mention.slots if slot.kind == "effect"),
        actors=tuple(slot for slot in mention.slots if slot.kind == "actor"),
        context=_context(mention), vector=vector, word_vectors=word_vectors,
    )  # fmt: skip


def _frame(mention: Mention, content: tuple[str, ...], denying: set[str]) -> tuple[FrameWord, ...]:
    figures = {word for slot in mention.slots if slot.kind in _VALUES for word in strings.words(slot.text)
               if word[0].isdigit() or slot.kind in _DATES or word in amount_words()}  # fmt: skip
    hedged = {word for hedge in mention.hedges for word in strings.words(hedge.text)}
    agents = {word for slot in mention.slots if slot.kind == "actor" for word in strings.words(slot.text)}
    if mention.attribution.source is not None:
        agents.update(strings.words(mention.attribution.source.text))
    outside = figures | hedged | denying | times().keys()
    words: dict[str, FrameWord] = {}
    for word in content:
        one = base(word)
        if one in words or word in outside or word[0].isdigit() or word in breadths():
            continue
        words[one] = _frame_word(word, word in agents)
    return tuple(words.values())


@lru_cache(maxsize=32_768)
def _frame_word(word: str, is_agent: bool) -> FrameWord:
    """A word of a frame: one and the same for all wordings that hold it."""
    one = base(word)
    # Who does it, and light verbs, tell less of which claim it is than the rest.
    share = LIGHT if word in light_words() else AGENT if is_agent else 1.0
    return FrameWord(word, one, weight(word) * share, synonyms(one), antonyms(one), is_agent)


def _cause(mention: Mention, denying: set[str]) -> tuple[FrameWord, ...]:
    """Telling words before and after the first effect of the mention's text."""
    effect = next((slot for slot in mention.slots if slot.kind == "effect"), None)
    if effect is None:
        return ()
    first = mention.text.find(effect.text)
    if first < 0:
        return ()
    outside = f"{mention.text[:first]} {mention.text[first + len(effect.text) :]}"
    words: dict[str, FrameWord] = {}
    figures = {word for slot in mention.slots if slot.kind in _VALUES for word in strings.words(slot.text)}
    for word in content_words(outside):
        one = base(word)
        if (
            word not in figures
            and word not in denying
            and word not in light_words()
            and word not in breadths()
            and not word[0].isdigit()
        ):
            words[one] = FrameWord(word, one, weight(word), synonyms(one), antonyms(one), False)
    return tuple(words.values())


@lru_cache(maxsize=1)
def amount_words() -> frozenset[str]:
    """Words of amounts that are no matter of their own."""
    return frozenset(_AMOUNT_WORDS.split())


def _names(text: str) -> frozenset[str]:
    spans = strings.word_spans(text)
    closed = function_words()
    return frozenset(
        base(text[start:end].casefold().removesuffix("'s").removesuffix("’s"))
        for start, end in spans[1:]
        if text[start].isupper() and text[start:end].casefold() not in closed
    )


def _context(mention: Mention) -> frozenset[str]:
    lent = f"{mention.context} {mention.subject or ''}"
    return frozenset(base(word) for word in content_words(lent))
