"""Which claim of this run follows from which of the run before; ids are followed both ways in time."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.models import Claim, Membership
from corpus_tool.store import Project, open_project
from corpus_tool.store.lineage import Held, steps
from tests.factory import findings


def held(groups: str) -> Held:
    """``"A:12 B:3"`` is claim A of mentions 1 and 2, claim B of mention 3."""
    pairs = [group.split(":") for group in groups.split()]
    return Held({name: name.lower() for name, _ in pairs}, {m: name for name, ms in pairs for m in ms})


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("A:12", "A:12", []),
        ("A:12", "A:12 B:3", []),
        ("A:12", "B:12", ["renamed A B"]),
        ("A:12", "A:123", ["grown A A"]),
        ("A:12", "B:123", ["grown A B"]),
        ("A:123", "A:12", ["shrunk A A"]),
        ("A:123", "A:12 B:3", ["split A A", "split A B"]),
        ("A:12 B:3", "A:123", ["merged A A", "merged B A"]),
        ("A:12 B:34", "A:13 B:24", ["regrouped A A", "regrouped A B", "regrouped B A", "regrouped B B"]),
        ("A:12 B:3", "B:3", ["gone A None"]),
        ("", "A:1", []),
    ],
)
def test_steps_between_two_runs(before: str, after: str, wanted: list[str]) -> None:
    found = steps(held(before), held(after), run=2)
    assert [f"{step.change} {step.before} {step.after}" for step in found] == wanted


@given(st.dictionaries(st.sampled_from("123456789"), st.sampled_from("ABCD"), max_size=9))
def test_a_run_that_changes_nothing_leaves_no_step(homes: dict[str, str]) -> None:
    one = Held({name: name for name in homes.values()}, homes)
    assert list(steps(one, one, run=2)) == []


def saved(project: Project, groups: str) -> None:
    pairs = [group.split(":") for group in groups.split()]
    claims = tuple(Claim(id=name, statement=f"states {name}") for name, _ in pairs)
    members = tuple(Membership(mention_id=m, claim_id=name, score=1.0) for name, ms in pairs for m in ms)
    project.save(dataclasses.replace(findings(), claims=claims, memberships=members), version="1")


def test_an_id_is_followed_over_several_runs() -> None:
    with open_project(None) as project:
        for groups in ("A:12 B:3 Z:9", "A:123 Z:9", "C:1234 Z:9", "C:12 D:34 Z:9"):
            saved(project, groups)
        told = [(step.run, step.change, step.before, step.after) for step in project.lineage("B")]
        assert told == [
            (2, "merged", "B", "A"), (3, "grown", "A", "C"), (4, "split", "C", "C"), (4, "split", "C", "D"),
        ]  # fmt: skip
        assert {step.before for step in project.lineage("D")} == {"A", "B", "C"}
        assert project.lineage("Z") == ()
        assert project.lineage("B")[0].statement_after == "states A"


def test_an_id_borne_again_later_is_another_claim() -> None:
    with open_project(None) as project:
        for groups in ("A:1", "B:1", "B:1 A:2", "B:1 E:2"):
            saved(project, groups)
        assert [(step.run, step.after) for step in project.lineage("B")] == [(2, "B")]


def test_the_lineage_is_no_part_of_the_findings() -> None:
    with open_project(None) as project:
        saved(project, "A:1")
        saved(project, "B:1")
        assert not hasattr(project.findings(), "lineage")
        assert len(project.lineage("A")) == 1
