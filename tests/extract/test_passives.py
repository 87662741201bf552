"""Passives without an agent, and what only looks like one."""

from __future__ import annotations

import pytest

from corpus_tool.extract.passives import passives

ROWS = [
    ("The dam was opened in May.", ["was opened"]),
    ("The dam was opened by the minister in May.", []),
    ("Mistakes have been made.", ["have been made"]),
    ("The council opened the dam.", []),
    ("The roof was mended by adding slates.", ["was mended"]),
    ("Fees were not refunded. The clerk had resigned.", ["were not refunded"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_agentless_passives(text: str, expected: list[str]) -> None:
    found = passives(text)
    assert [text[item.start : item.end] for item in found] == expected


def test_spans_name_verb_and_subject() -> None:
    text = "Rain fell. The old letters were burnt."
    (found,) = passives(text)
    assert text[found.verb.start : found.verb.end] == "burnt"
    assert text[found.subject.start : found.subject.end] == "The old letters"
