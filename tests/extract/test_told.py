"""Denials with their own predicate; sources that were none; sources whole."""

import pytest

from corpus_tool.extract import mentions
from corpus_tool.extract.polarity import polarity
from corpus_tool.extract.tokens import tokens
from tests.factory import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The club has not made an offer and will not sign him.", "negative"),
        ("The lead author cautioned that the study does not show a cause.", "negative"),
        ("The department told us that no figure has been discussed.", "negative"),
        ("Neither the mayor nor the clerk was there.", "negative"),
        ("He was not there, and nobody saw him.", "negative"),
        ("There is no doubt that it works.", "positive"),
        ("The mayor does not deny that it is so.", "positive"),
        ("News that the board does not like the plan spread.", "positive"),
    ],
)
def test_polarity(text, expected):
    assert polarity(tokens(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "CORRECTED: Study links coffee to fewer reports of tinnitus in 1,240 workers.",
        "FWD: Burglars are marking 40 houses in Ostmark with blue chalk.",
        "The two clubs have agreed a fee of £18m for the striker.",
        "Ostmark Works is recalling 42,000 electric kettles.",
        "Ostmark Works recalls 42,000 kettles over a faulty hinge.",
    ],
)
def test_what_is_no_source(text):
    assert [one.attribution.kind for one in mentions(document("a", text))] == ["none"]


def test_a_headline_label_is_no_source():
    (title, *_) = mentions(
        document("a", "The maker took it back.", title="Kettle recall: maker corrects its figure of 40")
    )
    assert title.attribution.kind == "none"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The risk fell by 15 percent, according to a study published in the Journal of Ferries.",
            "a study published in the Journal of Ferries",
        ),
        (
            "The risk fell by 15 percent, according to a study published this week in the Journal of Ferries.",
            "a study published this week in the Journal of Ferries",
        ),
        ("The risk fell by 15 percent, according to a count published in May.", "a count published"),
        ("He recalled that 40 boats were lost, and the clerk agreed that 40 was right.", "He"),
    ],
)
def test_a_source_is_whole(text, source):
    first = mentions(document("a", text))[0]
    assert first.attribution.source.text == source
