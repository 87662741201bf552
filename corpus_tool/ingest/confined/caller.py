"""The side that asks: starts confined processes, holds their clock, kills what overstays."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from corpus_tool.errors import InputError
from corpus_tool.ingest.confined.frames import CONTENT, END, REQUEST, Frame, item_of, receive, send
from corpus_tool.ingest.held import Held
from corpus_tool.ingest.source import Source

SECONDS = 45.0
"""For one answer: a novel or a sheet of a million cells takes a tenth of this."""
_USES = 200
"""A process is then replaced, so that what files leave behind in memory is counted against no other."""
_ROOT = Path(__file__).resolve().parents[3]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from corpus_tool.ingest.confined.worker import main; main()"
)


@dataclass(eq=False, slots=True)
class _Worker:
    """One confined process."""

    process: subprocess.Popen[bytes]
    owner: int = field(default_factory=os.getpid)
    uses: int = 0

    @property
    def asks(self) -> BinaryIO:
        assert self.process.stdin is not None  # noqa: S101 - made with a pipe
        return self.process.stdin  # type: ignore[return-value]  # a pipe of bytes

    @property
    def answers(self) -> BinaryIO:
        assert self.process.stdout is not None  # noqa: S101 - made with a pipe
        return self.process.stdout  # type: ignore[return-value]  # a pipe of bytes

    def end(self) -> None:
        """Kills it and takes its pipes down."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:  # what was not sent to a dead process is lost with it
                continue


_idle: list[_Worker] = []


def confined(name: str) -> Callable[[Source], Iterator[object]]:
    """The parser of this name in a process of its own, with limits of memory and time.

    What it yields is what the parser yields: drafts, rows, or files inside the file. A
    process is kept for the next file; one that fails, hangs or is left in the middle of a
    file is killed.

    Args:
        name: A key of `corpus_tool.ingest.confined.worker.PARSERS`.
    """

    def parse(source: Source) -> Iterator[object]:
        worker = _taken()
        finished = False
        try:
            _ask(worker, name, source)
            yield from _answers(worker, source)
            finished = True
        finally:
            if finished and worker.uses < _USES:
                _idle.append(worker)
            else:
                worker.end()

    return parse


def _taken() -> _Worker:
    while _idle:
        worker = _idle.pop()
        if worker.owner == os.getpid() and worker.process.poll() is None:
            worker.uses += 1
            return worker
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
    return _Worker(
        subprocess.Popen(  # noqa: S603 - our own module under our own interpreter
            [sys.executable, "-I", "-c", _START, str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
    )


def _ask(worker: _Worker, name: str, source: Source) -> None:
    inside = isinstance(source, Held)
    asked = {
        "format": name,
        "name": source.name,
        "file": source.path.name,
        "depth": source.depth if isinstance(source, Held) else 0,
        "path": None if inside else str(source.path.absolute()),
        "columns": list(source.settings.columns),
    }
    try:
        send(worker.asks, REQUEST, asked)
        if inside:
            send(worker.asks, CONTENT, source.data)
        worker.asks.flush()
    except OSError as error:  # it died while it was told
        raise _lost(source) from error


def _answers(worker: _Worker, source: Source) -> Iterator[object]:
    with _Clock(worker.process) as clock:
        while True:
            try:
                with clock.running():
                    frame = receive(worker.answers)
                    if frame is not None and frame.kind == END:
                        return
                    item = _item(frame, worker)
            except (ValueError, KeyError, TypeError) as error:
                raise _late(source) if clock.rang else _lost(source) from error
            yield item


def _item(frame: Frame | None, worker: _Worker) -> object:
    if frame is None:
        raise ValueError("the process ended")
    return item_of(frame, worker.answers)


class _Clock:
    """Kills a process that has not answered in time; runs only while it is waited for.

    A thread, since select knows no pipes on every system.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.rang = False
        self._process = process
        self._deadline: float | None = None
        self._over = threading.Event()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Time counts inside."""
        self._deadline = time.monotonic() + SECONDS
        try:
            yield
        finally:
            self._deadline = None

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            deadline = self._deadline
            if deadline is not None and time.monotonic() > deadline:
                self.rang = True
                self._process.kill()
                return

    def __enter__(self) -> _Clock:
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()


def _late(source: Source) -> InputError:
    return InputError(
        f"expansion: not read within {SECONDS:.0f} seconds", place=source.name, remedy="save its text"
    )


def _lost(source: Source) -> InputError:
    return InputError(
        "expansion: too large or too broken to read in bounds", place=source.name, remedy="save its text"
    )


@atexit.register
def _end_all() -> None:
    while _idle:
        worker = _idle.pop()
        if worker.owner == os.getpid():
            worker.end()
