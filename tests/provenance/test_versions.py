"""Saved copies of one page: one telling, compared."""

from __future__ import annotations

import pytest

from corpus_tool.models import Findings
from corpus_tool.provenance import show_document
from corpus_tool.provenance.versions import edit_between, versions_of
from tests.provenance.factory import Pile, codes, edges, open_edges

URL = "https://www.ash.example/meters"
FIRST = "Every flat on the hill gets a meter that counts the minutes of each shower"
KEPT = "The works begin in March and the stairs will be closed for a week."


def two_copies(*, note: str = "", later: str = FIRST) -> Pile:
    """A page saved twice, and two others that tell the same."""
    pile = Pile()
    for name, told in (("old", FIRST), ("new", later)):
        pile.document(name, KEPT, url=URL if name == "old" else URL + "/?ref=mail", publisher="The Ash Paper")
        pile.told(name, "c", told)
    if note:
        pile.note("new", note, kind="correction")
    pile.shared("old", "new", KEPT)
    pile.document("birch")
    pile.told("birch", "c", "On the hill a meter will count how long each shower takes in every flat")
    return pile


def test_two_saved_copies_are_one_telling() -> None:
    found = two_copies().traced()
    claim = found.claims[0]
    assert (claim.document_count, claim.origin_count) == (2, 2)
    assert not edges(found) | open_edges(found)
    assert not codes(found) & {"repeated_unsourced", "single_origin"}


def test_an_edit_is_no_drift_between_pages() -> None:
    pile = two_copies(later="Every flat on the hill gets a meter that counts the seconds of each shower")
    assert "value_drift" not in codes(pile.traced())


def test_a_silent_edit_is_told() -> None:
    pile = two_copies(later="Some flats on the hill get a meter that counts the minutes of each shower")
    edit = edit_between(pile.documents["old"], pile.documents["new"])
    assert len(edit.removed) == len(edit.added) == 1
    assert "No note on the page tells of it." in edit.sentence
    assert "Which copy is the later one" in edit.sentence


def test_a_late_correction_puts_the_copies_in_order() -> None:
    pile = two_copies(note="Correction: an earlier version said every flat; it is some.")
    edit = edit_between(pile.documents["new"], pile.documents["old"])
    assert edit.ordered
    assert edit.later.id == "new"
    assert "A note tells of it" in edit.sentence


def test_a_correction_of_a_later_copy_is_one_of_the_page() -> None:
    pile = two_copies(
        note="Correction: we wrote that every flat gets a meter for each shower; that was wrong."
    )
    pile.document("cedar", published="2021-05-01")
    pile.told("cedar", "c", FIRST)
    pile.credit("cedar", "The Ash Paper")
    assert "caveat_not_carried" in codes(pile.traced())


@pytest.mark.parametrize("url", ["https://www.ash.example", "https://www.ash.example/other"])
def test_another_address_is_another_page(url: str) -> None:
    pile = Pile()
    pile.document("a", FIRST, url=URL if url.endswith("other") else url)
    pile.document("b", FIRST, url=url)
    assert not versions_of(pile.documents, ())


def test_another_text_under_one_address_is_another_page() -> None:
    pile = Pile()
    pile.document("a", FIRST, url=URL)
    pile.document("b", "The ferry runs twice a day and takes no cars.", url=URL)
    assert not versions_of(pile.documents, ())


def test_show_tells_of_the_other_copy() -> None:
    pile = two_copies(later="Some flats on the hill get a meter that counts the minutes of each shower")
    found = pile.traced()
    findings = Findings(
        settings={}, documents=tuple(pile.documents.values()), mentions=tuple(pile.mentions),
        passages=tuple(pile.passages), claims=found.claims, derivations=found.derivations,
    )  # fmt: skip
    story = show_document(findings, "old")
    assert story is not None
    assert "count as one telling" in story.versions[0]
