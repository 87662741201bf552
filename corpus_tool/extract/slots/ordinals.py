"""Places in an order: "12th", "the third-largest". Adverbs and days of the month are not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.quantities import Draft, slot_of
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_BEFORE = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "a", "'s", "ranked", "came"})
_NO_NOUN = frozenset({"time", "of", "and", "place", "hand", "thing", "step", "half", "quarter", "part"})


@lru_cache(maxsize=1)
def _words() -> dict[str, float]:
    return {word: float(value) for word, value in lexicon.mapping("ordinal_words.tsv").items()}


def ordinals(t: Tokens, taken: bytearray) -> Iterator[Slot]:
    """Slots of every ordinal outside ``taken``; marks what it takes."""
    named = _words()
    for i in range(t.size):
        word = t.low[i]
        if taken[i]:
            continue
        if word in _SUFFIXES and t.glued(i) and t.is_number(i - 1) and not taken[i - 1]:
            value = _value(t.low[i - 1])
            first = i - 1
        elif word in named and _counts(t, i, named[word]):
            value, first = named[word], i
        else:
            continue
        if value is None:
            continue
        taken[first : i + 1] = b"\x01" * (i + 1 - first)
        yield slot_of(t, Draft(first, i + 1, value, value, "ordinal", None))


def _value(digits: str) -> float | None:
    plain = digits.replace(",", "")
    return float(plain) if plain.isdigit() and len(plain) <= 6 else None


def _counts(t: Tokens, i: int, value: float) -> bool:
    """Whether an ordinal word orders a noun: "the fourth stage", not "at first" or "a second later"."""
    before, after = t.word(i - 1), t.word(i + 1)
    if value <= 3:
        return (
            before in _BEFORE - {"a"}
            and t.is_word(i + 1)
            and after not in _NO_NOUN | lexicon.words("function_words.txt")
        )
    return before in _BEFORE and after not in {"of"}
