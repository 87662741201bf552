"""Denials, hearsay and accusations are statements; what waves a matter off, and small ads, are none."""

import pytest

from corpus_tool.extract.mentions import mentions
from corpus_tool.models import Document


def is_claim(text: str) -> bool:
    return any(row.is_claim for row in mentions(Document(id="d", text=text), every_sentence=True))


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that the tower will be pulled down.",
        "It is wrong that tenants will have to pay for the lift.",
        "There is no pool in Norrvik.",
        "There will be no trams on the east side.",
        "There is no evidence that the bees died of the spray.",
        "There is no doubt that the bridge is closed.",
        "There are claims that the mayor sold the land.",
        "A crew is believed to be behind it.",
        "A crew from the quarry is behind the van thefts.",
        "A red string on the gate means the dog is away at night.",
    ],
)
def test_what_is_denied_or_told_of_is_a_statement(text: str) -> None:
    assert is_claim(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is no excuse for him.",
        "There is no time like the present.",
        "It is not true that love conquers all.",
        "There is no doubt that the mayor is a fool.",
        "Everybody knows that dogs are better than cats.",
        "Oak desk, two drawers, needs varnishing.",
        "Lady's bicycle, one owner, 40 euros.",
    ],
)
def test_what_waves_off_or_is_offered_is_none(text: str) -> None:
    assert not is_claim(text)


def test_a_house_that_needs_repair_is_no_small_ad() -> None:
    assert is_claim("The bank, built in 1961, needs repairing, the council said.")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The pier was shut after two boats had sunk.", ["The pier was shut", "two boats had sunk."]),
        ("The pier will be shut after the boats leave.", ["The pier will be shut after the boats leave."]),
        (
            "The mayor resigned after a vote of the council.",
            ["The mayor resigned after a vote of the council."],
        ),
    ],
)
def test_what_happened_before_is_a_statement_of_its_own(text: str, parts: list[str]) -> None:
    rows = mentions(Document(id="d", text=text)) or mentions(Document(id="d", text=text), every_sentence=True)
    assert [row.text for row in rows] == parts


def test_what_makes_no_difference_is_denied() -> None:
    assert is_claim("Height makes no difference to the fare.")
