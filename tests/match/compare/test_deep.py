"""The transformer's view of two wordings: features in range, and a say over the rules of thumb."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_tool import semantic
from corpus_tool.match.compare import deep, judge
from corpus_tool.match.compare.view import views
from corpus_tool.models import Mention, Span

needs_extra = pytest.mark.skipif(not semantic.available(), reason="needs the extra [semantic]")
PUMPS = "Doctors in the northern districts warned that the insulin pumps stopped without notice."


def mention(text: str) -> Mention:
    span = Span(start=0, end=len(text))
    return Mention(id=text, document_id="d", start=0, end=len(text), text=text, sentence=span)


def met(best: list[float], *, exact: bool = False) -> deep.Met:
    size = len(best)
    held = np.array(best, dtype=np.float32)
    yes = np.ones(size, dtype=np.bool_)
    return deep.Met(tuple("w" * size), held, np.ones(size, dtype=np.float32), yes, yes & exact, yes)


@pytest.mark.parametrize(
    ("ask", "best", "wanted"),
    [
        (deep.met, [1.0, 0.5], 0.75),
        (deep.unmet, [1.0, 0.4, 0.1], 0.4),
        (deep.half_met, [0.6, 0.9], 0.125),
        (deep.passed_over, [0.1, 0.2, 0.9, 0.1], 0.4),
        (deep.names_alone, [0.1, 0.2, 0.9], 1.0),
        (deep.worst_met, [1.0, 0.5], 0.75),
    ],
)
def test_measures(ask, best: list[float], wanted: float) -> None:
    assert ask(met(best)) == pytest.approx(wanted)


@needs_extra
def test_a_wording_is_itself_and_not_another() -> None:
    same, near, far = (
        views([mention(PUMPS), mention(text)])
        for text in (
            PUMPS,
            "Insulin pumps halted with no warning, physicians up north say.",
            "The tram is late.",
        )
    )
    chances = [judge.semantic(*pair).chance for pair in (same, near, far)]
    assert chances == sorted(chances, reverse=True)
    assert len(deep.features(*near)) == len(deep.NAMES)


@needs_extra
def test_the_table_names_every_feature() -> None:
    assert judge._table("compare_deep.json")["weights"].keys() == set(deep.NAMES)
