"""Who acts, by the order of words; a party or a group that one telling has put in for another."""

from __future__ import annotations

import pytest

from corpus_tool.provenance.flags.agents import agents, parties
from tests.provenance.factory import Pile, codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wreck was found by two divers in May.", ["two divers"]),
        ("A retired organist complained about the noise.", ["A retired organist"]),
        ("Our chapel has a new roof: a gift by the roofers' guild.", ["the roofers' guild"]),
        ("The plan is a draft by the port authority.", ["the port authority"]),
        ("The town council will take over the ferry.", ["The town council"]),
        ("The town council was fined.", []),
        ("All vehicles will pay, and it is paid by all vehicles.", []),
        ("It was ready by May.", []),
        ("The pier was closed.", []),
    ],
)
def test_agents(text: str, expected: list[str]) -> None:
    assert [agent.text for agent in agents(text)] == expected


def test_parties_stand_anywhere() -> None:
    assert [p.text for p in parties("Money for it came from the port authority.")] == ["the port authority"]


FOUND = (
    "The wreck in the bay was found by two divers",
    "Two divers found the wreck in the bay",
    "It was two divers who came upon the wreck in the bay",
)


def told(*texts: str) -> Pile:
    pile = Pile()
    for place, text in enumerate(texts):
        pile.document(f"d{place}")
        pile.told(f"d{place}", "c", text)
    return pile


@pytest.mark.parametrize(
    "other",
    [
        "The wreck in the bay was found by the harbour master",
        "The harbour police found the wreck in the bay",
        "Credit for the wreck found in the bay goes to the harbour police",
    ],
)
def test_another_party_is_drift(other: str) -> None:
    assert "actor_drift" in codes(told(*FOUND, other).traced())


@pytest.mark.parametrize(
    "other",
    ["The wreck in the bay was found last year", "The divers who found the wreck in the bay are proud"],
)
def test_a_party_left_out_is_none(other: str) -> None:
    assert "actor_drift" not in codes(told(*FOUND, other).traced())


COVERED = (
    "Five families in the valley must move for the dam",
    "For the dam five families will leave the valley",
    "The dam drives five families from the valley",
)


def test_everybody_in_place_of_a_group_is_drift() -> None:
    assert "scope_drift" in codes(
        told(*COVERED, "All the villagers in the valley must move for the dam").traced()
    )


@pytest.mark.parametrize(
    "other",
    [
        "Five families must leave the valley, and nobody asked them",
        "So many words on how many hours the dam in the valley takes",
    ],
)
def test_the_same_group_is_none(other: str) -> None:
    assert "scope_drift" not in codes(told(*COVERED, other).traced())


def test_the_one_claim_a_question_is_about() -> None:
    pile = told(*FOUND)
    pile.document("q", "Who says it was divers?", kind="comment", parent_id="d0", thread_id="d0")
    assert "source_requested" in codes(pile.traced())


def test_a_caveat_that_names_no_statement_bears_on_all() -> None:
    pile = Pile()
    pile.document("ash", published="2021-01-01")
    pile.told("ash", "c", FOUND[0])
    pile.note("ash", "These details could not be confirmed independently.", kind="caveat")
    pile.document("birch", published="2021-02-01")
    pile.told("birch", "c", FOUND[1])
    pile.credit("birch", "The Ash Paper")
    assert "caveat_not_carried" in codes(pile.traced())


def test_a_credited_text_that_covers_fewer_says_less() -> None:
    pile = told(*COVERED)
    pile.document("wide", published="2021-06-01")
    pile.told("wide", "c", "All the villagers in the valley must move for the dam")
    pile.credit("wide", "The D0 Paper")
    assert "source_says_less" in codes(pile.traced())
