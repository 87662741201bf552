"""Each flag: piles that call for it, and piles that must not raise it."""

from __future__ import annotations

import pytest

from tests.provenance.factory import VAGUE, Pile, actor, codes, governed, number, source

SHOWERS = "Every flat gets a meter that counts the minutes of each shower"


def chain(*names: str, **first: object) -> Pile:
    """Documents of which each credits the one before; all tell claim ``c``."""
    pile = Pile()
    for place, name in enumerate(names):
        pile.document(name, published=f"2021-{place + 1:02d}-10")
        pile.told(name, "c", SHOWERS, **(first if place == 0 else {}))
        if place:
            pile.credit(name, f"The {names[place - 1].title()} Paper")
    return pile


def apart(*names: str, **each: object) -> Pile:
    """Documents that tell claim ``c`` and share nothing else."""
    pile = Pile()
    for name in names:
        pile.document(name)
        pile.told(name, "c", f"{SHOWERS}, as {name} puts it", **each)
    return pile


def flag(pile: Pile, code: str) -> object:
    return next(f for f in pile.traced().flags if f.code == code)


def test_repeated_unsourced() -> None:
    assert "repeated_unsourced" in codes(apart("ash", "birch", "cedar").traced())
    assert "repeated_unsourced" in codes(apart("ash", "birch", "cedar", attribution=VAGUE).traced())
    assert "repeated_unsourced" not in codes(apart("ash", "birch").traced())


@pytest.mark.parametrize("grade", ["primary", "secondary"])
def test_one_checkable_source_ends_repeated_unsourced(grade: str) -> None:
    pile = apart("ash", "birch", "cedar")
    pile.document("fir")
    pile.told("fir", "c", SHOWERS, attribution=source("Water Board", grade))
    assert "repeated_unsourced" not in codes(pile.traced())


def test_credit_to_a_telling_is_no_source() -> None:
    pile = apart("ash", "birch")
    pile.document("fir")
    pile.told("fir", "c", SHOWERS, attribution=source("The Ash Paper", "secondary", "outlet"))
    found = pile.traced()
    assert "repeated_unsourced" in codes(found)
    assert not found.externals


def test_comments_that_quote_are_no_repetition() -> None:
    pile = apart("ash", "birch")
    pile.document("k", kind="comment", parent_id="ash", thread_id="ash")
    pile.told("k", "c", SHOWERS, quoted=True)
    found = pile.traced()
    assert "repeated_unsourced" not in codes(found)
    assert found.claims[0].document_count == 2


def test_lost_links_make_it_possible_at_most() -> None:
    from corpus_tool.models import Kept

    pile = apart("ash", "birch")
    pile.document("fir", kept=Kept(dates=True))
    pile.told("fir", "c", SHOWERS)
    found = flag(pile, "repeated_unsourced")
    assert found.sureness == "possible"
    assert "lost their links" in found.reason


def test_single_origin() -> None:
    assert "single_origin" in codes(chain("ash", "birch", "cedar").traced())
    assert "single_origin" not in codes(chain("ash", "birch").traced())
    assert "single_origin" not in codes(apart("ash", "birch", "cedar").traced())


def test_circular() -> None:
    pile = chain("ash", "birch", "cedar")
    assert "circular" not in codes(pile.traced())
    pile.credit("ash", "The Cedar Paper")
    assert "circular" in codes(pile.traced())


@pytest.mark.parametrize(
    ("later", "expected"),
    [({}, True), ({"attribution": source("Water Board")}, False), ({"attribution": VAGUE}, True)],
)
def test_attribution_lost(later: dict[str, object], expected: bool) -> None:
    pile = Pile()
    pile.document("ash", published="2021-01-01")
    pile.document("birch", published="2021-02-01")
    pile.told("ash", "c", SHOWERS, attribution=source("Water Board"))
    pile.told("birch", "c", SHOWERS, **later)
    pile.shared("ash", "birch", SHOWERS)
    assert ("attribution_lost" in codes(pile.traced())) is expected


