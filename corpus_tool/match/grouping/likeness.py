"""How likely two wordings state one thing, from their comparison and what they are about."""

from __future__ import annotations

from corpus_tool.models import Comparison, Mention


def likeness(one: Mention, two: Mention, comparison: Comparison) -> float:
    """0–1; .5 where a reader would be undecided."""
    del one, two
    floor = {"verbatim": 0.95, "near_copy": 0.85, "paraphrase": 0.6}.get(comparison.relation, 0.0)
    return max(floor, comparison.similarity if floor else min(comparison.similarity, 0.45))
