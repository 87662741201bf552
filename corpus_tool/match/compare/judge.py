"""From features to a relation: learnt weights, two thresholds, and reasons in plain words."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus_tool.match.compare import differences
from corpus_tool.match.compare.features import FEATURES
from corpus_tool.match.compare.view import View, views
from corpus_tool.models import Comparison, Mention, Relation

NEAR_COPY = 0.9
"""Share of words in common order from which two wordings are one text with slips of the pen."""


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    raw = files(__package__).joinpath("weights", "compare.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(raw)
    return table


def chance(values: Sequence[float]) -> float:
    """Logistic regression over the features: the chance that both say the same."""
    table = _table()
    total = table["intercept"] + sum(
        table["weights"][feature.__name__] * value for feature, value in zip(FEATURES, values, strict=True)
    )
    return 1 / (1 + math.exp(-total))


def compare_views(a: View, b: View) -> Comparison:
    """Compare two wordings; b is the later."""
    if a.key == b.key and a.words:
        return _finish(a, b, "verbatim", 1.0)
    values = [feature(a, b) for feature in FEATURES]
    if values[2] >= NEAR_COPY:
        return _finish(a, b, "near_copy", max(0.9, values[2]))
    probability = chance(values)
    threshold, least = _table()["paraphrase"], 0.4
    if probability >= threshold:
        similarity = 0.6 + 0.3 * (probability - threshold) / (1 - threshold)
        return _finish(a, b, "paraphrase", similarity)
    similarity = 0.6 * probability / threshold
    return _finish(a, b, "related" if values[5] >= least or similarity >= 0.2 else "unrelated", similarity)


def _finish(a: View, b: View, relation: Relation, similarity: float) -> Comparison:
    found = differences.values(a.values, b.values)
    comparable = relation != "unrelated"
    reasons = [item.reason for item in (*found.clashing, *found.agreeing)][:4]
    return Comparison(
        relation=relation,
        similarity=round(similarity, 4),
        value_conflict=comparable and bool(found.clashing),
        polarity_conflict=comparable and differences.polarity_conflict(a, b),
        certainty_change=differences.certainty_change(a, b),
        strength_change=differences.strength_change(a, b),
        reasons=tuple(reasons),
    )


def compare_many(seen: Sequence[View], pairs: Sequence[tuple[int, int]]) -> list[Comparison]:
    """One comparison a pair of positions in ``seen``, in order."""
    return [compare_views(seen[i], seen[j]) for i, j in pairs]


def compare(a: Sequence[Mention], b: Sequence[Mention]) -> Comparison:
    """Compare two wordings of one or more mentions each; the best alignment counts.

    Args:
        a: The earlier wording.
        b: The later wording.
    """
    left, right = views(a), views(b)
    found = [compare_views(one, two) for one in left for two in right]
    if not found:
        return Comparison(relation="unrelated", similarity=0.0, reasons=("One side states nothing.",))
    return max(found, key=lambda item: item.similarity)
