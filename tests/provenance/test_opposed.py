"""What denies and what only has a "no" in it; what a note points at; one finding for one set of tellings."""

from __future__ import annotations

import pytest

from corpus_tool.models import Mention, Span
from corpus_tool.provenance.notes import note_effect, points
from corpus_tool.provenance.opposed import denies_outright, opposes
from tests.provenance.factory import Pile


def _said(text: str, polarity: str = "positive") -> Mention:
    span = Span(start=0, end=len(text))
    return Mention(
        id=text, document_id="d", start=0, end=len(text), text=text, sentence=span, polarity=polarity
    )


@pytest.mark.parametrize(("denial", "told", "expected"), [
    ("The tenants' fund did not pay for the lift.", "The tenants' fund paid for the lift.", True),
    ("It is wrong that tenants have to pay for the lift.", "Tenants will pay for the lift.", True),
    ("The lift has nothing to do with the tenants' fund.", "The lift was paid by the tenants' fund.", True),
    ("No bicycles in the yard for six weeks", "The yard is shut to bicycles for six weeks", False),
    ("Nobody in the house paid for the lift, since the tenants' fund did.", "The tenants' fund paid for the lift.", False),
    ("No flat is let without a shower meter.", "Every flat has a shower meter.", False),
    ("The lift came from the tenants' fund, nothing is free", "The lift was paid by the tenants' fund.", False),
    ("The noise shall not exceed 60 decibels in the yard.", "The limit for noise in the yard is 60 decibels.", False),
])  # fmt: skip
def test_what_denies(denial: str, told: str, expected: bool) -> None:
    assert opposes(_said(denial, "negative"), _said(told)) is expected


def test_who_calls_it_wrong_denies_it() -> None:
    assert denies_outright(_said("It is untrue that the yard is closed."))
    assert not denies_outright(_said("The yard is closed."))


@pytest.mark.parametrize(("note", "expected"), [
    ("Editor's note: The passage about the lift could not be verified.", True),
    ("The figure for the rent is in doubt.", True),
    ("We could not check these claims.", False),
])  # fmt: skip
def test_a_note_that_points_at_one_thing(note: str, expected: bool) -> None:
    assert points(note) is expected


@pytest.mark.parametrize(("note", "expected"), [
    ("Update: the minutes confirm that the tenants rejected the lift.", "confirms"),
    ("Update: nobody confirmed that the tenants rejected the lift.", "weakens"),
])  # fmt: skip
def test_what_a_note_confirms_it_does_not_reject(note: str, expected: str) -> None:
    assert note_effect(note) == expected


def test_the_same_tellings_are_found_once() -> None:
    pile = Pile()
    text = "Every flat in the Harrow block gets a shower meter this autumn"
    for name in ("ash", "birch", "cedar", "fir"):
        pile.document(name)
        pile.told(name, "c", text)
    pile.claims["again"] = pile.claims["c"][:3]
    raised = {flag.claim_id for flag in pile.traced().flags}
    assert raised == {"c"}
