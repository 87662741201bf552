"""A map over batches, in this process or in several; the order of results is that of the input."""

from __future__ import annotations

import multiprocessing
import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from corpus_tool.engine.crew import hired

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH_ITEMS = 64
"""Small enough that a bar moves and two processes end together, large enough to amortise a call."""


def workers() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def map_batches(
    function: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    *,
    parallel: bool,
    size: int | None = None,
) -> Iterator[tuple[Sequence[Item], Result]]:
    """Yield each batch with what ``function`` makes of it.

    Where other processes cannot be had, or one dies, a warning says so and this process goes on alone.

    Args:
        function: A module-level function of one batch (it may be sent to another process).
        items: All items; order is kept.
        parallel: Whether the work is large enough to pay for starting processes.
        size: Items of one batch; `BATCH_ITEMS` if not said.
    """
    batches = _batches(items, BATCH_ITEMS if size is None else size)
    count = min(workers(), len(batches))
    done = 0
    if parallel and count > 1 and not multiprocessing.current_process().daemon:
        try:
            with hired(count) as work:
                for batch, result in zip(batches, work(function, batches), strict=True):
                    yield batch, result
                    done += 1
        except (BrokenProcessPool, EOFError, OSError) as error:
            warnings.warn(
                f"other processes failed ({error}); one goes on alone", RuntimeWarning, stacklevel=2
            )
    yield from ((batch, function(batch)) for batch in batches[done:])
