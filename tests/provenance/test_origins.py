"""Origins: copies folded, circles folded, one external folded; shuffling and strangers change nothing."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.provenance.factory import Pile, source

SHOWERS = "Every flat gets a meter that counts the minutes of each shower"


def piled(links: list[tuple[int, int]], externals: dict[int, str] | None = None, size: int = 5) -> Pile:
    pile = Pile()
    for place in range(size):
        pile.document(f"d{place}", published=None)
        name = (externals or {}).get(place)
        more = {"attribution": source(name)} if name else {}
        pile.told(f"d{place}", "c", f"{SHOWERS} in wording number {place}", **more)
    for earlier, later in links:
        pile.credit(f"d{later}", f"The D{earlier} Paper")
    return pile


def test_a_chain_has_one_origin() -> None:
    claim = piled([(0, 1), (1, 2), (2, 3), (3, 4)]).traced().claims[0]
    assert (claim.origin_count, claim.document_count) == (1, 5)
    assert claim.earliest_mention_ids == ("m000",)


def test_two_parents_are_two_origins() -> None:
    assert piled([(0, 2), (1, 2), (2, 3), (2, 4)]).traced().claims[0].origin_count == 2


def test_a_circle_is_one_origin() -> None:
    assert piled([(0, 1), (1, 2), (2, 0)], size=3).traced().claims[0].origin_count == 1


def test_one_external_folds() -> None:
    found = piled([], {0: "Water Board", 1: "the Water Board", 2: "Water Board's report"}).traced()
    claim = found.claims[0]
    assert (claim.origin_count, claim.sourced_origin_count) == (3, 1)
    assert [x.name for x in found.externals] == ["Water Board"]
    assert {d.source.type for d in found.derivations} == {"external"}


def test_no_tie_no_fold() -> None:
    claim = piled([]).traced().claims[0]
    assert (claim.origin_count, claim.origin_range) == (5, (5, 5))


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda ab: ab[0] != ab[1]), max_size=8),
    st.randoms(),
)
@settings(max_examples=40, deadline=None)
def test_order_and_strangers_change_nothing(links: list[tuple[int, int]], chance: random.Random) -> None:
    pile = piled(links, {0: "Water Board"})
    plain = pile.traced()
    for rows in (pile.mentions, pile.credits, pile.passages):
        chance.shuffle(rows)
    names = list(pile.documents)
    chance.shuffle(names)
    pile.documents = {name: pile.documents[name] for name in names}
    assert pile.traced() == plain
    pile.document("stranger")
    pile.told("stranger", "other", "Pigeons are back on the town hall")
    more = pile.traced()
    assert set(plain.flags) <= set(more.flags)
    assert set(plain.derivations) == set(more.derivations)
    assert more.claims[0] == plain.claims[0]
    low, high = plain.claims[0].origin_range
    assert 1 <= low <= plain.claims[0].origin_count <= high <= 5
