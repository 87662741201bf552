"""Pure string functions, mostly by property."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus_tool import text

ANY = st.text(max_size=60)


@given(ANY)
@example("ﬁne “Quotes” – İstanbul ß …")
@example("a\u0345\u0301")
def test_normalise_is_idempotent(value: str) -> None:
    once = text.normalise(value)
    assert text.normalise(once) == once


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“Fees”  rise", '"fees" RISE', True),
        ("350–950", "350-950", True),
        ("it’s", "it's", True),
        ("wait…", "wait...", True),
        ("a\u00a0b", "a b", True),
        ("no fee", "not a fee", False),
        ("40 crowns", "60 crowns", False),
    ],
)
def test_normalise_folds_typography_and_nothing_else(one: str, other: str, same: bool) -> None:
    assert (text.normalise(one) == text.normalise(other)) is same
    assert (text.content_hash(one) == text.content_hash(other)) is same


@given(ANY)
def test_fold_space_leaves_single_spaces_and_bare_ends(value: str) -> None:
    folded = text.fold_space(value)
    assert folded.split() == value.split()
    assert folded == " ".join(folded.split())


@given(ANY)
@example("A ‘quoted’ — word … here")
def test_same_length_punctuation_keeps_every_offset(value: str) -> None:
    assert len(text.same_length_punctuation(value)) == len(value)


@given(ANY)
@example("From 350–950 points, 4,5 % of 1.3bn; don’t!")
def test_word_spans_cut_the_words(value: str) -> None:
    spans = text.word_spans(value)
    cut = [text.words(value[start:end]) for start, end in spans]
    assert [word for words in cut for word in words] == text.words(value)
    assert all(len(words) == 1 for words in cut)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("350-950", ["350", "950"]),
        ("1,300 people", ["1,300", "people"]),
        ("5% of it", ["5%", "of", "it"]),
        ("Don’t say so", ["don't", "say", "so"]),
        ("", []),
        ("_ - …", []),
    ],
)
def test_words(value: str, expected: list[str]) -> None:
    assert text.words(value) == expected


@given(st.lists(ANY, max_size=4), st.lists(ANY, max_size=4))
@example(["ab", "c"], ["a", "bc"])
@example([], [""])
def test_digest_tells_different_parts_apart(one: list[str], other: list[str]) -> None:
    assert (text.digest(*one) == text.digest(*other)) is (one == other)


@pytest.mark.parametrize("size", [6, 10, 16, 32])
def test_digest_is_as_long_as_asked_and_stable(size: int) -> None:
    found = text.digest("fee", 40, None, size=size)
    assert len(found) == size
    assert found == text.digest("fee", 40, None, size=size)
    assert text.digest("half \ud800", size=size) != found


@given(ANY, st.integers(0, 60), st.integers(0, 60))
def test_trimmed_loses_white_space_alone(value: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(value)), min(other, len(value))))
    cut_start, cut_end = text.trimmed(value, start, end)
    assert value[cut_start:cut_end] == value[start:end].strip()


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("pas\u00adsen\u00adgers", ["passengers"]),
        ("a\u200bground, no\u2060where", ["aground", "nowhere"]),
        ("Cafe\u0301 Zu\u0308rich", ["café", "zürich"]),
        ("it\u2019s", ["it's"]),
        ("one\u200b two", ["one", "two"]),
        ("\u00adbare\u00ad 4\u00ad5", ["bare", "4", "5"]),
        ("ﬁne", ["fine"]),
    ],
)
def test_words_are_what_a_reader_sees(written: str, wanted: list[str]) -> None:
    assert text.words(written) == wanted
