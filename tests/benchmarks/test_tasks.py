"""What is absent is said to be absent."""

from __future__ import annotations

import math

from benchmarks import errors, tasks


def test_absent_data_gives_a_row(tmp_path):
    rows = tasks.measure("claims", tmp_path)
    assert [(row.task, row.metric) for row in rows] == [("claims", "absent")]
    assert math.isnan(rows[0].value)
    assert tasks.data_hash("claims", tmp_path) is None


def test_an_absent_module_gives_a_row(tmp_path, monkeypatch):
    monkeypatch.setitem(tasks.TASKS, "no_such_module", tasks.Task(data=(".",)))
    assert tasks.measure("no_such_module", tmp_path)[0].note == "no such module"
    assert list(errors.task_lines("no_such_module", tmp_path)) == ["no_such_module: absent"]


def test_the_hash_changes_with_names_and_bytes(tmp_path):
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / "a.json").write_text("1")
    first = tasks.data_hash("claims", tmp_path)
    (folder / "a.json").write_text("2")
    second = tasks.data_hash("claims", tmp_path)
    (folder / "a.json").rename(folder / "b.json")
    assert len({first, second, tasks.data_hash("claims", tmp_path)}) == 3


def test_every_task_knows_its_corpora():
    assert tasks.data_hash("gold", tasks.DATA) is not None


def test_an_unknown_task_is_named(tmp_path):
    assert "no such task" in next(iter(errors.task_lines("nothing", tmp_path)))
