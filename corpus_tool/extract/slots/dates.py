"""Dates, intervals and deadlines with the word that bounds them: "by 2020", "between 2019 and 2021"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.amounts import units
from corpus_tool.extract.slots.date_points import CENTURIES, DECADES, Point, point_at, year_at
from corpus_tool.extract.slots.nouns import singular
from corpus_tool.extract.slots.numbers import word_values
from corpus_tool.extract.slots.relative_dates import STARTERS, relative_at
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Direction, Slot, SlotKind

_DASHES = frozenset({"-", "–", "—", "/"})
_PARTS = frozenset({"early", "mid", "middle", "late", "start", "beginning", "end", "close", "first", "second",
                    "third", "fourth", "final", "latter", "q", "'", "‘", "’"})  # fmt: skip
_VALUES_BEFORE = frozenset({"score", "rating", "reach", "reaches", "reached", "hit", "hits", "total", "scored",
                            "$", "€", "£", "no", "room", "page"})  # fmt: skip
_COUNTED = frozenset(
    {"people", "men", "women", "children", "persons", "troops", "voters", "workers", "pages"}
)


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    edtf: str
    direction: Direction | None
    part: str | None


@lru_cache(maxsize=1)
def starters() -> frozenset[str]:
    """Words at which a date may begin."""
    months, seasons = lexicon.mapping("months.tsv"), lexicon.mapping("seasons.tsv")
    ago = frozenset(word_values()) | {"a", "an"}
    return (
        frozenset(months)
        | frozenset(seasons)
        | _PARTS
        | STARTERS
        | ago
        | frozenset(DECADES)
        | frozenset(CENTURIES)
    )


def dates(t: Tokens, anchors: Sequence[int], taken: bytearray, published: str | None) -> Iterator[Slot]:
    """Slots of every date outside the tokens ``taken``; marks what it takes."""
    begin = starters()
    for i in anchors:
        if taken[i] or not ("0" <= t.low[i][0] <= "9" or t.low[i] in begin):
            continue
        found = _found_at(t, i, published)
        if found is None:
            continue
        taken[found.first : found.last] = b"\x01" * (found.last - found.first)
        yield _slot(t, found)


def _slot(t: Tokens, found: _Found) -> Slot:
    start, end = t.start[found.first], t.end[found.last - 1]
    kind: SlotKind = "deadline" if found.direction == "by" else "date"
    return Slot(
        kind=kind, start=start, end=end, text=t.text[start:end], value=found.edtf or None,
        approximator=found.part, direction=found.direction,
    )  # fmt: skip


def _point(t: Tokens, i: int, published: str | None) -> Point | None:
    return point_at(t, i) or relative_at(t, i, published)


_JOINTS = _DASHES | {"to", "and", "until", "till", "through"}


def _days(t: Tokens, i: int) -> _Found | None:
    """Days of one month: "between 5 and 9 June 2017", "6–8 October", "October 6-8, 2017"."""
    if not t.is_number(i):
        return _days_after(t, i)
    at = i + 2 if t.word(i + 1) in {"st", "nd", "rd", "th"} and t.glued(i + 1) else i + 1
    led = t.word(i - 1) in {"between", "from"}
    if t.word(at) not in _JOINTS - {"/"} or (t.word(at) == "and" and not led) or not t.is_number(at + 1):
        return None
    end = point_at(t, at + 1)
    if (
        end is None
        or len(end.edtf) != 10
        or not t.low[i].isdigit()
        or not 1 <= int(t.low[i]) < int(end.edtf[8:])
    ):
        return None
    return _Found(i - 1 if led else i, end.end, f"{end.edtf[:8]}{int(t.low[i]):02d}/{end.edtf}", None, None)


def _days_after(t: Tokens, i: int) -> _Found | None:
    start = point_at(t, i) if t.word(i) in lexicon.mapping("months.tsv") else None
    if start is None or len(start.edtf) != 10 or not start.edtf.startswith("XXXX"):
        return None
    at, word = start.end, t.word(start.end)
    day = t.word(at + 1)
    if word not in _DASHES | {"to"} or not (day.isdigit() and int(start.edtf[8:]) < int(day) <= 31):
        return None
    comma = at + 3 if t.word(at + 2) == "," else at + 2
    year = year_at(t, comma)
    head = f"{year}{start.edtf[4:]}" if year else start.edtf
    return _Found(i, comma + 1 if year else at + 2, f"{head}/{head[:8]}{int(day):02d}", None, None)


def _found_at(t: Tokens, i: int, published: str | None) -> _Found | None:
    days = _days(t, i)
    if days is not None:
        return days
    point = _point(t, i, published)
    if point is None:
        return None
    lead = _article(t, i)
    interval = _interval(t, lead, point, published)
    if interval is not None:
        return interval
    first, direction = _direction(t, lead)
    if not point.sure and not _is_date(t, i, point, direction):
        return None
    if direction is None and first == lead:
        first = i if lead < i and "X" not in point.edtf and point.part is None else lead
    return _Found(first, point.end, point.edtf, direction, point.part)


def _article(t: Tokens, i: int) -> int:
    """The token of "the" (or "the year") before a date, else the date itself."""
    if t.word(i - 1) == "year" and t.word(i - 2) == "the":
        return i - 2
    return i - 1 if t.word(i - 1) == "the" else i


def _direction(t: Tokens, i: int) -> _Bound:
    """The longest bounding phrase that ends right before token ``i``."""
    entries = lexicon.phrases("date_directions.tsv", backward=True).get(t.word(i - 1), ())
    for parts, direction in entries:
        first = i - len(parts)
        if first >= 0 and tuple(t.low[first:i]) == parts:
            return first, _DIRECTIONS[direction]
    if t.word(i - 1) in {"around", "about", "circa"} and i > 1:
        return _direction(t, i - 1)
    return i, None


_Bound = tuple[int, Direction | None]
_DIRECTIONS: dict[str, Direction] = {
    "by": "by", "in": "in", "since": "since", "from": "from", "until": "until", "before": "before",
    "after": "after",
}  # fmt: skip


def _is_date(t: Tokens, i: int, point: Point, direction: Direction | None) -> bool:
    """Whether a bare year or month is one: by what bounds it and what follows."""
    if point.edtf.startswith("XXXX"):
        return direction is not None or (
            t.word(i - 1) in {"of", "and", "or"} and t.word(i) not in {"may", "march"}
        )
    if _counts(t, point.end) or t.word(i - 1) in _VALUES_BEFORE:
        return False
    if t.word(i - 1) == "of" and t.word(i - 2) in {"score", "rating", "total", "sum", "population", "minimum",
                                                   "maximum", "top", "low", "high"}:  # fmt: skip
        return False
    if t.word(i - 1) in _DASHES and t.is_number(i - 2):
        return False
    return direction is not None or point.edtf >= "1800"


def _counts(t: Tokens, i: int) -> bool:
    """Whether what follows the digits is a unit: then they are a count and no year."""
    word = t.word(i)
    if word in _COUNTED or word in lexicon.mapping("currencies.tsv") or word in {"per", "°", "%"}:
        return True
    return word in units() and word not in {"second", "m", "g", "l", "w", "v", "min", "day", "night"} and (
        singular(word) is not None or len(word) <= 4
    )  # fmt: skip


def _interval(t: Tokens, lead: int, point: Point, published: str | None) -> _Found | None:
    """Such as "between 2019 and 2021", "from 2014 to 2020", "2014–2020", "2014-15"."""
    j = point.end
    word, before = t.word(j), t.word(lead - 1)
    dash = word in _DASHES and t.glued(j) == t.glued(j + 1) and word != "/"
    if not (dash or word in {"to", "and", "until", "through", "till"} or (word == "/" and t.glued(j))):
        return None
    if word == "and" and before != "between":
        return None
    if (
        word in {"to", "until", "through", "till"}
        and before not in {"from", "between"}
        and not point.sure
        and not (word == "to" and len(point.edtf) == 4)
    ):
        return None
    at = j + 2 if t.word(j + 1) == "the" else j + 1
    end = _short_year(t, at, point) if dash or word == "/" else None
    end = end or _point(t, at, published)
    if end is None or not _ascending(point.edtf, end.edtf) or _counts(t, end.end):
        return None
    first = lead - 1 if before in {"between", "from"} else lead
    return _Found(first, end.end, f"{_shared(point.edtf, end.edtf)}/{end.edtf}", None, point.part or end.part)


def _short_year(t: Tokens, i: int, point: Point) -> Point | None:
    word = t.word(i)
    if len(point.edtf) == 4 and len(word) == 2 and word.isdigit() and not t.glued(i + 1) and t.glued(i):
        return Point(point.edtf[:2] + word, i + 1)
    if len(point.edtf) == 4 and len(word) == 2 and word.isdigit() and t.word(i + 1) in {",", ".", ";", ")"}:
        return Point(point.edtf[:2] + word, i + 1)
    return None


def _shared(start: str, end: str) -> str:
    """The year of the second date lent to the first ("March to May 2018")."""
    if start.startswith("XXXX") and end[:4].isdigit():
        return end[:4] + start[4:]
    return start


def _ascending(start: str, end: str) -> bool:
    if not start or not end or "/" in start or "/" in end or "[" in start + end:
        return False
    if start.startswith("XXXX"):
        return True
    return end.startswith("XXXX") or start.replace("X", "0") < end.replace("X", "9")
