"""A statement begins behind the dateline or label that opens its text."""

import pytest

from corpus_tool.extract import mentions
from corpus_tool.extract.openings import statement_start
from tests.factory import document

STATEMENT = "The ferry to Ostmark will sail every two hours from May, the harbour office said."


@pytest.mark.parametrize(
    "opening",
    [
        "OSTMARK (CWA) – ",
        "OSTMARK, May 3 (CWA) - ",
        "Port Ostmark, 5 June 2025 (Coastwire) — ",
        "5 June 2025 (Coastwire) - ",
        "OSTMARK, Westland -- ",
        "OSTMARK, 5 June 2025 - ",
        "5 June 2025 – ",
        "BREAKING: ",
        "FWD: ",
        "RT @ferryfan: ",
        "CORRECTED: ",
        "UPDATE - ",
        "OSTMARK (CWA) – BREAKING: ",
    ],
)
def test_what_opens_a_text_is_no_part_of_its_statement(opening):
    assert statement_start(opening + STATEMENT) == len(opening)
    (mention,) = mentions(document("a", opening + STATEMENT))
    assert mention.text == STATEMENT
    assert mention.sentence.start == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor – who was a ferryman – said so.",
        "In May 2025 the ferry sails.",
        "Ostmark - the ferry town - is small.",
        "Mayor: The bridge will close.",
        "5 June 2025 was a Thursday.",
        "NATO – the alliance – met on Monday.",
        "Ann Example (42) - who lives there - saw it.",
        "Breaking the ice - they met.",
    ],
)
def test_prose_loses_nothing(sentence):
    assert statement_start(sentence) == 0


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ('"We met once, in May, and there was no offer," Ana Example told the Echo on Wednesday.', 1),
        ("The clerk has kept the list since May, when she wrote: “It is long, and it will grow.”", 1),
        ("The bridge was closed in May, and the ferry carried 4,100 people.", 2),
        (
            "“The bridge was closed in the first week of May, and the ferry carried 4,100 people until it was open again,” said Ana Example.",
            2,
        ),
    ],
)
def test_a_short_quotation_is_not_cut_in_two(sentence, parts):
    assert len(mentions(document("a", sentence))) == parts
