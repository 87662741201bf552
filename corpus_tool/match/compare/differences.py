"""What two wordings of one thing disagree on: values, polarity, certainty, strength."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_tool import text as strings
from corpus_tool.match.compare.frames import Alignment
from corpus_tool.match.compare.lexicon import base, breadths
from corpus_tool.match.compare.told import SOME
from corpus_tool.match.compare.view import View, amount_words
from corpus_tool.match.compare.wording import (
    Piece,
    doers_differ,
    figures_differ,
    rates_differ,
    times_differ,
    turned_round,
)
from corpus_tool.match.normal import function_words
from corpus_tool.match.slot_compare import SlotComparison, compare_slots
from corpus_tool.models import Change, Slot

SURE_STEP = 0.15
"""A change of certainty smaller than this is within what two readers disagree on."""

ALIKE = 0.85
"""Wordings that cover each other so far differ in little else: then counting denials is enough."""

DENYING = 4
"""Words of a stretch that may turn what stands around it ("was unable to"); longer ones tell something more."""

PLAIN_STEP = 0.3
"""Without a cue that was written down, only a change as large as this is more than the measure's own."""

_DENYING_VERBS = frozenset(map(base, ("reject", "dispute", "refute", "debunk", "deny", "fail", "refuse")))

_AGREEING = frozenset({"equal", "compatible", "wider", "narrower"})


@dataclass(frozen=True, slots=True)
class ValueFinding:
    """Values that fit and values that clash, each with the comparison that says so."""

    agreeing: tuple[SlotComparison, ...]
    clashing: tuple[SlotComparison, ...]


def values(a: Sequence[Slot], b: Sequence[Slot]) -> ValueFinding:
    """Compare every value of a with every value of b of the same measure.

    Two values clash where neither finds a value on the other side that fits it and is said of the same as much:
    "two gold medals" is held against "one gold medal" rather than against "two silver medals".
    """
    found = {(i, j): compare_slots(left, right) for i, left in enumerate(a) for j, right in enumerate(b)}
    agreeing = [one for one in found.values() if one.relation in _AGREEING]
    if not any(one.relation == "conflicting" for one in found.values()):
        return ValueFinding(tuple(agreeing), ())
    shared = {at: len(left & right) for at, (left, right) in _said_together(a, b)}
    best_a: dict[int, int] = {}
    best_b: dict[int, int] = {}
    for (i, j), one in found.items():
        if one.relation in _AGREEING:
            best_a[i] = max(shared[i, j], best_a.get(i, 0))
            best_b[j] = max(shared[i, j], best_b.get(j, 0))
    clashing = [
        one
        for (i, j), one in found.items()
        if one.relation == "conflicting" and shared[i, j] > max(best_a.get(i, -1), best_b.get(j, -1))
    ]
    return ValueFinding(tuple(agreeing), tuple(clashing))


def _said_together(
    a: Sequence[Slot], b: Sequence[Slot]
) -> Iterator[tuple[tuple[int, int], tuple[frozenset[str], frozenset[str]]]]:
    """For each two values by position, the telling words that each is written with."""
    left, right = [_said_of(slot) for slot in a], [_said_of(slot) for slot in b]
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            yield (i, j), (one, other)


def _said_of(slot: Slot) -> frozenset[str]:
    """Telling words of a value as written: what is counted or measured."""
    return frozenset(
        base(word)
        for word in strings.words(slot.text)
        if word[0].isalpha() and word not in amount_words() and word not in function_words()
    )


def certainty_change(a: View, b: View) -> Change:
    """Whether the later wording is surer or less sure."""
    least = SURE_STEP
    if _same_hedges(a, b):
        if a.mention.hedges:
            return "same"
        least = PLAIN_STEP
        if _is_modal_of_denial(a, b) or _is_reported_future(a, b):
            return "same"
    step = b.mention.certainty - a.mention.certainty
    return "gained" if step >= least else "lost" if step <= -least else "same"


def _is_modal_of_denial(a: View, b: View) -> bool:
    """Whether one denies what may be done ("can", "cannot"), or both deny: that is no doubt of the writer's."""
    return bool(a.denials or b.denials)


def _is_reported_future(a: View, b: View) -> bool:
    """Whether one says "would" for the other's "will", because it tells what was said."""
    return any(
        "would" in one.words and one.mention.attribution.cue is not None and "will" in other.words
        for one, other in ((a, b), (b, a))
    )


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


def polarity_conflict(a: View, b: View, alignment: Alignment, found: Sequence[Piece]) -> bool:
    """Whether one denies what the other asserts: by negation, by a word of opposite meaning, or turned round.

    Each of them turns the statement once, so that two leave it as it was.
    """
    denied = a.mention.polarity != b.mention.polarity
    if alignment.covered >= ALIKE and (a.denials or b.denials):
        denied = (a.denials - b.denials) % 2 == 1
    elif not denied and (a.denials - b.denials) % 2 == 1:
        denied = any(_denied_here(piece) for piece in found)
    opposed = bool(alignment.opposites) or _effects_clash(a, b)
    if denied and any(base(word) in _DENYING_VERBS for pair in alignment.opposites for word in pair):
        denied = False  # "rejects" against "approves": the verb denies and stands for its opposite, which is one turn
    return denied != (opposed or turned(found) is not None)


