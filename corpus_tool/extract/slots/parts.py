"""Parts of a unit and units without a number: "half an hour", "an hour and a half", "over a decade"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus_tool.extract.slots import approximators, lexicon
from corpus_tool.extract.slots.amounts import units
from corpus_tool.extract.slots.drafts import Draft, slot_of
from corpus_tool.extract.slots.numbers import word_values
from corpus_tool.extract.slots.ratios import denominators
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot

_ARTICLES = frozenset({"a", "an"})
_LENGTHS = frozenset(
    {"mile", "metre", "meter", "kilometre", "kilometer", "litre", "liter", "pint", "inch", "acre", "hectare"}
)
_NOT_ONE = frozenset({"second", "minute", "degree", "point", "pound"})
"""Too often idle: "over a minute" is said of anything, "a second" of order."""


def parts(t: Tokens, anchors: Sequence[int], taken: bytearray) -> Iterator[Slot]:
    """Slots of parts of a unit outside ``taken``; marks what it takes."""
    for i in anchors:
        draft = None if taken[i] else _draft(t, i)
        if draft is None or any(taken[draft.first : draft.last]):
            continue
        taken[draft.first : draft.last] = b"\x01" * (draft.last - draft.first)
        yield slot_of(t, draft)


def opens(t: Tokens, i: int) -> bool:
    """Whether an article at ``i`` opens a unit that is itself the amount."""
    return _unit(t, i + 1) is not None and (
        t.low[i + 2 : i + 5] == ["and", "a", "half"]
        or approximators.before(t, i) is not None
        or t.word(i - 1) in _LASTING
        or t.low[max(0, i - 3) : i] == _MOST
    )


_LASTING = frozenset({"in", "within", "for", "after", "of"})
_MOST = ["best", "part", "of"]
_CLAUSES = frozenset({"when", "that", "which", "where", "in", "of", "marked", "like", "and", "or", "as"})
_LONG = frozenset(
    {"day", "week", "fortnight", "month", "year", "decade", "century", "millennium", "generation"}
)
_BESIDE = frozenset({"last", "past", "next", "coming", "previous"})


def _lasting(t: Tokens, i: int) -> Draft | None:
    """Such as "in a decade", "for a week", "for the best part of a year"."""
    found = _unit(t, i + 1)
    if found is None or found[0] not in _LONG or t.word(i + 2) in _CLAUSES - {"and", "or", "of"} | {"ago"}:
        return None
    if t.low[max(0, i - 3) : i] == _MOST:
        first = i - 4 if t.word(i - 4) == "the" else i - 3
        return Draft(first, i + 2, 1.0, 1.0, found[1], found[0], t.cut(first, i).lower())  # type: ignore[arg-type]  # the file holds slot kinds only
    if t.word(i - 1) not in _LASTING - {"of"} or t.word(i + 2) in {"of", "and", "or"} or not _ends(t, i + 2):
        return None
    return Draft(i, i + 2, 1.0, 1.0, found[1], found[0])  # type: ignore[arg-type]  # as above


def _ends(t: Tokens, i: int) -> bool:
    """Whether no noun follows that the unit would belong to ("for a day pass")."""
    return not t.is_word(i) or t.word(i) in lexicon.words("function_words.txt") | {"later", "alone"}


def _beside(t: Tokens, i: int) -> Draft | None:
    """Such as "the last fortnight", "over the past decade"; "the last month" is a date."""
    found = _unit(t, i + 1)
    plain = found is not None and (
        found[0] in {"fortnight", "decade", "century"} or t.low[i] in {"past", "coming"}
    )
    if (
        found is None
        or not plain
        or t.low[i + 1] != found[0]
        or found[0] not in _LONG
        or t.word(i - 1) not in {"the", "this", "these"}
    ):
        return None
    return Draft(i, i + 2, 1.0, 1.0, found[1], found[0]) if _ends(t, i + 2) else None  # type: ignore[arg-type]  # as above


def _unit(t: Tokens, i: int) -> tuple[str, str] | None:
    """Normal form and kind of a unit of time or length named in the singular."""
    word = t.word(i)
    found = units().get(word)
    if found is None or len(word) < 3 or (found[1] != "duration" and word not in _LENGTHS):
        return None
    return found


def _draft(t: Tokens, i: int) -> Draft | None:
    if t.low[i] in _ARTICLES and _unit(t, i + 1) is not None:
        return _whole(t, i) or _lasting(t, i)
    if t.low[i] in _BESIDE:
        return _beside(t, i)
    return _share(t, i)


def _whole(t: Tokens, i: int) -> Draft | None:
    """Such as "an hour and a half", "more than a year"."""
    found = _unit(t, i + 1)
    if found is None:
        return None
    unit, kind = found
    if t.low[i + 2 : i + 5] == ["and", "a", "half"]:
        return Draft(i, i + 5, 1.5, 1.5, kind, unit)  # type: ignore[arg-type]  # the file holds slot kinds only
    near = approximators.before(t, i)
    if (
        near is None
        or t.low[i + 1] in _NOT_ONE
        or near.bend not in {"low", "high", "near"}
        or t.word(i + 2) == "ago"
    ):
        return None
    low = None if near.bend == "high" else 1.0
    high = None if near.bend == "low" else 1.0
    return Draft(near.first, i + 2, low, high, kind, unit, near.text)  # type: ignore[arg-type]  # as above


def _share(t: Tokens, i: int) -> Draft | None:
    """Such as "half an hour", "a quarter of a mile", "three-quarters of an hour"."""
    value, at = _fraction(t, i)
    if value is None:
        return None
    at = at + 1 if t.word(at) == "of" else at
    if t.word(at) not in _ARTICLES or (found := _unit(t, at + 1)) is None:
        return None
    near = approximators.before(t, i)
    first = i if near is None else near.first
    return Draft(first, at + 2, value, value, found[1], found[0], None if near is None else near.text)  # type: ignore[arg-type]  # as above


def _fraction(t: Tokens, i: int) -> tuple[float | None, int]:
    if t.low[i] == "half":
        return 0.5, i + 1
    top = 1.0 if t.low[i] in _ARTICLES else word_values().get(t.low[i])
    at = i + 2 if t.word(i + 1) == "-" else i + 1
    bottom = denominators().get(t.word(at))
    return (None, i) if top is None or not bottom else (round(top / bottom, 6), at + 1)
