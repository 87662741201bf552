"""Every form of the report, byte for byte, from findings whose texts try to break out of their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_tool.report import WRITERS, write
from tests.factory import findings


@pytest.mark.parametrize("name", [name for name, _ in WRITERS])
def test_a_form_is_the_golden_one(name: str, tmp_path: Path, golden) -> None:
    write(findings(), tmp_path)
    golden(f"report/{name}", (tmp_path / name).read_bytes().decode("utf-8"))


def test_the_folder_holds_the_files_of_the_contract_and_no_others(tmp_path: Path) -> None:
    write(findings(), tmp_path)
    names = "report.html report.md report.json documents.jsonl mentions.csv claims.csv flags.csv"
    assert {path.name for path in tmp_path.iterdir()} == set(names.split())


def test_a_second_writing_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write(findings(), tmp_path / folder)
    write(findings(), tmp_path / "two")
    for name, _ in WRITERS:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
