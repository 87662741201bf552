"""Looks for dead circles are put back to what they were."""

from __future__ import annotations

import gc

from corpus_tool import engine
from corpus_tool.engine.heap import seldom_collected


def test_the_habit_ends_with_the_work() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_a_crew_looks_seldom() -> None:
    before = gc.get_threshold()
    with engine.crew():
        within = gc.get_threshold()
    assert within[0] > before[0]
    assert gc.get_threshold() == before
