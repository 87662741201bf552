"""Processes that work beside this one, hired once for a run and kept until its end.

They are forked from a server that has loaded the code (where the platform has one), else
started afresh. They never import the caller's script: all that is mapped lives in this package,
and a script without ``if __name__ == "__main__"`` would begin anew in each of them.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing.context import BaseContext
from types import ModuleType
from typing import Any

from corpus_tool.engine.heap import seldom_collected

Work = Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]
"""Maps a function over batches: results in order."""

PRELOADED = ("corpus_tool.engine.warm",)
"""What the server loads before it is forked from."""


class _Crew:
    """A pool that is filled when the first work comes."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def pool(self, count: int) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(max_workers=count, mp_context=_context())
        return self._pool

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


_CREW: ContextVar[_Crew | None] = ContextVar("crew", default=None)


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED))
    return context


@contextmanager
def crew() -> Iterator[None]:
    """All maps within share one crew, which goes home at the end."""
    made = _Crew()
    token = _CREW.set(made)
    try:
        with seldom_collected():
            yield
    finally:
        _CREW.reset(token)
        made.close()


@contextmanager
def hired(count: int) -> Iterator[Work]:
    """The crew of the run, or one of ``count`` processes for this work alone."""
    current = _CREW.get()
    own = _Crew() if current is None else current
    pool = own.pool(count)

    def work(function: Callable[[Any], Any], batches: Sequence[Any]) -> Iterator[Any]:
        with _without_script():
            return pool.map(function, batches)

    try:
        yield work
    finally:
        if current is None:
            own.close()


@contextmanager
def _without_script() -> Iterator[None]:
    """While processes start, the main module is a blank one, so that they do not import the caller's."""
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script
