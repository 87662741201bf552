"""Corpora whose history is known, and how well the tool reads that history back.

``python -m benchmarks.spread`` measures; `run` is the quick set of the bench. What is true of a
world stands in `benchmarks.spread.truth`, what may rightly be said of it in `benchmarks.spread.equal`.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.table import Row


def run(data: Path) -> list[Row]:  # noqa: ARG001 - the text stands in this repository
    """The quick set: a few held-out worlds, with the world's claims and with the tool's own."""
    from benchmarks.spread.run import HELD_OUT, QUICK, Plan, rows

    seeds = range(HELD_OUT, HELD_OUT + QUICK)
    return [row for own in (False, True) for row in rows(Plan(seeds=seeds, own=own))]
