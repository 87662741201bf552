"""Who is said to have said what: tables of (text, source, cue, content, kind, grade)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_tool.extract.attribution import attributions
from corpus_tool.models import Attribution, Document

Expected = tuple[str | None, ...]

BOTH: list[tuple[str, Expected]] = [
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
    (
        "Their bylaw puts it like this: “Dogs wear tags. Cats do not.”",
        ("Their bylaw", "puts it like this:", "“Dogs wear tags. Cats do not.”", "document", "primary"),
    ),
    (
        "The mill is, as one commentator put it, “a museum of leaks.”",
        ("one commentator", "put it", "“a museum of leaks.”", "vague", "uncheckable"),
    ),
    (
        "The town has announced that tags will be compulsory by spring.",
        ("The town", "has announced", "that tags will be compulsory by spring", "organisation", "primary"),
    ),
    (
        "In the council’s “Outline for Quiet Hours”, published in May, a curfew was proposed.",
        (
            "the council’s “Outline for Quiet Hours”",
            "In",
            "published in May, a curfew was proposed",
            "document",
            "primary",
        ),
    ),
    (
        "“Pumps leak. Mills rot.” — Quote from Harbour Daily",
        ("Harbour Daily", "Quote from", "“Pumps leak. Mills rot.”", "outlet", "secondary"),
    ),
]

PATTERNS: list[tuple[str, Expected]] = [
    (
        "Experts believe that the dam will hold.",
        ("Experts", "believe", "that the dam will hold", "vague", "uncheckable"),
    ),
    (
        "Veloco’s manager, Jan Yip, told reporters that the line would stop.",
        ("Veloco’s manager, Jan Yip,", "told", "that the line would stop", "person", "primary"),
    ),
    (
        "The bridge will close, the mayor said.",
        ("the mayor", "said", "The bridge will close", "person", "primary"),
    ),
    (
        "The bridge is said to be closed.",
        (None, "is said", "The bridge is said to be closed", "vague", "uncheckable"),
    ),
]

PARSED: list[tuple[str, Expected]] = [
    (
        "Experts believe that the dam will hold.",
        ("Experts", "believe", "that the dam will hold", "vague", "uncheckable"),
    ),
    (
        "The council wants to close the mill.",
        ("The council", "wants", "to close the mill", "organisation", "primary"),
    ),
    (
        "The bridge, the mayor said, is closed.",
        ("the mayor", "said", "The bridge, the mayor said, is closed", "person", "primary"),
    ),
    (
        "Opponents criticised the plan as too dear.",
        ("Opponents", "criticised", "the plan as too dear", "vague", "uncheckable"),
    ),
]

NOTHING = [
    "The pump was shut on Monday.",
    "The claims were paid.",
    "The States of Jersey raised the duty.",
    "Boats are sorted according to size.",
    "The basics are these:",
]


def parts(item: Attribution) -> Expected:
    cut = [span.text if span else None for span in (item.source, item.cue, item.content)]
    return (*cut, item.kind, item.grade)


@pytest.mark.parametrize(("text", "expected"), BOTH + PATTERNS)
def test_by_pattern(text: str, expected: Expected) -> None:
    assert [parts(item) for item in attributions(Document(id="d", text=text), parse=False)] == [expected]


@pytest.mark.parametrize(("text", "expected"), BOTH + PARSED)
def test_by_parse(text: str, expected: Expected) -> None:
    assert expected in [parts(item) for item in attributions(Document(id="d", text=text))]


@pytest.mark.parametrize("text", NOTHING)
def test_where_nobody_says_anything(text: str) -> None:
    assert attributions(Document(id="d", text=text), parse=False) == ()


@pytest.mark.parametrize("parse", [True, False])
def test_a_participle_before_a_quotation_belongs_to_the_subject(parse: bool) -> None:
    text = (
        "The town council clearly loves the idea, stating:\n\n“It will make everyone rich. It will be good.”"
    )
    found = attributions(Document(id="d", text=text), parse=parse)[-1]
    assert found.external == "town council"
    assert found.content is not None
    assert found.content.text.startswith("“It will make")


@pytest.mark.parametrize("parse", [True, False])
def test_pronouns_stand_for_the_last_named(parse: bool) -> None:
    text = "Ana Weller, the mill’s engineer, said the pump leaks. She added that nobody came."
    found = attributions(Document(id="d", text=text), parse=parse)
    assert found[-1].source is not None
    assert found[-1].source.text == "She"
    assert found[-1].external == found[0].external == "Ana Weller (mill’s engineer)"


def test_a_speech_over_two_paragraphs_is_one_content() -> None:
    text = "The mayor said: “The mill is old.\n\n“It must go.”"
    (found,) = attributions(Document(id="d", text=text), parse=False)
    assert found.content is not None
    assert found.content.text == "“The mill is old.\n\n“It must go.”"


PIECES = st.sampled_from(
    [
        "The ministry", " said", " that", " it leaks", ". ", "“", "”", "\n\n", "according to ", "Ana Weller", ", ", "(here)",
        "here", " who ", "It is said that ", "via Wired", "[1] ", ": ", "He told us ", "– Wired reports – ", "’", '"', "This piece ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=60, deadline=None)
def test_spans_always_cut_the_text(text: str) -> None:
    for item in attributions(Document(id="d", text=text), parse=False):
        for span in (item.source, item.cue, item.content):
            assert span is None or (text[span.start : span.end] == span.text and span.text)


def test_the_parse_cuts_the_text_too() -> None:
    text = "“It leaks,” said Ben Oduya. He added that the town knew. (Reuters)\nAccording to Oduya, it leaks."
    for item in attributions(Document(id="d", text=text)):
        for span in (item.source, item.cue, item.content):
            assert span is None or text[span.start : span.end] == span.text


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    text = "We met the mayor, who said that the mill would close."
    found = attributions(Document(id="d", text=text))
    said = next(item for item in found if item.cue is not None and item.cue.text == "said")
    assert (said.source and said.source.text, said.kind, said.external) == ("who", "person", "mayor")
