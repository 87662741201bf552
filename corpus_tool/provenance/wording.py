"""How firmly a mention is worded, read the same way by every signal and flag."""

from __future__ import annotations

from corpus_tool.models import Mention
from corpus_tool.provenance.lexicon import fold, patterns

HEDGED_BELOW = 0.72
"""Certainty under which a statement is hedged: one plain hedge ("may", "reportedly") brings it here."""
FLAT_FROM = 0.8
"""Certainty from which a statement is flat."""


def governed_by_doubt(mention: Mention) -> bool:
    """Whether a lead-in or heading above the statement makes it hang on a doubt."""
    governor = mention.governed_by
    return governor is not None and patterns("speech", "hedges").search(fold(governor.text)) is not None


def is_hedged(mention: Mention) -> bool:
    """Whether a statement is hedged, by a word that can be shown: its own or one of what governs it.

    A low certainty without such a word ("15 percent less likely", "the lid can break") is no hedge.
    """
    shown = bool(mention.hedges) or mention.governed_by is not None
    return (mention.certainty < HEDGED_BELOW and shown) or governed_by_doubt(mention)


def is_flat(mention: Mention) -> bool:
    """Whether a statement is made without a hedge."""
    return mention.certainty >= FLAT_FROM and not governed_by_doubt(mention)


def excerpt(text: str, limit: int = 12) -> str:
    """A statement as quoted in a sentence for the reader: one line, at most ``limit`` words."""
    words = text[: limit * 30].split()
    line = " ".join(words[:limit])[: limit * 12].strip("“”\"'‘’")
    return line if len(words) <= limit else f"{line} …"
