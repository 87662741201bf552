"""What two wordings of one thing disagree on: values, polarity, certainty, strength."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.match.compare.view import View
from corpus_tool.match.slot_compare import SlotComparison, compare_slots
from corpus_tool.models import Change, Slot

SURE_STEP = 0.15
"""A change of certainty smaller than this is within what two readers disagree on."""

_AGREEING = frozenset({"equal", "compatible", "wider", "narrower"})


@dataclass(frozen=True, slots=True)
class ValueFinding:
    """Values that fit and values that clash, each with the comparison that says so."""

    agreeing: tuple[SlotComparison, ...]
    clashing: tuple[SlotComparison, ...]


def values(a: Sequence[Slot], b: Sequence[Slot]) -> ValueFinding:
    """Compare every value of a with every value of b of the same measure.

    Two values clash where neither finds a value on the other side that fits it.
    """
    agreeing: list[SlotComparison] = []
    open_a, open_b = set(range(len(a))), set(range(len(b)))
    clashes: list[tuple[int, int]] = []
    found: dict[tuple[int, int], SlotComparison] = {}
    for i, left in enumerate(a):
        for j, right in enumerate(b):
            compared = compare_slots(left, right)
            found[i, j] = compared
            if compared.relation in _AGREEING:
                agreeing.append(compared)
                open_a.discard(i)
                open_b.discard(j)
            elif compared.relation == "conflicting":
                clashes.append((i, j))
    clashing = [found[i, j] for i, j in clashes if i in open_a and j in open_b]
    return ValueFinding(tuple(agreeing), tuple(clashing))


def certainty_change(a: View, b: View) -> Change:
    """Whether the later wording is surer or less sure."""
    step = b.mention.certainty - a.mention.certainty
    return "gained" if step >= SURE_STEP else "lost" if step <= -SURE_STEP else "same"


def strength_change(a: View, b: View) -> Change:
    """Whether the later wording says more: cause for association, or flatly for a hedge."""
    before, after = a.mention.strength, b.mention.strength
    if before and after and before != after:
        return "gained" if after > before else "lost"
    return certainty_change(a, b)


def polarity_conflict(a: View, b: View) -> bool:
    """Whether one denies what the other asserts."""
    return a.mention.polarity != b.mention.polarity
