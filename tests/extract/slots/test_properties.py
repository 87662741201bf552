"""What holds for any text: spans cut their text, numbers do not overlap, hostile input does not hang."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_tool.extract.slots import slots

WORDED = {"actor", "condition", "effect"}
PIECES = st.lists(
    st.sampled_from(
        "between 350 and – - 1,000 by from 2020 May 3rd a half million % $ € one in five points the if you hurt "
        "score twice aged 10/8/15 . , 1. ½ … people ' 90 s to up last March quarter of per hundred dozens".split()
    ),
    max_size=25,
)


def check(text: str) -> None:
    found = slots(text, published="2018-06-15")
    for slot in found:
        assert text[slot.start : slot.end] == slot.text
        assert slot.text.strip() == slot.text != ""
        assert slot.low is None or slot.high is None or slot.low <= slot.high
    plain = sorted((slot.start, slot.end) for slot in found if slot.kind not in WORDED)
    assert all(one[1] <= other[0] for one, other in pairwise(plain))
    assert slots(text, published="2018-06-15") == found


@given(PIECES, st.sampled_from([" ", "", "-"]))
@settings(max_examples=300, deadline=None)
def test_pieces(pieces: list[str], joint: str) -> None:
    check(joint.join(pieces))


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "1,111",
        "1-",
        "350 to ",
        "and a half ",
        "$",
        "between 1 and ",
        "http://a ",
        "if ",
        "a ",
        "(1) ",
        "May ",
    ],
)
def test_hostile_lines_take_linear_time(piece: str) -> None:
    start = time.process_time()
    slots(piece * (20_000 // len(piece)))
    assert time.process_time() - start < 5


@pytest.mark.parametrize("published", ["", "2018", "2018-06", "garbage", "0001-01-01", "9999-12-31", None])
def test_any_date_of_writing(published: str | None) -> None:
    for text in ("last March", "yesterday", "next year", "nine hundred years ago", "last summer", "tomorrow"):
        assert all(slot.text for slot in slots(text, published=published))
