"""Amounts told in two units: "6ft 2in", "1h 45min", "two years and three months", "twelve dollars fifty"."""

from __future__ import annotations

from dataclasses import replace

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.amounts import Amount, amount_at
from corpus_tool.extract.slots.tokens import Tokens

_PARTS = {
    ("foot", "inch"): 12, ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12,
    ("week", "day"): 7, ("day", "hour"): 24, ("pound", "ounce"): 16, ("kilometre", "metre"): 1000,
    ("metre", "centimetre"): 100, ("kilogram", "gram"): 1000, ("USD", "cent"): 100, ("EUR", "cent"): 100,
    ("GBP", "penny"): 100,
}  # fmt: skip
"""Unit, smaller unit, how many of these make one."""
_HUNDRED = frozenset({"USD", "EUR", "GBP", "AUD", "CAD"})


def compound(t: Tokens, head: Amount) -> Amount:
    """The amount with the smaller unit that follows it added in; itself where none does."""
    at = head.last + 1 if t.word(head.last) == "and" else head.last
    if head.unit is None or not (t.is_number(at) or t.is_word(at)):
        return head
    if head.unit == "hour" and (minutes := _minutes(t, head)) is not None:
        return minutes
    tail = amount_at(t, at)
    if tail is None:
        return _inches(t, head)
    share = _PARTS.get((head.unit, tail.unit or ""))
    if share is None and _coins(t, head, tail, at):
        share = 100
    if share is None or not 0 < tail.number.value < share:
        return head
    value = round(head.number.value + tail.number.value / share, 6)
    return replace(head, last=tail.last, number=replace(head.number, value=value, mantissa=value))


def _minutes(t: Tokens, head: Amount) -> Amount | None:
    """Such as "2h 10m": beside hours "m" are minutes, and no metres or millions."""
    at = head.last
    if (
        not t.is_number(at)
        or t.word(at + 1) != "m"
        or not t.glued(at + 1)
        or not t.low[at].isdigit()
        or int(t.low[at]) >= 60
    ):
        return None
    value = round(head.number.value + int(t.low[at]) / 60, 6)
    return replace(head, last=at + 2, number=replace(head.number, value=value, mantissa=value))


def _inches(t: Tokens, head: Amount) -> Amount:
    """Such as "6ft 2in": "in" is a unit only there."""
    at = head.last
    if head.unit != "foot" or not t.is_number(at) or t.word(at + 1) != "in" or not t.glued(at + 1):
        return head
    value = round(head.number.value + float(t.low[at].replace(",", "")) / 12, 6)
    return replace(head, last=at + 2, number=replace(head.number, value=value, mantissa=value))


def _coins(t: Tokens, head: Amount, tail: Amount, at: int) -> bool:
    """Such as "twelve dollars fifty": a bare number word right after the coin."""
    if head.unit not in _HUNDRED or tail.unit is not None or not tail.number.worded or at != head.last:
        return False
    return not t.is_word(tail.last) or t.word(tail.last) in lexicon.words("function_words.txt")
