"""The SQLite project file: what was read and found, what was decided, what need not be done again."""

from __future__ import annotations

from corpus_tool.store.lineage import Step
from corpus_tool.store.project import Project, open_project

__all__ = ["Project", "Step", "open_project"]
