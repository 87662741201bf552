"""The report: findings as one self-contained page, Markdown, JSON and CSV."""

from __future__ import annotations

from corpus_tool.report.leading import Lead, leading
from corpus_tool.report.words import FLAG_NAMES
from corpus_tool.report.writers import WRITERS, write

__all__ = ["FLAG_NAMES", "WRITERS", "Lead", "leading", "write"]
