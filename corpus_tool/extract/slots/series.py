"""Figures that stand in a row and share what they count: "600, 650 and 700 points"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus_tool.extract.slots.amounts import Amount, amount_at
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.extract.slots.vetoes import is_label

MOST = 8
"""Longer rows are tables or hostile."""
_MARKS = frozenset({",", "…"})
_LINKS = frozenset({"and", "or", "then", "&"})
_JOINED = _MARKS | _LINKS


@dataclass(frozen=True, slots=True)
class Series:
    """Bare numbers in a row; the last brings the unit, if any does."""

    items: tuple[Amount, ...]
    labelled: bool
    """Whether a label stands before them ("chapters 3, 4 and 5"): then they are names."""


_REACH = 4
"""Tokens behind a number among which a mark or link must stand for a row to be looked for."""


def may_begin(t: Tokens, i: int) -> bool:
    """A cheap first look: whether anything near joins the number at token ``i`` to another."""
    return not _JOINED.isdisjoint(t.low[i + 1 : i + 1 + _REACH])


def series_at(t: Tokens, i: int) -> Series | None:
    """The row of two or more numbers that begins at token ``i``, or null."""
    items = list(_items(t, i))
    bare = len(items) > 1 and all(item.unit is None and item.kind == "quantity" for item in items[:-1])
    if not bare or not (t.word(items[-1].first - 1) in _LINKS or len(items) > 2):
        return None
    return Series(tuple(items), _after_label(t, i))


def _items(t: Tokens, i: int) -> Iterator[Amount]:
    at = i
    for _ in range(MOST):
        item = amount_at(t, at)
        if item is None or item.number.value < 0:
            return
        yield item
        at = _next(t, item.last)
        if at < 0 or item.unit is not None:
            return


def _after_label(t: Tokens, i: int) -> bool:
    """Whether a label stands before token ``i``, or before the numbers that lead up to it."""
    at = i - 1
    while i - at < 2 * MOST and (t.is_number(at) or t.word(at) in _MARKS | _LINKS):
        at -= 1
    return is_label(t, at)


def _next(t: Tokens, i: int) -> int:
    """Where the next number of the row begins, or -1: after a comma, "and", or both."""
    at = i
    if t.word(at) in _MARKS:
        at += 1
    if t.word(at) in _LINKS:
        at += 1
    return at if at > i and (t.is_number(at) or t.is_word(at)) and not t.glued(at) else -1


def shared(row: Series) -> tuple[Amount, ...]:
    """The numbers of a row, each with the kind and unit of the last."""
    last = row.items[-1]
    return tuple(replace(item, kind=last.kind, unit=last.unit) for item in row.items)
