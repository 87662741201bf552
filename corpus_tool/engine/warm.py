"""Loaded by the server that processes are forked from: what every stage reads before its first row."""

from __future__ import annotations

import gc

from corpus_tool import embedding, extract, match
from corpus_tool.engine.heap import seldom
from corpus_tool.models import Document

__all__ = ["embedding", "extract", "match"]

extract.mentions_of([Document(id="warm", text="Ana Example said that 12 mills closed in 2019.")])
embedding.load()
seldom()
# What is loaded stays: no process that is forked from here walks over it, and its pages stay shared.
gc.freeze()
