"""The command line: one file per command. Data on stdout only; all else on stderr.

Exit codes: 0 done; 1 findings, only with ``--check``; 2 usage; 3 done in part; 4 failed; 130 interrupted.
"""

from __future__ import annotations

import os
from typing import Final

__all__ = ["main"]

INTERRUPTED: Final = 130
"""What shells take for "stopped by Ctrl-C"."""


def main() -> None:
    """Entry point of ``corpus-tool``."""
    # The processes are the parallelism: threads that spin for one another within each only cost time.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        # Loading the commands takes a second, in which Ctrl-C is no fault either.
        from corpus_tool.cli.app import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
