"""Dates as pages print them, to EDTF. A date that could be read two ways is not read at all."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from corpus_tool.ingest.lexicon import lines

_MONTH = r"[^\W\d_]{3,10}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º)?"
_TIME = (
    r"(?:\s?(?:,|-|–|·|\||at|@|um|à|a las|alle|om)?\s{0,2}\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?::\d{2}|\s?min\b)?"
    r"(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:Uhr|UTC|GMT|BST|[ECMP][SD]T)\b)?)"
)
DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
    rf"(?:{_MONTH}\s{_DAY},?\s\d{{4}}|{_DAY}\.?\s(?:of\s|de\s)?{_MONTH},?\s(?:de\s)?\d{{4}}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}-{_MONTH}-\d{{2,4}})"
    rf"{_TIME}?"
)
"""Pattern of an absolute date with or without a time of day, for use inside other patterns (ignore case)."""
AGO = (
    r"(?:(?:(?:about|over|almost|around)\s)?(?:\d{1,4}|an?|one)\s?"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|[smhdwy])\b\.?"
    r"(?:\s(?:and\s)?\d{1,2}\s(?:minutes?|hours?|days?|weeks?|months?))?\sago|just now|yesterday|a moment ago)"
)
"""Pattern of a relative date; it tells that a comment starts here, but gives no date."""
AGE = r"(?:\d{1,3}\s?(?:s|m|h|d|w|mo|y|min|hrs?|yrs?|days?|weeks?|months?|years?)\b\.?|now)"
"""Pattern of an age as apps print it ("3h"); it says something only beside a name or a button."""

_NAMED = re.compile(
    rf"(?P<m>{_MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s(?:of\s|de\s)?(?P<m2>{_MONTH}),?\s(?:de\s)?(?P<y2>\d{{4}})",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?P<date>[+-]?\d{4,}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2})(?P<s>:\d{2})?(?:[.,]\d+)?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(
    r"\b((?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\W{0,4}$", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:.]|\s?h\s?)(\d{2})(?::(\d{2}))?(?:\s?([ap])\.?m\b)?", re.IGNORECASE
)
_OFFSET = re.compile(r"\s?(Z\b|GMT\b|UTC\b|[+-]\d{4}\b)")
_PARTIAL = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def to_edtf(written: object) -> str | None:
    """EDTF form of a written date, or null where it is none or could be two.

    "27th October 2017" gives 2017-10-27, "2017-10-27 09:12:44 +0000" gives
    2017-10-27T09:12:44Z; "10/8/15" gives null. A time printed without seconds gets ":00",
    since EDTF knows none without.

    Args:
        written: Text; anything else gives null.
    """
    if not isinstance(written, str) or len(written) > 200:
        return None
    text = " ".join(written.split())
    if _PARTIAL.fullmatch(text):
        return text if _partial_is_real(text) else None
    return _iso(text) or _named(text) or _numeric(text)


def from_epoch(seconds: object) -> str | None:
    """EDTF form of Unix seconds (or milliseconds); null outside the years 1990–2200."""
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float, str)):
        return None
    try:
        value = float(seconds)
    except (ValueError, OverflowError):
        return None
    value = value / 1000 if value > 1e11 else value
    if not 631152000 <= value <= 7258118400:
        return None
    return datetime.fromtimestamp(int(value), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _partial_is_real(text: str) -> bool:
    parts = [int(part) for part in text.split("-")] + [1, 1]
    return _day(parts[0], parts[1], parts[2]) is not None and parts[0] > 0


def _iso(text: str) -> str | None:
    found = _ISO.search(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found["date"].lstrip("+-").split("-"))
    base = _day(year, month, day)
    if base is None:
        return None
    if not found["time"]:
        return base + _clock(text[found.end() :])
    if int(found["time"][:2]) > 23 or int(found["time"][3:]) > 59:
        return base
    return f"{base}T{found['time']}{found['s'] or ':00'}{_zone(found['zone'])}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    plain = zone.replace(":", "").replace("GMT", "Z").replace("UTC", "Z")
    return "Z" if plain in {"Z", "+0000", "-0000"} else f"{plain[:3]}:{plain[3:]}"


def _named(text: str) -> str | None:
    for found in _NAMED.finditer(text):
        month = _months().get((found["m"] or found["m2"]).rstrip(".").casefold())
        if month is None:
            continue
        base = _day(int(found["y"] or found["y2"]), month, int(found["d"] or found["d2"]))
        if base is not None:
            return base + _clock(text[found.end() :])
    return None


def _numeric(text: str) -> str | None:
    """Day and month by numbers: read only where one is above twelve, dots say day first, or the weekday beside fits one way."""
    found = _NUMERIC.search(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > 12 or first == second:
        base = _day(year, second, first)
    elif second > 12:
        base = _day(year, first, second)
    else:
        base = _by_weekday(text[: found.start()], (_day(year, second, first), _day(year, first, second)))
    return base if base is None else base + _clock(text[found.end() :])


def _by_weekday(before: str, readings: tuple[str | None, str | None]) -> str | None:
    """The one of two days that falls on the weekday named right before it; null where neither does, or both."""
    said = _WEEKDAY.search(before[-20:])
    if said is None:
        return None
    wanted = _WEEKDAYS.index(said[1][:3].casefold())
    fitting = [day for day in readings if day is not None and date.fromisoformat(day).weekday() == wanted]
    return fitting[0] if len(fitting) == 1 else None


def _clock(rest: str) -> str:
    found = _CLOCK.search(rest[:24])
    if found is None:
        return ""
    hour, minute = int(found[1]), int(found[2])
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    if hour > 23 or minute > 59 or int(found[3] or 0) > 59:
        return ""
    zone = _OFFSET.match(rest, found.end())
    return f"T{hour:02d}:{minute:02d}:{found[3] or '00'}{_zone(zone[1]) if zone else ''}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    table: dict[str, int] = {}
    for row in lines("months.tsv"):
        number, names = row.split("\t")
        table.update((name, int(number)) for name in names.split())
    return table
