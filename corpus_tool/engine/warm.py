"""Loaded by the server that processes are forked from: what every stage reads before its first row."""

from __future__ import annotations

from corpus_tool import embedding, extract, match
from corpus_tool.models import Document

__all__ = ["embedding", "extract", "match"]

extract.mentions_of([Document(id="warm", text="Ana Example said that 12 mills closed in 2019.")])
