"""A value in the making, and the slot it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot, SlotKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A value in the making, in tokens."""

    first: int
    last: int
    low: float | None
    high: float | None
    kind: SlotKind
    unit: str | None
    approximator: str | None = None


def slot_of(t: Tokens, draft: Draft) -> Slot:
    """The finished slot, its text cut from the source."""
    start, end = t.start[draft.first], t.end[draft.last - 1]
    return Slot(
        kind=draft.kind, start=start, end=end, text=t.text[start:end],
        low=draft.low, high=draft.high, unit=draft.unit, approximator=draft.approximator,
    )  # fmt: skip


def worded_slot(t: Tokens, kind: SlotKind, first: int, last: int, value: str) -> Slot:
    """An actor, condition or effect between two tokens, with its head words."""
    start, end = t.start[first], t.end[last - 1]
    return Slot(kind=kind, start=start, end=end, text=t.text[start:end], value=value)
