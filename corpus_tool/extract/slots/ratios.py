"""Shares and multiples: "one in five", "two-thirds", "half of", "four times as many", "doubled"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus_tool.extract.slots import approximators, lexicon
from corpus_tool.extract.slots.drafts import Draft, slot_of
from corpus_tool.extract.slots.numbers import number_at, scales, word_values
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot, SlotKind

_COMPARED = frozenset({
    "as", "more", "higher", "larger", "bigger", "greater", "faster", "longer", "less", "fewer", "lower",
    "smaller", "the", "that", "its", "their", "what", "stronger", "better", "worse", "cheaper", "likelier",
    "heavier", "slower", "richer", "over",
})  # fmt: skip
_FREQUENCY = frozenset({"a", "an", "per", "each", "every"})
_PERIODS = frozenset({"day", "week", "month", "year", "hour", "minute", "night", "decade", "season"})
_TIME = frozenset({"day", "days", "hour", "hours", "week", "weeks", "month", "months", "year", "years",
                   "minutes", "minute", "seconds", "second"})  # fmt: skip
_SLASHED = frozenset({"2", "3", "4", "5", "6", "8", "10", "100"})


@dataclass(frozen=True, slots=True)
class _Ratio:
    value: float
    first: int
    last: int
    unit: str | None = None
    low: float | None = None
    """The lower bound, where two shares make a range."""


@lru_cache(maxsize=1)
def _factors() -> dict[str, float]:
    return {word: float(value) for word, value in lexicon.mapping("factors.tsv").items()}


@lru_cache(maxsize=1)
def denominators() -> dict[str, float]:
    """Denominator words and their numbers."""
    return {word: float(value) for word, value in lexicon.mapping("fractions.tsv").items()}


@lru_cache(maxsize=1)
def starters() -> frozenset[str]:
    """Words at which a share or multiple may begin."""
    return frozenset(word_values()) | frozenset(_factors()) | {"a", "an", "half", "quarter"}


def ratios(t: Tokens, anchors: Sequence[int], taken: bytearray) -> Iterator[Slot]:
    """Slots of every share, multiple and frequency; marks what it takes."""
    begin = starters()
    for i in anchors:
        word = t.low[i]
        if (every := _every(t, i)) is not None and not any(taken[every.first : every.last]):
            taken[every.first : every.last] = b"\x01" * (every.last - every.first)
            yield slot_of(t, every)
            continue
        if taken[i] or not ("0" <= word[0] <= "9" or word in begin):
            continue
        ratio = _spread(t, i) or _ratio_at(t, i)
        if ratio is None or any(taken[ratio.first : ratio.last]):
            continue
        draft = _bent(t, ratio, taken)
        taken[draft.first : draft.last] = b"\x01" * (draft.last - draft.first)
        yield slot_of(t, draft)


_TURNS = {"second": 2.0, "other": 2.0, "third": 3.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0, "tenth": 10.0}


def _every(t: Tokens, i: int) -> Draft | None:
    """Such as "every third household"; "every second day" is how often, not a share."""
    turn = _TURNS.get(t.low[i])
    after = t.word(i + 1)
    if turn is None or t.word(i - 1) != "every" or not t.is_word(i + 1) or after in _PERIODS | _TIME:
        return None
    if turn == 2.0 and after in lexicon.words("function_words.txt"):
        return None
    value = round(1 / turn, 6)
    return Draft(i - 1, i + 1, value, value, "ratio", None)


def _bent(t: Tokens, ratio: _Ratio, taken: bytearray) -> Draft:
    kind: SlotKind = (
        "quantity" if ratio.unit and ratio.unit.startswith("time") and ratio.unit != "times" else "ratio"
    )
    value = round(ratio.value, 6)
    if ratio.low is not None:
        return Draft(ratio.first, ratio.last, round(ratio.low, 6), value, kind, ratio.unit)
    near = approximators.before(t, ratio.first)
    if near is None or any(taken[near.first : ratio.first]):
        return Draft(ratio.first, ratio.last, value, value, kind, ratio.unit)
    low = None if near.bend in {"high", "upto"} else value
    high = None if near.bend == "low" else value
    return Draft(near.first, ratio.last, low, high, kind, ratio.unit, near.text)


def _ratio_at(t: Tokens, i: int) -> _Ratio | None:
    if i >= t.size:
        return None
    if t.low[i] in _factors():
        return _factor(t, i)
    return _half(t, i) or _fraction(t, i) or _slashed(t, i) or _odds(t, i) or _of_number(t, i)


def _spread(t: Tokens, i: int) -> _Ratio | None:
    """Two shares as a range: "between a quarter and a third", "five to ten times more"."""
    number = number_at(t, i)
    if number is not None and t.word(number.end) in {"to", "-", "–"}:
        tail = _ratio_at(t, number.end + 1)
        if tail is not None and tail.unit == "times" and number.value < tail.value:
            return replace(tail, first=i, low=number.value)
    head = _ratio_at(t, i) if t.word(i - 1) in {"between", "from"} else None
    if head is None or t.word(head.last) not in {"and", "to"}:
        return None
    tail = _ratio_at(t, head.last + 1)
    if tail is None or tail.unit != head.unit or tail.value <= head.value:
        return None
    return replace(tail, first=i - 1, low=head.value)


def _factor(t: Tokens, i: int) -> _Ratio | None:
    """Such as "twice as many", "doubled", "threefold"; "twice a week" is a frequency."""
    value, after = _factors()[t.low[i]], t.word(i + 1)
    if t.low[i] == "once":
        often = after in _FREQUENCY and t.word(i + 2) in _PERIODS
        return _Ratio(value, i, i + 3, f"time per {t.word(i + 2)}") if often else None
    if t.low[i] in {"twice", "thrice"}:
        if after in _FREQUENCY and t.word(i + 2) in _PERIODS:
            return _Ratio(value, i, i + 3, f"time per {t.word(i + 2)}")
        unit = "times" if after in _COMPARED and after != "over" else "time"
        return _Ratio(value, i, i + 2 if after == "as" else i + 1, unit)
    if t.low[i] in {"double", "triple", "quadruple", "treble"} and after not in {
        "the",
        "its",
        "their",
        "that",
    }:
        return None
    return _Ratio(value, i, i + 1, "times")


def _half(t: Tokens, i: int) -> _Ratio | None:
    """Such as "half of", "half the", "half as many"; "half an hour" and "half a million" are amounts."""
    if t.low[i] != "half" or t.word(i - 1) in {"first", "second", "a", "other", "better"}:
        return None
    after = t.word(i + 1)
    if t.word(i - 1) in {"by", "in"} and (
        not t.is_word(i + 1) or after in lexicon.words("function_words.txt") - {"a", "an"}
    ):
        return (
            _Ratio(0.5, i, i + 1)
            if after not in {"of", "-"}
            else _Ratio(0.5, i, i + 2)
            if after == "of"
            else None
        )
    if after == "as":
        return _Ratio(0.5, i, i + 2, "times")
    if after == "of":
        return _Ratio(0.5, i, i + 2)
    if after in {"the", "its", "their", "all", "our", "my", "your", "his", "her", "those", "these"}:
        return _Ratio(0.5, i, i + 1)
    return None


def _fraction(t: Tokens, i: int) -> _Ratio | None:
    """Such as "two-thirds", "a third", "one quarter"."""
    top = 1.0 if t.low[i] in {"a", "an"} else word_values().get(t.low[i])
    if t.is_number(i) and t.low[i].isdigit() and len(t.low[i]) <= 2:
        top = float(t.low[i])
    at = i + 2 if t.word(i + 1) == "-" else i + 1
    bottom = denominators().get(t.word(at))
    if t.low[at + 1 : at + 3] == ["of", "a"] and t.word(at + 3) in scales():
        return None
    if top is None or bottom is None or top == 0 or not _is_fraction(t, at, top):
        return None
    last = at + 2 if t.word(at + 1) == "of" and t.word(at + 2) in {"all", "the"} else at + 1
    return _Ratio(top / bottom, i, last if t.word(at + 1) != "of" else at + 1)


def _is_fraction(t: Tokens, i: int, top: float) -> bool:
    """Plural denominators always; singular ones unless they are an ordinal ("a third person")."""
    word, after = t.low[i], t.word(i + 1)
    if word in {"halves", "quarters", "half"} and t.word(i + 1) in {"an", "a"}:
        return False
    if top > 1:
        return word.endswith(("s", "halves"))
    if word == "quarter" and after in {"century", "final", "mile", "hour", "back", "-"}:
        return False
    return not t.is_word(i + 1) or after in lexicon.words("function_words.txt")


def _slashed(t: Tokens, i: int) -> _Ratio | None:
    """Such as "3/4", "8/10"; "24/7" and "9/11" are names."""
    if t.word(i + 1) != "/" or not t.glued(i + 1) or t.word(i + 2) not in _SLASHED or not t.is_number(i):
        return None
    if (
        t.word(i + 3) == "/"
        or t.word(i - 1) == "/"
        or float(t.low[i].replace(",", "")) >= float(t.low[i + 2])
    ):
        return None
    return _Ratio(float(t.low[i]) / float(t.low[i + 2]), i, i + 3)


def _odds(t: Tokens, i: int) -> _Ratio | None:
    """Such as "a 50:50 chance", "fifty-fifty", "a ratio of 3 to 1", "a 3:1 majority"."""
    if t.word(i) == "fifty" == t.word(i + 2) and t.word(i + 1) == "-":
        return _Ratio(0.5, i, i + 3)
    if not (t.is_number(i) and t.is_number(i + 2) and t.word(i + 1) in {":", "-", "to"}):
        return None
    if t.low[i] == "50" == t.low[i + 2] and t.word(i + 1) != "to":
        return _Ratio(0.5, i, i + 3)
    told = t.word(i + 3) in {"ratio", "odds", "margin"} or bool(
        {"ratio", "odds"} & set(t.low[max(0, i - 4) : i])
    )
    below = float(t.low[i + 2].replace(",", ""))
    return _Ratio(float(t.low[i].replace(",", "")) / below, i, i + 3) if told and below > 0 else None


def _of_number(t: Tokens, i: int) -> _Ratio | None:
    """Such as "one in five", "nine out of ten", "1 in every 3"; "four times as many"."""
    number = number_at(t, i)
    if number is None or number.value <= 0:
        return None
    j = number.end
    if t.word(j) == "x" and t.glued(j + 1) and t.is_number(j + 1):
        return None
    return _multiplied(t, i, number.value, j) or _part_of(t, i, number.value, j)


def _multiplied(t: Tokens, i: int, value: float, j: int) -> _Ratio | None:
    """Such as "four times as many", "3x", "a ten-fold rise", "by a factor of three"."""
    if t.word(j) == "times" or (t.word(j) in {"fold", "x"} and t.glued(j)):
        return _times(t, i, value, j)
    if t.word(j) == "-" and t.word(j + 1) == "fold":
        return _Ratio(value, i, j + 2, "times")
    factor = (t.word(i - 2), t.word(i - 1)) == ("factor", "of")
    return _Ratio(value, i, j, "times") if factor else None


def _part_of(t: Tokens, i: int, value: float, j: int) -> _Ratio | None:
    """Such as "nine out of ten", "seven of the ten", "one person in seven"."""
    if t.word(j) in {"out", "of", "in", "per"}:
        return _of_its(t, i, value, j) or _share(t, i, value, j)
    if value == 1 and t.word(j) in _ONE_OF and t.word(j + 1) in {"in", "out"}:
        return _share(t, i, value, j + 1)
    return None


_ONE_OF = frozenset({
    "person", "man", "woman", "child", "adult", "boy", "girl", "family", "household", "home", "house", "pupil", "student",
    "voter", "worker", "patient", "driver", "teacher", "mother", "job", "case", "death", "birth", "couple", "company",
    "firm", "user", "resident", "citizen", "employee", "shop", "school", "tenant", "marriage", "teenager", "passenger",
})  # fmt: skip
"""What is one of so many: "one person in seven"."""


def _times(t: Tokens, i: int, value: float, j: int) -> _Ratio | None:
    after = t.word(j + 1)
    if t.word(j) != "times":
        return _Ratio(value, i, j + 1, "times")
    if after in _FREQUENCY and t.word(j + 2) in _PERIODS:
        return _Ratio(value, i, j + 3, f"time per {t.word(j + 2)}")
    if after in _COMPARED:
        return _Ratio(value, i, j + 2 if after == "as" else j + 1, "times")
    return _Ratio(value, i, j + 1, "time")


_ITS = frozenset({"the", "its", "their", "his", "her", "our", "my", "your"})


def _of_its(t: Tokens, i: int, value: float, j: int) -> _Ratio | None:
    """Such as "seven of the ten largest banks", "three of its five members"."""
    whole = number_at(t, j + 2) if t.word(j) == "of" and t.word(j + 1) in _ITS else None
    if (
        whole is None
        or value < 2
        or not value < whole.value <= 1000
        or t.word(whole.end) in {"%", "percent", "per"} | _TIME
    ):
        return None
    return _Ratio(value / whole.value, i, whole.end)


def _share(t: Tokens, i: int, value: float, j: int) -> _Ratio | None:
    at = j + 2 if (t.word(j), t.word(j + 1)) == ("out", "of") else j + 1
    at = at + 1 if t.word(at) == "every" else at
    whole = number_at(t, at)
    if whole is None or whole.value <= value or (t.word(j) == "of" and t.word(at - 1) != "of"):
        return None
    if t.word(j) == "in" and ((whole.value >= 1500 and whole.value < 2100) or t.word(whole.end) in _TIME):
        return None
    if t.word(j) == "of" and t.word(at - 1) == "of" and t.word(j) != "out" and whole.value > 100:
        return None
    if t.word(j) == "per" and (whole.value < 100 or whole.worded):
        return None
    if t.word(whole.end) in {"%", "percent", "to"}:
        return None
    return _Ratio(value / whole.value, i, whole.end)
