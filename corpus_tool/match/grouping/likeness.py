"""How likely a reader files two wordings under one claim."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib.resources import files

from corpus_tool.match.grouping.features import FEATURES, Aspect, likened
from corpus_tool.models import Comparison, Relation

_CERTAIN: dict[Relation, float] = {"verbatim": 0.98, "near_copy": 0.9}
"""One text with slips of the pen is one claim, whatever its words weigh."""

_DOUBT = 0.89
"""Other words never make it certain."""


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    raw = files("corpus_tool.match").joinpath("weights", "claims.json").read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(raw)["weights"]
    return table


def likeness(one: Aspect, two: Aspect, comparison: Comparison) -> float:
    """0–1; .5 where a reader would be undecided."""
    weights, pair = _weights(), likened(one, two)
    total = weights["intercept"] + sum(weights[ask.__name__] * ask(pair) for ask in FEATURES)
    chance = min(_DOUBT, 1 / (1 + math.exp(-total)))
    return max(_CERTAIN.get(comparison.relation, 0.0), chance)
