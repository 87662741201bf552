"""What a sceptical editor found in reports: withdrawals, papers called in short, rings with a way out, answers beside the point."""

from __future__ import annotations

import pytest

from corpus_tool.models import Mention, Span
from corpus_tool.provenance.opposed import opposes, taken_back, takes_back
from corpus_tool.provenance.overlap import quoted_line_share
from corpus_tool.provenance.pile import Inputs, pile_of
from corpus_tool.provenance.shelf import shelf_of
from corpus_tool.settings import DEFAULT
from tests.provenance.factory import Pile, codes, number, source


def _said(text: str, polarity: str = "positive") -> Mention:
    span = Span(start=0, end=len(text))
    return Mention(
        id=text, document_id="d", start=0, end=len(text), text=text, sentence=span, polarity=polarity
    )


@pytest.mark.parametrize(("later", "told", "polarity", "expected"), [
    ("The ferry line withdrew its statement that no passengers had been hurt.", "No passengers have been hurt.", "negative", True),
    ("The statement that the lift passengers were warned was retracted.", "All lift passengers were warned.", "positive", True),
    ("The ferry line withdrew its statement that no passengers had been hurt.", "Two passengers have been hurt.", "positive", False),
    ("The ferry line withdrew its offer to passengers who had been hurt.", "No passengers have been hurt.", "negative", False),
])  # fmt: skip
def test_what_is_taken_back(later: str, told: str, polarity: str, expected: bool) -> None:
    assert takes_back(_said(later), _said(told, polarity)) is expected


def test_a_withdrawal_says_what_was_said() -> None:
    assert taken_back(_said("The mayor took back her claim that the bridge is safe.")) == "the bridge is safe"
    assert taken_back(_said("The mayor claims that the bridge is safe.")) == ""


@pytest.mark.parametrize(("denial", "told", "expected"), [
    ("There is no evidence that burglars mark houses with blue chalk.", "Burglars mark houses with blue chalk.", True),
    ("No house with a dog was marked by burglars, since dogs bark.", "Burglars marked a house with a dog.", False),
])  # fmt: skip
def test_no_evidence_is_read_whole(denial: str, told: str, expected: bool) -> None:
    assert opposes(_said(denial, "negative"), _said(told)) is expected


@pytest.mark.parametrize(("name", "expected"), [
    ("the police summary", ("police",)),
    ("the summary", ()),
    ("the school summary", ()),
])  # fmt: skip
def test_a_paper_called_in_short(name: str, expected: tuple[str, ...]) -> None:
    pile = Pile()
    pile.document("police", publisher=None, title="Ostmark Police: recorded crime, annual summary 2025")
    pile.document("gull", title="What the police summary does not say")
    inputs = Inputs(
        documents=list(pile.documents.values()), mentions=[], credits=[], passages=[], grouping=pile.grouping(),
        settings=DEFAULT.provenance,
    )  # fmt: skip
    assert shelf_of(pile_of(inputs)).paper(name) == expected


def test_lines_that_a_comment_quotes() -> None:
    pile = Pile()
    pile.document("c", "> the lift was free\nWho says so?", kind="comment")
    document = pile.documents["c"]
    assert quoted_line_share(document, 2, 19) == 1.0
    assert quoted_line_share(document, 21, 30) == 0.0


@pytest.mark.parametrize(("reply", "answered"), [
    ("The toll was decided in 2019, according to Ostmark Council.", False),
    ("The lift was paid by the tenants, according to Ostmark Council.", True),
])  # fmt: skip
def test_a_source_for_something_else_is_no_answer(reply: str, answered: bool) -> None:
    pile = Pile()
    for name in ("ash", "birch"):
        pile.document(name)
        pile.told(name, "c0", "The lift was paid by the tenants of the house.")
    pile.document(
        "asks",
        "Is there a source for the lift and the tenants?",
        kind="comment",
        parent_id="ash",
        thread_id="ash",
        part=1,
    )
    pile.document("next", kind="comment", parent_id=None, thread_id="ash", part=2)
    pile.told("next", "c1", reply, attribution=source("Ostmark Council"))
    found = [f for f in pile.traced().flags if f.code == "source_requested" and f.claim_id == "c0"]
    assert found
    assert ("A reply names a source" in found[0].reason) is answered


@pytest.mark.parametrize(
    ("behind", "expected"), [(False, "None of them leads out of the ring."), (True, "also has it")]
)
def test_a_ring_that_somebody_stands_behind(behind: bool, expected: str) -> None:
    pile = Pile()
    text = "The tenants of the Harrow block pay for every minute under the shower from this autumn on"
    for day, name in enumerate(("fern", "gorse", "heath"), 1):
        pile.document(name, published=f"2021-03-0{day}")
        pile.told(name, "c", text)
    pile.shared("gorse", "heath", text)
    pile.credit("gorse", "The Heath Paper")
    pile.credit("heath", "The Gorse Paper")
    if behind:
        pile.shared("fern", "gorse", text)
        pile.credit("gorse", "The Fern Paper")
    ring = next(f for f in pile.traced().flags if f.code == "circular")
    assert expected in ring.reason


@pytest.mark.parametrize(("other", "expected"), [
    ("In Farrow, 61 bicycles were stolen last year, the police said.", False),
    ("In all, 61 bicycles were stolen last year, the police said.", True),
])  # fmt: skip
def test_figures_of_two_places_do_not_differ(other: str, expected: bool) -> None:
    pile = Pile()
    for name in ("ash", "birch"):
        pile.document(name)
    pile.told("ash", "c", "318 bicycles were stolen in the town last year.", slots=(number(318, "bicycle"),))
    pile.told("birch", "c", other, slots=(number(61, "bicycle"),))
    assert ("value_drift" in codes(pile.traced())) is expected


@pytest.mark.parametrize(("field", "expected"), [("title", False), ("text", True)])
def test_headlines_alone_are_no_repetition(field: str, expected: bool) -> None:
    pile = Pile()
    for name in ("ash", "birch", "cedar"):
        pile.document(name)
        pile.told(name, "c", "Shower meters are coming to every flat", field=field)
    assert ("repeated_unsourced" in codes(pile.traced())) is expected
