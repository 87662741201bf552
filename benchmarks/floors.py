"""Floors under the quality figures, pinned to the data that they were measured on.

``baseline.json`` holds, for each task, the SHA-256 of its data and a floor for each figure, a
little below the value measured when it was set. A figure below its floor fails ``--check``.
Floors are only ever raised, but for a task named with ``--lower-floor``; say why in the
changelog.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.table import Row
from benchmarks.tasks import TASKS

BASELINE = Path(__file__).with_name("baseline.json")
MARGIN = 0.01
"""How far below the measured value a floor stands, of the value where that is above one."""
LESS_IS_BETTER = ("leak", "wrong", "lost", "error", "in comments", "left in")
"""Words of metrics whose value should be low, as where the note begins "lower": their floor is a ceiling."""
OF_THE_MACHINE = ("second", "/s")
"""Words of metrics that depend on the machine: no floor holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """What one task's figures may not fall below, and the data that was measured."""

    sha256: str
    figures: dict[str, float] = field(default_factory=dict)


def load(path: Path = BASELINE) -> dict[str, Floor]:
    """The pinned floors by task; none where there is no file."""
    if not path.is_file():
        return {}
    table = json.loads(path.read_text(encoding="utf-8"))
    return {task: Floor(sha256=row["sha256"], figures=row["floors"]) for task, row in table.items()}


def save(floors: Mapping[str, Floor], path: Path = BASELINE) -> None:
    """Write the floors, tasks in the order of the table."""
    order = {task: place for place, task in enumerate(TASKS)}
    table: dict[str, Any] = {
        task: {"sha256": floors[task].sha256, "floors": dict(sorted(floors[task].figures.items()))}
        for task in sorted(floors, key=lambda task: (order.get(task, len(order)), task))
    }
    path.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


def name_of(row: Row) -> str:
    """The name of a figure in the file."""
    return f"{row.task}: {row.metric}"


def rising(row: Row) -> bool:
    """Whether a higher value of a figure is the better one."""
    lower = row.note.startswith("lower")
    return not lower and not any(word in row.metric.casefold() for word in LESS_IS_BETTER)


def pinnable(row: Row) -> bool:
    """Whether a figure is one of quality, and was measured."""
    return not math.isnan(row.value) and not any(word in row.metric for word in OF_THE_MACHINE)


def below(row: Row, floor: float) -> bool:
    """Whether a value is worse than its floor; one that could not be measured is."""
    return not (row.value >= floor if rising(row) else row.value <= floor)


def figure(row: Row) -> float:
    """The floor that a measured value gives."""
    margin = MARGIN * max(1.0, abs(row.value))
    return round(row.value - margin if rising(row) else row.value + margin, 4)


def falls(task: str, rows: Sequence[Row], floor: Floor | None, sha256: str | None) -> list[str]:
    """What is wrong with a task's rows, in plain words.

    Data that is absent fails nothing. Floors measured on other data say nothing about this: for the
    corpora of this repository that is a fault (pin them anew), elsewhere it is not judged.
    """
    if floor is None or sha256 is None:
        return []
    if floor.sha256 != sha256:
        return [f"{task}: its data is not what the floors were measured on"] if TASKS[task].own else []
    by_name = {name_of(row): row for row in rows}
    missing = [f"{name} was not measured" for name in floor.figures if name not in by_name]
    fallen = [
        f"{name} is {row.value:.4f}, floor {floor.figures[name]:.4f}"
        for name, row in by_name.items()
        if name in floor.figures and below(row, floor.figures[name])
    ]
    return missing + fallen


def pinned(rows: Sequence[Row], old: Floor | None, sha256: str, *, lower: bool) -> Floor:
    """The floors after a measurement: raised where it was better, lowered only where that is allowed."""
    fresh = {name_of(row): row for row in rows if pinnable(row)}
    figures = {} if lower or old is None else dict(old.figures)
    for name, row in fresh.items():
        value = figure(row)
        old_value = figures.get(name, value)
        figures[name] = max(value, old_value) if rising(row) else min(value, old_value)
    return Floor(sha256=sha256, figures=figures)
