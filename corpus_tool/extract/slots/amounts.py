"""One amount: a number with its currency, percent sign or written unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from corpus_tool.extract.slots import lexicon, vetoes
from corpus_tool.extract.slots.numbers import Number, number_at, word_values
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import SlotKind

_PERIODS = {
    "day": "day", "hour": "hour", "week": "week", "month": "month", "year": "year", "minute": "minute",
    "second": "second", "night": "night", "annum": "year", "person": "person", "head": "person",
    "capita": "person", "household": "household", "student": "student", "child": "child", "kilo": "kilogram",
    "copy": "copy", "litre": "litre", "liter": "litre", "ticket": "ticket", "page": "page", "barrel": "barrel",
    "tonne": "tonne", "ton": "ton", "mile": "mile", "km": "kilometre", "kilometre": "kilometre", "share": "share",
    "visit": "visit", "call": "call", "seat": "seat", "piece": "piece", "bottle": "bottle", "pack": "pack",
    "gallon": "gallon", "ounce": "ounce", "unit": "unit", "pupil": "pupil", "employee": "employee", "kg": "kilogram",
}  # fmt: skip
_SHORT_PERIODS = {"h": "hour", "s": "second", "d": "day", "yr": "year", "mo": "month"}
_POINTS = frozenset({"points", "point"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what is written tight beside it; token positions."""

    first: int
    last: int
    number: Number
    kind: SlotKind = "quantity"
    unit: str | None = None


@lru_cache(maxsize=1)
def units() -> dict[str, tuple[str, SlotKind]]:
    """Written unit → (normal form, slot kind)."""
    table: dict[str, tuple[str, SlotKind]] = {}
    for forms, unit, kind in lexicon.rows("units.tsv"):
        for form in forms.split("|"):
            table[form] = (unit, kind)  # type: ignore[assignment]  # the file holds slot kinds only
    return table


@lru_cache(maxsize=1)
def starters() -> frozenset[str]:
    """Words and marks at which an amount may begin."""
    signs = {row[0].split()[0] for row in lexicon.rows("currency_signs.tsv")}
    codes = {w for w in lexicon.mapping("currencies.tsv") if len(w) == 3}
    return frozenset(word_values()) | {"a", "an", "half", "rs"} | signs | (codes - {"won", "try"})


def amount_at(t: Tokens, i: int) -> Amount | None:
    """The amount that begins at token ``i``; null where the digits are a name or a code."""
    if t.word(i) == "$" and t.glued(i) and t.is_word(i - 1):
        i -= 1
    currency = _currency_before(t, i)
    at = currency[1] if currency else i
    if not currency and ((t.is_number(at) and _vetoed(t, at)) or vetoes.is_group_name(t, at)):
        return None
    number = number_at(t, at)
    if number is None:
        return None
    if currency:
        return _with_rate(t, Amount(i, number.end, number, "money", currency[0]))
    return _with_unit(t, Amount(i, number.end, number))


def _vetoed(t: Tokens, i: int) -> bool:
    return vetoes.is_name(t, i) or vetoes.is_code(t, i) or vetoes.is_list_mark(t, i)


def _currency_before(t: Tokens, i: int) -> tuple[str, int] | None:
    """A currency sign or code at ``i``, and the token after it."""
    for parts, unit in lexicon.phrases("currency_signs.tsv").get(t.word(i), ()):
        last = i + len(parts)
        if tuple(t.low[i:last]) == parts and (len(parts) == 1 or t.glued(last - 1)):
            return unit, last
    word = t.word(i)
    if len(word) in {2, 3} and t.is_number(i + 1) and (t.raw(i).isupper() or word == "rs"):
        code = lexicon.mapping("currencies.tsv").get(word)
        if code is not None:
            return code, i + 2 if t.word(i + 1) == "." else i + 1
    return None


def _with_unit(t: Tokens, amount: Amount) -> Amount | None:
    """Add what follows: percent, currency word, written unit; refuse digits glued to letters."""
    i = amount.last
    word = t.word(i)
    hyphen = word == "-" and t.glued(i) and t.glued(i + 1)
    at = i + 1 if hyphen else i
    word = t.word(at)
    if word == "per" and t.word(at + 1) == "cent":
        return _percent(t, replace(amount, last=at + 2))
    if word in {"square", "cubic", "sq", "nautical", "light", "basis"}:
        return _power(t, amount, at)
    coin = _currency_named(t, at)
    if coin is not None:
        return _with_rate(t, replace(amount, last=coin[1], kind="money", unit=coin[0]))
    found = units().get(word)
    if found is not None and _is_unit(t, at):
        return _finish(t, replace(amount, last=at + 1, unit=found[0], kind=found[1]))
    if not hyphen and t.glued(i) and t.is_word(i) and not amount.number.worded and amount.number.scale == 1:
        return amount if word in {"s", "x", "th", "st", "nd", "rd", "plus", "ish"} else None
    return amount


def _is_unit(t: Tokens, i: int) -> bool:
    """Short symbols count only in their own case and not as words of their own."""
    word, raw = t.word(i), t.raw(i)
    if raw == "p":
        return t.glued(i) and len(t.low[i - 1]) <= 2  # "80p" is money, "720p" a picture
    if len(word) == 1 and t.is_word(i):
        return (raw in {"g", "l", "h", "W", "V"} and t.glued(i)) or (raw in {"g", "l"} and not t.glued(i + 1))
    if word in {"second", "seconds"}:
        return t.word(i) == "seconds" or t.word(i - 1) in {"one", "-", "1"}
    return not (word in {"mi", "ha", "foot", "min", "sec"} and raw.isupper())


def _currency_named(t: Tokens, i: int) -> tuple[str, int] | None:
    """The currency that words at ``i`` name ("Swiss francs", "pounds sterling"), and the token after them."""
    for parts, unit in lexicon.phrases("currency_phrases.tsv").get(t.word(i), ()):
        if tuple(t.low[i : i + len(parts)]) == parts:
            return unit, i + len(parts)
    currency = _currency_word(t, i)
    if currency is None:
        return None
    return currency, i + 2 if t.word(i + 1) == "sterling" else i + 1


def _currency_word(t: Tokens, i: int) -> str | None:
    word = t.word(i)
    currency = lexicon.mapping("currencies.tsv").get(word)
    if currency is None or word in {"real", "try", "won", "rs", "buck", "cad"}:
        return None
    if word in {"pound", "pounds"} and _is_weight(t, i):
        return None
    return currency


def _is_weight(t: Tokens, i: int) -> bool:
    near = set(t.low[max(0, i - 8) : i]) | set(t.low[i + 1 : i + 4])
    return t.word(i + 1) in {"of", "heavier", "lighter", "overweight"} or bool(
        near & {"weigh", "weighs", "weighed", "weighing", "weight", "lose", "gained", "shed"}
    )


def _power(t: Tokens, amount: Amount, i: int) -> Amount:
    """Such as "square kilometres", "cubic metres", "nautical miles", "light years"."""
    found = units().get(t.word(i + 1))
    if found is None:
        return amount
    prefix = "square" if t.word(i) == "sq" else t.word(i)
    return replace(amount, last=i + 2, unit=f"{prefix} {found[0]}", kind="quantity")


def _finish(t: Tokens, amount: Amount) -> Amount:
    if amount.unit == "percent":
        return _percent(t, amount)
    if amount.unit == "cent":
        return _with_rate(t, amount)
    if amount.unit == "degree":
        scale = {"c": "celsius", "celsius": "celsius", "f": "fahrenheit", "fahrenheit": "fahrenheit"}
        name = scale.get(t.word(amount.last))
        return replace(amount, last=amount.last + 1, unit=f"degree {name}") if name else amount
    return _with_rate(t, amount)


def _percent(t: Tokens, amount: Amount) -> Amount:
    if t.word(amount.last) in _POINTS:
        return replace(amount, last=amount.last + 1, kind="percent", unit="percentage point")
    if t.word(amount.last) == "-" and t.word(amount.last + 1) in _POINTS:
        return replace(amount, last=amount.last + 2, kind="percent", unit="percentage point")
    if t.word(amount.last) == "age" and t.word(amount.last + 1) in _POINTS:
        return replace(amount, last=amount.last + 2, kind="percent", unit="percentage point")
    return replace(amount, kind="percent", unit="percent")


def _with_rate(t: Tokens, amount: Amount) -> Amount:
    """Add "a day", "per month", "an hour", "/year"."""
    if t.low[amount.last : amount.last + 2] == ["-", "a"] and t.word(amount.last + 2) == "-":
        named = _PERIODS.get(t.word(amount.last + 3))  # "a €300-a-month allowance"
        return replace(amount, last=amount.last + 4, unit=f"{amount.unit} per {named}") if named else amount
    period = rate_at(t, amount.last)
    if period is None or amount.unit == period:
        return amount
    return replace(amount, last=amount.last + 2, unit=f"{amount.unit} per {period}")


def rate_at(t: Tokens, i: int) -> str | None:
    """What an amount that ends before token ``i`` is counted by ("a day", "per head", "/h"), in two tokens."""
    lead, word = t.word(i), t.word(i + 1)
    if lead == "/" and word in _SHORT_PERIODS:
        return _SHORT_PERIODS[word]
    if lead == "per" and len(word) > 2 and word.isalpha() and word not in {"cent", "se"}:
        return _PERIODS.get(word, word)
    return _PERIODS.get(word) if lead in {"a", "an", "per", "each", "every", "/"} else None
