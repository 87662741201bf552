"""The tasks of the bench, in the order of its table. A new task is one module and one line here.

``python -m benchmarks.tasks TASK`` measures one and prints its rows as JSON: so the bench runs
each in a process of its own, and one that falls takes no other with it.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from benchmarks.gold_corpus import DATA
from benchmarks.table import Row, eval_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A quality task: the folders or files that it reads, below the data it is given."""

    data: tuple[str, ...]
    own: bool = False
    """Whether the data is this repository's own, under ``data/``."""

    def files(self, data: Path) -> list[Path]:
        """Every file the task reads, by name."""
        root = DATA if self.own else data
        found = (root / name for name in self.data)
        return sorted(
            item
            for path in found
            for item in (path.rglob("*") if path.is_dir() else (path,))
            if item.is_file()
        )


WORLD = (
    "topics",
    "outlets.json",
    "frames.json",
    "world.py",
    "press.py",
    "tellers.py",
    "takers.py",
    "threads.py",
)
"""What decides which worlds are made."""

TASKS: dict[str, Task] = {
    "gold": Task(data=("citizen_score", "desk_plants"), own=True),
    "spread": Task(data=tuple(f"../benchmarks/spread/{name}" for name in WORLD), own=True),
    "claims": Task(data=("claims",)),
    "certainty": Task(data=("certainty",)),
    "slots": Task(data=("claims/claimbuster_train.json",)),
    "paraphrase": Task(data=("matching/mrpc",)),
    "contradiction": Task(data=("contradiction",)),
    "quotes": Task(data=("quotes",)),
    "passives": Task(data=("discourse",)),
    "loaded": Task(data=("discourse/babe_SG2.csv",)),
    "known_claims": Task(data=("matching/checkthat2020_task2",)),
    "reuse": Task(data=("reuse",)),
    "html_comments": Task(data=("html/trafilatura",)),
    "article_body": Task(data=("html/scrapinghub",)),
    "threads": Task(data=("threads",)),
}


def module_of(task: str) -> ModuleType | None:
    """The module of a task, or null where it is not there."""
    name = f"benchmarks.{task}"
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name == name:
            return None
        raise


def absent(task: str, why: str) -> list[Row]:
    """The row that says that a task could not be measured."""
    return [Row(task=task, metric="absent", value=float("nan"), note=why)]


def measure(task: str, data: Path) -> Sequence[Row]:
    """The rows of one task; one row that says so where its module or data is absent."""
    module = module_of(task)
    if module is None:
        return absent(task, "no such module")
    if not TASKS[task].files(data):
        return absent(task, f"no data: {', '.join(TASKS[task].data)}")
    rows: Sequence[Row] = module.run(data)
    return rows


def data_hash(task: str, data: Path) -> str | None:
    """SHA-256 over the names and bytes of the files a task reads; null where there are none."""
    files = TASKS[task].files(data)
    if not files:
        return None
    root = DATA if TASKS[task].own else data
    whole = hashlib.sha256()
    for path in files:
        whole.update(path.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def main() -> None:
    """Print the rows of one task, one JSON object a line."""
    for row in measure(sys.argv[1], eval_data()):
        sys.stdout.write(json.dumps(row.as_dict()) + "\n")


if __name__ == "__main__":
    main()
