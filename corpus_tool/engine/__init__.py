"""Where stage functions run: this process, or several on this machine."""

from __future__ import annotations

from corpus_tool.engine.crew import crew
from corpus_tool.engine.local import BATCH_ITEMS, map_batches

__all__ = ["BATCH_ITEMS", "crew", "map_batches"]
