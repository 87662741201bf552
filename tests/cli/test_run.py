"""The main job on the sample corpus, as ``make demo`` calls it."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from corpus_tool.schema import check_report
from tests.cli.runner import SAMPLE, Answer, call, process

PILE = (SAMPLE / "articles", SAMPLE / "threads")
WITH = ("--sidecar", SAMPLE / "sidecar.csv", "--codebook", SAMPLE / "codebook.toml")
NAMES = [
    "report.html",
    "report.md",
    "report.json",
    "documents.jsonl",
    "mentions.csv",
    "claims.csv",
    "flags.csv",
]

NO_NETWORK = """
import socket
def refused(*arguments, **more): raise OSError("this test allows no network")
socket.socket.connect = refused
socket.getaddrinfo = refused
"""


class Run:
    """One run with its project file, and a second one after it in another process."""

    def __init__(self, folder: Path) -> None:
        (folder / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
        self.out, self.again, self.project = folder / "out", folder / "again", folder / "p.sqlite"
        self.first = self._call(self.out, PYTHONPATH=str(folder), PYTHONHASHSEED="1")
        self.second = self._call(self.again, PYTHONHASHSEED="2")

    def _call(self, out: Path, **env: str) -> Answer:
        return process("run", *PILE, *WITH, "-o", out, "--project", self.project, **env)

    def report(self) -> dict:
        return json.loads((self.out / "report.json").read_bytes())


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return Run(tmp_path_factory.mktemp("a run"))


def test_the_job_is_done_without_a_network(run: Run) -> None:
    assert run.first.code in {0, 3}, run.first.err
    assert sorted(path.name for path in run.out.iterdir()) == sorted(NAMES)


def test_standard_output_is_for_data(run: Run) -> None:
    assert run.first.out == b""
    for stage in ("ingest", "extract", "match", "provenance", "report"):
        assert f"corpus-tool: {stage} " in run.first.err
    assert "Nothing here says that a claim is true or false." in run.first.err
    assert "report.html" in run.first.err


def test_a_second_run_extracts_nothing_again(run: Run) -> None:
    documents = len(run.report()["documents"])
    assert run.second.err.count("corpus-tool: extract") == 1
    assert f"corpus-tool: extract {documents}/{documents}" in run.second.err
    connection = sqlite3.connect(run.project)
    (remembered,) = connection.execute("SELECT count(*) FROM analyses").fetchone()
    connection.close()
    assert remembered == documents


@pytest.mark.parametrize("name", NAMES)
def test_the_same_input_gives_the_same_bytes(run: Run, name: str) -> None:
    assert (run.out / name).read_bytes() == (run.again / name).read_bytes()


def test_the_report_fits_the_schema_and_hangs_together(run: Run) -> None:
    report = run.report()
    check_report(report)
    mentions = {row["id"] for row in report["mentions"]}
    claims = {row["id"]: row for row in report["claims"]}
    ends = mentions | {row["id"] for part in ("documents", "externals") for row in report[part]}
    assert all(set(claim["mention_ids"]) <= mentions for claim in claims.values())
    assert all(row["claim_id"] in row["claim_ids"] for row in report["mentions"] if row["claim_id"])
    assert all(link[end]["id"] in ends for link in report["derivations"] for end in ("from", "to"))
    for flag in report["flags"]:
        assert flag["code"] in claims[flag["claim_id"]]["flags"]
        assert set(flag["mention_ids"]) <= mentions
    for claim in claims.values():
        low, high = claim["origin_range"]
        assert low <= claim["origin_count"] <= high
        assert claim["sourced_origin_count"] <= claim["origin_count"]


def test_every_span_cuts_its_text(run: Run) -> None:
    documents = {
        row["id"]: row for row in map(json.loads, (run.out / "documents.jsonl").read_bytes().splitlines())
    }
    rows = run.report()["mentions"]
    assert len(rows) > 50
    for row in rows:
        assert documents[row["document_id"]][row["field"]][row["start"] : row["end"]] == row["text"]


def test_every_tracked_claim_is_answered(run: Run) -> None:
    tracked = {row["tracked"] for row in run.report()["claims"]} - {None}
    assert tracked == set(run.report()["settings"]["codebook"])


def test_tables_and_report_agree(run: Run) -> None:
    report = run.report()
    for part in ("mentions", "claims", "flags"):
        with (run.out / f"{part}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(report[part])
        assert set(rows[0]) >= set(report[part][0])


def test_no_commenter_is_named(run: Run) -> None:
    named = call("ingest", *PILE, "--sidecar", SAMPLE / "sidecar.csv", "--quiet").rows
    authors = {row["author"] for row in named if row["kind"] != "article" and row["author"]}
    staff = {row["author"] for row in named if row["kind"] == "article" and row["author"]}
    people = {name for name in authors - staff if len(name) > 5 and " " in name}
    assert authors
    for path in run.out.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not [name for name in people if name in text], path.name


def test_commenters_are_named_where_asked(run: Run, tmp_path: Path) -> None:
    found = call("run", SAMPLE / "threads", "-o", tmp_path, "--names", "keep", "--quiet")
    assert found.code in {0, 3}
    named = call("ingest", SAMPLE / "threads", "--quiet").rows
    authors = {row["author"] for row in named if row["kind"] == "comment"}
    kept = {json.loads(line)["author"] for line in (tmp_path / "documents.jsonl").read_bytes().splitlines()}
    assert authors <= kept
