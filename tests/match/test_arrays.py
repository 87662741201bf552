"""What many pairs are weighed by at once is what each pair would be weighed by alone."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_tool.match.grouping.features import aspects, likened
from corpus_tool.match.grouping.screen import Screen, strongest
from corpus_tool.match.senses import Near, concepts_of
from corpus_tool.match.tracked import bare

TEXTS = (
    "The council raised the parking fee to 40 euros.",
    "Parking charges went up to 40 euros, the council said.",
    "Two owls nest in the old mill.",
)


@pytest.mark.parametrize(("one", "two"), [("rais", "increas"), ("owl", "fee"), ("mill", "mill")])
def test_near_stems_share_a_concept(one: str, two: str) -> None:
    found = Near((one, two, "council")).of(one)
    shared = concepts_of(one).keys() & concepts_of(two).keys()
    assert (two in found) == bool(one != two and shared)
    assert all(0 < value <= 1 for value in found.values())


def test_senses_of_a_pair_do_not_depend_on_the_pile() -> None:
    seen = aspects([bare(text) for text in TEXTS])
    near = Near(stem for one in seen for stem in one.stems)
    alone, among = likened(seen[0], seen[1]), likened(seen[0], seen[1], near)
    assert (alone.less, alone.more, alone.shared) == (among.less, among.more, among.shared)
    assert alone.less > likened(seen[0], seen[2], near).less


def test_the_screen_gives_a_pair_one_score_in_any_pile() -> None:
    seen = aspects([bare(text) for text in TEXTS])
    few, all_of_them = Screen(seen[:2]), Screen(seen)
    assert few.scores([(0, 1)]) == pytest.approx(all_of_them.scores([(0, 1)]), abs=1e-5)
    assert len(Screen([]).scores([])) == 0


def test_an_edge_is_kept_while_one_of_its_ends_has_few() -> None:
    edges = np.array([[0, 1], [0, 2], [0, 3], [2, 3]])
    assert strongest(edges, np.array([0.9, 0.5, 0.5, 0.1]), 1) == [(0, 1), (0, 2), (0, 3)]
    assert strongest(edges, np.array([0.9, 0.1, 0.1, 0.5]), 1) == [(0, 1), (2, 3)]
