"""What two normalised values have to do with each other, and why.

Rounding is no difference: a rounder figure is compatible with the exact one it rounds.
Two exact figures that differ are in conflict, ``minor`` within a tenth of each other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from corpus_tool.match.slot_dates import DateRelation, compare_dates
from corpus_tool.match.slot_units import Scaled, scaled
from corpus_tool.models import Slot

SlotRelation = Literal["equal", "compatible", "wider", "narrower", "conflicting", "unrelated"]

ROUNDING = 0.05
"""A figure and its rounding lie within a twentieth; beyond that a reader calls them two figures."""
LOOSE = 0.1
"""With "about" or "almost" a tenth is allowed; also the bound of a minor difference."""
EXACT_BELOW = 100
"""Counts under a hundred are not rounded unless the writer says so ("about 50")."""
_NEAR_WORDS = ("about", "around", "almost", "nearly", "roughly", "approximately", "some", "~", "just", "close",
               "or so", "an estimated", "estimated", "slightly", "a little", "odd", "barely")  # fmt: skip
_OPPOSITES = {
    ("raises", "lowers"), ("lowers", "raises"), ("allows", "prevents"), ("prevents", "allows"),
    ("requires", "prevents"), ("prevents", "requires"), ("causes", "prevents"), ("prevents", "causes"),
}  # fmt: skip
_POINTS_AND_PERCENT = {"percent", "percentage point"}
_BEYOND = ("more than", "over", "above", "greater", "less than", "under", "below", "fewer", "exceed")
"""Bounds that leave the figure itself out."""
_DATES = ("date", "deadline")
_WORDED = ("actor", "condition", "effect", "scope")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotComparison:
    """How slot b stands to slot a: ``wider`` says b covers more than a."""

    relation: SlotRelation
    reason: str
    minor: bool = False


def compare_slots(a: Slot, b: Slot) -> SlotComparison:
    """Compare two slots; b is the later.

    Args:
        a: The earlier value.
        b: The later value.

    Returns:
        The relation of b to a, with a sentence that quotes both.
    """
    if a.kind in _DATES and b.kind in _DATES:
        return _dates(a, b)
    if a.kind in _WORDED or b.kind in _WORDED:
        return _worded(a, b) if a.kind == b.kind else _unrelated(a, b, "they are different kinds of value")
    if a.kind in _DATES or b.kind in _DATES:
        return _unrelated(a, b, "one is a date, the other is not")
    unlike = _unlike(a, b)
    if unlike is not None:
        return unlike
    left, right = scaled(a), scaled(b)
    if left is None or right is None or left.measure != right.measure:
        return _unrelated(a, b, "they measure different things")
    return _numbers(left, right)


def _unlike(a: Slot, b: Slot) -> SlotComparison | None:
    """Figures told in two units that look alike and are not: percent and points, euros and dollars."""
    quoted = f"“{a.text}” and “{b.text}”"
    if {a.unit, b.unit} == _POINTS_AND_PERCENT:
        return SlotComparison(
            relation="conflicting", reason=f"{quoted}: a share of the figure is not points of percent."
        )
    two = a.kind == b.kind == "money" and None not in {a.unit, b.unit} and a.unit != b.unit
    if two and (a.low, a.high) == (b.low, b.high):
        return SlotComparison(relation="conflicting", reason=f"{quoted} are one figure in two currencies.")
    return None


def _unrelated(a: Slot, b: Slot, why: str) -> SlotComparison:
    return SlotComparison(
        relation="unrelated", reason=f"“{a.text}” and “{b.text}” are not comparable: {why}."
    )


def _dates(a: Slot, b: Slot) -> SlotComparison:
    found: DateRelation = compare_dates(a, b)
    return SlotComparison(relation=found.relation, reason=f"“{a.text}” and “{b.text}”: {found.why}.")


def _worded(a: Slot, b: Slot) -> SlotComparison:
    """Actors, conditions and effects: by their head words, effects also by direction."""
    left, right = set((a.value or a.text).lower().split()), set((b.value or b.text).lower().split())
    shared = left & right
    if a.kind == "effect" and shared and (a.direction, b.direction) in _OPPOSITES:
        why = f"the one {a.direction}, the other {b.direction} “{' '.join(sorted(shared))}”"
        return SlotComparison(relation="conflicting", reason=f"“{a.text}” and “{b.text}”: {why}.")
    if left == right and a.direction == b.direction:
        return SlotComparison(relation="equal", reason=f"“{a.text}” and “{b.text}” name the same {a.kind}.")
    if not shared:
        return _unrelated(a, b, f"they name a different {a.kind}")
    relation: SlotRelation = "narrower" if left < right else "wider" if right < left else "compatible"
    return SlotComparison(
        relation=relation, reason=f"“{a.text}” and “{b.text}” share {', '.join(sorted(shared))}."
    )


def _numbers(a: Scaled, b: Scaled) -> SlotComparison:
    """Point against point, range against range, bound against either."""
    quoted = f"“{a.slot.text}” and “{b.slot.text}”"
    if a.is_point and b.is_point:
        return _points(a, b, quoted)
    if (a.low, a.high) == (b.low, b.high):
        return SlotComparison(relation="equal", reason=f"{quoted} give the same bounds.")
    if a.bound == b.bound != "":
        return _bounds(a, b, quoted)
    if a.is_closed and b.is_closed and not a.is_point and not b.is_point:
        return _extents(a, b, quoted)
    return _containment(a, b, quoted)


def _containment(a: Scaled, b: Scaled, quoted: str) -> SlotComparison:
    """A point against a range, or bounds that look at each other: can both hold?"""
    if a.high < b.low * (1 - _slack(a, b)) or b.high < a.low * (1 - _slack(a, b)):
        return SlotComparison(relation="conflicting", reason=f"{quoted} exclude each other.")
    if {a.bound, b.bound} == {"low", "high"} and (a.high == b.low or b.high == a.low) and _is_beyond(a, b):
        return SlotComparison(relation="conflicting", reason=f"{quoted} exclude each other.")
    if a.low <= b.low and b.high <= a.high:
        return SlotComparison(relation="narrower", reason=f"{quoted}: the second lies within the first.")
    if b.low <= a.low and a.high <= b.high:
        return SlotComparison(relation="wider", reason=f"{quoted}: the first lies within the second.")
    return SlotComparison(relation="compatible", reason=f"{quoted} can both hold.")


def _extents(a: Scaled, b: Scaled, quoted: str) -> SlotComparison:
    """Two closed ranges: both tell the whole extent, so other bounds are another figure."""
    if _close(a.low, b.low, a, b) and _close(a.high, b.high, a, b):
        return SlotComparison(relation="compatible", reason=f"{quoted} differ by rounding alone.")
    return SlotComparison(
        relation="conflicting",
        reason=f"{quoted} give different bounds.",
        minor=_within(a.low, b.low, LOOSE) and _within(a.high, b.high, LOOSE),
    )


def _bounds(a: Scaled, b: Scaled, quoted: str) -> SlotComparison:
    """Two bounds of one direction ("over 18", "over 21"): both name a limit, so another is another figure."""
    x, y = (a.low, b.low) if a.bound == "low" else (a.high, b.high)
    if _close(x, y, a, b):
        return SlotComparison(relation="compatible", reason=f"{quoted} differ by rounding alone.")
    return SlotComparison(
        relation="conflicting", reason=f"{quoted} name different limits.", minor=_within(x, y, LOOSE)
    )


def _points(a: Scaled, b: Scaled, quoted: str) -> SlotComparison:
    if a.low == b.low:
        same = (a.slot.approximator or "") == (b.slot.approximator or "")
        word = "the same figure" if same else "the same figure, hedged differently"
        relation: SlotRelation = "equal" if same else "compatible"
        return SlotComparison(relation=relation, reason=f"{quoted} give {word}.")
    if _close(a.low, b.low, a, b):
        return SlotComparison(relation="compatible", reason=f"{quoted} differ by rounding alone.")
    return SlotComparison(
        relation="conflicting", reason=f"{quoted} are different figures.", minor=_within(a.low, b.low, LOOSE)
    )


def _close(x: float, y: float, a: Scaled, b: Scaled) -> bool:
    """Whether one figure can be a rounding of the other."""
    if x == y:
        return True
    if _is_near(a.slot) or _is_near(b.slot):
        return _within(x, y, LOOSE)
    if max(abs(x), abs(y)) < EXACT_BELOW and a.is_count and b.is_count:
        return False
    digits = min(_significant(x), _significant(y))
    return _within(x, y, ROUNDING) and _rounded(x, digits) == _rounded(y, digits)


def _slack(a: Scaled, b: Scaled) -> float:
    return LOOSE if _is_near(a.slot) or _is_near(b.slot) else 0.0


def _is_beyond(a: Scaled, b: Scaled) -> bool:
    return any((side.slot.approximator or "").lower().startswith(_BEYOND) for side in (a, b))


def _is_near(slot: Slot) -> bool:
    return bool(slot.approximator) and str(slot.approximator).startswith(_NEAR_WORDS)


def _within(x: float, y: float, share: float) -> bool:
    return abs(x - y) <= share * max(abs(x), abs(y)) + 1e-12


def _significant(x: float) -> int:
    """Significant digits of a figure as written (trailing zeros are not)."""
    return len(f"{abs(x):.6g}".split("e")[0].replace(".", "").strip("0")) or 1


def _rounded(x: float, digits: int) -> float:
    """Half up, not to even: 350 to one digit is 400 for every reader."""
    if x == 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(abs(x))) - digits + 1)
    return float(f"{math.floor(x / step + 0.5) * step:.9g}")
