"""Numbers as people write them: digits, words, multipliers, halves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.tokens import Tokens

MAX_DIGITS = 15
"""Longer runs of digits are account numbers or hostile input, not amounts."""
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_GROUPING = " \u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Number:
    """A number read at a token.

    Attributes:
        value: Its value, multiplied out.
        end: The token after it.
        mantissa: Its value before the multiplier ("1.3" of "1.3 billion").
        scale: The multiplier (1 if none).
        worded: Whether it begins with a number word.
    """

    value: float
    end: int
    mantissa: float
    scale: float
    worded: bool


@lru_cache(maxsize=1)
def word_values() -> dict[str, float]:
    """Number words from zero to ninety."""
    return {word: float(value) for word, value in lexicon.mapping("number_words.tsv").items()}


@lru_cache(maxsize=1)
def scales() -> dict[str, float]:
    """Words that multiply."""
    return {word: float(value) for word, value in lexicon.mapping("scales.tsv").items()}


@lru_cache(maxsize=1)
def scale_letters() -> dict[str, float]:
    """Letters that multiply when glued to digits."""
    return {word: float(value) for word, value in lexicon.mapping("scale_letters.tsv").items()}


def exact(value: float) -> float:
    """The float without binary dust: 1.1e9, not 1100000000.0000001."""
    return float(f"{value:.12g}")


def number_at(t: Tokens, i: int) -> Number | None:
    """The number that begins at token ``i``, or null."""
    if t.is_number(i):
        return _digits(t, i)
    word = t.word(i)
    if word in word_values():
        return _quarters(t, i) or _worded(t, i)
    if word in {"a", "an"}:
        return _quarters(t, i) or _article(t, i)
    if word == "half" and t.word(i + 1) in {"a", "an"}:
        scale = scales().get(t.word(i + 2))
        if scale is not None:
            return _scaled(t, 0.5, i + 2, worded=True)
    return None


def _digits(t: Tokens, i: int) -> Number | None:
    raw, end = _written(t, i)
    if len(raw) > MAX_DIGITS:
        return None
    value = float(raw)
    part = _PARTS.get(t.word(end)) if t.glued(end) else None
    if part is not None:
        return _scaled(t, value + part, end + 1, worded=False)
    letter = scale_letters().get(t.word(end)) if t.glued(end) else None
    if letter is not None and not _metre(t, end):
        return Number(exact(value * letter), end + 1, value, letter, worded=False)
    half = _and_a_half(t, end)
    if half > end:
        value, end = value + 0.5, half
    return _scaled(t, value, end, worded=False)


def _written(t: Tokens, i: int) -> tuple[str, int]:
    """Digits at ``i`` with what belongs to them: "1 000 000", "12,5 percent"."""
    first, end = t.low[i].replace(",", ""), i + 1
    if len(first) <= 3 and first.isdigit() and not t.is_number(i - 1):
        while (
            t.is_number(end) and len(t.low[end]) == 3 and t.start[end] == t.end[end - 1] + 1 and end < i + 5
        ):
            if t.text[t.end[end - 1]] not in _GROUPING:
                break
            end += 1
        if end > i + 1 and t.word(i) != "0":
            return "".join(t.low[i:end]), end
    if (
        t.word(i + 1) == ","
        and t.glued(i + 1)
        and t.glued(i + 2)
        and t.is_number(i + 2)
        and len(t.low[i + 2]) <= 2
    ):
        after = t.word(i + 3)
        if after in scales() or after in {"%", "percent", "per", "euro", "euros", "€"}:
            return f"{first}.{t.low[i + 2]}", i + 3
    return first, i + 1


def _metre(t: Tokens, i: int) -> bool:
    """A glued "m" that means metres: before a word of length or a race, or squared."""
    after = t.word(i + 2) if t.word(i + 1) == "-" else t.word(i + 1)
    return t.word(i) == "m" and after in {
        "long", "high", "tall", "wide", "deep", "away", "sprint", "race", "dash", "hurdles", "freestyle",
        "butterfly", "relay", "above", "below", "telescope", "tower", "pool", "²", "apart",
    }  # fmt: skip


def _and_a_half(t: Tokens, i: int) -> int:
    if (t.word(i), t.word(i + 1), t.word(i + 2)) == ("and", "a", "half"):
        return i + 3
    return i + 6 if t.low[i : i + 6] == ["-", "and", "-", "a", "-", "half"] else i


def _scaled(t: Tokens, value: float, end: int, *, worded: bool) -> Number:
    """Multiply by the scale words that follow ("hundred thousand")."""
    scale = 1.0
    while True:
        at = end + 1 if t.word(end) == "-" and t.glued(end) and t.glued(end + 1) else end
        step = scales().get(t.word(at))
        if step is None:
            break
        scale *= step
        end = at + 1
    half = _and_a_half(t, end) if scale > 1 else end
    total = value * scale + (0.5 * scale if half > end else 0)
    return Number(exact(total), half, value, scale, worded=worded)


def _article(t: Tokens, i: int) -> Number | None:
    """Such as "a hundred", "a dozen", "a hundred thousand", "a couple of"."""
    if t.word(i + 1) in scales():
        return _more_words(t, _scaled(t, 1.0, i + 1, worded=True))
    return None


_SPLIT = {"third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}


def _quarters(t: Tokens, i: int) -> Number | None:
    """Such as "a quarter of a million", "three-quarters of a million"."""
    at = i + 2 if t.word(i + 1) == "-" else i + 1
    part = _SPLIT.get(t.word(at))
    if part is None or t.low[at + 1 : at + 3] != ["of", "a"] or t.word(at + 3) not in scales():
        return None
    return _scaled(t, word_values().get(t.word(i), 1.0) * part, at + 3, worded=True)


def _worded(t: Tokens, i: int) -> Number | None:
    """Such as "twenty-one", "two hundred and five thousand", "one and a half million"."""
    small, end = _below_hundred(t, i)
    half = _and_a_half(t, end)
    if half > end:
        return _scaled(t, small + 0.5, half, worded=True)
    if t.word(end) == "point" and t.word(end + 1) in word_values():
        return _decimal_words(t, small, end)
    return _more_words(t, _scaled(t, small, end, worded=True))


def _decimal_words(t: Tokens, whole: float, i: int) -> Number:
    """Such as "one point three billion"."""
    value, place, end = whole, 0.1, i + 1
    while (digit := word_values().get(t.word(end))) is not None and digit < 10:
        value, place, end = value + digit * place, place / 10, end + 1
    return _scaled(t, exact(value), end, worded=True)


def _below_hundred(t: Tokens, i: int) -> tuple[float, int]:
    value, end = word_values()[t.word(i)], i + 1
    if value < 20:
        return value, end
    at = end + 1 if t.word(end) == "-" and t.glued(end) else end
    unit = word_values().get(t.word(at), 0.0)
    if 0 < unit < 10 and (at > end or t.word(at + 1) != "hundred"):
        return value + unit, at + 1
    return value, end


def _more_words(t: Tokens, head: Number) -> Number:
    """Add the smaller parts that follow a scale: "two hundred (and) five (thousand)"."""
    total, end, last = head.value, head.end, head.scale
    while last > 1:
        at = end + 1 if t.word(end) == "and" else end
        if t.word(at) not in word_values():
            break
        small, stop = _below_hundred(t, at)
        part = _scaled(t, small, stop, worded=True)
        if part.scale > last and total < part.scale and part.value / part.scale < last:
            total = (total + part.mantissa) * part.scale
        elif part.value < last:
            total += part.value
        else:
            break
        end, last = part.end, part.scale if part.scale > 1 else 1.0
    return head if end == head.end else Number(exact(total), end, exact(total), 1.0, worded=True)
