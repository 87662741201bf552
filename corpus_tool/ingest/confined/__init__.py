"""Parsers of containers from strangers, each in a process of its own that may be killed."""

from corpus_tool.ingest.confined.caller import confined

__all__ = ["confined"]
