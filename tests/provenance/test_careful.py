"""Flags that say "none" ask what may have been left out: sources in other words, tellings outside the claim."""

from __future__ import annotations

import pytest

from corpus_tool.provenance.papers import around, names_paper, rests_on_paper
from tests.provenance.factory import Pile, source

METERS = "Every flat in the Harrow block gets a shower meter this autumn"


@pytest.mark.parametrize(("sentence", "expected"), [
    ("The works order of the Harrow Housing Office states that every flat gets a meter.", True),
    ("That every flat gets a meter is set down in the minute book of the tenants' council.", True),
    ("The Harrow Water Act provides for meters in every flat.", True),
    ("It comes from a study by the Alder Institute, page nine.", True),
    ("The works order of the Harrow Housing Office is three weeks late.", False),
    ("The plan is popular, and every flat gets a meter.", False),
    ("By law every flat gets a meter.", False),
    ("She found the plan behind a radiator.", False),
])  # fmt: skip
def test_a_named_paper_that_speaks_is_a_source(sentence: str, expected: bool) -> None:
    assert rests_on_paper(sentence) is expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Read the minutes of the tenants' council. They all get one.", True),
    ("A meter counts the minutes of each shower.", False),
    ("I read it in a letter from my landlord's cat.", False),
])  # fmt: skip
def test_a_paper_is_named_by_its_owner(text: str, expected: bool) -> None:
    assert names_paper(text) is expected


def test_a_statement_is_read_with_its_neighbours() -> None:
    assert around("a" * 300 + "b" + "c" * 300, 300, 301) == "a" * 200 + "b" + "c" * 200


def _codes(pile: Pile) -> set[str]:
    return {flag.code for flag in pile.traced().flags if flag.claim_id == "c"}


def _told(*names: str) -> Pile:
    pile = Pile()
    for name in names:
        pile.document(name)
        pile.told(name, "c", METERS)
    return pile


def test_a_source_given_outside_the_claim_stops_none_of_them() -> None:
    pile = _told("ash", "birch", "cedar")
    pile.document("fir")
    pile.told(
        "fir", "other", "Each flat in the Harrow block gets its shower meter", attribution=source("Water Act")
    )
    assert "repeated_unsourced" not in _codes(pile)


def test_a_source_for_something_else_stops_nothing() -> None:
    pile = _told("ash", "birch", "cedar")
    pile.document("fir")
    pile.told("fir", "other", "The Harrow swimming bath closes for repairs", attribution=source("Water Act"))
    assert "repeated_unsourced" in _codes(pile)


def test_a_source_in_another_wording_is_no_source_missed() -> None:
    pile = _told("ash", "birch")
    pile.document("cedar")
    pile.told("cedar", "c", "The works order of the Harrow Housing Office puts a meter into every flat")
    assert "repeated_unsourced" not in _codes(pile)


def test_what_nobody_need_check_needs_no_source() -> None:
    pile = Pile()
    for name in ("ash", "birch", "cedar"):
        pile.document(name)
        pile.told(name, "c", "Autumn has come to the courtyards", check_worthiness=0.2)
    assert "repeated_unsourced" not in _codes(pile)


def test_a_source_named_in_quoted_words_is_not_dropped() -> None:
    pile = Pile()
    line = "According to the Harrow Water Act, every flat in the block gets a shower meter"
    pile.document("ash", published="2021-01-01")
    pile.told("ash", "c", line, attribution=source("Harrow Water Act"))
    pile.document("birch", published="2021-02-01")
    pile.told("birch", "c", f"“{line}”", quoted=True)
    pile.shared("ash", "birch", line)
    assert "attribution_lost" not in _codes(pile)
