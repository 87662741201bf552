"""Floors fail a fall, are raised freely, and sink only where that is asked for."""

from __future__ import annotations

import math

import pytest

from benchmarks import floors
from benchmarks.floors import Floor
from benchmarks.table import Row


def row(value: float, metric: str = "F1", task: str = "claims") -> Row:
    return Row(task=task, metric=metric, value=value)


@pytest.mark.parametrize(
    ("value", "floor", "metric", "fallen"),
    [
        (0.9, 0.8, "F1", False),
        (0.8, 0.8, "F1", False),
        (0.7, 0.8, "F1", True),
        (math.nan, 0.8, "F1", True),
        (5, 10, "comment segments leaked", False),
        (12, 10, "comment segments leaked", True),
    ],
)
def test_below(value, floor, metric, fallen):
    assert floors.below(row(value, metric), floor) is fallen


def test_a_note_can_say_that_less_is_better():
    leaked = Row(task="pages", metric="segments", value=8, note="lower")
    assert not floors.rising(leaked)
    assert floors.below(leaked, 7)


@pytest.mark.parametrize("metric", ["seconds, cold", "classifier sentences/s"])
def test_no_floor_under_what_the_machine_decides(metric):
    assert floors.pinned([row(5, metric)], None, "a", lower=False).figures == {}


def test_falls_names_the_figure():
    known = Floor(sha256="a", figures={"claims: F1": 0.8, "claims: AP": 0.5})
    assert floors.falls("claims", [row(0.7)], known, "a") == [
        "claims: AP was not measured",
        "claims: F1 is 0.7000, floor 0.8000",
    ]


@pytest.mark.parametrize(
    ("task", "sha256", "count"),
    [("claims", "b", 0), ("claims", None, 0), ("gold", "b", 1), ("gold", None, 0)],
)
def test_other_data_is_judged_only_where_it_is_ours(task, sha256, count):
    known = Floor(sha256="a", figures={f"{task}: F1": 0.8})
    assert len(floors.falls(task, [row(0.1, task=task)], known, sha256)) == count


def test_pinning_raises_and_never_lowers_unasked():
    old = Floor(sha256="a", figures={"claims: F1": 0.8, "claims: AP": 0.9})
    rows = [row(0.9), row(0.7, "AP"), row(300, "found"), row(8, "leaked"), row(math.nan, "absent")]
    kept = floors.pinned(rows, old, "b", lower=False)
    assert kept.sha256 == "b"
    assert kept.figures == {
        "claims: F1": 0.89,
        "claims: AP": 0.9,
        "claims: found": 297.0,
        "claims: leaked": 8.08,
    }
    assert floors.pinned(rows, old, "b", lower=True).figures["claims: AP"] == 0.69


def test_floors_survive_a_round_trip(tmp_path):
    path = tmp_path / "baseline.json"
    assert floors.load(path) == {}
    known = {"claims": Floor(sha256="a", figures={"claims: F1": 0.8})}
    floors.save(known, path)
    assert floors.load(path) == known
