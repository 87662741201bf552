"""One row of the bench, and how rows are printed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measured figure beside the floor, the target and the best published."""

    task: str
    metric: str
    value: float
    floor: float | None = None
    target: float | None = None
    best: float | None = None
    note: str = ""

    def as_dict(self) -> dict[str, object]:
        """Plain values, for JSON."""
        return asdict(self)


def eval_data() -> Path:
    """Folder of the public evaluation sets: ``CORPUS_TOOL_EVAL_DATA`` or ``../shared/eval``."""
    default = Path(__file__).resolve().parents[2] / "shared" / "eval"
    return Path(os.environ.get("CORPUS_TOOL_EVAL_DATA", default))


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def show(rows: Iterable[Row]) -> None:
    """Print rows as an aligned table."""
    header = ("task", "metric", "value", "floor", "target", "best", "note")
    body: list[Sequence[str]] = [
        (r.task, r.metric, _cell(r.value), _cell(r.floor), _cell(r.target), _cell(r.best), r.note)
        for r in rows
    ]
    widths = [max(len(line[k]) for line in [header, *body]) for k in range(len(header))]
    for line in [header, *body]:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
