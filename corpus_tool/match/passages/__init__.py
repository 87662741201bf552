"""Text that documents share: over a whole corpus, exact on both sides, never by all pairs."""

from __future__ import annotations

from corpus_tool.match.passages.documents import shared_documents, shared_in
from corpus_tool.match.passages.find import found_in, passages, portions

__all__ = ["found_in", "passages", "portions", "shared_documents", "shared_in"]
