"""What comparison needs of a mention, worked out once and looked at many times."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus_tool import embedding
from corpus_tool import text as strings
from corpus_tool.match.background import weight
from corpus_tool.match.compare.denials import Denial, denials_among
from corpus_tool.match.compare.lexicon import (
    antonyms,
    base,
    breadths,
    denied_forms,
    light_words,
    synonyms,
    times,
)
from corpus_tool.match.compare.marked import Marked, marked
from corpus_tool.match.compare.told import Order, kept_to_some, order, reach
from corpus_tool.match.normal import content_words, function_words
from corpus_tool.match.once import once
from corpus_tool.match.slot_units import scaled
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
MOST_SLOTS = 200
"""Values, effects and doers of one wording that are looked at: every one is held against every one of the other's,
and what gives more of them is no statement but a table."""
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


@dataclass(frozen=True, eq=False)
class View:
    """A mention, ready to be compared: what only some comparisons ask for is worked out when first asked for.

    Attributes:
        mention: Where it came from.
        words: Folded words in order.
        content: Content words in order; numbers are among them.
        vector: Sentence embedding, unit length, shape ``(256,)``.
        table: Unit vectors of all words in hand, shape ``(words, 256)``.
        rows: Where in it each content word's is.
    """

    mention: Mention
    words: tuple[str, ...]
    content: tuple[str, ...]
    vector: Vectors
    table: Vectors
    rows: NDArray[np.int64]

    @once
    def key(self) -> str:
        """Its folded words, joined."""
        return " ".join(self.words)

    @once
    def bases(self) -> tuple[str, ...]:
        """The stem of each word."""
        return tuple([base(word) for word in self.words])

    @once
    def stems(self) -> tuple[str, ...]:
        """The stem of each content word."""
        return tuple([base(word) for word in self.content])

    @once
    def weights(self) -> tuple[float, ...]:
        """Background weight of each content word, in nats."""
        return tuple([weight(word) for word in self.content])

    @once
    def by_stem(self) -> dict[str, float]:
        """Weight of each distinct stem."""
        found: dict[str, float] = {}
        for one, value in zip(self.stems, self.weights, strict=True):
            found[one] = min(value, found.get(one, value))
        return found

    @once
    def total(self) -> float:
        """Sum of those weights."""
        return sum(self.by_stem.values())

    @once
    def word_vectors(self) -> Vectors:
        """One unit row a content word, shape ``(len(content), 256)``."""
        return self.table[self.rows]

    @once
    def denied(self) -> tuple[Denial, ...]:
        """Where it denies."""
        return denials_among(self.words, self.bases)

    @property
    def denials(self) -> int:
        """How often it denies."""
        return len(self.denied)

    @once
    def _denying(self) -> set[str]:
        return {word for one in self.denied for word in self.words[one.first : one.last + 1]}

    @once
    def frame(self) -> tuple[FrameWord, ...]:
        """Distinct words outside figures, times, hedges and denials: what is said."""
        return _frame(self.mention, self.content, self._denying)

    @once
    def frame_stems(self) -> frozenset[str]:
        """Stems of the frame."""
        return frozenset([word.stem for word in self.frame])

    @once
    def frame_weight(self) -> float:
        """Sum of the frame's weights, in nats."""
        return sum([word.weight for word in self.frame])

    @once
    def frame_vectors(self) -> Vectors:
        """Unit vectors of the frame, shape ``(len(frame), 256)``."""
        return self.table[self.rows[[self.content.index(word.word) for word in self.frame]]]

    @once
    def classes(self) -> frozenset[int]:
        """All classes of meaning of the frame."""
        return frozenset().union(*[word.classes for word in self.frame])

    @once
    def cause(self) -> tuple[FrameWord, ...]:
        """What stands outside the effect, where it tells of one."""
        return _cause(self.mention, self._denying)

    @once
    def grams(self) -> frozenset[str]:
        """Character 4-grams of the key."""
        key = self.key
        return frozenset([key[at : at + _GRAM] for at in range(max(1, len(key) - _GRAM + 1))])

    @once
    def bigrams(self) -> frozenset[tuple[str, str]]:
        """Pairs of neighbouring words."""
        return frozenset(itertools.pairwise(self.words))

    @once
    def names(self) -> frozenset[str]:
        """Stems of words written with a capital inside the sentence."""
        return _names(self.mention.text, self.spans)

    @once
    def spans(self) -> list[tuple[int, int]]:
        """Where the words stand in the text."""
        return strings.word_spans(self.mention.text)

    @property
    def names_as_written(self) -> frozenset[str]:
        """Folded words written with a capital inside the sentence."""
        text = self.mention.text
        return frozenset(text[start:end].casefold() for start, end in self.spans[1:] if text[start].isupper())

    @once
    def values(self) -> tuple[Slot, ...]:
        """Numeric and date slots."""
        return _some(slot for slot in self.mention.slots if slot.kind in _VALUES)

    @once
    def effects(self) -> tuple[Slot, ...]:
        """Slots of what becomes of what."""
        return _some(slot for slot in self.mention.slots if slot.kind == "effect")

    @once
    def actors(self) -> tuple[Slot, ...]:
        """Slots of who did it."""
        return _some(slot for slot in self.mention.slots if slot.kind == "actor")

    @once
    def context(self) -> frozenset[str]:
        """Stems lent by antecedent, lead-in or heading, and by the resolved subject."""
        return _context(self.mention)

    @once
    def measures(self) -> frozenset[str]:
        """What its values measure."""
        return frozenset([_measure(slot) for slot in self.values])

    @once
    def order(self) -> Order:
        """Who did what, in order."""
        return order(self.words)

    @once
    def reach(self) -> int | None:
        """How widely it holds by its own words, 0 (none) to 4 (all)."""
        return reach(self.words, shares=any(value.kind in {"ratio", "percent"} for value in self.values))

    @once
    def kept_to_some(self) -> bool:
        """Whether it keeps something to a party: "only members may"."""
        return kept_to_some(self.key)

    @once
    def marked(self) -> Marked:
        """Its words by what they are marked as."""
        return marked(self.mention)


def views(mentions: Sequence[Mention]) -> list[View]:
    """One view a mention, in order; all texts and words are embedded in two batches."""
    import numpy as np

    words = [tuple(strings.words(mention.text)) for mention in mentions]
    closed = function_words()
    contents = [tuple([word for word in held if word not in closed]) for held in words]
    vectors = embedding.embed([mention.text for mention in mentions])
    vocabulary = {word: row for row, word in enumerate(dict.fromkeys(w for c in contents for w in c))}
    table = embedding.embed(list(vocabulary))
    rows = [np.array([vocabulary[word] for word in content], dtype=np.int64) for content in contents]
    made = zip(mentions, words, contents, vectors, rows, strict=True)
    return [View(mention, held, content, vector, table, at) for mention, held, content, vector, at in made]


def _measure(slot: Slot) -> str:
    found = scaled(slot)
    if found is None:
        return "date"
    return slot.kind if slot.kind == "money" else found.measure


def _some(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    return tuple(itertools.islice(slots, MOST_SLOTS))


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
    return FrameWord(
        word, one, weight(word) * share, synonyms(one), antonyms(one) | denied_forms(word), is_agent
    )


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


def _names(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    closed = function_words()
    return frozenset(
        base(text[start:end].casefold().removesuffix("'s").removesuffix("’s"))
        for start, end in spans[1:]
        if text[start].isupper() and text[start:end].casefold() not in closed
    )


def _context(mention: Mention) -> frozenset[str]:
    lent = f"{mention.context} {mention.subject or ''}"
    return frozenset(base(word) for word in content_words(lent))
