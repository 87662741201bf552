"""Batches in one process or several: the same results, in the same order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

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


def test_a_script_without_a_guard_is_not_run_again_by_its_helpers(tmp_path: Path) -> None:
    script = tmp_path / "plain script.py"
    script.write_text(
        "import math\n"
        "from corpus_tool import engine\n"
        "from corpus_tool.engine import local\n"
        "print('begins')\n"
        "local.workers = lambda: 2\n"
        "print([found for _, found in engine.map_batches(math.fsum, [1, 2, 3, 4], parallel=True, size=2)])\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["begins", "[3.0, 7.0]"], done.stderr


def test_where_no_process_can_be_had_this_one_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(count: int) -> None:
        raise OSError("no processes here")

    monkeypatch.setattr(local, "workers", lambda: 2)
    monkeypatch.setattr(local, "hired", refused)
    with pytest.warns(RuntimeWarning, match="no processes here"):
        found = [
            number
            for _, part in engine.map_batches(squares, range(6), parallel=True, size=2)
            for number in part
        ]
    assert found == [0, 1, 4, 9, 16, 25]


def test_one_crew_serves_all_maps_of_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "workers", lambda: 2)
    with engine.crew():
        first = {pid for _, pid in engine.map_batches(where, range(8), parallel=True, size=1)}
        again = {pid for _, pid in engine.map_batches(where, range(8), parallel=True, size=1)}
    assert os.getpid() not in first | again
    assert len(first | again) <= 2
