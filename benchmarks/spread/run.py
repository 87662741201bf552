"""Measures worlds: the tool with its own claims, or with the world's, beside the all-knowing reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.spread.baselines import errors
from benchmarks.spread.equal import History
from benchmarks.spread.measure import Reading
from benchmarks.spread.report import Measured, Table
from benchmarks.spread.score import reader_says, score
from benchmarks.spread.world import DATES, make
from benchmarks.table import Row

HELD_OUT = 1000
"""Seeds from here on are for measuring; those below 100 are for tuning."""
QUICK, FULL = 5, 50
_SMALLEST, _SPREAD = 24, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to measure.

    Attributes:
        own: With the tool's own claims, or with the world's.
        cache: A project file that keeps analyses between runs, or null.
        processes: Worlds measured side by side.
    """

    seeds: Sequence[int]
    own: bool
    cache: Path | None = None
    processes: int = 1


def size_of(seed: int) -> int:
    """Documents of the world with this seed: 24 to 63."""
    return _SMALLEST + seed * 7 % _SPREAD


def measured(seed: int, plan: Plan) -> Measured:
    """One world, under every setting of its dates."""
    world = make(seed, size_of(seed))
    reading = Reading(world=world, cache=plan.cache)
    result = Measured(tool={}, reader={})
    for dates in DATES:
        history = History(world=world, dates=dates)
        result.tool[dates] = score(history, reading.says(dates, own=plan.own))
        result.reader[dates] = score(history, reader_says(history))
        if dates == "all":
            result.baselines = errors(history)
    for dates, one in result.tool.items():
        one.wrong = [f"seed {seed}, dates {dates}: {line}" for line in one.wrong]
    return result


def worlds(plan: Plan) -> Iterator[Measured]:
    """All worlds of a plan, in order of their seeds."""
    if plan.processes < 2:
        yield from (measured(seed, plan) for seed in plan.seeds)
        return
    with ProcessPoolExecutor(plan.processes) as pool:
        yield from pool.map(partial(measured, plan=plan), plan.seeds)


def rows(plan: Plan) -> list[Row]:
    """The table of a plan."""
    task = "spread, own claims" if plan.own else "spread, given claims"
    return Table(task=task, worlds=list(worlds(plan))).rows()
