"""A statement as the reasons for and against it see it: its words, and what they show, counted once."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus_tool.extract.lexicon import group
from corpus_tool.extract.tokens import Tokens
from corpus_tool.extract.verbs import past_forms
from corpus_tool.models import MentionKind

FIRST = frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"})
_BEFORE_CAPITALS = frozenset('.?!:"“')
_LEADING = frozenset(
    {"and", "but", "so", "also", "then", "yet", "or", "now", "still", "even", "however", "thus"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the rules look at: the words, their kinds, where they stand, how worthy the model finds them."""

    words: Tokens
    kinds: tuple[MentionKind, ...]
    place: str  # the block's kind, or "title"
    worth: float

    look: Look = field(init=False)
    """What the words alone show."""

    def __post_init__(self) -> None:
        found: Look | None = self.words.memo.get("look")
        if found is None:
            found = self.words.memo["look"] = look(self.words)
        object.__setattr__(self, "look", found)


@dataclass(frozen=True, slots=True)
class Look:
    """What several questions ask of the words, counted once.

    Attributes:
        seen: The different words.
        first: The first word behind "and", "but", an adverb or a quotation mark.
        size: How many words and numbers.
        figures: How many figures, in digits or words.
        digits: Whether one is in digits.
        letters: Mean length of a word.
        named: A capital inside the sentence.
        past: A past form among them.
    """

    seen: frozenset[str]
    first: str
    size: int
    figures: int
    digits: bool
    letters: float
    named: bool
    past: bool


def look(words: Tokens) -> Look:
    """The counts of a stretch of words."""
    plain = [word for word in words.words if word[:1].isalnum()]
    digits = sum([word[0].isdigit() for word in plain])
    spelt = sum([word in group("number") for word in plain])
    return Look(
        seen=frozenset(words.words),
        first=next((word for word in plain if word not in _LEADING), plain[0] if plain else ""),
        size=len(plain),
        figures=digits + spelt,
        digits=digits > 0,
        letters=sum(map(len, plain)) / max(1, len(plain)),
        named=_named(words),
        past=not past_forms().isdisjoint(words.words),
    )


def _named(words: Tokens) -> bool:
    raw, low = words.raw, words.words
    return any(
        raw[at][0].isupper()
        and len(raw[at]) > 1
        and low[at] not in FIRST
        and low[at - 1] not in _BEFORE_CAPITALS
        for at in range(1, len(raw))
    )
