"""The readers: files, folders and rows in, documents out."""

from corpus_tool.ingest.reading import read
from corpus_tool.ingest.rows import read_rows

__all__ = ["read", "read_rows"]
