"""What a wording states, without how sure its speaker is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.extract import mentions
from corpus_tool.match.grouping.stated import stated
from corpus_tool.models import Document


def _stated(text: str) -> str:
    (found,) = mentions(Document(id="a", text=text, title="Notes"), every_sentence=True)[1:]
    return stated(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The toll becomes a duty for all by 2031, or so I gather.",
            "The toll becomes a duty for all by 2031",
        ),
        ("The toll starts in May 2031, so they say.", "The toll starts in May 2031"),
        ("From what I hear, members pay 40 crowns a year.", "members pay 40 crowns a year."),
        ("The bridge cost 4 million crowns, if I'm not mistaken.", "The bridge cost 4 million crowns"),
        ("Members may pay 40 crowns a year.", "Members may pay 40 crowns a year."),
        ("Perhaps members pay 40 crowns a year.", "Perhaps members pay 40 crowns a year."),
        ("Members pay 40 crowns a year.", "Members pay 40 crowns a year."),
    ],
)
def test_how_sure_a_speaker_is_is_no_part_of_it(text: str, expected: str) -> None:
    assert _stated(text) == expected


@given(st.text(max_size=80))
def test_something_is_left_of_every_wording(text: str) -> None:
    for found in mentions(Document(id="a", text=text), every_sentence=True):
        assert stated(found).strip()