def test_a_credit_to_the_earlier_telling_keeps_the_trail() -> None:
    assert "attribution_lost" not in codes(chain("ash", "birch", attribution=source("Water Board")).traced())


def test_certainty_gained() -> None:
    hedged = chain("ash", "birch", certainty=0.5)
    assert "certainty_gained" in codes(hedged.traced())
    ruled = chain(
        "ash",
        "birch",
        certainty=0.6,
        governed_by=governed("If what I read is accurate, this is how it works:"),
    )
    assert "certainty_gained" in codes(ruled.traced())
    assert "certainty_gained" not in codes(chain("ash", "birch").traced())
    unworded = chain("ash", "birch", certainty=0.5, hedges=())
    assert "certainty_gained" not in codes(unworded.traced()), "no word that hedges can be shown"
    assert "certainty_gained" not in codes(apart("ash", "birch").traced())


def test_certainty_lost_is_no_flag() -> None:
    pile = Pile()
    pile.document("ash", published="2021-01-01")
    pile.document("birch", published="2021-02-01")
    pile.told("ash", "c", SHOWERS)
    pile.told("birch", "c", SHOWERS, certainty=0.4)
    pile.credit("birch", "The Ash Paper")
    assert "certainty_gained" not in codes(pile.traced())


@pytest.mark.parametrize(("note", "expected"), [
    ("Update: questions have been raised about the accuracy of the source of this article.", True),
    ("Correction: this article said that every flat gets a meter. That was wrong.", True),
    ("Update: the water board has confirmed the article.", False),
    ("Update: here are more photos of the roof garden.", False),
    ("Correction: an earlier version misspelt the name of Mr Moss.", False),
])  # fmt: skip
def test_caveat_not_carried(note: str, expected: bool) -> None:
    pile = chain("ash", "birch")
    pile.note("ash", note)
    assert ("caveat_not_carried" in codes(pile.traced())) is expected


def test_a_carried_caveat_is_no_flag() -> None:
    pile = chain("ash", "birch")
    for name in ("ash", "birch"):
        pile.note(
            name, "Update: questions have been raised about the accuracy of the source of this article."
        )
    assert "caveat_not_carried" not in codes(pile.traced())


def test_a_note_of_somebody_else_is_no_flag() -> None:
    pile = apart("ash", "birch")
    pile.note("ash", "Update: questions have been raised about the accuracy of the source of this article.")
    assert "caveat_not_carried" not in codes(pile.traced())


@pytest.mark.parametrize(("one", "two", "conflict", "expected"), [
    (40, 400, True, True), (40, 41, True, False), (40, 40, False, False), (1.3, 1.4, True, True),
])  # fmt: skip
def test_value_drift(one: float, two: float, conflict: bool, expected: bool) -> None:
    pile = Pile()
    pile.document("ash")
    pile.document("birch")
    a = pile.told("ash", "c", f"{one} flats have a meter", slots=(number(one),))
    b = pile.told("birch", "c", f"{two} flats have a meter", slots=(number(two),))
    pile.compared(a, b, value_conflict=conflict)
    assert ("value_drift" in codes(pile.traced())) is expected


def test_a_small_drift_is_of_low_severity() -> None:
    pile = Pile()
    pile.document("ash")
    pile.document("birch")
    ids = [pile.told(n, "c", f"{v} flats", slots=(number(v),)) for n, v in (("ash", 1300), ("birch", 1400))]
    pile.compared(*ids, value_conflict=True)
    assert flag(pile, "value_drift").severity == "low"


