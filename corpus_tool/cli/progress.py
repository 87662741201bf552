"""A bar per stage on a terminal; a line per stage when piped."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from corpus_tool.pipeline import Progress

_LINE_EVERY = 5.0
"""Seconds between lines when piped: a log stays short, and a watcher sees life."""


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress]:
    """A progress function fit for where stderr goes."""
    if quiet:
        yield lambda _stage, _done, _total: None
    elif sys.stderr.isatty():
        with _bars() as progress:
            yield progress
    else:
        yield _Lines()


@contextmanager
def _bars() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as RichProgress

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with RichProgress(*columns, console=Console(stderr=True), transient=False) as bars:
        tasks = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield progress


class _Lines:
    """Progress as lines: one when a stage ends, and one every few seconds in between."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done >= total or now - self._last >= _LINE_EVERY:
            self._last = now
            sys.stderr.write(f"corpus-tool: {stage} {done}/{total}\n")
