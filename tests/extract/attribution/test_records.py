"""Documents that a statement stands in, that the sentence behind names, or that speak by themselves."""

import pytest

from corpus_tool.extract import mentions
from corpus_tool.extract.attribution.grade import judge
from corpus_tool.models import Attribution, Document


def resting(text: str, part: str) -> Attribution:
    """What the sentence that holds ``part`` rests on."""
    at = text.index(part)
    rows = mentions(Document(id="d", text=text), every_sentence=True)
    return next(row.attribution for row in rows if row.start <= at < row.end)


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        (
            "The sailing order of the club states that every boat needs a light.",
            "light",
            "sailing order of the club",
        ),
        ("The limit of 12 boats is laid down in the Harbour Code.", "boats", "Harbour Code"),
        ("The fall of 3 percent is a finding of the Port Survey.", "fall", "Port Survey"),
        ("The report of the pilots credits the buoy to Ana Berg.", "buoy", "report of the pilots"),
        ("Nine boats sank in May. The log book of the port has it.", "boats", "log book of the port"),
        ("Nine boats sank in May. The figure comes from the Boat Register.", "boats", "Boat Register"),
        (
            "Nine boats sank in May. The proof is the annual report of the port.",
            "boats",
            "annual report of the port",
        ),
        ("“According to the Harbour Code, a boat needs two lights.”", "boat", "Harbour Code"),
        (
            "The fishing permit of the Port Office puts the catch at 340 tons.",
            "catch",
            "fishing permit of the Port Office",
        ),
        ("The trust's accounts show a loss of 4 million.", "loss", "trust's accounts"),
    ],
)
def test_a_document_that_is_named_is_the_source(text: str, part: str, name: str) -> None:
    found = resting(text, part)
    assert (found.kind, found.grade, found.external) == ("document", "primary", name)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Nine boats sank in May. The police have it.", "boats"),
        ("Nine boats sank in May. It comes from the north.", "boats"),
        ("Nine boats sank in May.\n\nThe figure comes from the Boat Register.", "boats"),
        ("The boat is set down in the yard.", "boat"),
        ("The order of the day was fish.", "fish"),
    ],
)
def test_what_names_no_document_sources_nothing(text: str, part: str) -> None:
    assert resting(text, part).grade == "absent"


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("The county", "organisation", "county"),
        ("Mate at the airport", "vague", None),
        ("Cousin in the fire brigade", "vague", None),
        ("Baker Jon Marsh, 41", "person", "Baker Jon Marsh"),
        ("the accounts of the witnesses", "vague", None),
        ("Reuters", "outlet", "Reuters"),
    ],
)
def test_kinds_of_source(phrase: str, kind: str, name: str | None) -> None:
    found = judge(phrase)
    assert (found.kind, found.external) == (kind, name)


def test_an_age_behind_a_name_keeps_the_speaker() -> None:
    found = resting("Baker Jon Marsh, 41, said: “The oven was sold in May.”", "oven")
    assert found.source is not None
    assert found.source.text.startswith("Baker Jon Marsh")


def test_kin_is_named_whole() -> None:
    found = resting("My mother-in-law lost two boats.", "boats")
    assert found.source is not None
    assert found.source.text == "My mother-in-law"
