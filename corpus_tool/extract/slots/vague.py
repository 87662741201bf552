"""Counts told by their size alone: "hundreds of thousands of people", "dozens of shops", "a couple of weeks".

The lower bound is one of the size named ("hundreds" is 100 or more); the upper stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.amounts import units
from corpus_tool.extract.slots.drafts import Draft, slot_of
from corpus_tool.extract.slots.nouns import counted_noun
from corpus_tool.extract.slots.numbers import scales
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot, SlotKind

_PLURALS = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_FEW = frozenset({"several", "few"})
STARTERS = frozenset(_PLURALS) | _FEW | {"couple"}


def vague(t: Tokens, anchors: Sequence[int], taken: bytearray) -> Iterator[Slot]:
    """Slots of vague counts outside ``taken``; marks what it takes."""
    for i in anchors:
        if taken[i] or t.low[i] not in STARTERS:
            continue
        draft = _draft(t, i)
        if draft is None or any(taken[draft.first : draft.last]):
            continue
        taken[draft.first : draft.last] = b"\x01" * (draft.last - draft.first)
        yield slot_of(t, draft)


def _draft(t: Tokens, i: int) -> Draft | None:
    word = t.low[i]
    if word == "couple":
        return _couple(t, i)
    if word in _FEW:
        scale = scales().get(t.word(i + 1))
        first = i - 1 if t.word(i - 1) == "a" else i
        return (
            _counted(t, Draft(first, i + 2, scale, None, "quantity", None, t.cut(first, i + 1).lower()))
            if scale
            else None
        )
    value, last = _PLURALS[word], i + 1
    if t.word(last) == "of" and t.word(last + 1) in _PLURALS:
        value, last = value * _PLURALS[t.word(last + 1)], last + 2
    if t.word(last) != "of" or word == "scores":
        return None
    return _counted(t, Draft(i, last, value, None, "quantity", None, t.cut(i, last).lower()))


def _couple(t: Tokens, i: int) -> Draft | None:
    if t.word(i - 1) != "a" or t.word(i + 1) != "of":
        return None
    scale = scales().get(t.word(i + 2))
    if scale is not None:
        return _counted(t, Draft(i - 1, i + 3, 2 * scale, 2 * scale, "quantity", None, "a couple of"))
    return _counted(t, Draft(i - 1, i + 1, 2.0, 2.0, "quantity", None, "a couple of"))


def _counted(t: Tokens, draft: Draft) -> Draft:
    """Add the thing counted, after "of" where that stands."""
    at = draft.last + 1 if t.word(draft.last) == "of" else draft.last
    unit = units().get(t.word(at))
    kind: SlotKind = draft.kind
    if unit is not None:
        kind, name, last = unit[1], unit[0], at + 1
    elif (currency := _currency(t.word(at))) is not None:
        kind, name, last = "money", currency, at + 1
    elif (noun := counted_noun(t, at)) is not None:
        name, last = noun
    else:
        return draft
    return Draft(draft.first, last, draft.low, draft.high, kind, name, draft.approximator)


def _currency(word: str) -> str | None:
    return lexicon.mapping("currencies.tsv").get(word) if word.endswith(("s", "yuan", "yen")) else None
