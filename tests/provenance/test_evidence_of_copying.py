"""What shows that a text was copied, and what only looks like it."""

from __future__ import annotations

import pytest

from corpus_tool.settings import ProvenanceSettings
from tests.provenance.factory import KEPT, Pile, codes, edges, open_edges, source

LONG = "The ferry to the lower islands will carry no lorries at all from the first Monday in spring onwards."
NEAR = "Islanders say that the ferry to the lower islands is full."
LINE = "Sign up for our weekly newsletter and hear from us on Fridays."
RARE = "Bring a chair, a lamp and a friend when you come to see us on a Friday."


def _two(text: str, *, other: str = "") -> Pile:
    pile = Pile()
    pile.document("ash", text, published="2021-01-01")
    pile.document("birch", other or text, published="2021-02-01")
    return pile


def test_a_long_row_of_words_is_a_copy() -> None:
    pile = _two(f"It rained.\n\n{LONG}", other=f"It snowed.\n\n{LONG}")
    pile.shared("ash", "birch", LONG)
    assert edges(pile.traced()) == {("ash", "birch")}


def test_a_turn_of_phrase_is_none() -> None:
    pile = _two(f"{NEAR} So be it.", other=f"Some say the ferry to the lower islands is empty. {NEAR[:3]}")
    pile.shared("ash", "birch", "the ferry to the lower islands is")
    assert edges(pile.traced()) == set()


def test_the_name_of_a_common_source_is_none() -> None:
    name = "the yearly report of the Society for the Care of Lower Island Ferries and Piers"
    pile = Pile()
    for number, document in enumerate(("ash", "birch")):
        pile.document(
            document, f"According to {name}, all is {document}.", published=f"2021-0{number + 1}-01"
        )
        mention = pile.told(document, f"c{number}", "placeholder", attribution=source(name))
        pile.mentions[-1] = _named(pile, mention, name)
    pile.shared("ash", "birch", f"According to {name}, all is")
    assert edges(pile.traced()) == set()


def _named(pile: Pile, mention_id: str, name: str) -> object:
    import dataclasses

    from corpus_tool.models import Span, TextSpan

    mention = next(m for m in pile.mentions if m.id == mention_id)
    text = pile.documents[mention.document_id].text
    start = text.index(name)
    span = TextSpan(start=start, end=start + len(name), text=name)
    given = dataclasses.replace(mention.attribution, source=span)
    end = text.index("\n")
    return dataclasses.replace(
        mention, start=0, end=end, text=text[:end], sentence=Span(start=0, end=end), attribution=given
    )


def test_a_line_that_general_knowledge_knows_is_furniture() -> None:
    pile = _two(f"It rained all day.\n\n{LINE}", other=f"It snowed all night.\n\n{LINE}")
    pile.shared("ash", "birch", LINE)
    assert edges(pile.traced()) == open_edges(pile.traced()) == set()


@pytest.mark.parametrize(("houses", "ties"), [(2, 1), (3, 0)])
def test_a_line_that_three_houses_have_alone_is_furniture(houses: int, ties: int) -> None:
    pile = Pile()
    names = ("ash", "birch", "cedar")[:houses]
    for number, name in enumerate(names):
        pile.document(name, f"Nothing new from {name}.\n\n{RARE}", published=f"2021-0{number + 1}-01")
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            pile.shared(one, other, RARE)
    assert len(edges(pile.traced())) == ties


def test_a_headline_that_states_the_same_is_no_credit() -> None:
    pile = Pile()
    pile.document("ash", title="Ferry carries no lorries from spring", published="2021-01-01")
    pile.document("birch", published="2021-02-01")
    pile.told("ash", "c", "No lorry will be taken on board when spring comes.")
    pile.told(
        "birch",
        "c",
        "The Water Board says that the ferry carries no lorries from spring onwards and that is that.",
    )
    assert edges(pile.traced()) == set()


