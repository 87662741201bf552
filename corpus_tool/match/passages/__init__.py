"""Text that documents share: over a whole corpus, exact on both sides, never by all pairs."""

from __future__ import annotations

from corpus_tool.match.passages.find import found_in, passages, portions
from corpus_tool.match.passages.grade import Borrowing, borrowing

__all__ = ["Borrowing", "borrowing", "found_in", "passages", "portions"]