@pytest.mark.parametrize(("one", "two", "expected"), [
    ("the government", "two companies", True), ("the city council", "three firms", True), ("the council", "the city council", False),
    ("Acme Meters", "the company", False), ("people", "the government", False), ("officials", "the government", False),
    ("Acme Meters", "Borealis Works", True), ("the World Water Union", "WWU", False),
])  # fmt: skip
def test_actor_drift(one: str, two: str, expected: bool) -> None:
    pile = Pile()
    pile.document("ash")
    pile.document("birch")
    pile.told("ash", "c", f"{one} run the meters", slots=(actor(one),))
    pile.told("birch", "c", f"The meters are run by {two}", slots=(actor(two),))
    assert ("actor_drift" in codes(pile.traced())) is expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [("one", "all", True), ("some", "all", True), ("most", "all", False), (None, "all", False)],
)
def test_scope_drift(one: str | None, two: str, expected: bool) -> None:
    pile = Pile()
    for name, scope in (("ash", one), ("birch", two)):
        pile.document(name)
        pile.told(name, "c", f"{scope} flats have a meter", scope=scope)
    assert ("scope_drift" in codes(pile.traced())) is expected


def test_source_says_less() -> None:
    pile = Pile()
    pile.document("ash", published="2021-01-01")
    pile.document("birch", published="2021-02-01")
    a = pile.told("ash", "c", "14 flats have a meter", slots=(number(14),))
    b = pile.told(
        "birch", "c", "1400 flats have a meter", slots=(number(1400),), attribution=source("The Ash Paper")
    )
    pile.compared(a, b, value_conflict=True)
    assert "source_says_less" in codes(pile.traced())


def test_a_source_that_says_more_is_no_flag() -> None:
    pile = Pile()
    pile.document("ash", published="2021-01-01")
    pile.document("birch", published="2021-02-01")
    a = pile.told("ash", "c", "1400 flats have a meter", slots=(number(1400),))
    b = pile.told(
        "birch", "c", "14 flats have a meter", slots=(number(14),), attribution=source("The Ash Paper")
    )
    pile.compared(a, b, value_conflict=True)
    assert "source_says_less" not in codes(pile.traced())


@pytest.mark.parametrize(("text", "expected"), [
    ("Where does the bit about shower minutes come from?", True), ("Source for the shower meter?", True),
    ("Does anyone have a link to the original document about the meters and the minutes?", True),
    ("I love my shower and its minutes.", False), ("Which shower gel do you use?", False),
])  # fmt: skip
def test_source_requested(text: str, expected: bool) -> None:
    pile = apart("ash")
    pile.document("k", kind="comment", parent_id="ash", thread_id="ash", text=text)
    assert ("source_requested" in codes(pile.traced())) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Flats with a meter will not do well",
        "The meter is not only for flats",
        "Flats were denied a meter",
        "Flats that do not pay get a meter",
        "The meter is no different from the one in other flats",
    ],
)
def test_a_mere_limit_denies_nothing(text: str) -> None:
    pile = apart("ash", "birch")
    pile.document("fir")
    denial = pile.told("fir", "c", text, polarity="negative")
    pile.compared("m000", denial, polarity_conflict=True)
    assert "contradicted" not in codes(pile.traced())


def test_contradicted() -> None:
    pile = apart("ash", "birch")
    pile.document("fir")
    denial = pile.told("fir", "c", "No flat gets a meter", polarity="negative")
    pile.compared("m000", denial, polarity_conflict=True)
    found = pile.traced()
    assert "contradicted" in codes(found)
    assert found.claims[0].document_count == 2
    assert "contradicted" not in codes(apart("ash", "birch").traced())


@pytest.mark.parametrize(("comment", "article", "expected"), [
    ("2021-01-01", "2021-03-01", True), ("2021-03-01", "2021-01-01", False), (None, "2021-01-01", False), ("2021", "2021-03-01", False),
])  # fmt: skip
def test_thread_born(comment: str | None, article: str, expected: bool) -> None:
    pile = Pile()
    pile.document("t", kind="post", thread_id="t", text="What is new in your block?", published=comment)
    pile.document("k", kind="comment", thread_id="t", parent_id="t", published=comment)
    pile.document("ash", published=article)
    for name in ("k", "ash"):
        pile.told(name, "c", SHOWERS)
    assert ("thread_born" in codes(pile.traced())) is expected
