"""Rows in and rows out."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import typer

from corpus_tool import ingest, pipeline
from corpus_tool.cli.fault import DONE, IN_PART
from corpus_tool.cli.options import RowFormat
from corpus_tool.errors import InputError, OutputError, UsageError
from corpus_tool.models import Document
from corpus_tool.report.cells import safe_cell
from corpus_tool.rows import dumps

STDIN = "-"


@dataclass(slots=True)
class Outcome:
    """What went wrong so far; decides the exit code."""

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was mended or is known to be missing in documents that were read."""

    def watch(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Pass documents on, noting those that were not read whole."""
        for document in documents:
            where = document.path or document.id
            # A reason that names its place itself ("rows.jsonl, line 7: …") needs no second name before it.
            reason = (document.status_reason or "no reason given").removeprefix(f"{where}: ")
            if document.status != "ok":
                # "standard input, line 7: …" says the place more exactly than the path alone.
                place, mark, told = reason.partition(": ")
                exact = bool(mark) and place.startswith(f"{where}, line ")
                place, reason = (place, told) if exact else (where, reason)
                self.problems.append(f"{place}: {document.status}: {reason}")
            elif document.status_reason and document.kind == "article":
                self.notes.append(f"{where}: {reason}")
            yield document

    @property
    def exit_code(self) -> int:
        """0, or 3 where anything was done in part."""
        return IN_PART if self.problems else DONE

    def tell(self) -> None:
        """List on stderr what was mended, then what was done in part."""
        for problem in (*self.notes, *self.problems):
            sys.stderr.write(f"corpus-tool: {problem}\n")


def documents_of(
    paths: Sequence[str], outcome: Outcome, *, sidecar: Path | None = None, web: Web | None = None
) -> Iterator[Document]:
    """Documents of files, folders, globs and web addresses, or of JSON Lines on standard input.

    Raises:
        UsageError: ``-`` stands beside other paths.
        InputError: A path matches nothing.
    """
    if STDIN in paths:
        if len(paths) > 1 or (web is not None and (web.feeds or web.sitemaps)):
            raise UsageError("- (standard input) cannot stand beside other paths")
        found = ingest.read_rows(sys.stdin.buffer, name="standard input")
    else:
        found = pipeline.read(request_of(paths, sidecar=sidecar, web=web or Web()))
    return outcome.watch(pipeline.unique_ids(found))


@dataclass(frozen=True, slots=True)
class Web:
    """What the options say about the web and about what is kept."""

    store: Path | None = None
    private: bool = False
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def request_of(paths: Sequence[str], *, sidecar: Path | None, web: Web) -> pipeline.ReadRequest:
    """What the arguments and options ask to be read."""
    return pipeline.ReadRequest(
        paths=tuple(paths),
        feeds=web.feeds,
        sitemaps=web.sitemaps,
        sidecar=sidecar,
        store=web.store,
        private=web.private,
    )


def json_rows(path: str, outcome: Outcome) -> Iterator[dict[str, Any]]:
    """JSON objects of JSON Lines, a file or standard input; a broken line is noted, and the rest goes on."""
    with _lines(path) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            row, fault = _parsed(line)
            if fault:
                name = "standard input" if path == STDIN else path
                outcome.problems.append(f"{name}, line {number}: failed: {fault}")
            yield row if not fault else {"__failed__": f"line {number}: {fault}"}


def _parsed(line: bytes) -> tuple[dict[str, Any], str]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return {}, f"not JSON at character {error.pos + 1} ({error.msg})"
    except UnicodeDecodeError as error:
        return {}, f"not UTF-8 at byte {error.start}"
    except RecursionError:
        return {}, "not JSON (nested too deep)"
    except ValueError:
        return {}, "not JSON (a number of thousands of digits)"
    return (row, "") if isinstance(row, dict) else ({}, "not a JSON object")


@contextmanager
def _lines(path: str) -> Iterator[Iterable[bytes]]:
    if path == STDIN:
        yield sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as file:
            yield file
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=path, remedy="check the name") from error


@contextmanager
def _sink(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        with _stdout() as sink:
            yield sink
        return
    try:
        file = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", place=str(path)) from error
    try:
        with file:
            yield file
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", place=str(path)) from error


@contextmanager
def _stdout() -> Iterator[TextIO]:
    if sys.stdout is None:
        raise UsageError("standard output is closed", remedy="write to a file with -o")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone (``| head``): that is no fault, and nothing more can be said.
        _let_go()
        raise typer.Exit(DONE) from None
    except OSError as error:
        _let_go()
        raise OutputError(f"cannot be written: {error.strerror}", place="standard output") from error


def _let_go() -> None:
    """Send what is still held for standard output nowhere, so that it is not tried again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_lines(lines: Iterable[str], *, output: Path | None) -> None:
    """Write text for a reader; what the stream cannot say is replaced."""
    with _sink(output) as sink:
        coding = sink.encoding or "utf-8"
        sink.writelines(f"{line}\n".encode(coding, "replace").decode(coding) for line in lines)


def write_rows(rows: Iterable[dict[str, Any]], *, form: RowFormat, output: Path | None) -> None:
    """Write rows as JSON Lines (one line a row, ASCII), a JSON array, or CSV with nested values as JSON."""
    with _sink(output) as sink:
        if form is RowFormat.jsonl:
            for row in rows:
                sink.write(dumps(row) + "\n")
        elif form is RowFormat.json:
            _write_array(rows, sink)
        else:
            _write_csv(rows, sink)


def _write_array(rows: Iterable[dict[str, Any]], sink: TextIO) -> None:
    mark = "["
    for row in rows:
        sink.write(f"{mark}\n{dumps(row)}")
        mark = ","
    sink.write("[]\n" if mark == "[" else "\n]\n")


def _write_csv(rows: Iterable[dict[str, Any]], sink: TextIO) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    names: list[str] | None = None
    for row in rows:
        if names is None:
            names = list(row)
            writer.writerow(names)
        writer.writerow([safe_cell(row.get(name)) for name in names])
        sink.write(buffer.getvalue())
        buffer.seek(0)
        buffer.truncate()
