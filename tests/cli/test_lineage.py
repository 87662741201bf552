"""What became of a claim, asked on the command line."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from corpus_tool.models import Claim, Membership
from corpus_tool.store import open_project
from tests.cli.runner import call
from tests.factory import findings


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.sqlite"
    with open_project(path) as opened:
        for name in ("old", "new"):
            claims = (Claim(id=name, statement=f"states {name}"), Claim(id="calm", statement="stays"))
            members = tuple(Membership(mention_id=one.id, claim_id=one.id, score=1.0) for one in claims[1:])
            members += (Membership(mention_id="m", claim_id=name, score=1.0),)
            opened.save(dataclasses.replace(findings(), claims=claims, memberships=members), version="1")
    return path


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("old", "run 2, renamed: old “states old” (1) → new"),
        ("new", "renamed"),
        ("calm", "the same in every"),
    ],
)
def test_it_says_what_became_of_a_claim(project: Path, claim: str, words: str) -> None:
    answer = call("lineage", claim, "--project", project)
    assert answer.code == 0
    assert words in answer.out.decode()


def test_rows_are_json_on_demand(project: Path) -> None:
    answer = call("lineage", "old", "--project", project, "--format", "json")
    assert [(row["run"], row["before"], row["after"]) for row in answer.rows] == [(2, "old", "new")]


def test_an_id_no_run_knows_is_a_wrong_call(project: Path) -> None:
    assert call("lineage", "none", "--project", project).code == 2
