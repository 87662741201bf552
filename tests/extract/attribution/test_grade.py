"""What kind of source a phrase names, how far one could check it, and under which name."""

from __future__ import annotations

import pytest

from corpus_tool.extract.attribution import judge

ROWS = [
    ("The ministry", "organisation", "primary", "ministry"),
    ("the Lower Harbour Council", "organisation", "primary", "Lower Harbour Council"),
    ("Veloco", "organisation", "primary", "Veloco"),
    ("a spokeswoman for Veloco", "organisation", "primary", "Veloco"),
    ("officials at the harbour office", "organisation", "primary", "harbour office"),
    (
        "Ana Weller, the mill’s technical director",
        "person",
        "primary",
        "Ana Weller (mill’s technical director)",
    ),
    ("Veloco’s vice-president, Jan Yip", "person", "primary", "Jan Yip (Veloco’s vice-president)"),
    ("the mayor", "person", "primary", "mayor"),
    ("Tom Reed", "person", "secondary", "Tom Reed"),
    ("Tom Reed, a columnist", "person", "secondary", "Tom Reed (columnist)"),
    ("the Evening Post", "outlet", "secondary", "Evening Post"),
    ("Wired", "outlet", "secondary", "Wired"),
    ("news.example.com", "outlet", "secondary", "news.example.com"),
    ("the town’s bylaw", "document", "primary", "town’s bylaw"),
    ("A lengthy planning paper from the port authority", "document", "primary", None),
    ("the policy entitled “Quiet Hours at Night”", "document", "primary", "Quiet Hours at Night"),
    ("the council’s “Outline for Quiet Hours”", "document", "primary", "Outline for Quiet Hours"),
    (
        "a 2019 survey by the University of Lund",
        "document",
        "primary",
        "2019 survey by the University of Lund",
    ),
    ("experts", "vague", "uncheckable", None),
    ("Some residents", "vague", "uncheckable", None),
    ("reports", "vague", "uncheckable", None),
    ("a study", "vague", "uncheckable", None),
    ("one commentator", "vague", "uncheckable", None),
    ("people familiar with the matter", "vague", "uncheckable", None),
    ("I", "self", "uncheckable", None),
    ("our own count", "self", "uncheckable", None),
    (None, "vague", "uncheckable", None),
    ("", "vague", "uncheckable", None),
]


@pytest.mark.parametrize(("source", "kind", "grade", "external"), ROWS)
def test_kind_grade_and_name(source: str | None, kind: str, grade: str, external: str | None) -> None:
    verdict = judge(source)
    assert (verdict.kind, verdict.grade) == (kind, grade)
    if external is not None or grade == "uncheckable":
        assert verdict.external == external


def test_every_judgement_gives_its_reason() -> None:
    assert all(judge(source).reason for source, *_ in ROWS)
