"""A bank that grows: ``python -m benchmarks.growing [--mentions N]``.

One document's statements added to a bank on disk against the bank made from nothing, and how long a question
waits that a process which has just begun asks of it. Seconds are those of the process.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import distinct
from benchmarks.table import Row, show
from corpus_tool.match.bank import Bank, Known

ADDED = 5
"""Documents added one after another; the middle time counts."""
_ASKED = """
import sys, time
from pathlib import Path
from corpus_tool.match.bank import Bank, Query
found = list(Bank.open(Path(sys.argv[1])).match([Query("q", sys.argv[2])], top=1))
print(time.process_time(), found[0].known_id)
"""


def documents(mentions: int) -> list[list[Known]]:
    """Documents as their sentences: enough for so many, and `ADDED` more."""
    made: list[list[Known]] = []
    held = 0
    for row in distinct.documents(mentions):
        texts = row["text"].replace("\n\n", " ").split(". ")
        made.append([Known(id=f"{row['id']}-{at}", text=text) for at, text in enumerate(texts)])
        held += len(texts)
        if held - sum(map(len, made[-ADDED:])) >= mentions:
            break
    return made


def _seconds(path: Path, known: Sequence[Known]) -> float:
    started = time.process_time()
    Bank.add(path, known)
    return time.process_time() - started


def _asked(path: Path, wanted: Known) -> float:
    """Seconds of a new process until its answer, which has to be the statement itself."""
    command = [sys.executable, "-c", _ASKED, str(path), wanted.text]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    if said[1] != wanted.id:
        raise RuntimeError(f"{wanted.id} was asked for, {said[1]} was found")
    return float(said[0])


def rows(mentions: int) -> list[Row]:
    """How many times as fast one document is added, and the seconds of a cold answer."""
    made = documents(mentions)
    first = [known for document in made[:-ADDED] for known in document]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bank.sqlite"
        Bank.add(Path(folder) / "warm.sqlite", first[:600])
        whole = _seconds(path, first)
        times = [_seconds(path, document) for document in made[-ADDED:]]
        cold = _asked(path, made[-1][0])
    task, one = f"bank of {len(first)} mentions", statistics.median(times)
    note = f"{one:.3f} s against {whole:.1f} s of this process"
    return [
        Row(task=task, metric="one document added, times faster", value=whole / one, target=200.0, note=note),
        Row(task=task, metric="seconds, cold answer", value=cold),
    ]


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=100_000)
    show(rows(parser.parse_args().mentions))


if __name__ == "__main__":
    main()
