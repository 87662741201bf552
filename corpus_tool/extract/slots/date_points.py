"""One date at one place, as EDTF (ISO 8601-2:2019).

A part of a year that a writer leaves vague becomes an interval of months, each marked
approximate: "mid-2018" is ``2018-05~/2018-08~`` (the middle third), "end of 2018" is
``2018-12~``. A date whose order cannot be known is a one-of set: ``[2015-08-10,2015-10-08]``.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.tokens import Tokens

_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_YEAR_MARKS = frozenset({"%", "°", "$", "€", "£"})
_THIRDS = {
    "early": ("01", "04"), "mid": ("05", "08"), "middle": ("05", "08"), "midway": ("05", "08"),
    "late": ("09", "12"), "first half": ("01", "06"), "second half": ("07", "12"),
    "latter half": ("07", "12"), "start": ("01", ""), "beginning": ("01", ""), "end": ("12", ""),
    "close": ("12", ""),
}  # fmt: skip
_QUARTERS = {"first": "33", "second": "34", "third": "35", "fourth": "36", "final": "36", "last": "36",
             "1st": "33", "2nd": "34", "3rd": "35", "4th": "36"}  # fmt: skip


DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip
"""Decades of the last century by name."""
CENTURIES = {
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
"""Centuries by name; "the twenty-first" is read by its two words."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date: EDTF, the token after it, the vague part named, and whether it is surely a date.

    ``sure`` is false for what needs a preposition to count ("May", a bare year).
    """

    edtf: str
    end: int
    part: str | None = None
    sure: bool = True


def point_at(t: Tokens, i: int) -> Point | None:
    """The date that begins at token ``i``, or null."""
    if t.is_number(i):
        return _iso(t, i) or _slashed(t, i) or _day_month(t, i) or _year(t, i)
    word = t.word(i)
    if word in {"'", "‘", "’"} or word in DECADES:
        return _short_decade(t, i) if word not in DECADES else _named_decade(t, i)
    if word in CENTURIES or word == "twenty":
        return _century(t, i)
    if word in lexicon.mapping("months.tsv"):
        return _month_first(t, i)
    if word in lexicon.mapping("seasons.tsv"):
        return _season(t, i)
    return _part_of_year(t, i) or _quarter(t, i)


def year_at(t: Tokens, i: int) -> str | None:
    """A four-digit year without comma, currency or unit beside it."""
    word = t.word(i)
    if len(word) != 4 or not word.isdigit() or not "1500" <= word <= "2100":
        return None
    before, after = t.word(i - 1), t.word(i + 1)
    if t.glued(i) and (before in _YEAR_MARKS or before in {"#", ".", ":", ",", "@", "_"} or t.is_word(i - 1)):
        return None
    if after in _YEAR_MARKS or (t.glued(i + 1) and t.is_word(i + 1) and after != "s"):
        return None
    return word


def _year(t: Tokens, i: int) -> Point | None:
    year = year_at(t, i)
    if year is None:
        return _bare_decade(t, i)
    if t.low[i + 1 : i + 4 : 2] == ["-", "-"] and t.glued(i + 1) and t.is_number(i + 4) and t.glued(i + 4):
        return None  # a day that no calendar has
    after = t.word(i + 1)
    if (after == "s" and t.glued(i + 1)) or (after == "'" and t.word(i + 2) == "s" and t.glued(i + 2)):
        last = i + 2 if after == "s" else i + 3
        return Point(year[:3] + "X" if year[3] == "0" and year[2:] != "00" else year[:2] + "XX", last)
    return Point(year, i + 1, sure=False)


def _bare_decade(t: Tokens, i: int) -> Point | None:
    """Such as "the 90s", "the 60s": a decade of the last century."""
    if t.word(i - 1) == "-" and t.word(i - 2) in {"over", "under"}:
        return None  # "over-60s" are people
    word = t.word(i)
    is_decade = len(word) == 2 and word[1] == "0" and t.word(i + 1) == "s" and t.glued(i + 1)
    if is_decade and word >= "20" and t.word(i - 1) in {"the", "late", "early", "mid", "-"}:
        return Point(f"19{word[0]}X", i + 2)
    if t.word(i + 1) in _ORDINALS and t.glued(i + 1) and t.word(i + 2) in {"century", "centuries"}:
        return Point(f"{int(word) - 1:02d}XX", i + 3) if len(word) <= 2 else None
    return None


def _named_decade(t: Tokens, i: int) -> Point | None:
    """Such as "the eighties", "the mid-sixties"."""
    before = t.word(i - 1) if t.word(i - 1) != "-" else t.word(i - 2)
    return Point(f"19{DECADES[t.word(i)]}X", i + 1) if before in {"the", "early", "mid", "late"} else None


def _century(t: Tokens, i: int) -> Point | None:
    """Such as "the nineteenth century", "the twenty-first century"."""
    split = t.word(i) == "twenty"
    if split and (t.word(i + 1), t.word(i + 2)) != ("-", "first"):
        return None
    number, at = (21, i + 3) if split else (CENTURIES[t.word(i)], i + 1)
    at = at + 1 if t.word(at) == "-" else at
    return Point(f"{number - 1:02d}XX", at + 1) if t.word(at) in {"century", "centuries"} else None


def _short_decade(t: Tokens, i: int) -> Point | None:
    decade = t.word(i + 1)
    if len(decade) == 2 and decade.isdigit() and decade[1] == "0" and t.word(i + 2) == "s" and t.glued(i + 1):
        return Point(f"19{decade[0]}X", i + 3)
    return None


def _iso(t: Tokens, i: int) -> Point | None:
    """Such as "2017-10-27"."""
    if t.word(i + 1) != "-" or t.word(i + 3) != "-" or not (t.glued(i + 2) and t.glued(i + 4)):
        return None
    year, month, day = t.word(i), t.word(i + 2), t.word(i + 4)
    if len(year) == 4 and len(month) == 2 == len(day) and _valid(year, month, day):
        return Point(f"{year}-{month}-{day}", i + 5)
    return None


def _slashed(t: Tokens, i: int) -> Point | None:
    """Such as "27/10/2017", "2017/10/27", "10/8/15" (two readings), "27.10.2017"."""
    if t.word(i + 1) == "/" and t.word(i + 3) == "/":
        parts = (t.word(i), t.word(i + 2), t.word(i + 4))
        return _ordered(parts, i + 5) if t.glued(i + 4) else None
    if "." in t.word(i) and t.word(i + 1) == "." and t.glued(i + 1) and t.glued(i + 2):
        day, month = t.low[i].split(".")
        year = t.word(i + 2)
        return _ordered((day, month, year), i + 3) if len(year) == 4 else None
    return None


def _ordered(parts: tuple[str, ...], end: int) -> Point | None:
    a, b, c = parts
    if not all(p.isdigit() and len(p) in {1, 2, 4} for p in parts):
        return None
    if len(a) == 4:
        return Point(f"{a}-{int(b):02d}-{int(c):02d}", end) if _valid(a, b, c) else None
    if len(c) == 1 or len(a) == 4 or len(b) == 4:
        return None
    year = c if len(c) == 4 else str(2000 + int(c) if int(c) < 70 else 1900 + int(c))
    readings = sorted({
        f"{year}-{int(m):02d}-{int(d):02d}" for d, m in ((a, b), (b, a)) if _valid(year, m, d)
    })  # fmt: skip
    if not readings:
        return None
    return Point(readings[0] if len(readings) == 1 else f"[{','.join(readings)}]", end)


def _valid(year: str, month: str, day: str) -> bool:
    if not (year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= 12):
        return False
    return int(year) >= 1 and 1 <= int(day) <= calendar.monthrange(max(1, int(year)), int(month))[1]


def _day(t: Tokens, i: int) -> int:
    """The token after a day of the month at ``i`` ("27", "27th"), or -1."""
    word = t.word(i)
    if not (word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31):
        return -1
    return i + 2 if t.word(i + 1) in _ORDINALS and t.glued(i + 1) else i + 1


def _month(t: Tokens, i: int) -> str | None:
    word = t.word(i)
    month = lexicon.mapping("months.tsv").get(word)
    return month if month and t.is_capital(i) else None


def _after_month(t: Tokens, i: int) -> int:
    """The token after a month name, its full stop included where it is an abbreviation."""
    return i + 2 if t.word(i + 1) == "." and len(t.word(i)) <= 4 and t.glued(i + 1) else i + 1


def _day_month(t: Tokens, i: int) -> Point | None:
    """Such as "27 October 2017", "27th of October", "3rd Jan. 2018"."""
    at = _day(t, i)
    if at < 0:
        return None
    at = at + 1 if t.word(at) in {"of", "-"} else at
    month = _month(t, at)
    if month is None:
        return None
    return _with_year(t, _after_month(t, at), f"{month}-{int(t.word(i)):02d}")


def _month_first(t: Tokens, i: int) -> Point | None:
    """Such as "October 27, 2017", "October 2017", "October"."""
    month = _month(t, i)
    if month is None:
        return None
    at = _after_month(t, i)
    day = _day(t, at)
    if day > 0 and not _is_count(t, day):
        return _with_year(t, day, f"{month}-{int(t.word(at)):02d}")
    at = at + 1 if t.word(at) in {"of", ","} and year_at(t, at + 1) else at
    year = year_at(t, at)
    if year:
        return Point(f"{year}-{month}", at + 1)
    return Point(f"XXXX-{month}", _bare_end(t, i), sure=False)


def _bare_end(t: Tokens, i: int) -> int:
    return (
        i + 2
        if t.word(i + 1) == "." and len(t.word(i)) <= 4 and t.word(i) != "may" and t.is_word(i + 2)
        else i + 1
    )


def _is_count(t: Tokens, i: int) -> bool:
    return t.word(i) in {"%", "percent", "people", "million", "billion"}


def _with_year(t: Tokens, i: int, month_day: str) -> Point:
    at = i + 1 if t.word(i) in {",", "of"} else i
    year = year_at(t, at)
    return Point(f"{year}-{month_day}", at + 1) if year else Point(f"XXXX-{month_day}", i)


def _season(t: Tokens, i: int) -> Point | None:
    """Such as "summer 2018", "spring of 2019"; "winter" alone says too little."""
    at = i + 2 if t.word(i + 1) in {"of", ","} else i + 1
    year = year_at(t, at)
    return Point(f"{year}-{lexicon.mapping('seasons.tsv')[t.word(i)]}", at + 1) if year else None


def _part_of_year(t: Tokens, i: int) -> Point | None:
    """Such as "mid-2018", "early 1990s", "the end of 2019", "late October 2017"."""
    part, at = t.word(i), i + 1
    if part in {"first", "second", "latter"} and t.word(at) == "half":
        part, at = f"{part} half", at + 1
    if part not in _THIRDS:
        return None
    while t.word(at) in {"-", "of", "in", "the", "year", "to", "'"} and at < i + 6:
        at += 1
    named = t.word(at) in lexicon.mapping("months.tsv") or t.word(at) in DECADES or t.word(at) in CENTURIES
    whole = point_at(t, at) if t.is_number(at) or named else None
    if whole is None or "/" in whole.edtf:
        return None
    name = part if part not in {"middle", "midway"} else "mid"
    if len(whole.edtf) != 4 or "X" in whole.edtf:
        return Point(whole.edtf, whole.end, name)
    first, last = _THIRDS[part]
    edtf = f"{whole.edtf}-{first}~" + (f"/{whole.edtf}-{last}~" if last else "")
    return Point(edtf if "half" not in part else edtf.replace("~", ""), whole.end, name)


def _quarter(t: Tokens, i: int) -> Point | None:
    """Such as "Q3 2019", "the third quarter of 2018"."""
    if t.word(i) == "q" and t.glued(i + 1) and t.word(i + 1) in {"1", "2", "3", "4"}:
        at = i + 3 if t.word(i + 2) in {"of", "-", "'"} else i + 2
        year = year_at(t, at)
        return Point(f"{year}-{32 + int(t.word(i + 1))}", at + 1) if year else None
    code = _QUARTERS.get(t.word(i))
    if code and t.word(i + 1) == "quarter":
        at = i + 3 if t.word(i + 2) == "of" else i + 2
        year = year_at(t, at)
        return Point(f"{year}-{code}", at + 1) if year else None
    return None
