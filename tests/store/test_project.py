"""The project file: what goes in comes out, decisions only grow, and a bad file is named."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus_tool import schema
from corpus_tool.errors import StoreError
from corpus_tool.models import Analysis, Decision
from corpus_tool.store import Project, open_project
from corpus_tool.store.migrations import STEPS
from tests.factory import document, findings, mention


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a project.sqlite"


@pytest.fixture
def project() -> Iterator[Project]:
    with open_project(None) as found:
        yield found


def decision(identity: str = "k1", **more: str) -> Decision:
    return dataclasses.replace(
        Decision(id=identity, kind="reject_flag", path="a.txt", quote="The fee is 40 crowns."), **more
    )


def analysis(text: str = "The fee is 40 crowns.") -> Analysis:
    home = document(text=text)
    return Analysis(mentions=(mention(home, text, context="harbour", subject="fee"),))


def test_findings_come_back_whole(path: Path) -> None:
    found = dataclasses.replace(findings(), accounts=())
    with open_project(path) as project:
        project.save(found, version="1")
    with open_project(path) as project:
        assert project.findings() == found


def test_a_second_run_replaces_the_tables_of_the_first(project: Project) -> None:
    found = findings()
    project.save(found, version="1")
    project.save(dataclasses.replace(found, flags=(), externals=()), version="1")
    assert project.table("flags") == []
    assert len(project.table("documents")) == len(found.documents)


def test_the_tables_can_be_searched(path: Path) -> None:
    for _ in range(2):
        with open_project(path) as project:
            project.save(findings(), version="1")
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'magazine'"
    ).fetchall()
    connection.close()
    assert len(rows) == 1


def test_analyses_are_remembered_by_key(path: Path) -> None:
    with open_project(path) as project:
        assert project.remembered(["one", "two"]) == {}
        project.remember([("one", analysis()), ("two", Analysis())])
    with open_project(path) as project:
        assert project.remembered(["two", "three", "one"]) == {"one": analysis(), "two": Analysis()}


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"mentions": 4, "credits": []}', b"\xff\xfe"])
def test_a_damaged_analysis_is_forgotten(path: Path, damage: bytes) -> None:
    with open_project(path) as project:
        project.remember([("one", analysis()), ("two", analysis())])
    connection = sqlite3.connect(path)
    connection.execute("UPDATE analyses SET rows = ? WHERE key = 'one'", (damage,))
    connection.commit()
    connection.close()
    with open_project(path) as project:
        assert project.remembered(["one", "two"]) == {"two": analysis()}


def test_half_a_character_is_kept_where_it_can_be_and_marked_where_not(project: Project) -> None:
    text = "The fee \ud800 is 40 crowns."
    project.remember([("one", analysis(text))])
    assert project.remembered(["one"]) == {"one": analysis(text)}
    home = document(text=text, title="\udfff")
    found = dataclasses.replace(findings(), documents=(home,), mentions=analysis(text).mentions)
    project.save(found, version="1")
    (row,) = project.table("documents")
    assert row["text"] == "The fee \ufffd is 40 crowns."


def test_decisions_are_kept_in_order_and_never_changed(path: Path) -> None:
    made = [decision("k2"), decision("k1", value="no", reason="an older page says so")]
    with open_project(path) as project:
        for one in made:
            project.decide(one)
        with pytest.raises(StoreError, match="k1"):
            project.decide(decision("k1", value="yes"))
        assert project.decisions() == tuple(made)
    connection = sqlite3.connect(path)
    for statement in ("UPDATE decisions SET value = 'yes'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_decisions_outlive_a_run(project: Project) -> None:
    project.decide(decision())
    project.save(findings(), version="1")
    assert project.decisions() == (decision(),)


def test_every_table_has_the_columns_of_its_type(project: Project, path: Path) -> None:
    with open_project(path) as found:
        found.save(findings(), version="1")
    connection = sqlite3.connect(path)
    for name, cls in schema.TABLES.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info([{name}])")]
        assert columns == list(schema.sqlite_columns(cls)), name
    connection.close()


def test_the_settings_of_the_last_run_are_known(project: Project) -> None:
    assert project.settings() == {}
    project.save(findings(), version="1")
    assert project.settings() == findings().settings


def _garbage(path: Path) -> None:
    path.write_bytes(b"this is no project file, " * 400)


def _cut(path: Path) -> None:
    with open_project(path) as project:
        project.save(findings(), version="1")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\x07" * (len(whole) - 4096))


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    connection.close()


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("spoil", [_garbage, _cut, _newer, _folder], ids=lambda spoil: spoil.__name__)
def test_a_file_that_cannot_be_used_is_named_with_a_remedy(path: Path, spoil) -> None:
    spoil(path)
    with pytest.raises(StoreError) as found, open_project(path) as project:
        project.findings()
        project.remembered(["one"])
    assert found.value.place == str(path)
    assert found.value.remedy


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("no folder")
    for place in (tmp_path / "a file" / "p.sqlite", tmp_path / "no such folder" / "p.sqlite"):
        with pytest.raises(StoreError) as found, open_project(place):
            pass
        assert found.value.place == str(place)


def test_a_file_held_by_another_run_is_said_to_be(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(
        "corpus_tool.store.project.sqlite3.connect", lambda place, **_: connect(place, timeout=0.1)
    )
    with open_project(path):
        pass
    other = connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="locked"), open_project(path) as project:
        project.remember([("one", analysis())])
    other.close()


def test_a_file_of_an_older_version_is_brought_to_today(path: Path) -> None:
    with open_project(path) as project:
        project.decide(decision())
    with open_project(path) as project:
        assert project.decisions() == (decision(),)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    connection.close()
