"""Who is said to have said what: tables of (text, source, cue, content, kind, grade)."""

from __future__ import annotations

import pytest

from corpus_tool.extract.attribution import attributions
from corpus_tool.models import Document

ROWS = [
    (
        "The ministry said that the bridge would close in May.",
        ("The ministry", "said", "that the bridge would close in May", "organisation", "primary"),
    ),
    (
        "“The pump was never tested,” says Ana Weller, the mill’s technical director. “We asked twice.”",
        (
            "Ana Weller, the mill’s technical director",
            "says",
            "“The pump was never tested,” says Ana Weller, the mill’s technical director. “We asked twice.”",
            "person",
            "primary",
        ),
    ),
    (
        "According to the harbour authority, forty boats sank.",
        ("the harbour authority", "According to", "forty boats sank", "organisation", "primary"),
    ),
    (
        "The permit – Wired reports – costs ninety euros a year.",
        ("Wired", "reports", "The permit – Wired reports – costs ninety euros a year", "outlet", "secondary"),
    ),
    (
        "Experts believe that the dam will hold.",
        ("Experts", "believe", "that the dam will hold", "vague", "uncheckable"),
    ),
    (
        "It is believed that the owner left the town.",
        (None, "It is believed", "that the owner left the town", "vague", "uncheckable"),
    ),
    (
        "As the town’s bylaw states, every dog must wear a tag.",
        ("the town’s bylaw", "states", "every dog must wear a tag", "document", "primary"),
    ),
    (
        "I have seen two of these machines in the shop.",
        ("I", "have seen", "two of these machines in the shop", "self", "uncheckable"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_patterns_give_the_parts_and_the_grade(text: str, expected: tuple[str | None, ...]) -> None:
    (found,) = attributions(Document(id="d", text=text), parse=False)
    parts = [span.text if span else None for span in (found.source, found.cue, found.content)]
    assert (*parts, found.kind, found.grade) == expected


def test_spans_cut_the_text() -> None:
    text = "“It leaks,” said Ben Oduya. He added that the town knew. (Reuters)\nAccording to Oduya, it leaks."
    for item in attributions(Document(id="d", text=text), parse=False):
        for span in (item.source, item.cue, item.content):
            assert span is None or text[span.start : span.end] == span.text
