"""Marks of a text: what an update, correction or caveat does to what stands above it."""

from __future__ import annotations

from typing import Final, Literal

from corpus_tool.extract.lexicon import hits
from corpus_tool.extract.tokens import tokens

NoteEffect = Literal["weakens", "withdraws", "changes", "confirms", "adds", "unclear"]

PRECEDENCE: Final[tuple[NoteEffect, ...]] = ("withdraws", "weakens", "changes", "confirms", "adds")
"""The gravest effect a note's words have is what the note does."""


def note_effect(text: str) -> NoteEffect:
    """What a note does: doubts, takes back, changes, confirms, adds a source, or not plain.

    Args:
        text: The note's words, with or without its "Update:" label.
    """
    found = {hit.term.label for hit in hits(tokens(text), "notes.tsv")}
    if "reverses" in found and "weakens" in found:
        return "confirms"
    return next((effect for effect in PRECEDENCE if effect in found), "unclear")


def is_ironic(text: str) -> bool:
    """Whether a text carries a mark of irony, satire or the plainly hypothetical."""
    return bool(hits(tokens(text), "irony.txt"))
