"""Which links between claims are compared at all."""

from __future__ import annotations

import pytest

from corpus_tool.match.grouping.links import Link, Told, asked_about
from corpus_tool.models import Membership, Mention, Span

CALM = "The council of Norby paved a square with 300 stones."


def mention(name: str, text: str, document: str) -> Mention:
    """One statement, read as what its words say."""
    span = Span(start=0, end=len(text))
    polarity = "negative" if " not " in text else "positive"
    return Mention(
        id=name, document_id=document, start=0, end=len(text), text=text, sentence=span, polarity=polarity
    )  # fmt: skip


def _told(*rows: tuple[Mention, str]) -> Told:
    held = [Membership(mention_id=one.id, claim_id=claim, score=1.0, primary=True) for one, claim in rows]
    return Told.of(held, [one for one, _ in rows])


def _link(one: Mention, two: Mention) -> Link:
    return (one, 0), (two, 1)


@pytest.mark.parametrize(
    ("text", "documents", "comments", "asked"),
    [
        (CALM, ("a", "b"), frozenset(), False),
        (CALM, ("a", "b"), frozenset({"b"}), True),
        ("The council of Norby did not pave a square.", ("a", "b"), frozenset(), True),
        ("The council of Norby did not pave a square.", ("a", "a"), frozenset(), False),
    ],
    ids=["told once each", "a comment", "a denial", "a denial in one document"],
)
def test_two_claims_told_once_each_are_compared_only_where_that_may_matter(
    text: str, documents: tuple[str, str], comments: frozenset[str], asked: bool
) -> None:
    one, two = mention("m1", CALM, documents[0]), mention("m2", text, documents[1])
    told = _told((one, "c1"), (two, "c2"))
    assert bool(asked_about([_link(one, two)], [], told, comments)) == asked


def test_a_claim_that_two_documents_tell_is_held_against_its_neighbours() -> None:
    one, again, two = (mention(f"m{at}", CALM, document) for at, document in enumerate("abc"))
    told = _told((one, "c1"), (again, "c1"), (two, "c2"))
    assert asked_about([_link(one, two)], [], told, frozenset()) == [_link(one, two)]
    assert not told.shared(_link(one, two))
    assert told.shared(_link(one, again))


def test_documents_that_may_share_two_statements_are_compared_in_both() -> None:
    ends = [(mention(f"l{at}", CALM, "a"), mention(f"r{at}", CALM, "b")) for at in range(2)]
    links = [_link(*pair) for pair in ends]
    told = _told(*((one, f"c{one.id}") for pair in ends for one in pair))
    assert asked_about(links, [], told, frozenset()) == links
    assert asked_about(links[:1], links[1:], told, frozenset()) == links[:1]
    assert asked_about(links[:1], [], told, frozenset()) == []
