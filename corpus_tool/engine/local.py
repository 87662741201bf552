"""A map over batches, in this process or in several; the order of results is that of the input."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

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
    function: Callable[[Sequence[Item]], Result], items: Sequence[Item], *, parallel: bool
) -> Iterator[tuple[Sequence[Item], Result]]:
    """Yield each batch with what ``function`` makes of it.

    Args:
        function: A module-level function of one batch (it may be sent to another process).
        items: All items; order is kept.
        parallel: Whether the work is large enough to pay for starting processes.
    """
    batches = _batches(items, BATCH_ITEMS)
    count = min(workers(), len(batches))
    if not parallel or count < 2:
        yield from ((batch, function(batch)) for batch in batches)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=count, mp_context=context) as pool:
        yield from zip(batches, pool.map(function, batches), strict=True)
