"""Numbers of slots on one scale where their units allow it (months and years, percent and fractions)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus_tool.models import Slot


@dataclass(frozen=True, slots=True)
class Scaled:
    """A slot's bounds in the base unit of its measure.

    Attributes:
        slot: The slot it came from.
        measure: What is measured ("length", "share", "USD", "person").
        low, high: Bounds; an open end is infinite.
        is_count: Whether it counts things, which are whole.
    """

    slot: Slot
    measure: str
    low: float
    high: float
    is_count: bool

    @property
    def is_point(self) -> bool:
        """One figure, no range."""
        return self.low == self.high

    @property
    def bound(self) -> str:
        """Which bound alone is given: "low", "high", or neither ("")."""
        if math.isfinite(self.low) == math.isfinite(self.high):
            return ""
        return "low" if math.isfinite(self.low) else "high"

    @property
    def is_closed(self) -> bool:
        """Both bounds are given."""
        return math.isfinite(self.low) and math.isfinite(self.high)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, float]]:
    text = files("corpus_tool.match").joinpath("lexicons", "unit_scales.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {unit: (measure, float(factor)) for unit, measure, factor in rows}


def scaled(slot: Slot) -> Scaled | None:
    """The slot's numbers in base units; null where it holds no number."""
    if slot.low is None and slot.high is None:
        return None
    measure, factor = _measure(slot)
    low = -math.inf if slot.low is None else slot.low * factor
    high = math.inf if slot.high is None else slot.high * factor
    return Scaled(slot, measure, low, high, is_count=slot.kind in {"quantity", "range", "ordinal"})


def _measure(slot: Slot) -> tuple[str, float]:
    if slot.kind == "ratio" and slot.unit is None:
        return "share", 100.0
    if slot.kind == "ordinal":
        return "ordinal", 1.0
    unit = slot.unit or "point"
    if " per " in unit and unit not in _table():
        head, period = unit.split(" per ", 1)
        measure, factor = _table().get(head, (head, 1.0))
        return f"{measure} per {period}", factor
    return _table().get(unit, (unit, 1.0))
