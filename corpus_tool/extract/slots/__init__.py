"""Normalised values in a sentence: numbers, dates, who did it, under what condition, to what effect."""

from __future__ import annotations

from corpus_tool.extract.slots.grammar import slots

__all__ = ["slots"]
