"""``python -m corpus_tool``."""

from __future__ import annotations

from corpus_tool.cli import main

if __name__ == "__main__":
    main()
