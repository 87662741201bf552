"""Batches in one process or several: the same results, in the same order."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from corpus_tool import engine
from corpus_tool.engine import local


def squares(batch: Sequence[int]) -> list[int]:
    return [number * number for number in batch]


def where(batch: Sequence[int]) -> int:
    return os.getpid()


def broken(batch: Sequence[int]) -> None:
    raise ValueError(f"no square of {batch[0]}")


@pytest.mark.parametrize("count", [0, 1, engine.BATCH_ITEMS, engine.BATCH_ITEMS + 1, 5 * engine.BATCH_ITEMS])
def test_every_item_is_answered_in_order(count: int) -> None:
    batches = list(engine.map_batches(squares, range(count), parallel=False))
    assert [item for batch, _ in batches for item in batch] == list(range(count))
    assert [found for _, results in batches for found in results] == [n * n for n in range(count)]


def test_several_processes_give_what_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "workers", lambda: 2)
    items = range(3 * engine.BATCH_ITEMS + 5)
    alone = list(engine.map_batches(squares, items, parallel=False))
    together = list(engine.map_batches(squares, items, parallel=True))
    assert together == alone


def test_other_processes_are_used_only_where_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "workers", lambda: 2)
    items = range(2 * engine.BATCH_ITEMS)
    assert {pid for _, pid in engine.map_batches(where, items, parallel=False)} == {os.getpid()}
    assert os.getpid() not in {pid for _, pid in engine.map_batches(where, items, parallel=True)}
    small = range(3)
    assert {pid for _, pid in engine.map_batches(where, small, parallel=True)} == {os.getpid()}


@pytest.mark.parametrize("parallel", [False, True])
def test_an_error_of_a_batch_is_not_lost(parallel: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "workers", lambda: 2)
    with pytest.raises(ValueError, match="no square of 0"):
        list(engine.map_batches(broken, range(2 * engine.BATCH_ITEMS), parallel=parallel))
