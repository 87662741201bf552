"""What stood in a house's pages, without a verb of saying."""

import pytest

from corpus_tool.extract import mentions
from corpus_tool.models import Attribution, Document


def resting(text: str) -> Attribution:
    """What the last sentence of a text rests on."""
    return mentions(Document(id="d", text=text), every_sentence=True)[-1].attribution


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pier was sold in May, as could be read in the Port Post.", "Port Post"),
        ("As was reported in the Port Post, the pier was sold.", "Port Post"),
        ("The pier was sold, as first seen on Harbour Watch.", "Harbour Watch"),
        ("Harbour Watch has the news that the pier was sold.", "Harbour Watch"),
        ("Harbour Watch got wind of the plan to sell the pier.", "Harbour Watch"),
        ("The Port Post has it that the pier was sold.", "Port Post"),
        ("Readers of the Port Post know that the pier was sold.", "Port Post"),
        ("It was in the Port Post that the pier is sold.", "Port Post"),
        ("According to Harbour Watch, the pier rusts.", "Harbour Watch"),
        ("According to Oduya and Berg, the pier rusts.", "Oduya and Berg"),
        ("As the harbour by-law lays down, every boat pays a fee.", "harbour by-law"),
        ("An expert report by the Port Institute states that the pier leaks.", "expert report by the Port Institute"),
        ("According to the Ministry of Works, the pier leaks.", "Ministry of Works"),
        ("From the page of Harbour Watch:\n\n“The pier was sold in May.”", "Harbour Watch"),
    ],
)  # fmt: skip
def test_a_house_is_the_source(text: str, name: str) -> None:
    found = resting(text)
    assert found.external == name
    assert found.grade in {"primary", "secondary"}


@pytest.mark.parametrize(
    "text",
    [
        "The council has it in hand.",
        "The council has learned that the pier was sold.",
        "As is well known, the pier was sold.",
        "Unconfirmed reports from the town:\n- The pier was sold.",
        "Readers know that the pier was sold.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert resting(text).external is None
