"""Exit codes, and what a user sees of a fault of ours: a message and a file, never a bare traceback."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

from corpus_tool import __version__

DONE: Final = 0
FOUND: Final = 1
USAGE: Final = 2
IN_PART: Final = 3
FAILED: Final = 4


class FaultReport:
    """Context manager: any exception that leaves it becomes a message, a file, and exit 4."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or issubclass(kind, SystemExit | KeyboardInterrupt):
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        with tempfile.NamedTemporaryFile(
            "w",
            prefix="corpus-tool-",
            suffix=".traceback.txt",
            delete=False,
            encoding="utf-8",
            errors="replace",
        ) as file:
            file.write(f"corpus-tool {__version__}\n{text}")
        sys.stderr.write(
            f"corpus-tool: a fault of this tool stopped it: {kind.__name__}: {error}\n"
            f"  What was being done is in {Path(file.name)}; please send that file with a report.\n"
        )
        raise SystemExit(FAILED) from None
