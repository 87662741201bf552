"""Dates with the uncertainty they have: an EDTF text as the first and last moment it can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

_DAY = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_UNSPECIFIED = re.compile(r"^(\d{2,4})[xXu]+$")
_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time in days since year 1; ``sure`` is false for "~" and "?"."""

    first: float
    last: float
    sure: bool = True


@lru_cache(maxsize=65536)
def moment(edtf: str | None) -> Moment | None:
    """What an EDTF text can mean, or null where it means nothing we can place.

    Knows years, months, days, times with or without zone, "~", "?", "%", decades such as
    "201X" and closed intervals. Source: EDTF level 0 and parts of 1 (ISO 8601-2).
    """
    if not edtf:
        return None
    sure = not edtf.rstrip().endswith(("~", "?", "%"))
    bare = edtf.strip().rstrip("~?%")
    if "/" in bare:
        return _interval(bare, sure=sure)
    found = _DAY.match(bare)
    if found is not None:
        return _calendar(found, sure=sure)
    decade = _UNSPECIFIED.match(bare)
    if decade is not None and len(bare) == 4:
        first, last = (datetime(int(re.sub("[xXu]", digit, bare)) or 1, 1, 1, tzinfo=UTC) for digit in "09")
        return Moment(_days(first), _days(last.replace(month=12, day=31)) + 1.0, sure)
    return _timestamp(bare, sure=sure)


def _interval(text: str, *, sure: bool) -> Moment | None:
    left, _, right = text.partition("/")
    begin, end = moment(left.strip(". ")), moment(right.strip(". "))
    return None if begin is None or end is None else Moment(begin.first, end.last, sure)


def _calendar(found: re.Match[str], *, sure: bool) -> Moment | None:
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = datetime(year or 1, month or 1, day or 1, tzinfo=UTC)
        last_month = month or 12
        last = datetime(year or 1, last_month, day or monthrange(year or 1, last_month)[1], tzinfo=UTC)
    except ValueError:
        return None
    return Moment(_days(first), _days(last) + 1.0, sure)


def _timestamp(text: str, *, sure: bool) -> Moment | None:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    if when.tzinfo is not None:
        place = _days(when.astimezone(UTC))
        return Moment(place, place, sure)
    # A clock without a zone is right to within the zones there are.
    place = _days(when.replace(tzinfo=UTC))
    return Moment(place - 0.5, place + 0.5, sure)


def _days(when: datetime) -> float:
    return when.toordinal() + (when.hour * 3600 + when.minute * 60 + when.second) / _SECONDS


def before(one: str | None, other: str | None) -> bool:
    """Whether ``one`` ended before ``other`` began; false when the dates do not show it."""
    left, right = moment(one), moment(other)
    return left is not None and right is not None and left.last <= right.first


_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})\b")
_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_MONTHS = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1)}  # fmt: skip
_NAMED = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Z][a-z]{2,8})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})\b"
)


def date_in(text: str) -> str | None:
    """The first date written in a note, as EDTF; "10/8/15" means one of two days and becomes its year."""
    head = text[:300]
    iso = _ISO.search(head)
    if iso is not None:
        return iso.group()
    named = _NAMED.search(head)
    if named is not None and named.group(2)[:3].lower() in _MONTHS:
        day = named.group(1) or named.group(3)
        month = f"{named.group(4)}-{_MONTHS[named.group(2)[:3].lower()]:02d}"
        return f"{month}-{int(day):02d}" if day else month
    numeric = _NUMERIC.search(head)
    if numeric is None:
        return None
    one, two, year = (int(part) for part in numeric.groups())
    full = year if year > 99 else 2000 + year
    if one == two or (one > 12) != (two > 12):
        day_number, month_number = (one, two) if one > 12 else (two, one)
        return f"{full}-{month_number:02d}-{day_number:02d}"
    low, high = sorted((one, two))
    return f"{full}-{low:02d}/{full}-{high:02d}"
