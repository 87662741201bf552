"""The command as a user calls it: a process of its own, bytes in and bytes out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


def call(
    *arguments: object, stdin: bytes = b"", cwd: Path = ROOT, python: tuple[str, ...] = (), **env: str
) -> Answer:
    """Run ``python -m corpus_tool`` with these arguments."""
    found = subprocess.run(
        [sys.executable, *python, "-m", "corpus_tool", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**env),
        timeout=300,
        check=False,
    )
    return Answer(found.returncode, found.stdout, found.stderr.decode("utf-8"))


def lines(*rows: Any) -> bytes:
    """Rows as JSON Lines."""
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)
