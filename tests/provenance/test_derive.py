"""Who took it from whom: direction where the texts show it, open where they do not."""

from __future__ import annotations

import pytest

from tests.provenance.factory import Pile, edges, number, open_edges

LIST = [
    "Every flat in the block gets a meter that counts the minutes of each shower.",
    "Those who reach forty minutes a week lose the right to use the roof garden.",
    "Neighbours can look up each other's minutes on a board beside the lift.",
    "The scheme starts as a voluntary trial and will be binding from the spring of next year.",
]


def two(dates: tuple[str | None, str | None] = (None, None), **titles: str) -> Pile:
    pile = Pile()
    pile.document("ash", published=dates[0], title=titles.get("ash"))
    pile.document("birch", published=dates[1], title=titles.get("birch"))
    return pile


def with_list(pile: Pile, name: str, between: str = "") -> None:
    for place, point in enumerate(LIST):
        pile.told(name, f"c{place}", point)
        if between:
            pile.told(
                name,
                f"own-{name}-{place}",
                f"{between} {place} " + "of our own thoughts about it all. " * 6,
            )


def test_dates_give_direction() -> None:
    pile = two(("2020-01-05", "2020-02-01"))
    for name in ("ash", "birch"):
        with_list(pile, name)
    pile.shared("ash", "birch", *LIST)
    assert edges(pile.traced()) == {("ash", "birch")}


@pytest.mark.parametrize(
    "dates", [(None, None), ("2020", "2020-03-01"), ("2020-03-01", "2020-03-01"), ("2020-01-05", None)]
)
def test_direction_stays_open_when_nothing_shows_it(dates: tuple[str | None, str | None]) -> None:
    pile = two(dates)
    for name in ("ash", "birch"):
        with_list(pile, name)
    pile.shared("ash", "birch", *LIST)
    found = pile.traced()
    assert edges(found) == set()
    assert open_edges(found) == {("ash", "birch")}
    row = next(d for d in found.derivations if d.source.type == "document")
    assert any("do not show" in sentence for sentence in row.evidence)


def test_points_spread_between_comment_were_taken() -> None:
    pile = two()
    with_list(pile, "birch")
    with_list(pile, "ash", between="And here is what we make of point")
    pile.shared("ash", "birch", *LIST)
    assert edges(pile.traced()) == {("birch", "ash")}


def test_a_longer_headline_and_words_run_together_show_the_copy() -> None:
    pile = two(
        ash="The shower board is a warning to tenants and landlords",
        birch="The shower board is a warning to tenants",
    )
    with_list(pile, "birch")
    pile.told(
        "birch",
        "x",
        "We at the tenants' desk have asked the owners about it twice and will ask them again next week, and so should you.",
    )
    with_list(pile, "ash")
    pile.shared("ash", "birch", *LIST)
    assert edges(pile.traced()) == {("birch", "ash")}


@pytest.mark.parametrize("name", ["The Ash Paper", "The Ash Paper's article", "Ash Paper"])
def test_credit_beats_dates(name: str) -> None:
    pile = two(("2020-02-01", "2020-01-01"))
    for document in ("ash", "birch"):
        pile.told(document, "c", LIST[0])
    pile.credit("birch", name)
    found = pile.traced()
    assert ("ash", "birch") in edges(found)
    assert not found.externals


def test_a_link_is_a_credit() -> None:
    pile = Pile()
    pile.document("ash", url="https://ash.example/showers?x=1")
    pile.document("birch")
    pile.told("ash", "c", LIST[0])
    pile.told("birch", "d", "Others have written about showers.")
    pile.link("birch", "http://www.ash.example/showers/")
    row = next(d for d in pile.traced().derivations if d.source.type == "document")
    assert (row.source.id, row.target.id, row.relation, row.directed) == ("ash", "birch", "cites", True)


def test_words_of_a_third_party_leave_direction_open() -> None:
    words = "“We will measure every shower in the city, and nobody will be asked twice,” says Ada Moss, the head of works."
    pile = two()
    pile.told("ash", "c", "Opinions differ about it here. " + words)
    pile.told("birch", "c", "Nothing else is known so far. " + words)
    pile.shared("ash", "birch", words)
    found = pile.traced()
    assert edges(found) == set()
    assert open_edges(found) == {("ash", "birch")}


def test_retelling_alone_stays_doubtful() -> None:
    pile = two(("2020-01-05", "2020-02-01"))
    for document in ("ash", "birch"):
        for point in range(5):
            text = f"{document} tells point {point} in its own way"
            pile.told(document, f"c{point}", text, slots=(number(40.0 + point),))
    rows = [d for d in pile.traced().derivations if d.source.type == "document"]
    assert [d.relation for d in rows] == ["paraphrases"]
    assert all(d.confidence < 0.5 for d in rows)


def test_a_copy_of_a_copy_has_one_parent() -> None:
    pile = Pile()
    for place, name in enumerate(("ash", "birch", "cedar")):
        pile.document(name, published=f"2020-0{place + 1}-01")
        with_list(pile, name)
    pile.shared("ash", "birch", *LIST)
    pile.shared("birch", "cedar", *LIST)
    pile.shared("ash", "cedar", *LIST[:2])
    assert edges(pile.traced()) == {("ash", "birch"), ("birch", "cedar")}


def test_nothing_shared_nothing_derived() -> None:
    pile = two(("2020-01-05", "2020-02-01"))
    pile.told("ash", "c", LIST[0])
    pile.told("birch", "c", "Minutes under the shower are counted by a meter in all flats.")
    assert pile.traced().derivations == ()


def test_a_comment_quotes_the_article_it_stands_under() -> None:
    pile = Pile()
    pile.document("ash", published="2020-01-01")
    pile.document("birch", published="2020-02-01")
    for name in ("ash", "birch"):
        with_list(pile, name)
    pile.document("k", kind="comment", thread_id="birch", parent_id="birch", published="2020-02-02")
    pile.told("k", "c0", LIST[0], quoted=True)
    pile.shared("ash", "birch", *LIST)
    pile.shared("ash", "k", LIST[0])
    pile.shared("birch", "k", LIST[0])
    found = pile.traced()
    assert edges(found) == {("ash", "birch"), ("birch", "k")}
    assert next(d for d in found.derivations if d.target.id == "k").relation == "quotes"


def test_prints_of_one_agency_are_one_source() -> None:
    pile = Pile()
    text = "The port office will meter every shower in its houses from May, and nobody in the whole port will pay more than before, said the mayor."
    for name in ("ash", "birch", "cedar"):
        pile.document(
            name, text="" if name == "cedar" else "PORT MILL (Coast Wire) -", published="2020-01-01"
        )
        pile.told(name, "c", text)
    for one, other in (("ash", "birch"), ("ash", "cedar"), ("birch", "cedar")):
        pile.shared(one, other, text)
    found = pile.traced()
    assert found.claims[0].origin_count == 1
    assert {(d.source.type, d.target.id) for d in found.derivations} == {
        ("external", "ash"),
        ("external", "birch"),
        ("external", "cedar"),
    }