def _denied_here(piece: Piece) -> bool:
    """Whether a short stretch denies on one side alone: no whole clause of its own."""
    if piece.kind != "polarity" or max(len(piece.a_words), len(piece.b_words)) > DENYING:
        return False
    return piece.a_denials % 2 != piece.b_denials % 2


def _effects_clash(a: View, b: View) -> bool:
    return any(
        compare_slots(x, y).relation == "conflicting" for x in a.effects for y in b.effects
    ) and not any(compare_slots(x, y).relation == "equal" for x in a.effects for y in b.effects)


def turned(found: Sequence[Piece]) -> Piece | None:
    """The stretch in which one small word stands for its opposite: "voted for", "voted against"."""
    return next((piece for piece in found if turned_round(piece) == "polarity"), None)


def moments(a: View, b: View, found: Sequence[Piece]) -> Iterator[str]:
    """Sentences on figures that no slot holds: weekdays, hours, "before" for "after", "a week" for "a month"."""
    for piece in found:
        if times_differ(piece) or turned_round(piece) == "date":
            yield f"“{piece.a}” and “{piece.b}” are different times."
        elif figures_differ(piece, a, b):
            yield f"“{piece.a}” and “{piece.b}” are different figures."
        elif rates_differ(piece) or turned_round(piece) == "value":
            yield f"“{piece.a}” and “{piece.b}” make it a different amount."


def actors(a: View, b: View, found: Sequence[Piece]) -> str | None:
    """A sentence on who is said to have done or said it, where the two differ."""
    one, other = a.mention.attribution.source, b.mention.attribution.source
    if one is not None and other is not None and one.text.lower() != other.text.lower():
        return f"Who says it differs: “{one.text}” and “{other.text}”."
    if a.actors and b.actors:
        left, right = a.actors[0], b.actors[0]
        if (
            any(_one_party(x, y) for x in a.actors for y in b.actors)
            or _counted(left) == _counted(right) != ""
        ):
            return None
        if _is_anybody(left) or _is_anybody(right) or _is_value(left, a) or _is_value(right, b):
            return None
        return f"Who did it differs: “{left.text}” and “{right.text}”."
    piece = next((piece for piece in found if piece.kind == "who" and doers_differ(piece)), None)
    return None if piece is None else f"Who did it differs: “{piece.a}” and “{piece.b}”."


def _counted(slot: Slot) -> str:
    """What a counted party is counted in: the figure is compared as a value, and told once."""
    words = slot.text.lower().split()
    return base(words[-1]) if any(word[0].isdigit() or word in amount_words() for word in words) else ""


def _is_value(slot: Slot, view: View) -> bool:
    """Whether what looks like a doer is a figure ("by 5 percent"): that is compared as such."""
    return any(slot.text in value.text for value in view.values)


def _is_anybody(slot: Slot) -> bool:
    """Whether a party is named by a word of breadth alone ("everyone"): that is compared as such."""
    return all(word in breadths() for word in slot.text.lower().split())


def _one_party(a: Slot, b: Slot) -> bool:
    """Whether two names can stand for one party: one head, and no other word on both sides."""
    left, right = _stems(a), _stems(b)
    if not left or not right or left[-1] != right[-1]:
        return False
    return not set(left) - set(right) or not set(right) - set(left)


def _stems(slot: Slot) -> list[str]:
    return [base(word) for word in (slot.value or slot.text).lower().split()]


_RESTRICTING = frozenset(
    {"who", "whose", "that", "with", "from", "in", "of", "among", "over", "under", "aged"}
)
_NARROWING = frozenset({"who", "whose", "aged", "over", "under", "except", "unless"})
_ALL = 4


def breadth(a: View, b: View, found: Sequence[Piece]) -> str | None:
    """A sentence on how widely it is said to hold, where the two differ."""
    left, right = a.reach, b.reach
    if a.kept_to_some != b.kept_to_some:
        left, right = (SOME, _ALL) if a.kept_to_some else (_ALL, SOME)
    elif _ALL in {left, right}:
        left = _narrowed([piece.a_words for piece in found if piece.kind != "same"]) if left is None else left
        right = (
            _narrowed([piece.b_words for piece in found if piece.kind != "same"]) if right is None else right
        )
    elif left is None and right is None:
        left, right = _limited(found)
    if left is None or right is None or left == right or {left, right} == {0, _ALL}:
        return None
    return f"Who is covered differs: the second wording is {'wider' if right > left else 'narrower'}."


def _narrowed(stretches: Sequence[tuple[str, ...]]) -> int | None:
    """Some, where a wording without a word for it limits what the other says of all."""
    limited = any(len(words) > 1 and _RESTRICTING & set(words[:2]) for words in stretches)
    return SOME if limited or any("one" in words for words in stretches) else None


def _limited(found: Sequence[Piece]) -> tuple[int | None, int | None]:
    """A clause that says whom it holds for ("who smoke", "over sixty"), and nothing in its place."""
    for piece in found:
        if piece.kind != "same" and not piece.a_words and piece.b_words[0] in _NARROWING:
            return _ALL, SOME
        if piece.kind != "same" and not piece.b_words and piece.a_words[0] in _NARROWING:
            return SOME, _ALL
    return None, None
