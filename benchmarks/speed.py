"""Seconds and memory beside the pipeline of an afternoon, on the same documents in the same run.

``python -m benchmarks.speed [--documents N | --full]``. Each runs in a process of its own,
from start to written result. Memory is the peak, over the whole process tree, of the
proportional set size (shared pages counted once), sampled ten times a second.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import afternoon, distinct
from benchmarks.table import Row, show

QUICK = 200
SIZES = (2_000, 1_500, 1_000, 700, 500, 300)
BUDGET = 360.0
"""Seconds that the peer may take in a full run; the largest of `SIZES` that fits is measured."""
SAMPLE_DOCUMENTS, SAMPLE_SENTENCES = 40, 1_500
RATIO = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one process and its children took."""

    seconds: float
    megabytes: float
    code: int


def _children() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                fields = (path / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            except OSError:
                continue
            found.setdefault(int(fields.split()[1]), []).append(int(path.name))
    return found


def _tree(root: int) -> list[int]:
    children, found, waiting = _children(), [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting.extend(children.get(found[-1], ()))
    return found


def _kilobytes(process: int) -> int:
    """Proportional set size of one process; 0 once it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def measured(command: list[str], limit: float) -> Usage:
    """Run a command to its end, or to ``limit`` seconds, and measure it."""
    started, peak = time.perf_counter(), 0
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None:
        peak = max(peak, sum(map(_kilobytes, _tree(running.pid))))
        if time.perf_counter() - started > limit:
            running.terminate()
        time.sleep(0.1)
    return Usage(seconds=time.perf_counter() - started, megabytes=peak / 1024, code=running.returncode)


def estimate(count: int) -> float:
    """Seconds the peer would take on so many documents, from a sample of both of its steps."""
    rows = list(distinct.documents(SAMPLE_DOCUMENTS, seed=2))
    afternoon.parse(rows[:2], processes=1)
    started = time.perf_counter()
    sentences = afternoon.parse(rows, processes=1)
    parsing = (time.perf_counter() - started) / SAMPLE_DOCUMENTS / afternoon.WORKERS
    texts = [sentence.text for sentence in sentences][:SAMPLE_SENTENCES]
    started = time.perf_counter()
    afternoon.scores(texts, texts)
    pairing = (time.perf_counter() - started) / len(texts) ** 2
    return parsing * count + pairing * (len(sentences) / SAMPLE_DOCUMENTS * count) ** 2


def largest() -> int:
    """The largest size that the peer is likely to finish within `BUDGET`."""
    return next((count for count in SIZES if estimate(count) <= BUDGET), SIZES[-1])


def compare(count: int, limit: float = 3 * BUDGET) -> list[Row]:
    """Both on the same documents; a ratio above one says that this tool is the lighter."""
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        distinct.write(pile, count)
        python = [sys.executable, "-m"]
        ours = measured(
            [*python, "corpus_tool", "run", str(pile), "-o", str(Path(folder) / "report"), "--quiet"], limit
        )
        theirs = measured(
            [*python, "benchmarks.afternoon", str(pile), str(Path(folder) / "peer.json")], limit
        )
    return _failures(ours, theirs) or _rows(count, ours, theirs)


def _rows(count: int, ours: Usage, theirs: Usage) -> list[Row]:
    task = f"speed/{count}"
    times, sizes = theirs.seconds / ours.seconds, theirs.megabytes / max(1.0, ours.megabytes)
    spent = f"{ours.seconds:.1f} s against {theirs.seconds:.1f} s"
    held = f"{ours.megabytes:.0f} MB against {theirs.megabytes:.0f} MB"
    return [
        Row(
            task=task,
            metric="times faster than an afternoon's",
            value=round(times, 3),
            target=RATIO,
            note=spent,
        ),
        Row(task=task, metric="times smaller at its peak", value=round(sizes, 3), target=1.0, note=held),
    ]


def _failures(ours: Usage, theirs: Usage) -> list[Row]:
    return [
        Row(task="speed", metric=f"{name} failed", value=float("nan"), note=f"exit code {usage.code}")
        for name, usage in (("the tool", ours), ("the peer", theirs))
        if usage.code != 0
    ]


def run(data: Path, *, full: bool = False) -> list[Row]:  # noqa: ARG001 - the documents are made here
    """The speed rows: quick on a small pile, full on the largest that the peer finishes."""
    return compare(largest() if full else QUICK)


def main() -> None:
    """Print the speed rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--full", action="store_true")
    given = parser.parse_args()
    os.chdir(Path(__file__).resolve().parents[1])
    show(compare(given.documents) if given.documents else run(Path(), full=given.full))


if __name__ == "__main__":
    main()
