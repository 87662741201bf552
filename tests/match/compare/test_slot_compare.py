"""Two values: equal, compatible, wider, narrower, conflicting or unrelated, and why."""

from __future__ import annotations

import pytest

from corpus_tool.extract.slots import slots
from corpus_tool.match.slot_compare import compare_slots
from corpus_tool.models import Slot

CASES = [
    ("almost 90,000 people", "90,000 people", "compatible"),
    ("about 50 shops", "52 shops", "compatible"),
    ("98,700 letters", "100,000 letters", "compatible"),
    ("1.3 billion birds", "1.4 billion birds", "conflicting"),
    ("1.3 billion birds", "1.32 billion birds", "compatible"),
    ("48 boats", "50 boats", "conflicting"),
    ("48 boats", "48 boats", "equal"),
    ("by 2020", "from 2020", "compatible"),
    ("by 2020", "by 2030", "conflicting"),
    ("by 2020", "in 2019", "compatible"),
    ("by 2020", "in 2022", "conflicting"),
    ("since 2014", "since 2016", "conflicting"),
    ("in 2016", "in June 2016", "narrower"),
    ("in June 2016", "in 2016", "wider"),
    ("on 4 June 2016", "on 5 June 2016", "conflicting"),
    ("10/8/15", "10 August 2015", "narrower"),
    ("10/8/15", "11 August 2015", "conflicting"),
    ("in March", "in March 2018", "compatible"),
    ("in March", "in April 2018", "conflicting"),
    ("in the 1990s", "in 1994", "narrower"),
    ("between 350 and 950", "from 0 to 1,000", "conflicting"),
    ("between 350 and 950", "350–950 points", "equal"),
    ("between 350 and 950", "a score of 700", "narrower"),
    ("up to 950", "between 350 and 950", "narrower"),
    ("more than 40 cities", "50 cities", "narrower"),
    ("more than 40 cities", "30 cities", "conflicting"),
    ("more than 40 cities", "more than 60 cities", "conflicting"),
    ("40 cities", "40 farms", "unrelated"),
    ("40 people", "40 users", "equal"),
    ("a third", "33 percent", "compatible"),
    ("one in five", "20 percent", "equal"),
    ("half of them", "30 percent", "conflicting"),
    ("12 months", "one year", "equal"),
    ("two weeks", "14 days", "equal"),
    ("two weeks", "three weeks", "conflicting"),
    ("5 km", "5,000 metres", "equal"),
    ("5 km", "5 kg", "unrelated"),
    ("$800", "800 dollars", "equal"),
    ("$800", "$900", "conflicting"),
    ("$800", "€800", "conflicting"),
    ("10 percent", "10 percentage points", "conflicting"),
    ("the 12th round", "the 13th round", "conflicting"),
    ("twice as many", "three times as many", "conflicting"),
    ("40 people", "in 2016", "unrelated"),
    ("prices rose", "prices fell", "conflicting"),
    ("it lowers your grade", "it hurts your grade", "equal"),
    ("it lowers your grade", "it raises your grade", "conflicting"),
]


def first(text: str) -> Slot:
    return slots(text)[0]


@pytest.mark.parametrize(("a", "b", "relation"), CASES)
def test_relation(a: str, b: str, relation: str) -> None:
    found = compare_slots(first(a), first(b))
    assert found.relation == relation, found.reason


def test_reason_quotes_both() -> None:
    found = compare_slots(first("by 2020"), first("by 2030"))
    assert "by 2020" in found.reason
    assert "by 2030" in found.reason


@pytest.mark.parametrize(
    ("a", "b", "minor"), [("1.3 billion birds", "1.4 billion birds", True), ("20 boats", "90 boats", False)]
)
def test_minor(a: str, b: str, minor: bool) -> None:
    assert compare_slots(first(a), first(b)).minor is minor
