"""The bench: ``python -m benchmarks`` measures every task, prints one table, writes ``reports/bench.json``.

``--full`` measures speed on 2,000 documents (or the largest pile the peer finishes in minutes),
``--only TASK`` measures less. ``--check`` exits with 1 where a figure is below its floor;
``--pin`` raises floors to what was measured; ``--lower-floor TASK`` also lets one fall.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import floors, speed
from benchmarks.table import Row, eval_data, show
from benchmarks.tasks import TASKS, data_hash

ROOT = Path(__file__).resolve().parents[1]
PROCESSES = 2
"""Tasks measured at once: most use one processor."""
LIMIT = 900
"""Seconds after which a task is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One task's rows, the seconds they took and the data they stand on."""

    task: str
    rows: tuple[Row, ...]
    seconds: float
    sha256: str | None = None


def _failed(task: str, why: str) -> tuple[Row, ...]:
    return (Row(task=task, metric="failed", value=math.nan, note=why[-160:]),)


def _rows(task: str) -> tuple[Row, ...]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.tasks", task],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _failed(task, f"not done after {LIMIT} s")
    if done.returncode != 0:
        return _failed(task, (done.stderr.strip().splitlines() or ["no message"])[-1])
    return tuple(Row(**json.loads(line)) for line in done.stdout.splitlines() if line.startswith("{"))


def measure(task: str) -> Measured:
    """Measure one task in a process of its own."""
    started = time.perf_counter()
    rows = _rows(task)
    seconds = time.perf_counter() - started
    sys.stderr.write(f"{task}: {seconds:.0f} s\n")
    return Measured(task=task, rows=rows, seconds=seconds, sha256=data_hash(task, eval_data()))


def measure_all(tasks: Sequence[str], *, full: bool, with_speed: bool) -> list[Measured]:
    """Measure tasks side by side, then speed alone, so that nothing else runs beside it."""
    with ThreadPoolExecutor(PROCESSES) as pool:
        found = list(pool.map(measure, tasks))
    if with_speed:
        started = time.perf_counter()
        rows = tuple(speed.run(eval_data(), full=full))
        found.append(Measured(task="speed", rows=rows, seconds=time.perf_counter() - started))
    return found


def _with_floor(row: Row, floor: floors.Floor | None) -> Row:
    if row.floor is not None or floor is None:
        return row
    return replace(row, floor=floor.figures.get(floors.name_of(row)))


def _json(found: Sequence[Measured]) -> str:
    rows = [
        {**row.as_dict(), "value": None if math.isnan(row.value) else row.value}
        for one in found
        for row in one.rows
    ]
    tasks = {one.task: {"seconds": round(one.seconds, 1), "sha256": one.sha256} for one in found}
    return json.dumps({"rows": rows, "tasks": tasks}, indent=2) + "\n"


def _pin(found: Sequence[Measured], known: dict[str, floors.Floor], lower: Sequence[str]) -> None:
    for one in found:
        if one.sha256 is not None and not any(math.isnan(row.value) for row in one.rows):
            known[one.task] = floors.pinned(
                one.rows, known.get(one.task), one.sha256, lower=one.task in lower
            )
    floors.save(known)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--full", action="store_true", help="measure speed on the large pile")
    parser.add_argument("--only", action="append", choices=[*TASKS, "speed"], help="this task alone")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a figure fell")
    parser.add_argument("--pin", action="store_true", help="raise floors to what was measured")
    parser.add_argument("--lower-floor", action="append", default=[], choices=list(TASKS), metavar="TASK")
    parser.add_argument("--output", type=Path, default=ROOT / "reports" / "bench.json")
    return parser.parse_args()


def main() -> int:
    """Run the bench; 1 where ``--check`` found a fall."""
    given = _arguments()
    wanted = given.only or [*TASKS, "speed"]
    found = measure_all(
        [task for task in TASKS if task in wanted], full=given.full, with_speed="speed" in wanted
    )
    known = floors.load()
    show(_with_floor(row, known.get(one.task)) for one in found for row in one.rows)
    given.output.parent.mkdir(parents=True, exist_ok=True)
    given.output.write_text(_json(found), encoding="utf-8")
    wrong = [
        line for one in found for line in floors.falls(one.task, one.rows, known.get(one.task), one.sha256)
    ]
    for line in wrong:
        sys.stderr.write(f"fell: {line}\n")
    if given.pin or given.lower_floor:
        _pin(found, known, given.lower_floor)
        return 0
    return 1 if wrong and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
