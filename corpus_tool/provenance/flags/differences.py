"""Figures of one sort that two statements give differently: what drift is read from.

A figure is set beside another only where each statement has one of that sort: sums of one currency,
ranges, shares, counts of one noun. People are one noun whatever they are called there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.models import Mention, Slot
from corpus_tool.provenance.flags.values import figures
from corpus_tool.provenance.lexicon import fold, load, words_of

ROUNDING = 0.03
"""Figures closer than this are one figure rounded differently."""
_PERIOD = re.compile(
    r"\b(?:an?|per|every|each)\s+(year|month|week|day|hour)\b|\b(year|month|week|dai|hour)ly\b"
)
_COUNTS = frozenset({"quantity"})
_APPROXIMATE = 0.12
"""Room for "about", "almost", "more than" on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two figures that do not fit, as written, and how far they lie apart as a share of the larger."""

    one: str
    other: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    low: float | None
    high: float | None
    text: str
    period: str = ""
    rough: bool = False


def differences(one: Mention, other: Mention) -> tuple[Difference, ...]:
    """The figures of one sort that do not fit one another; rounding and "about" are no difference."""
    ours, theirs = _values(one), _values(other)
    found = []
    for sort in sorted(set(ours) & set(theirs)):
        if len(ours[sort]) == len(theirs[sort]) == 1:
            difference = _apart(ours[sort][0], theirs[sort][0])
            if difference is not None:
                found.append(difference)
    return tuple(found)


def has_figures(mention: Mention) -> bool:
    """Whether a statement has any figure that could be set beside another's."""
    return bool(figures(mention)) or bool(_values(mention))


def larger(taker: Mention, source: Mention) -> bool:
    """Whether some figure of the taker is larger than the one of the same sort in the source."""
    ours, theirs = _values(taker), _values(source)
    return any(
        len(ours[sort]) == len(theirs[sort]) == 1
        and _top(ours[sort][0]) > 1.1 * _top(theirs[sort][0]) > 0
        and _apart(ours[sort][0], theirs[sort][0]) is not None
        for sort in set(ours) & set(theirs)
    )


def _top(value: _Value) -> float:
    return value.high if value.high is not None else value.low or 0.0


@lru_cache(maxsize=65536)
def _values(mention: Mention) -> dict[str, list[_Value]]:
    """Sort of figure to the figures of that sort in a statement."""
    found: dict[str, list[_Value]] = defaultdict(list)
    for slot in figures(mention):
        sort = _sort(slot)
        if sort:
            found[sort].append(_value(mention, slot))
    if "share" not in found:
        spoken = _spoken_share(mention.text)
        found["share"] += [spoken] if spoken is not None else []
    return {sort: values for sort, values in found.items() if values}


def _sort(slot: Slot) -> str:
    """The sort under which a figure is set beside others; empty where it can be set beside none."""
    if slot.low is None and slot.high is None:
        return ""
    if slot.kind == "range" or (slot.kind in _COUNTS and _two_ends(slot)):
        return "range"
    if slot.kind in {"percent", "ratio"}:
        return "share" if (slot.low or slot.high or 0) > 0 else ""
    noun = (slot.unit or "").split(" per ")[0].casefold()
    if slot.kind in _COUNTS and noun:
        head = noun.split()[-1]
        return "count person" if head in words_of("shares", "people") else f"count {head}"
    return f"{slot.kind} {noun}" if slot.kind in {"money", "duration"} and noun else ""


def _two_ends(slot: Slot) -> bool:
    return None not in (slot.low, slot.high) and slot.low != slot.high


def _value(mention: Mention, slot: Slot) -> _Value:
    scale = 0.01 if slot.kind == "percent" else 1.0
    after = fold(mention.text[max(0, slot.end - mention.start) :][:50])
    period = _PERIOD.search(after) if slot.kind == "money" else None
    named = (period.group(1) or period.group(2) or "") if period else (slot.unit or "").partition(" per ")[2]
    return _Value(
        low=None if slot.low is None else slot.low * scale, high=None if slot.high is None else slot.high * scale,
        text=f"{slot.text} a {named}" if period else slot.text, period=named.replace("dai", "day"),
        rough=slot.approximator is not None,
    )  # fmt: skip


def _spoken_share(text: str) -> _Value | None:
    """A share in words ("nearly all"), where no figure gives one."""
    folded = fold(text)
    for row in load("shares")["spoken"]:
        found = re.search(row["pattern"], folded)
        if found is not None:
            return _Value(low=row["low"], high=row["high"], text=found.group())
    return None


def _apart(one: _Value, other: _Value) -> Difference | None:
    if one.period and other.period and one.period != other.period:
        return Difference(one=one.text, other=other.text, width=1.0)
    room = _APPROXIMATE if one.rough or other.rough else ROUNDING
    width = _width(one, other)
    return Difference(one=one.text, other=other.text, width=width) if width > room else None


def _width(one: _Value, other: _Value) -> float:
    """How far two figures lie apart: open bounds fit whatever they allow."""
    a, b = (one.low, one.high), (other.low, other.high)
    if None in (*a, *b) or (a[0] == a[1]) != (b[0] == b[1]):
        return _gap(a, b)
    return max(_share(a[0] or 0.0, b[0] or 0.0), _share(a[1] or 0.0, b[1] or 0.0))


def _gap(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> float:
    """The stretch between two intervals, none where they touch."""
    low, high = sorted((a, b), key=lambda ends: ends[0] if ends[0] is not None else float("-inf"))
    if low[1] is None or high[0] is None or high[0] <= low[1]:
        return 0.0
    return _share(high[0], low[1])


def _share(one: float, other: float) -> float:
    return abs(one - other) / max(abs(one), abs(other), 1e-9)
