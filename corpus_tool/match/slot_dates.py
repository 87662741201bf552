"""Two EDTF dates, with the words that bound them ("by", "since"): can both hold?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus_tool.models import Slot

_PART = re.compile(r"([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?[~?%]?$")
_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 12),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
}
_UNTIL = ("by", "until", "before")
_FROM = ("from", "since", "after")
_EARLIEST, _LATEST = 0, 99_999_999

DateWord = Literal["equal", "compatible", "wider", "narrower", "conflicting", "unrelated"]


@dataclass(frozen=True, slots=True)
class DateRelation:
    """The relation of the later date to the earlier, and why."""

    relation: DateWord
    why: str


@dataclass(frozen=True, slots=True)
class _Days:
    """First and last possible day as yyyymmdd numbers."""

    first: int
    last: int

    def meets(self, other: _Days) -> bool:
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: _Days) -> bool:
        return self.first <= other.first and other.last <= self.last


def compare_dates(a: Slot, b: Slot) -> DateRelation:
    """Relation of date b to date a; a date without value is unrelated to any."""
    if a.value is None and b.value is None:
        return _relative(a.text, b.text)
    left, right = _readings(a.value), _readings(b.value)
    if not left or not right:
        return DateRelation("unrelated", "one of them names no date")
    if _unknown_year(a.value) or _unknown_year(b.value):
        return _within_year(a.value or "", b.value or "")
    if a.value == b.value:
        return _same(a, b)
    if not any(x.meets(y) for x in left for y in right):
        return _apart(a, b, left[0], right[0])
    return (
        _meeting(left, right)
        if _may_meet(a, b)
        else DateRelation("conflicting", "different stretches of time")
    )


def _relative(a: str, b: str) -> DateRelation:
    """Dates told from the day of writing: "last year", "ten years ago"."""
    left, right = _steps(a), _steps(b)
    if left is None or right is None or left.unit != right.unit:
        return DateRelation("unrelated", "one of them names no date")
    if left.count == right.count:
        return DateRelation("equal", "the same date, seen from the day of writing")
    return DateRelation("conflicting", "different dates, seen from the day of writing")


@dataclass(frozen=True, slots=True)
class _Steps:
    """So many units before (below zero) or after the day of writing."""

    count: int
    unit: str


_UNITS = r"(day|week|month|year|decade|century|centurie)s?"
_BESIDE = re.compile(rf"\b(last|this|next)\s+{_UNITS}\b", re.IGNORECASE)
_AGO = re.compile(rf"\b(a|an|\d{{1,4}}|[a-z]{{3,9}})\s+{_UNITS}\s+ago\b", re.IGNORECASE)
_NUMBERS = dict(
    zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], range(1, 13), strict=True)
) | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip


def _steps(text: str) -> _Steps | None:
    if (found := _BESIDE.search(text)) is not None:
        return _Steps({"last": -1, "this": 0, "next": 1}[found[1].lower()], found[2].lower())
    found = _AGO.search(text)
    if found is None:
        return None
    said = found[1].lower()
    count = int(said) if said.isdigit() else _NUMBERS.get(said)
    return None if count is None else _Steps(-count, found[2].lower())


def _meeting(left: list[_Days], right: list[_Days]) -> DateRelation:
    """Dates that share a day: which lies within which."""
    if any(x.holds(y) for x in left for y in right):
        return DateRelation("narrower", "the second lies within the first")
    if any(y.holds(x) for x in left for y in right):
        return DateRelation("wider", "the first lies within the second")
    return DateRelation("compatible", "they overlap")


def _same(a: Slot, b: Slot) -> DateRelation:
    if a.direction == b.direction or {a.direction, b.direction} <= {None, "in"}:
        return DateRelation("equal", "the same date")
    return DateRelation("compatible", f"the same date, told as “{a.direction}” and “{b.direction}”")


def _apart(a: Slot, b: Slot, left: _Days, right: _Days) -> DateRelation:
    """Dates that do not meet: they still agree where their bounds leave room ("by 2020", "in 2019")."""
    if a.direction != b.direction and _bounded(a, left).meets(_bounded(b, right)):
        return DateRelation("compatible", "different dates, but both can hold")
    return DateRelation("conflicting", "different dates")


def _bounded(slot: Slot, days: _Days) -> _Days:
    if slot.direction in _UNTIL:
        return _Days(_EARLIEST, days.last)
    if slot.direction in _FROM:
        return _Days(days.first, _LATEST)
    return days


def _is_told_by_ends(slot: Slot) -> bool:
    """Whether first and last are both written ("from 2010 to 2014"): a stretch such as "early 2008" is not."""
    return "/" in (slot.value or "") and _BETWEEN.search(slot.text) is not None


_BETWEEN = re.compile(r"[-–—]|\b(?:to|and|until|till|through)\b", re.IGNORECASE)


def _may_meet(a: Slot, b: Slot) -> bool:
    """Whether two dates that share a day can be one: of two stretches both ends must fit, as of two ranges."""
    return not (_is_told_by_ends(a) and _is_told_by_ends(b)) or _ends_meet(a, b)


def _ends_meet(a: Slot, b: Slot) -> bool:
    """Whether two stretches begin and end together, as exactly as each is told."""
    ends = [[_days(part) for part in (slot.value or "").split("/")] for slot in (a, b)]
    return all(x is None or y is None or x.meets(y) for x, y in zip(*ends, strict=True))


def _unknown_year(value: str | None) -> bool:
    return bool(value) and str(value).startswith("XXXX")


def _within_year(a: str, b: str) -> DateRelation:
    """One of the years is not told: months and days decide."""
    left, right = a.strip("[]").split("/")[0].split(","), b.strip("[]").split("/")[0].split(",")
    tails = [(x[4:10], y[4:10]) for x in left for y in right]
    if any(not x or not y for x, y in tails):
        return DateRelation("compatible", "one of them names no year, the other no month")
    if any(x == y for x, y in tails):
        return DateRelation("equal" if a == b else "compatible", "the same part of a year")
    if any(x.startswith(y) or y.startswith(x) for x, y in tails):
        return DateRelation("compatible", "one is told more exactly")
    return DateRelation("conflicting", "different parts of a year")


def _readings(value: str | None) -> list[_Days]:
    if not value:
        return []
    if value.startswith("["):
        return [days for part in value.strip("[]").split(",") if (days := _days(part))]
    start, _, end = value.partition("/")
    first, last = _days(start), _days(end or start)
    if first is None or last is None:
        return []
    return [_Days(first.first, last.last)]


def _days(part: str) -> _Days | None:
    match = _PART.match(part)
    if match is None:
        return None
    year, month, day = match.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    months = _SEASONS.get(int(month), (int(month), int(month))) if month and "X" not in month else (1, 12)
    days = (int(day), int(day)) if day and "X" not in day else (1, 31)
    return _Days(low * 10000 + months[0] * 100 + days[0], high * 10000 + months[1] * 100 + days[1])
