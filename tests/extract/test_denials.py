"""Denials and what only sounds like one; hedges and the modals that are none: tables of wordings."""

import pytest

from corpus_tool.extract.certainty import certainty
from corpus_tool.extract.polarity import polarity
from corpus_tool.extract.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is wrong that boats of every size will need a permit.", "negative"),
        ("It is not the case that the mill burned down.", "negative"),
        ("It is incorrect that the ferry was sold.", "negative"),
        ("It is wrong that a child must wait so long.", "positive"),
        ("It is no secret that the mill lost money.", "positive"),
        ("The move came as no surprise to the crew.", "positive"),
        ("The boats were handed over for nothing.", "positive"),
        ("There was no accident on the pier.", "negative"),
        ("The yard sold the boats it cannot repair any more.", "positive"),
        ("The clinic moved those it can no longer treat.", "positive"),
        ("The council says it cannot pay for the pier.", "negative"),
        ("The mayor told the owners they could not stay.", "negative"),
        ("The yard cannot repair the boats any more.", "negative"),
    ],
)
def test_what_is_denied(text: str, expected: str) -> None:
    assert polarity(tokens(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Guests can bring the key back until noon.",
        "Passes can be bought only at the pier.",
        "The spire can be seen from the harbour.",
        "Girls were 8 percent more likely to pass the test.",
        "No dog may enter the hall without a permit.",
        "Only members may vote.",
        "Under the by-law owners may keep two goats.",
        "The garden may only be used by tenants.",
        "There is no doubt that the pier was closed.",
        "The pier is without doubt the oldest.",
    ],
)
def test_what_is_allowed_possible_or_certain_is_no_hedge(text: str) -> None:
    found = certainty(text)
    assert found.hedges == ()
    assert found.value >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "The pumps may fail this winter.",
        "The dam may not hold.",
        "Three clerks are suspected to have sold the keys.",
        "The guard was suspected of taking the boat.",
        "Engineers suspect that the wall leaks.",
        "There are claims that the mill was sold.",
        "There were rumours that the mill was sold.",
        "It is more likely that the wall leaks.",
        "I doubt the wall leaks.",
        "That casts doubt on the count.",
    ],
)
def test_what_is_doubted_is_hedged(text: str) -> None:
    found = certainty(text)
    assert found.hedges != ()
    assert found.value <= 0.6
