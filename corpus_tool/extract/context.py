"""Words a statement borrows from what stands around it, for matching."""

from __future__ import annotations

from corpus_tool.extract.blocks import Block
from corpus_tool.text import fold_space

LONGEST = 120
"""Characters; more would drown the statement's own words."""


def context(block: Block, antecedent: str | None) -> str:
    """Antecedent, lead-in and heading, in this order, cut at a word."""
    lead = block.lead.text if block.lead is not None else ""
    heading = block.heading if block.heading != lead else ""
    return _short(fold_space(" ".join(part for part in (antecedent or "", lead, heading) if part)))


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST + 1].rsplit(" ", 1)[0][:LONGEST]
