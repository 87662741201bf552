"""Text copied from a web page, read as a person reads it."""

from corpus_tool.ingest.pasted.page import read_page

__all__ = ["read_page"]
