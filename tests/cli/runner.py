"""The command as a user calls it: bytes in, bytes out, an exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from corpus_tool.cli import main

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "citizen_score"


@dataclass(frozen=True)
class Answer:
    """What a call left behind."""

    code: int
    out: bytes
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def environment(**more: str) -> dict[str, str]:
    """Ours, without options of the tool that a developer may have set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CORPUS_TOOL_")}
    return {**kept, "OMP_NUM_THREADS": "1", **more}


def call(*arguments: object, stdin: bytes = b"", **env: str) -> Answer:
    """Call the entry point in this process: what a process of its own would do, without its start."""
    out, err = _sink(), _sink()
    code = 0
    with (
        patch.dict(os.environ, environment(**env), clear=True),
        patch.object(sys, "argv", ["corpus-tool", *map(str, arguments)]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
    ):
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
    return Answer(code, _written(out), _written(err).decode("utf-8"))


def _sink() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")


def _written(sink: io.TextIOWrapper) -> bytes:
    sink.flush()
    data: bytes = sink.buffer.getvalue()  # type: ignore[attr-defined]
    return data


def process(*arguments: object, stdin: bytes = b"", python: tuple[str, ...] = (), **env: str) -> Answer:
    """Run ``python -m corpus_tool`` with these arguments in a process of its own."""
    found = subprocess.run(
        [sys.executable, *python, "-m", "corpus_tool", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env=environment(**env),
        timeout=400,
        check=False,
    )
    return Answer(found.returncode, found.stdout, found.stderr.decode("utf-8"))


def lines(*rows: Any) -> bytes:
    """Rows as JSON Lines."""
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)
