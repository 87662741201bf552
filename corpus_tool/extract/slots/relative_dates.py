"""Dates counted from the day of writing: "last March", "this year", "three years ago".

Resolved from the document's date where there is one; else only what is known stays
("last March" is ``XXXX-03``) and the rest is left open. Never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.date_points import Point
from corpus_tool.extract.slots.numbers import number_at
from corpus_tool.extract.slots.tokens import Tokens

_EDTF_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {"year": 12, "years": 12, "month": 1, "months": 1, "decade": 120, "decades": 120}
_DAY_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
STARTERS = frozenset(_STEPS) | frozenset(_DAYS) | {"day"}


def relative_at(t: Tokens, i: int, published: str | None) -> Point | None:
    """A date told from the day of writing that begins at token ``i``."""
    word = t.word(i)
    base = _EDTF_DAY.match(published or "")
    if (
        word == "end"
        and (t.word(i + 1), t.word(i + 2)) == ("of", "the")
        and t.word(i + 3) in {"year", "month"}
    ):
        return _end_of(base, t.word(i + 3), i + 4)
    if word == "end" and t.word(i + 1) == "of" and t.word(i + 3) == "year" and t.word(i + 2) in _STEPS:
        year = str(int(base[1]) + _STEPS[t.word(i + 2)]) if base else "XXXX"
        return Point(f"{year}-12~", i + 4)
    if word == "day" and t.word(i - 1) == "the" and t.word(i + 1) in {"before", "after"}:
        step = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get((t.word(i + 1), t.word(i + 2)))
        return None if step is None else Point(_shift_days(base, step), i + 3)
    if word in _DAYS:
        return Point(_shift_days(base, _DAYS[word]), i + 1)
    if word in _STEPS:
        return _stepped(t, i, base)
    return _ago(t, i, base)


def _end_of(base: re.Match[str] | None, unit: str, end: int) -> Point:
    """Such as "the end of the year": December of the year of writing."""
    if unit == "month":
        return Point(f"{base[1]}-{base[2]}" if base and base[2] else "", end)
    return Point(f"{base[1] if base else 'XXXX'}-12~", end)


def _stepped(t: Tokens, i: int, base: re.Match[str] | None) -> Point | None:
    """Such as "last March", "next year", "this month", "last summer"."""
    step, word = _STEPS[t.word(i)], t.word(i + 1)
    month = lexicon.mapping("months.tsv").get(word)
    if month and t.is_capital(i + 1) and not t.is_number(i + 2):
        return Point(f"{_year_of(base, int(month), step)}-{month}", i + 2)
    if word == "year" and t.word(i) != "past":
        return Point(str(int(base[1]) + step) if base else "", i + 2)
    if word == "month" and t.word(i) != "past":
        return Point(_shift_months(base, step), i + 2)
    season = lexicon.mapping("seasons.tsv").get(word)
    if season:
        first = {"21": 3, "22": 6, "23": 9, "24": 12}[season]
        return Point(f"{_year_of(base, first, step)}-{season}", i + 2) if base else Point("", i + 2)
    if word in _WEEKDAYS or (word == "week" and t.word(i) != "past"):
        return Point(_weekday(base, word, step), i + 2)
    return None


def _weekday(base: re.Match[str] | None, word: str, step: int) -> str:
    """The last such day before the base date, the next one after it, or the one of its week; empty for a week."""
    if base is None or base[3] is None or word == "week":
        return ""
    day = _WEEKDAYS.index(word)
    try:
        today = dt.date(int(base[1]), int(base[2]), int(base[3])).weekday()
    except ValueError:
        return ""
    away = {-1: -((today - day - 1) % 7 + 1), 0: day - today, 1: (day - today - 1) % 7 + 1}[step]
    return _shift_days(base, away)


def _year_of(base: re.Match[str] | None, month: int, step: int) -> str:
    """The year of the last, this or next such month, seen from the base date."""
    if base is None or (base[2] is None and step != 0):
        return "XXXX"
    year = int(base[1])
    if step == 0:
        return str(year)
    now = int(base[2])
    if step < 0:
        return str(year if month < now else year - 1)
    return str(year if month > now else year + 1)


def _ago(t: Tokens, i: int, base: re.Match[str] | None) -> Point | None:
    """Such as "three years ago", "a decade ago", "two weeks ago"."""
    number = number_at(t, i)
    amount, at = (number.value, number.end) if number else (1.0, i + 1)
    if number is None and t.word(i) not in {"a", "an"}:
        return None
    unit, said = t.word(at), _pointing(t, at + 1)
    if said is None or (unit not in _UNITS and unit not in _DAY_UNITS):
        return None
    if unit in _DAY_UNITS:
        return Point(_shift_days(base, said.sign * int(amount) * _DAY_UNITS[unit]), said.end)
    months = int(amount * _UNITS[unit])
    if unit in {"month", "months"}:
        return Point(_shift_months(base, said.sign * months), said.end)
    year = str(int(base[1]) + said.sign * (months // 12)) if base and months % 12 == 0 else ""
    return Point(year, said.end)


@dataclass(frozen=True, slots=True)
class _Pointing:
    """Which way a span of time is told from the day of writing, and the token after the words that say so."""

    sign: int
    end: int


def _pointing(t: Tokens, i: int) -> _Pointing | None:
    if t.word(i) == "ago":
        return _Pointing(-1, i + 1)
    if (t.word(i), t.word(i + 1)) == ("from", "now"):
        return _Pointing(1, i + 2)
    at = i + 1 if t.word(i) == "'" else i
    at = at + 1 if at > i and t.word(at) == "s" and t.glued(at) else at
    return _Pointing(1, at + 1) if at > i and t.word(at) == "time" else None


def _shift_days(base: re.Match[str] | None, days: int) -> str:
    if base is None or base[3] is None or abs(days) > 36500:
        return ""
    try:
        day = dt.date(int(base[1]), int(base[2]), int(base[3])) + dt.timedelta(days=days)
    except (ValueError, OverflowError):
        return ""
    return day.isoformat()


def _shift_months(base: re.Match[str] | None, months: int) -> str:
    if base is None or base[2] is None:
        return ""
    index = int(base[1]) * 12 + int(base[2]) - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}" if index >= 12 else ""
