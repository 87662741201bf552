"""Input as it comes: broken, binary, huge, unreadable, in a wrong encoding. Named, and the rest is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runner import call, lines

FEE = "The harbour of Lowmere charges every boat 40 crowns. The fee rose in 2016.\n"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "a pile"
    folder.mkdir()
    (folder / "good.txt").write_text(FEE, encoding="utf-8")
    return folder


def _by_path(found) -> dict[str, dict]:
    return {row["path"]: row for row in found.rows}


def test_what_cannot_be_read_is_named_and_the_rest_is_done(pile: Path) -> None:
    (pile / "empty.txt").write_bytes(b"")
    (pile / "picture.txt").write_bytes(bytes(range(256)) * 64)
    (pile / "rows.jsonl").write_bytes(
        lines(*({"id": f"r{n}", "text": FEE} for n in range(1, 7))) + b"{half\n"
    )
    found = call("ingest", pile)
    assert found.code == 3
    rows = _by_path(found)
    assert rows["good.txt"]["status"] == "ok"
    for name in ("empty.txt", "picture.txt"):
        assert rows[name]["status"] in {"partial", "failed"}
        assert rows[name]["status_reason"]
        assert name in found.err
    assert "rows.jsonl" in found.err
    assert "7" in next(line for line in found.err.splitlines() if "rows.jsonl" in line)
    assert {row["id"] for row in found.rows} >= {f"r{n}" for n in range(1, 7)}
    assert all(isinstance(row["text"], str) for row in found.rows)


def test_a_line_of_fifty_megabytes_is_answered(pile: Path) -> None:
    (pile / "long.txt").write_bytes(b"word " * 10_000_000)
    found = call("ingest", pile)
    rows = _by_path(found)
    assert rows["good.txt"]["status"] == "ok"
    assert "long.txt" in rows
    assert (found.code == 3) is (rows["long.txt"]["status"] != "ok")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_named(pile: Path) -> None:
    (pile / "closed.txt").write_text(FEE, encoding="utf-8")
    (pile / "closed.txt").chmod(0)
    found = call("ingest", pile)
    assert found.code == 3
    assert "closed.txt" in found.err


def test_a_link_to_nowhere_is_named(pile: Path) -> None:
    (pile / "gone.txt").symlink_to(pile / "was here once.txt")
    found = call("ingest", pile)
    assert found.code == 3
    assert "gone.txt" in found.err
    assert _by_path(found)["good.txt"]["status"] == "ok"


def test_a_wrong_encoding_is_repaired_and_said(pile: Path) -> None:
    plain = "Nobody in the old harbour remembers who was the first to say it to the others. "
    words = f"{plain}The café in Zürich charges “forty” francs — so the owner said. "
    (pile / "old.txt").write_bytes((words * 8).encode("cp1252"))
    found = call("ingest", pile)
    row = _by_path(found)["old.txt"]
    assert "café in Zürich charges “forty”" in row["text"]
    assert row["status_reason"]


@pytest.mark.parametrize(
    "row",
    [
        b"[1, 2]",
        b'"text"',
        b"null",
        b'{"id": "x"}',
        b'{"id": "x", "text": 4}',
        b'{"id": "x", "text": null}',
        b'{"id": 5, "text": "The fee is 40 crowns."}',
        b'{"id": "x", "text": "The fee is 40 crowns.", "kept": 3, "links": "none", "published": []}',
        b'{"id": "x", "text": "The fee \\ud800 is 40 crowns."}',
        b'{"id": "x", "text": "The \\u0000 fee is 40 crowns."}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"id": "x", "text": "' + b"a" * 100_000 + b'"}',
    ],
    ids=range(13),
)
def test_no_row_stops_the_others(row: bytes) -> None:
    good = lines({"id": "good", "text": FEE})
    found = call("ingest", "-", stdin=good + row + b"\n" + good.replace(b"good", b"last"))
    assert found.code in {0, 3}
    assert [found.rows[0]["id"], found.rows[-1]["id"]] == ["good", "last"]
    assert len(found.rows) == 3
    assert (found.code == 3) is (found.rows[1]["status"] != "ok")


def test_a_run_over_hostile_rows_writes_its_report(pile: Path, tmp_path: Path) -> None:
    rows = [
        {"id": "half", "text": f"{FEE} The \ud800 fee is 40 crowns, said Mr \udfff."},
        {"id": "null", "text": f"{FEE}\u0000 And so on."},
        {"id": "marks", "text": f"<script>alert(1)</script> {FEE} \u2028 \u202e =cmd()"},
        {"id": "", "text": FEE},
        {"text": FEE, "title": "\ud800"},
    ]
    (pile / "rows.jsonl").write_bytes(lines(*rows))
    out = tmp_path / "out"
    for _ in range(2):
        found = call("run", pile, "-o", out, "--project", tmp_path / "p.sqlite", "--quiet")
        assert found.code in {0, 3}, found.err
    assert len((out / "documents.jsonl").read_bytes().splitlines()) >= 6
    assert json.loads((out / "report.json").read_bytes())["schema_version"]
    assert "<script" not in (out / "report.html").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_and_is_no_fault_of_ours(pile: Path) -> None:
    written = call("ingest", pile, "-o", "/dev/full")
    assert written.code == 4
    assert "No space left" in written.err
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "corpus_tool", "ingest", str(pile)]
        piped = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)
    assert piped.returncode == 4
    assert b"standard output: cannot be written" in piped.stderr
    assert b"fault of this tool" not in piped.stderr


def test_a_report_in_place_of_a_file_is_refused_before_the_work(pile: Path) -> None:
    taken = pile / "good.txt"
    found = call("run", pile, "-o", taken)
    assert found.code == 2
    assert "extract" not in found.err
    assert taken.read_text(encoding="utf-8") == FEE


def test_ids_that_no_json_may_hold_are_written_as_words() -> None:
    found = call("compare", "-", stdin=b'{"id":NaN,"a":"The fee is 4.","b":"The fee is 4."}\n')
    assert [row["id"] for row in found.rows] == ["nan"]


def test_a_broken_line_is_told_by_its_place() -> None:
    found = call("compare", "-", stdin=b'{"id":1,"a":"x","b":"y"}\n{half\n{"id":2,"a":"\xff","b":"y"}\n')
    assert found.code == 3
    assert len(found.rows) == 3
    assert "standard input, line 2: failed: not JSON at character 2" in found.err
    assert "standard input, line 3: failed: not UTF-8 at byte" in found.err


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_an_interrupt_is_no_traceback(pile: Path) -> None:
    code = (
        "import os, signal, sys, threading\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "from corpus_tool.cli import main\n"
        f"sys.argv = ['corpus-tool', 'claims', {str(pile)!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=120)
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr
