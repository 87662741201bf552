"""The ledger and the plan: what is known is not read again, what was stopped goes on, and a dry run reads nothing."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from corpus_tool.errors import StoreError
from corpus_tool.ingest import open_ledger, plan, read
from corpus_tool.ingest import reading as reading_module
from corpus_tool.ingest.ledger import FILE, user_store
from corpus_tool.rows import dumps, public
from tests.cli.runner import ROOT, call, environment
from tests.ingest.web.server import MORE, STORY, page


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.html").write_bytes(page())
    (folder / "b.txt").write_text(f"{STORY}\n\n{MORE}\n")
    (folder / "rows.jsonl").write_text('{"id": "r", "text": "The ferry stops on Friday."}\n')
    (folder / "empty.txt").write_bytes(b"")
    with zipfile.ZipFile(folder / "z.zip", "w") as packed:
        packed.writestr("c.txt", MORE)
    return folder


@pytest.fixture
def opened(monkeypatch):
    """Names of the sources that a reader was asked to read."""
    seen: list[str] = []
    honest = reading_module._read_now

    def watched(source):
        seen.append(source.name)
        return honest(source)

    monkeypatch.setattr(reading_module, "_read_now", watched)
    return seen


def told(documents) -> str:
    return "\n".join(dumps(public(document)) for document in documents)


def test_a_second_reading_of_the_same_bytes_reads_nothing(pile, tmp_path, opened):
    with open_ledger(tmp_path / "store") as ledger:
        first = told(read([pile], ledger=ledger))
        assert set(opened) == {"a.html", "b.txt", "rows.jsonl", "empty.txt", "z.zip"}
        opened.clear()
        assert told(read([pile], ledger=ledger)) == first == told(read([pile]))
    # Rows are read as fast as they are looked up; what failed may have been the machine's fault.
    assert opened[:2] == ["empty.txt", "rows.jsonl"]


def test_other_bytes_and_other_names_are_read(pile, tmp_path, opened):
    with open_ledger(tmp_path / "store") as ledger:
        list(read([pile / "b.txt"], ledger=ledger))
        (pile / "b.txt").write_text(MORE)
        assert next(iter(read([pile / "b.txt"], ledger=ledger))).text == MORE
        (pile / "d.txt").write_text(MORE)
        assert next(iter(read([pile / "d.txt"], ledger=ledger))).path == "d.txt"
    assert opened == ["b.txt", "b.txt", "d.txt"]


def test_another_revision_of_the_readers_reads_anew(pile, tmp_path, opened, monkeypatch):
    with open_ledger(tmp_path / "store") as ledger:
        list(read([pile / "b.txt"], ledger=ledger))
        monkeypatch.setattr("corpus_tool.ingest.ledger.reader_revision", lambda: "another")
        list(read([pile / "b.txt"], ledger=ledger))
    assert opened == ["b.txt", "b.txt"]


def test_a_damaged_entry_is_read_again(pile, tmp_path):
    store = tmp_path / "store"
    with open_ledger(store) as ledger:
        first = told(read([pile / "b.txt"], ledger=ledger))
    with sqlite3.connect(store / FILE) as db:
        db.execute("UPDATE readings SET documents = x'00'")
    with open_ledger(store) as ledger:
        assert told(read([pile / "b.txt"], ledger=ledger)) == first


def test_a_reading_that_was_broken_off_is_not_remembered(pile, tmp_path):
    two = pile / "two.mbox"
    two.write_text(
        "".join(
            f"From a@b Thu Jan  1 00:00:00 2015\nFrom: a@b.example\nSubject: {n}\n\n{MORE}\n\n"
            for n in (1, 2)
        )
    )
    with open_ledger(tmp_path / "store") as ledger:
        rows = read([two], ledger=ledger)
        next(rows)
        rows.close()
        assert len(list(read([two], ledger=ledger))) == len(list(read([two])))


def test_a_file_that_is_no_ledger_is_named(tmp_path):
    (tmp_path / FILE).write_bytes(b"something else" * 100)
    with pytest.raises(StoreError, match="--store"), open_ledger(tmp_path):
        pass
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match="--store"), open_ledger(tmp_path / "file"):
        pass


def test_the_users_folder_follows_the_system(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert user_store() == tmp_path / "corpus-tool"


def test_a_killed_ingest_goes_on_to_the_same_bytes(tmp_path):
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(40):
        (pile / f"{number:02}.html").write_bytes(page(*[f"{STORY} {number}", MORE] * 30))
    out, store = tmp_path / "out.jsonl", tmp_path / "store"
    command = [
        sys.executable,
        "-m",
        "corpus_tool",
        "ingest",
        str(pile),
        "-o",
        str(out),
        "--store",
        str(store),
    ]
    started = subprocess.Popen(command, cwd=ROOT, env=environment())
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not _kept(store):
        time.sleep(0.02)
    started.send_signal(signal.SIGKILL)
    started.wait(10)
    assert _kept(store)
    assert call("ingest", pile, "-o", out, "--store", store).code == 0
    whole = tmp_path / "whole.jsonl"
    assert call("ingest", pile, "-o", whole).code == 0
    assert out.read_bytes() == whole.read_bytes()


def _kept(store: Path) -> int:
    try:
        with sqlite3.connect(f"file:{store / FILE}?mode=ro", uri=True) as db:
            return int(db.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_a_plan_names_reader_and_size(pile):
    rows = {row.path: row for row in plan([pile, pile / "gone.txt"])}
    assert {path: row.reader for path, row in rows.items()} == {
        "a.html": "html",
        "b.txt": "plain text",
        "empty.txt": None,
        "rows.jsonl": "json lines",
        "z.zip": "archive",
        "gone.txt": None,
    }
    assert rows["a.html"].size == len(page())
    assert rows["empty.txt"].remark == "empty file"
    assert rows["gone.txt"].remark == "no such file"


def test_a_dry_run_reads_nothing_and_asks_nobody(pile, tmp_path, opened):
    store = tmp_path / "store"
    found = call(
        "ingest",
        pile,
        "https://pier.example/a",
        "--feed",
        "https://pier.example/f",
        "--store",
        store,
        "--dry-run",
    )
    assert found.code == 0
    assert [row["path"] for row in found.rows][-2:] == ["https://pier.example/a", "https://pier.example/f"]
    assert found.rows[-1]["reader"] == "web"
    assert not store.exists()
    assert opened == []