def test_a_headline_in_quotation_marks_is_a_credit() -> None:
    pile = Pile()
    pile.document("ash", title="Ferry carries no lorries from spring", published="2021-01-01")
    pile.document("birch", published="2021-02-01")
    pile.told("ash", "c", "No lorry will be taken on board when spring comes.")
    pile.told(
        "birch",
        "c",
        "All this stood under “Ferry carries no lorries from spring” some weeks ago in another place.",
    )
    assert edges(pile.traced()) == {("ash", "birch")}


@pytest.mark.parametrize(
    ("verb", "found"), [("showed a drawing of", {("ash", "birch")}), ("is to be paid for", set())]
)
def test_a_house_that_prints_is_a_source(verb: str, found: set[tuple[str, str]]) -> None:
    pile = Pile()
    pile.document("ash", publisher="The Lower Island Lantern", published="2021-01-01")
    pile.document("birch", published="2021-02-01")
    pile.told("ash", "c", "A ferry without a deck for lorries is coming in spring.")
    pile.told("birch", "c", f"The Lower Island Lantern {verb} the ferry that has no deck for lorries.")
    pile.compared("m000", "m001", "related")
    assert edges(pile.traced()) == found


def test_a_comment_that_brings_its_own_source_has_it_from_there() -> None:
    pile = Pile()
    pile.document("ash", published="2021-01-01")
    pile.document("note", kind="comment", parent_id="ash", thread_id="ash", kept=KEPT)
    pile.told("ash", "c", "No lorry will be taken on board when spring comes.")
    pile.told("note", "c", "See the Ferries Act: no lorries.", attribution=source("Ferries Act"))
    pile.compared("m000", "m001", "related")
    assert edges(pile.traced()) == set()


def test_an_owner_of_one_of_several_prints_does_not_own_the_text() -> None:
    pile = Pile()
    for name in ("ash", "birch", "cedar"):
        pile.document(name, publisher=f"The {name} Paper", published=None)
    pile.told("ash", "c", LONG)
    pile.told("birch", "c", LONG)
    pile.told("cedar", "c", "Spring brings an end to freight on the boat to the islands.")
    for pair in (("m000", "m002"), ("m001", "m002")):
        pile.compared(*pair, "related")
    pile.shared("ash", "birch", LONG)
    family = ProvenanceSettings(families=(("The ash Paper", "The cedar Paper"),))
    both = ProvenanceSettings(families=(("The ash Paper", "The birch Paper", "The cedar Paper"),))
    assert [c.origin_count for c in pile.traced(family).claims] == [2]
    assert [c.origin_count for c in pile.traced(both).claims] == [1]


def test_a_note_may_name_a_claim_in_the_words_of_others() -> None:
    pile = Pile()
    pile.document("ash", published="2021-01-01")
    pile.document("birch", published="2021-02-01")
    pile.document("cedar", published="2021-03-01")
    pile.told("ash", "c", LONG)
    pile.told("birch", "c", LONG)
    pile.told("cedar", "c", "Freight is banned from the island boat.")
    pile.note(
        "ash", "Editor's note: The passage about the freight banned from the boat could not be verified."
    )
    pile.shared("ash", "birch", LONG)
    assert "caveat_not_carried" in codes(pile.traced())


GROUP = (
    "Five families get new homes.",
    "New homes go to five families.",
    "Five families will move to homes that are new.",
)


def test_everybody_instead_of_the_group_that_all_others_name() -> None:
    pile = Pile()
    for number, text in enumerate((*GROUP, "All the villagers get new homes.")):
        name = f"d{number}"
        pile.document(name)
        pile.told(name, "c", text)
    assert "scope_drift" in codes(pile.traced())


def test_one_group_in_all_wordings_is_no_drift() -> None:
    pile = Pile()
    for number, text in enumerate((*GROUP, "Homes that are new await five families.")):
        name = f"d{number}"
        pile.document(name)
        pile.told(name, "c", text)
    assert "scope_drift" not in codes(pile.traced())
