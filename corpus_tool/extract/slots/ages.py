"""Ages: "18-year-old", "under the age of 12", "in his forties", "Maria Held, 47"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.drafts import Draft, slot_of
from corpus_tool.extract.slots.nouns import counted_noun
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot, SlotKind

UNIT = "year of age"
_AGED = frozenset({"aged", "age", "ages"})
_PEOPLE = frozenset({
    "people", "women", "men", "adults", "children", "drivers", "patients", "voters", "workers", "residents", "those",
    "anyone", "everyone", "citizens", "girls", "boys", "teenagers", "pensioners", "employees", "customers", "passengers",
})  # fmt: skip
_LOW, _HIGH = frozenset({"over", "above", "from"}), frozenset({"under", "below", "until", "before"})
_BORDERS = frozenset({"over", "under", "above", "below"})
_PERSONS = frozenset({"he", "she", "i", "who", "i'm", "he's", "she's", "they"})
_BEING = frozenset({"was", "is", "turned", "turns", "am", "i'm", "he's", "she's", "were", "are"})
_WHOSE = frozenset({"his", "her", "their", "my", "your", "our"})
_TENS = {
    "teens": (13.0, 19.0), "twenties": (20.0, 29.0), "thirties": (30.0, 39.0), "forties": (40.0, 49.0),
    "fifties": (50.0, 59.0), "sixties": (60.0, 69.0), "seventies": (70.0, 79.0), "eighties": (80.0, 89.0),
    "nineties": (90.0, 99.0),
}  # fmt: skip
_THIRDS = {"early": (0.0, 3.0), "mid": (4.0, 6.0), "late": (7.0, 9.0)}
"""What a part of ten years of life covers, in years from its beginning."""
STARTERS = frozenset(_TENS)


def decades(t: Tokens, anchors: Sequence[int], taken: bytearray) -> Iterator[Slot]:
    """Slots of "in his forties", "in her late twenties" outside ``taken``; marks what it takes."""
    for i in anchors:
        if t.low[i] not in _TENS or taken[i]:
            continue
        at = i - 2 if t.word(i - 1) == "-" else i - 1
        part = t.word(at) if t.word(at) in _THIRDS else None
        if t.word(at - 1 if part else at) not in _WHOSE:
            continue
        low, high = _TENS[t.low[i]]
        if part is not None:
            low, high = low + _THIRDS[part][0], low + _THIRDS[part][1]
        first = at if part else i
        taken[first : i + 1] = b"\x01" * (i + 1 - first)
        yield slot_of(t, Draft(first, i + 1, low, high, "range", UNIT, part))


def named(t: Tokens, draft: Draft) -> Draft:
    """Such as "18-year-old", "a 3-week-old", "65 years old", "16 years of age"."""
    i = draft.last
    if draft.unit not in {"year", "month", "week", "day"}:
        return draft
    if t.word(i) == "-" and t.word(i + 1) in {"old", "olds"}:
        return _of_age(draft, i + 2)
    if t.word(i) == "old":
        return _of_age(draft, i + 1)
    return _of_age(draft, i + 2) if (t.word(i), t.word(i + 1)) == ("of", "age") else draft


def _of_age(draft: Draft, last: int) -> Draft:
    kind: SlotKind = "quantity" if draft.low == draft.high else "range"
    return replace(draft, last=last, kind=kind, unit=f"{draft.unit} of age")


def bare(t: Tokens, draft: Draft) -> Draft | None:
    """A number without unit that is an age by what stands beside it, or null."""
    if draft.low is None or not 0 < draft.low <= 120:
        return None
    group = _group(t, draft)
    if group is not None:
        return group
    if _of_people(t, draft) or _of_person(t, draft) or not _AGED.isdisjoint(t.low[draft.first : draft.last]):
        return replace(draft, unit=UNIT)
    before = t.word(draft.first - 1)
    if before == "of" and t.word(draft.first - 2) in _AGED:
        return _bounded(t, draft)
    at = draft.first - 2 if before in {"between", "over", "under", "from"} else draft.first - 1
    return replace(draft, unit=UNIT) if t.word(at) in _AGED else None


def _group(t: Tokens, draft: Draft) -> Draft | None:
    """Such as "under-18s", "the over-75s"."""
    side, plural = t.word(draft.first - 2), t.word(draft.last) == "s" and t.glued(draft.last)
    if t.word(draft.first - 1) != "-" or not plural or side not in {"under", "over"}:
        return None
    low, high = (draft.low, None) if side == "over" else (None, draft.high)
    return replace(
        draft, first=draft.first - 2, last=draft.last + 1, low=low, high=high, unit=UNIT, approximator=side
    )


def _bounded(t: Tokens, draft: Draft) -> Draft:
    """Such as "the age of 18", "under the age of 12"."""
    at = draft.first - 4 if t.word(draft.first - 3) == "the" else draft.first - 3
    side = t.word(at)
    if draft.low != draft.high or side not in _LOW | _HIGH:
        return replace(draft, unit=UNIT)
    low, high = (draft.low, None) if side in _LOW else (None, draft.high)
    return replace(draft, first=at, low=low, high=high, unit=UNIT, approximator=side)


def _of_people(t: Tokens, draft: Draft) -> bool:
    """Such as "women over 50": a bare number that bounds people is their age."""
    bounded = t.word(draft.first - 1) in _BORDERS and t.word(draft.first - 2) in _PEOPLE
    grown = draft.low is not None and draft.low >= 4
    if bounded and grown and t.word(draft.first - 2) in {"anyone", "everyone", "those"}:
        return True
    return bounded and grown and counted_noun(t, draft.last) is None and not t.glued(draft.last)


def _of_person(t: Tokens, draft: Draft) -> bool:
    """Such as "she was 16", "Maria Held, 47, a baker"."""
    if draft.low != draft.high or not _alone(t, draft.last):
        return False
    if t.word(draft.first - 1) in _BEING:
        return t.word(draft.first - 2) in _PERSONS or t.word(draft.first - 1) in _PERSONS
    apart = t.word(draft.first - 1) == "," and t.word(draft.last) == "," and not t.glued(draft.first)
    return apart and t.is_word(draft.first - 2) and t.is_capital(draft.first - 2) and is_name(t, draft)


def is_name(t: Tokens, draft: Draft) -> bool:
    """Whether the word before the comma is a name, written in two capitalised words."""
    low = {t.word(draft.first - 2), t.word(draft.first - 3)}
    plain = low.isdisjoint(lexicon.mapping("months.tsv")) and low.isdisjoint(lexicon.words("labels.txt"))
    return plain and t.is_word(draft.first - 3) and t.is_capital(draft.first - 3)


def _alone(t: Tokens, i: int) -> bool:
    """Whether nothing countable follows the number that ends before token ``i``."""
    if not t.is_word(i):
        return t.word(i) not in {"%", "°", "/", ":"} and not (t.word(i) == "-" and t.glued(i))
    return t.word(i) in lexicon.words("function_words.txt") and t.word(i) not in {"of", "in", "out"}
