"""The command line: one file per command. Data on stdout only; all else on stderr.

Exit codes: 0 done; 1 findings, only with ``--check``; 2 usage; 3 done in part; 4 failed.
"""

from __future__ import annotations

from corpus_tool.cli.app import main

__all__ = ["main"]
