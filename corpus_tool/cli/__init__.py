"""The command line: one file per command."""

from __future__ import annotations


def main() -> None:
    """Entry point of ``corpus-tool``."""
