"""Exit codes and what is said beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpus_tool import pipeline
from tests.cli.runner import ROOT, call, environment, lines

FEE = "The harbour of Lowmere charges every boat 40 crowns, the mayor Ada Ink said. The fee rose in 2016.\n"
COMMANDS = "run ingest claims quotes compare match reuse trace why show lineage decide".split()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    found = call(command, "--help")
    assert found.code == 0
    assert b"--quiet" in found.out
    assert b"--config" in found.out


def test_the_version_is_said() -> None:
    found = call("--version")
    assert (found.code, found.out[:12]) == (0, b"corpus-tool ")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("polish",),
        ("ingest",),
        ("ingest", "--loud", "a.txt"),
        ("ingest", "--format", "poem", "a.txt"),
        ("ingest", "-", "a.txt"),
        ("run", "a.txt"),
        ("run", "a.txt", "-o", "out", "--names", "shout"),
        ("ingest", "a.txt", "--config", "no-such.toml"),
    ],
)
def test_a_wrong_call_is_usage(arguments: tuple[str, ...]) -> None:
    found = call(*arguments)
    assert found.code == 2
    assert "Traceback" not in found.err
    assert found.err or not arguments


def test_a_path_that_matches_nothing_is_named(tmp_path: Path) -> None:
    found = call("ingest", tmp_path / "nothing*.txt")
    assert found.code == 3
    assert "nothing*.txt" in found.err
    assert [row["status"] for row in found.rows] == ["failed"]


def test_done_is_zero_and_quiet_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "a fee.txt").write_text(FEE, encoding="utf-8")
    found = call("ingest", tmp_path / "a fee.txt", "--quiet")
    assert (found.code, found.err) == (0, "")
    assert len(found.rows) == 1


def test_findings_are_one_only_where_asked(tmp_path: Path) -> None:
    for name in ("one", "two", "three", "four"):
        (tmp_path / f"{name}.txt").write_text(f"Paper {name} on boats\n\n{FEE}", encoding="utf-8")
    assert call("run", tmp_path, "-o", tmp_path / "out", "--quiet").code == 0
    assert call("run", tmp_path / "*.txt", "-o", tmp_path / "out", "--quiet", "--check").code == 1


@pytest.mark.parametrize("command", ["ingest", "claims", "quotes"])
def test_a_broken_row_is_named_and_the_rest_is_done(command: str) -> None:
    rows = [lines({"id": f"r{number}", "text": FEE}) for number in range(1, 10)]
    rows[6] = b'{"id": "r7", "text": "half a row\n'
    found = call(command, "-", stdin=b"".join(rows))
    assert found.code == 3
    assert "line 7" in found.err or "7:" in found.err
    answered = {row.get("document_id", row.get("id")) for row in found.rows}
    assert {f"r{number}" for number in range(1, 10) if number != 7} <= answered


def test_a_broken_pair_is_named_and_answered() -> None:
    pairs = [lines({"id": n, "a": FEE, "b": FEE}) for n in range(1, 10)]
    pairs[6] = b"{nothing\n"
    pairs[7] = lines({"id": 8, "a": FEE})
    found = call("compare", "-", stdin=b"".join(pairs))
    assert found.code == 3
    assert "line 7" in found.err
    assert len(found.rows) == 9
    assert [row["id"] for row in found.rows][7:] == [8, 9]


def test_a_project_file_that_is_none_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FEE, encoding="utf-8")
    (tmp_path / "p.sqlite").write_bytes(b"no project file " * 99)
    found = call(
        "run", tmp_path / "a.txt", "-o", tmp_path / "out", "--project", tmp_path / "p.sqlite", "--quiet"
    )
    assert found.code == 4
    assert "p.sqlite" in found.err
    assert "--project" in found.err
    assert "Traceback" not in found.err


FAULT = """
from corpus_tool import pipeline
def broken(*a, **k): raise KeyError("a fault of ours")
pipeline.read = broken
from corpus_tool.cli import main
main()
"""


def test_a_fault_of_ours_is_a_message_and_a_file(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", FAULT, "ingest", "a.txt"],
        capture_output=True, text=True, cwd=ROOT, env=environment(TMPDIR=str(tmp_path)), check=False,
    )  # fmt: skip
    assert found.returncode == 4
    assert "Traceback" not in found.stderr
    (kept,) = tmp_path.glob("corpus-tool-*")
    assert str(kept) in found.stderr
    assert "KeyError: 'a fault of ours'" in kept.read_text(encoding="utf-8")


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    rows = lines(*({"id": str(n), "text": FEE * 40} for n in range(200)))
    (tmp_path / "rows.jsonl").write_bytes(rows)
    with (tmp_path / "rows.jsonl").open("rb") as stdin:
        tool = subprocess.Popen(
            [sys.executable, "-m", "corpus_tool", "ingest", "-"],
            stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
            env=environment(TMPDIR=str(tmp_path)),
        )  # fmt: skip
    assert tool.stdout is not None
    assert tool.stderr is not None
    tool.stdout.close()
    with tool.stderr:
        assert tool.stderr.read() == b""
    assert tool.wait(timeout=60) == 0


def test_an_interrupted_call_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read", interrupted)
    found = call("ingest", "a.txt")
    assert found.code == 130
    assert "Traceback" not in found.err
