"""Two amounts joined into a range: "between 350 and 950", "350–950", "a low of 350 and a high of 950"."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_tool.extract.slots import approximators
from corpus_tool.extract.slots.amounts import Amount, amount_at
from corpus_tool.extract.slots.nouns import counted_noun
from corpus_tool.extract.slots.numbers import exact
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import SlotKind

_DASHES = frozenset({"-", "–", "—", "−", "‑", "‒"})
_LOW = frozenset(
    {
        "low",
        "lowest",
        "minimum",
        "min",
        "bottom",
        "floor",
        "lower",
        "least",
        "worst",
        "smallest",
        "starts",
        "begins",
    }
)
_HIGH = frozenset(
    {
        "high",
        "highest",
        "maximum",
        "max",
        "top",
        "ceiling",
        "upper",
        "most",
        "best",
        "largest",
        "tops",
        "ends",
        "peaks",
    }
)
_FILLERS = frozenset({
    "a", "an", "the", "of", "is", "was", "at", "possible", "score", "rating", "value", "end", ",", "being",
    "about", "around", "almost", "nearly", "some", "roughly", "approximately", "points", "with", "its", "out",
})  # fmt: skip
_LEADS = frozenset({"from", "between", "ranging", "ranges", "range", "anywhere", "somewhere", "spanning"})
_COLD = frozenset({"degree", "degree celsius", "degree fahrenheit", "percent"})
"""Units that go below zero in plain writing."""
_NAMED = frozenset({"age", "ages", "range", "ranges"})
_GAMES = frozenset({
    "win", "victory", "defeat", "loss", "draw", "lead", "tie", "vote", "decision", "ruling", "split", "majority",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Range:
    """A joined pair of amounts, in tokens, with its bounds in one unit."""

    first: int
    last: int
    low: float
    high: float
    kind: SlotKind
    unit: str | None


def range_from(t: Tokens, head: Amount) -> Range | None:
    """The range whose lower amount is ``head``, or null."""
    lead = _lead(t, head.first)
    joint = _joint(t, head.last, lead)
    if joint is None and (pair := _either(t, head)) is not None:
        return pair
    tail = _after_bend(t, joint) if joint is not None else _labelled(t, head)
    if tail is None or (tail.unit is None and _is_step(t, head)):
        return None
    unit = tail.unit or head.unit
    low, high = _bounds(head, tail)
    low = -low if unit in _COLD and _is_negative(t, head.first) else low
    if low >= high or t.word(tail.last) in _GAMES:
        return None
    if head.unit and tail.unit and head.unit != tail.unit and head.kind != tail.kind:
        return None
    if joint is None:
        return Range(_labelled_start(t, head.first), tail.last, low, high, _kind(head, tail), unit)
    return Range(lead, tail.last, low, high, _kind(head, tail), unit)


def _is_negative(t: Tokens, i: int) -> bool:
    """Whether a minus sign stands before the number at token ``i`` ("between -4 and 3 degrees")."""
    return t.word(i - 1) == "minus" or (t.word(i - 1) in {"-", "−"} and t.glued(i) and not t.glued(i - 1))


def _after_bend(t: Tokens, i: int) -> Amount | None:
    """The amount at ``i``, behind the words that bend it where those stand first ("to as high as 19%")."""
    tail = amount_at(t, i)
    if tail is not None or not t.is_word(i):
        return tail
    for at in range(i + 1, min(i + 4, t.size)):
        if t.is_number(at) or t.word(at) in {"$", "€", "£"}:
            near = approximators.before(t, at)
            return amount_at(t, at) if near is not None and near.first == i else None
    return None


_STEPS = frozenset({
    "by", "up", "down", "rose", "fell", "gained", "lost", "climbed", "dropped", "slipped", "jumped", "grew", "shed",
    "added", "sank", "dipped", "rises", "falls", "gains", "loses", "another", "advanced", "slid", "tumbled", "edged",
})  # fmt: skip


def _is_step(t: Tokens, head: Amount) -> bool:
    """Such as "up by three points to 61": how far it went, and where to; no range."""
    return head.unit is not None and head.unit != "percent" and t.word(head.first - 1) in _STEPS


def _either(t: Tokens, head: Amount) -> Range | None:
    """Such as "three or four buses": neighbouring counts joined by "or" are a loose range."""
    if t.word(head.last) != "or" or head.unit is not None:
        return None
    tail = amount_at(t, head.last + 1)
    if tail is None or tail.kind == "percent" or head.number.worded != tail.number.worded:
        return None
    low, high = _bounds(head, tail)
    step = tail.number.mantissa - head.number.mantissa
    if not 0 < step <= max(1, head.number.mantissa / 3) or tail.number.mantissa > 100:
        return None
    if tail.unit is None and counted_noun(t, tail.last) is None:
        return None
    return Range(head.first, tail.last, low, high, _kind(head, tail), tail.unit)


def _kind(head: Amount, tail: Amount) -> SlotKind:
    for amount in (tail, head):
        if amount.kind != "quantity":
            return amount.kind
    return "range"


def _lead(t: Tokens, i: int) -> int:
    """The first token of the words that announce a range before token ``i``."""
    first = i - 1 if _is_negative(t, i) else i
    if t.word(i - 1) == "of" and t.word(i - 2) in _NAMED:
        first = i - 3 if t.word(i - 3) == "the" else i - 2
    elif t.word(i - 1) in {"low", "little", "few"} or t.word(i - 1) == "as":
        near = approximators.before(t, i)
        first = near.first if near is not None and near.text.startswith("as ") else i
    start = first
    while t.word(first - 1) in _LEADS or (t.word(first - 1) == "in" and t.word(first - 2) in _LEADS):
        first -= 1
    return i if first == start else first


def _joint(t: Tokens, i: int, lead: int) -> int | None:
    """The token where the second amount begins, if a joining word or dash stands at ``i``."""
    word, after = t.word(i), t.word(i + 1)
    if word == "points" and after in {"to", "and"}:
        word, after, i = after, t.word(i + 2), i + 1
    if word == "-" and after == "to":
        return i + 3 if t.word(i + 2) == "-" else i + 2
    if word in _DASHES:
        return i + 1 if t.glued(i) == t.glued(i + 1) else None
    return _joining_word(t, i, lead)


def _joining_word(t: Tokens, i: int, lead: int) -> int | None:
    word, after = t.word(i), t.word(i + 1)
    if word == "and" and t.word(lead) in {"between", "anywhere", "somewhere", "ranging", "ranges"}:
        return i + 1
    if word == "up" and after in {"to", "through"}:
        return i + 2
    if word in {"to", "through", "till"}:
        return i + 3 if (after, t.word(i + 2)) == ("as", "many") else i + 1
    if word == "all" and (after, t.word(i + 2)) == ("the", "way"):
        return i + 5 if t.word(i + 3) == "up" else i + 4
    return i + 1 if word == "or" and after == "to" else None


def _labelled(t: Tokens, head: Amount) -> Amount | None:
    """The upper amount of "a low of X and a high of Y" and its kin."""
    if _labelled_start(t, head.first) == head.first:
        return None
    seen = False
    for at in range(head.last, min(head.last + 9, t.size)):
        word = t.low[at]
        if t.is_number(at):
            return amount_at(t, at) if seen else None
        seen = seen or word in _HIGH
        if word not in _HIGH and word not in _FILLERS and word not in {"and", "to"}:
            return None
    return None


def _labelled_start(t: Tokens, i: int) -> int:
    """Where "a low of" before token ``i`` begins; ``i`` itself if it is not there."""
    for at in range(i - 1, max(i - 6, -1), -1):
        if t.low[at] in _LOW:
            return at - 1 if t.word(at - 1) in {"a", "the"} else at
        if t.low[at] not in _FILLERS:
            return i
    return i


def _bounds(head: Amount, tail: Amount) -> tuple[float, float]:
    """Both values, the multiplier shared where only the second has one ("5 to 10 million")."""
    low, high = head.number.value, tail.number.value
    if head.number.scale == 1 and tail.number.scale > 1 and low < tail.number.mantissa:
        low = exact(low * tail.number.scale)
    elif low > high and tail.number.scale == 1 and _shortened(low, high):
        high = exact(low - low % 10 ** len(str(int(high))) + high)
    return low, high


def _shortened(low: float, high: float) -> bool:
    """Such as "2014-15": the second number repeats only its last digits."""
    return False if low < 1000 or high < 10 else 1000 <= low < 2100 and low % 100 < high < 100
