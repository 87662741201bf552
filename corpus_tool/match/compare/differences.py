"""What two wordings of one thing disagree on: values, polarity, certainty, strength."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.match.compare.frames import Alignment
from corpus_tool.match.compare.lexicon import breadths
from corpus_tool.match.compare.view import View
from corpus_tool.match.normal import stem
from corpus_tool.match.slot_compare import SlotComparison, compare_slots
from corpus_tool.models import Change, Slot

SURE_STEP = 0.15
"""A change of certainty smaller than this is within what two readers disagree on."""

ALIKE = 0.85
"""Wordings that cover each other so far differ in little else: then counting denials is enough."""

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
    if _same_hedges(a, b):
        return "same"
    step = b.mention.certainty - a.mention.certainty
    return "gained" if step >= SURE_STEP else "lost" if step <= -SURE_STEP else "same"


def _same_hedges(a: View, b: View) -> bool:
    """Whether both carry the same cues: then a difference in degree is the measure's, not the writer's."""
    if a.mention.governed_by is not None or b.mention.governed_by is not None:
        return False
    left, right = ({hedge.text.lower() for hedge in view.mention.hedges} for view in (a, b))
    return left == right


def strength_change(a: View, b: View) -> Change:
    """Whether the later wording says more: cause for association; where neither links anything, surer words."""
    before, after = a.mention.strength, b.mention.strength
    if before and after:
        return "gained" if after > before else "lost" if after < before else "same"
    return "same" if before or after else certainty_change(a, b)


def polarity_conflict(a: View, b: View, alignment: Alignment) -> bool:
    """Whether one denies what the other asserts: by negation, or by a word of opposite meaning, not both."""
    denied = a.mention.polarity != b.mention.polarity
    if alignment.covered >= ALIKE and a.denials != b.denials:
        denied = (a.denials - b.denials) % 2 == 1
    opposed = bool(alignment.opposites) or _effects_clash(a, b)
    return denied != opposed


def _effects_clash(a: View, b: View) -> bool:
    return any(
        compare_slots(x, y).relation == "conflicting" for x in a.effects for y in b.effects
    ) and not any(compare_slots(x, y).relation == "equal" for x in a.effects for y in b.effects)


def actors(a: View, b: View) -> str | None:
    """A sentence on who is said to have done or said it, where the two differ."""
    one, other = a.mention.attribution.source, b.mention.attribution.source
    if one is not None and other is not None and one.text.lower() != other.text.lower():
        return f"Who says it differs: “{one.text}” and “{other.text}”."
    if not a.actors or not b.actors:
        return None
    left, right = {_head(slot) for slot in a.actors}, {_head(slot) for slot in b.actors}
    if left & right:
        return None
    return f"Who did it differs: “{a.actors[0].text}” and “{b.actors[0].text}”."


def _head(slot: Slot) -> str:
    words = (slot.value or slot.text).split()
    return stem(words[-1]) if words else ""


def breadth(a: View, b: View) -> str | None:
    """A sentence on how widely it is said to hold, where the two differ."""
    left = {breadths()[word] for word in a.words if word in breadths()}
    right = {breadths()[word] for word in b.words if word in breadths()}
    if not left or not right or max(left) == max(right):
        return None
    wide = "wider" if max(right) > max(left) else "narrower"
    return f"Who is covered differs: the second wording is {wide}."
