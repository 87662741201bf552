"""The confined process: reads one file after another as it is told, within bounds, until its input ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from corpus_tool.errors import InputError
from corpus_tool.ingest import archive, docx, epub, parquet, sheet, warc
from corpus_tool.ingest.confined.frames import (
    CONTENT,
    END,
    REQUEST,
    Frame,
    receive,
    send,
    send_error,
    send_item,
)
from corpus_tool.ingest.held import held
from corpus_tool.ingest.source import Source
from corpus_tool.settings import IngestSettings

MEMORY = 768 * 1024 * 1024
"""Address space of the process: the parser, its libraries and the largest member that is read."""

PARSERS: dict[str, Callable[[Source], Iterable[object]]] = {
    "archive": archive.members,
    "docx": docx.read,
    "epub": epub.read,
    "parquet": parquet.rows,
    "sheet": sheet.rows,
    "warc": warc.members,
}
"""What runs here. A parser of another container is one line."""


def main() -> None:
    """Answers requests until there are no more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # a library's print must not be taken for a frame
    bound()
    while (frame := receive(sys.stdin.buffer)) is not None:
        if frame.kind != REQUEST:
            return
        _answer(frame, answers)
        answers.flush()


def bound() -> None:
    """Limits of memory, and none of the files that it might write."""
    try:
        import resource
    except ImportError:  # a system without these limits: the caller's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _answer(frame: Frame, answers: BinaryIO) -> None:
    asked = frame.value
    source = _source(asked)
    try:
        for item in PARSERS[asked["format"]](source):
            send_item(answers, item)
            answers.flush()
    except InputError as error:
        send_error(answers, error)
    except (MemoryError, RecursionError) as error:
        told = f"expansion: too large or too deep to read in bounds ({type(error).__name__})"
        send_error(answers, InputError(told, place=source.name, remedy="save its text"))
    send(answers, END)


def _source(asked: dict[str, Any]) -> Source:
    name, file = str(asked["name"]), str(asked["file"])
    settings = IngestSettings(columns=tuple((str(a), str(b)) for a, b in asked["columns"]))
    if asked["path"] is not None:
        return Source(Path(str(asked["path"])), name, settings)
    content = receive(sys.stdin.buffer)
    inner = b"" if content is None or content.kind != CONTENT else content.content
    return replace(held(inner, name, int(str(asked["depth"])), file=file), settings=settings)
