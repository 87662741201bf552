"""Places in an order: "12th", "the third-largest". Adverbs and days of the month are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.drafts import Draft, slot_of
from corpus_tool.extract.slots.numbers import number_at
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_BEFORE = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "a", "'s", "ranked", "came"})
_TENS = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0,
    "ninety": 90.0,
}  # fmt: skip
_NO_NOUN = frozenset({"time", "of", "and", "place", "hand", "thing", "step", "half", "quarter", "part"})


@lru_cache(maxsize=1)
def _words() -> dict[str, float]:
    return {word: float(value) for word, value in lexicon.mapping("ordinal_words.tsv").items()}


def ordinals(t: Tokens, anchors: Sequence[int], taken: bytearray) -> Iterator[Slot]:
    """Slots of every ordinal outside ``taken``; marks what it takes."""
    named = _words()
    for i in anchors:
        if taken[i]:
            continue
        last = i + 1
        value: float | None = None
        if t.word(last) in _SUFFIXES and t.glued(last) and t.is_number(i):
            value, last = _value(t.low[i]), i + 2
        elif t.low[i] in named and _counts(t, i, named[t.low[i]]):
            value = named[t.low[i]]
        elif (
            t.word(i + 1) == "-"
            and t.word(i + 2) in named
            and _TENS.get(t.low[i])
            and named[t.word(i + 2)] < 10
        ):
            value, last = _TENS[t.low[i]] + named[t.word(i + 2)], i + 3
        if value is None:
            continue
        last = _whole(t, last)
        taken[i:last] = b"\x01" * (last - i)
        yield slot_of(t, Draft(i, last, value, value, "ordinal", None))


def _whole(t: Tokens, i: int) -> int:
    """The token after "out of 40", which says among how many; ``i`` where that does not stand."""
    at = i + 2 if (t.word(i), t.word(i + 1)) == ("out", "of") else i + 1
    number = number_at(t, at) if t.word(at - 1) == "of" else None
    return number.end if number is not None else i


_RANKED = frozenset(
    {"finished", "finishes", "ranked", "ranks", "ranking", "placed", "came", "comes", "coming", "finishing"}
)


def _is_superlative(word: str) -> bool:
    return word.endswith("est") or word in {"most", "least", "best", "worst"}


def starters() -> frozenset[str]:
    """Words that are ordinals."""
    return frozenset(_words()) | frozenset(_TENS)


def _value(digits: str) -> float | None:
    plain = digits.replace(",", "")
    return float(plain) if plain.isdigit() and len(plain) <= 6 else None


def _counts(t: Tokens, i: int, value: float) -> bool:
    """Whether an ordinal word orders a noun: "the fourth stage", not "at first" or "a second later"."""
    before, after = t.word(i - 1), t.word(i + 1)
    if before == "in" and after in {"place", "position"}:
        return True
    if before in _RANKED and (not t.is_word(i + 1) or after in lexicon.words("function_words.txt")):
        return value > 1 or (
            not before.startswith("com") and before != "came"
        )  # "safety came first" ranks nothing
    if after == "-" and t.glued(i + 1) and _is_superlative(t.word(i + 2)):
        return True
    if value <= 3:
        return (
            before in _BEFORE - {"a"}
            and t.is_word(i + 1)
            and after not in _NO_NOUN | lexicon.words("function_words.txt")
        )
    return before in _BEFORE and after != "of"
