"""corpus_tool: which claims in a pile of articles spread by repetition without sourcing."""

from __future__ import annotations

__version__ = "0.1.0"
