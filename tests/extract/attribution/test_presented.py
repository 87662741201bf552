"""Documents that present a statement without a verb of saying, and what only looks like one."""

import pytest

from corpus_tool.extract.attribution.page import Page
from corpus_tool.extract.attribution.presented import found, is_document
from corpus_tool.models import Document


def rules(text: str) -> dict[str, str]:
    """Rule and source of each hit."""
    hits = found(Page(Document(id="d", text=text)))
    return {hit.rule: text[hit.source.start : hit.source.end] if hit.source else "" for hit in hits}


@pytest.mark.parametrize(
    ("text", "rule", "source"),
    [
        ("Annex C lists eleven engineers.", "presents", "Annex C"),
        ("The Statistical Yearbook counts 4,100 boats.", "presents", "The Statistical Yearbook"),
        (
            "Under section 12 of the Harbour Code, boats pay a fee.",
            "preposed",
            "section 12 of the Harbour Code",
        ),
        ("Nothing in the notice compels anybody to move.", "in_it", "the notice"),
        (
            "Inspection record 4/17 of the harbour lists nine boats.",
            "presents",
            "Inspection record 4/17 of the harbour",
        ),
        ("That is in a port where the 2010 census counted 400 boats.", "presents", "the 2010 census"),
        ("Berg and Maar (2014) tested nine boats.", "citation", "Berg and Maar (2014)"),
        ("The leak doubled (Berg et al., 2014).", "citation", "Berg et al., 2014"),
        ("From what people in the port say, the pumps failed.", "hearsay", ""),
        ("We counted nine boats last winter.", "own_word", "We"),
        ("My oldest friend has lost his boat.", "own_word", "My oldest friend"),
        ("As members of the board tell it, the money was gone.", "as_told", "members of the board"),
        ("We are told that the pumps failed.", "hearsay", ""),
        ("They say the pumps failed.", "hearsay", ""),
        ("I bought three pumps and mine failed.", "own_word", "I"),
        ("In our experience the pumps fail.", "own_word", "In our experience"),
    ],
)
def test_presented(text: str, rule: str, source: str) -> None:
    assert rules(text).get(rule) == source


@pytest.mark.parametrize(
    "text",
    [
        "The farmer counts 400 sheep.",
        "We all need clean water.",
        "Berlin (2014) is a long film.",
        "By the river, boats pay a fee.",
        "In spring, boats pay a fee.",
        "Boats pay a fee.",
        "The word is short.",
        "Boat I sank in 1912.",
        "",
    ],
)
def test_presents_nothing(text: str) -> None:
    assert not rules(text).keys() & {
        "presents",
        "preposed",
        "in_it",
        "tagged",
        "as_told",
        "judged",
        "hearsay",
    }


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Annex C", True),
        ("section 12 of the Code", True),
        ("the report", True),
        ("no report", False),
        ("the farmer", False),
        ("any register", False),
    ],
)
def test_is_document(phrase: str, expected: bool) -> None:
    assert is_document(phrase) is expected
