"""Wordings of one form about two things stay two claims."""

from __future__ import annotations

import pytest

from corpus_tool.extract import mentions
from corpus_tool.match.grouping.features import aspects, likened
from corpus_tool.match.grouping.names import names_in, opening_name
from corpus_tool.match.grouping.partings import parted
from corpus_tool.models import Document


def _parted(one: str, two: str) -> bool:
    told = [
        mentions(Document(id=key, text=text), every_sentence=True)[0]
        for key, text in (("a", one), ("b", two))
    ]
    return parted(likened(*aspects(told)), 0.8)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The recall covers the Aria 1.7 sold between September 2023 and March 2024.",
            "The recall covers the Cosy 2000 sold between October 2022 and January 2024.",
        ),
        ("That would be £260 a year.", "The scheme costs £640 million a year."),
        (
            "The company has known about the problem since 2022.",
            "The recall covers the Cosy 2000 sold between October 2022 and January 2024.",
        ),
        ("No deaths have been reported.", "A power cut was reported."),
        (
            "The firm has known of the fault since 2019.",
            "Covered are all drills sold between March 2020 and May 2021.",
        ),
        (
            "The library in Ostmark lent 4,100 books in May.",
            "The library in Fenwick lent 9,300 books in May.",
        ),
        (
            "Oldermann takes back 12,000 prams because a wheel can come off.",
            "Quistorp takes back 12,000 ladders because a rung can break.",
        ),
    ],
)
def test_another_thing_in_the_same_form(one: str, two: str) -> None:
    assert _parted(one, two)
    assert _parted(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The mark runs from 350 to 950.", "Everybody has a score between 0 and 1000."),
        ("Ana Example will earn 40,000 crowns.", "The mayor, Ana Example, is to earn 60,000 crowns."),
        ("The bridge toll is 4 euros.", "Drivers pay 6 euros to cross the bridge."),
        (
            "The list held 61,204 names, Ana Example told the Fenwick Courier.",
            "61,204 names stood on the list, says the Ostmark Yearbook.",
        ),
        ("It becomes a duty in 2020.", "By 2018 it will be obligatory."),
        ("Oldermann takes back 12,000 prams.", "The maker Oldermann has called in 12,000 buggies."),
        ("Yunbei pays 61,204 informers.", "61,204 people earn money by telling on their neighbours."),
    ],
)
def test_the_same_thing_told_otherwise(one: str, two: str) -> None:
    assert not _parted(one, two)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The fee for Ana Example rose in May.", {"ana", "example"}),
        ("Castellan Rovers have agreed a fee.", {"castellan", "rovers"}),
        ("Thefts rose on Monday.", set()),
        ("Oldermann takes back prams.", set()),
        ("Pensioners WILL pay, says Ana's office.", {"ana"}),
        ("BIKE THEFTS DOUBLED in Ostmark.", {"ostmark"}),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oldermann takes back prams.", {"oldermann"}),
        ("“Oldermann’s prams are back,” she said.", set()),
        ("Prams are taken back.", set()),
        ("oldermann takes back prams.", set()),
        ("", set()),
    ],
)
def test_a_name_that_opens(text: str, name: set[str]) -> None:
    assert opening_name(text) == name
