"""Web pages."""

from corpus_tool.ingest.html.reader import read, sniff

__all__ = ["read", "sniff"]
