"""Rows in and rows out: standard input, forms, options, and what no command loads."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from corpus_tool import models, rows
from tests.cli.runner import Answer, call, lines, process

FEE = "The harbour of Lowmere charges every boat 40 crowns, the Quay said. The fee rose in 2016."
SHARED = "Every skipper has to pay at the small white hut behind the old mill before the tide turns again."
ROWS = [
    {"id": "a", "text": f"{FEE} {SHARED}", "title": "Fees", "author": "Ada Ink"},
    {
        "id": "b",
        "text": f"So it goes. {SHARED}\u2028And — “so” 😀 on.\n\n  ",
        "kind": "comment",
        "thread_id": "a",
    },
    {"id": "c", "text": ""},
]
LOADED = {"spacy", "wordllama", "sklearn", "pandas", "onnxruntime", "scipy"}


@pytest.fixture(scope="module")
def ingested() -> Answer:
    return process("ingest", "-", stdin=lines(*ROWS))


def test_a_row_is_one_document_and_no_character_of_it_is_changed(ingested: Answer) -> None:
    assert ingested.code == 0
    assert [row["id"] for row in ingested.rows] == ["a", "b", "c"]
    for row, given in zip(ingested.rows, ROWS, strict=True):
        assert list(row) == rows.field_names(models.Document)
        assert {name: row[name] for name in given} == given


def test_output_is_ascii_one_line_a_row(ingested: Answer) -> None:
    assert ingested.out.isascii()
    assert ingested.out.count(b"\n") == len(ROWS)
    assert b"\r" not in ingested.out


def test_what_ingest_writes_ingest_reads(ingested: Answer) -> None:
    again = call("ingest", "-", stdin=ingested.out)
    assert again.out == ingested.out


def test_json_and_csv_hold_the_same_rows(ingested: Answer) -> None:
    array = call("ingest", "-", "--format", "json", stdin=lines(*ROWS))
    assert json.loads(array.out) == ingested.rows
    table = call("ingest", "-", "--format", "csv", stdin=lines(*ROWS)).out.decode("utf-8")
    cells = list(csv.DictReader(io.StringIO(table)))
    assert [cell["id"] for cell in cells] == ["a", "b", "c"]
    assert json.loads(cells[0]["kept"]) == ingested.rows[0]["kept"]
    assert cells[1]["text"] == ROWS[1]["text"]


def test_nothing_in_is_nothing_out() -> None:
    assert call("ingest", "-").out == b""
    assert json.loads(call("ingest", "-", "--format", "json").out) == []
    assert call("compare", "-").rows == []


def test_output_goes_where_it_is_sent(tmp_path: Path, ingested: Answer) -> None:
    found = call("ingest", "-", "-o", tmp_path / "rows.jsonl", stdin=lines(*ROWS))
    assert (found.code, found.out) == (0, b"")
    assert (tmp_path / "rows.jsonl").read_bytes() == ingested.out


def test_a_place_that_cannot_be_written_is_usage(tmp_path: Path) -> None:
    found = call("ingest", "-", "-o", tmp_path / "no" / "rows.jsonl", stdin=lines(*ROWS))
    assert found.code == 2
    assert "rows.jsonl" in found.err


def test_a_flag_stands_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    config = tmp_path / "options.toml"
    config.write_text('format = "csv"\n', encoding="utf-8")
    stdin = lines(ROWS[2])
    by_file = call("ingest", "-", "--config", config, stdin=stdin)
    by_environment = call("ingest", "-", "--config", config, stdin=stdin, CORPUS_TOOL_FORMAT="json")
    by_flag = call(
        "ingest", "-", "--config", config, "--format", "jsonl", stdin=stdin, CORPUS_TOOL_FORMAT="json"
    )
    assert [found.out[:3] for found in (by_file, by_environment, by_flag)] == [b"id,", b"[\n{", b'{"i']


def test_a_file_of_options_can_be_named_in_the_environment(tmp_path: Path) -> None:
    config = tmp_path / "options.toml"
    config.write_text('[ingest]\nformat = "csv"\n[claims]\nall = true\n', encoding="utf-8")
    found = call("ingest", "-", stdin=lines(ROWS[2]), CORPUS_TOOL_CONFIG=str(config))
    assert found.out.startswith(b"id,")


@pytest.mark.parametrize("text", ["format = [", "[ingest]\nloudness = 3\n", 'format = "poem"\n'])
def test_a_file_of_options_that_is_wrong_is_usage(tmp_path: Path, text: str) -> None:
    config = tmp_path / "options.toml"
    config.write_text(text, encoding="utf-8")
    found = call("ingest", "-", "--config", config, stdin=lines(ROWS[2]))
    assert found.code == 2
    assert found.err


def test_claims_rows_have_the_fields_of_the_contract() -> None:
    found = call("claims", "-", "--all", stdin=lines(*ROWS))
    assert found.code == 0
    texts = {row["id"]: row for row in ROWS}
    assert {row["document_id"] for row in found.rows} >= {"a", "b"}
    for row in found.rows:
        assert list(row) == rows.field_names(models.Mention)
        assert str(texts[row["document_id"]][row["field"]])[row["start"] : row["end"]] == row["text"]
        assert 0 <= row["certainty"] <= 1
        assert 0 <= row["check_worthiness"] <= 1
        assert row["attribution"]["kind"]


def test_quotes_rows_have_the_fields_of_the_contract() -> None:
    found = call("quotes", "-", stdin=lines(*ROWS))
    assert found.code == 0
    assert found.rows
    texts = {row["id"]: row["text"] for row in ROWS}
    for row in found.rows:
        assert list(row) == ["document_id", "kind", "grade", "source", "cue", "content"]
        for piece in (row["source"], row["cue"], row["content"]):
            if piece is not None:
                assert texts[row["document_id"]][piece["start"] : piece["end"]] == piece["text"]


def test_compare_rows_have_the_fields_of_the_contract() -> None:
    found = call("compare", "-", stdin=lines({"id": 1, "a": FEE, "b": FEE}, {"id": "x", "a": "", "b": FEE}))
    assert found.code == 0
    assert [row["id"] for row in found.rows] == [1, "x"]
    assert list(found.rows[0]) == ["id", *rows.field_names(models.Comparison)]
    assert found.rows[0]["relation"] == "verbatim"
    assert found.rows[1]["relation"] == "unrelated"


def test_reuse_rows_have_the_fields_of_the_contract() -> None:
    found = call("reuse", "-", stdin=lines(*ROWS))
    assert found.code == 0
    (row,) = found.rows
    assert list(row) == ["left", "right", "similarity", "grade"]
    texts = {given["id"]: given["text"] for given in ROWS}
    for side in (row["left"], row["right"]):
        assert list(side) == ["document_id", "start", "end", "text"]
        assert texts[side["document_id"]][side["start"] : side["end"]] == side["text"]
    assert SHARED[:-1] in row["left"]["text"] + "."


def test_reuse_of_documents_is_one_row_for_two_of_them() -> None:
    found = call("reuse", "-", "--documents", stdin=lines(*ROWS))
    assert found.code == 0
    (row,) = found.rows
    assert list(row) == rows.field_names(models.DocumentReuse)
    assert list(row["left"]) == ["document_id", "share"]
    assert row["passages"] == 1


def test_match_rows_have_the_fields_of_the_contract(tmp_path: Path) -> None:
    known = tmp_path / "known.jsonl"
    known.write_bytes(
        lines({"id": "k1", "text": "Bees sleep all winter."}, {"id": "k2", "text": FEE, "title": "Fees"})
    )
    queries = tmp_path / "queries.jsonl"
    queries.write_bytes(lines({"id": "q1", "text": "Boats in Lowmere harbour are charged 40 crowns"}))
    found = call("match", queries, "--against", known, "--top", 2)
    assert found.code == 0
    assert list(found.rows[0]) == rows.field_names(models.Match)
    assert (found.rows[0]["query_id"], found.rows[0]["known_id"], found.rows[0]["rank"]) == ("q1", "k2", 1)
    assert call("match", "-", "--against", known, "--top", 2, stdin=queries.read_bytes()).out == found.out


@pytest.mark.parametrize("arguments", [("--version",), ("ingest", "-"), ("reuse", "-")], ids=lambda a: a[0])
def test_what_needs_no_model_loads_none(arguments: tuple[str, ...]) -> None:
    found = process(*arguments, stdin=lines(*ROWS), python=("-X", "importtime"))
    names = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in found.err.splitlines()}
    assert "corpus_tool" in names
    assert not names & LOADED


def test_origins_are_shown_where_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,headline,text\n1,Fees,The fee rose.\n", encoding="utf-8")
    (tmp_path / "s.csv").write_text("path,author\na.csv,Ada Ink\n", encoding="utf-8")
    plain = call("ingest", tmp_path / "a.csv", "--sidecar", tmp_path / "s.csv")
    told = call("ingest", tmp_path / "a.csv", "--sidecar", tmp_path / "s.csv", "--origins")
    assert [{**row, "origins": told.rows[0]["origins"]} for row in plain.rows] == told.rows
    assert told.rows[0]["origins"] == [
        {"field": "title", "place": "file", "value": "Fees"},
        {"field": "author", "place": "sidecar", "value": "Ada Ink"},
    ]
