"""Keywords, collocates and words in context: counts a reader can check by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.discourse import collocates, keyness, kwic
from corpus_tool.discourse.measures import Counts, log_likelihood, log_ratio
from corpus_tool.models import Document
from corpus_tool.settings import DiscourseSettings

LOOSE = DiscourseSettings(least_count=1, least_likelihood=0.0)
FERRY = Document(id="ferry", text="The Ferry is late. The ferry is full. A ferry, again late, sank.")
BREAD = Document(id="bread", text="The bread is late. The bread is warm. A loaf is a loaf.")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((10, 100, 10, 100), 0.0),
        ((20, 100, 10, 100), 3.9866),
        ((10, 100, 20, 100), -3.9866),
        ((0, 100, 0, 100), 0.0),
        ((3, 3, 0, 0), 0.0),
    ],
)
def test_log_likelihood(cells, expected):
    here, size_here, there, size_there = cells
    counts = Counts(here=here, size_here=size_here, there=there, size_there=size_there)
    # By hand: 2·(20·ln(20/15) + 10·ln(10/15) + 80·ln(80/85) + 90·ln(90/85)).
    assert log_likelihood(counts) == pytest.approx(expected, abs=1e-3)


@given(st.integers(0, 50), st.integers(50, 90), st.integers(0, 50), st.integers(50, 90))
def test_measures_turn_with_their_sides(here, size_here, there, size_there):
    one = Counts(here=here, size_here=size_here, there=there, size_there=size_there)
    other = Counts(here=there, size_here=size_there, there=here, size_there=size_here)
    assert log_likelihood(one) == pytest.approx(-log_likelihood(other), abs=1e-3)
    assert log_ratio(one) == pytest.approx(-log_ratio(other), abs=1e-3)


def test_log_ratio_of_a_word_the_rest_lacks():
    assert log_ratio(Counts(here=3, size_here=99, there=0, size_there=99)) == pytest.approx(2.8074, abs=1e-4)


def test_keyness_finds_what_each_document_is_about():
    first = {row.document_id: row.word for row in reversed(list(keyness([FERRY, BREAD], LOOSE)))}
    assert first == {"ferry": "ferry", "bread": "bread"}


def test_keyness_of_one_document_or_of_none():
    assert list(keyness([FERRY])) == []
    assert list(keyness([])) == []


def test_keyness_passes_over_rare_words():
    settings = DiscourseSettings(least_count=3, least_likelihood=0.0)
    assert {row.word for row in keyness([FERRY, BREAD], settings) if row.document_id == "ferry"} == {"ferry"}


def test_kwic_cuts_the_text_it_shows():
    lines = list(kwic([FERRY, BREAD], "FERRY"))
    assert [FERRY.text[line.start : line.end] for line in lines] == ["Ferry", "ferry", "ferry"]
    assert lines[0].left == "The"
    assert lines[0].right.startswith("is late. The ferry is full.")


@pytest.mark.parametrize(
    ("phrase", "count"), [("is late", 2), ("late again", 0), ("", 0), ("...", 0), ("loaf", 2)]
)
def test_kwic_of_rows_of_words(phrase, count):
    assert len(list(kwic([FERRY, BREAD], phrase))) == count


def test_collocates_count_a_word_once_and_not_the_phrase():
    found = {row.word: row for row in collocates([FERRY, BREAD], "ferry", LOOSE)}
    assert "ferry" not in found
    assert "bread" not in found
    assert found["late"].count == 2
    assert found["late"].count_elsewhere == 1
    assert found["late"].document_count == 1


def test_collocates_of_a_word_that_is_not_there():
    assert collocates([FERRY], "zeppelin", LOOSE) == []
