"""``python -m benchmarks.errors TASK`` lists the wrong rows of a task by cause.

``gold`` takes ``--corpus NAME`` and ``--cause WORD`` (mentions, claims, derivations, flags, …).
Other tasks are asked for their own list: a function ``errors(data)`` that yields lines.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.table import eval_data


def task_lines(task: str, data: Path) -> Iterable[str]:
    """The wrong rows of one of the registered tasks, or why there are none to show."""
    from benchmarks.tasks import TASKS, module_of

    if task not in TASKS:
        return [f"{task}: no such task; there are gold, {', '.join(TASKS)}"]
    module = module_of(task)
    if module is None:
        return [f"{task}: absent"]
    listed = getattr(module, "errors", None)
    return listed(data) if listed is not None else [f"{task}: keeps no list of its errors"]


def _gold_lines(corpus: str | None, causes: frozenset[str], *, extract_only: bool) -> Iterable[str]:
    from benchmarks.gold_corpus import DATA, corpora
    from benchmarks.gold_errors import lines

    folders = corpora() if corpus is None else [DATA / corpus]
    return (line for folder in folders for line in lines(folder, causes, extract_only=extract_only))


def main() -> None:
    """Print the wrong rows of one task."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task")
    parser.add_argument("--corpus", help="gold: one corpus only, by folder name")
    parser.add_argument("--cause", action="append", default=[], help="gold: only causes that hold this word")
    parser.add_argument("--extract-only", action="store_true", help="gold: mentions only, which is faster")
    given = parser.parse_args()
    causes = frozenset(given.cause)
    gold = given.task == "gold"
    found = (
        _gold_lines(given.corpus, causes, extract_only=given.extract_only)
        if gold
        else task_lines(given.task, eval_data())
    )
    for line in found:
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
