import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.extract.clauses import clauses
from corpus_tool.extract.tokens import tokens


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in clauses(tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Every boat has a number from 10 to 90, which is painted on its bow.",
            ["Every boat has a number from 10 to 90", "which is painted on its bow."],
        ),
        (
            "While still voluntary, the council has said that the tax will be compulsory by 2031.",
            ["While still voluntary", "the council has said that the tax will be compulsory by 2031."],
        ),
        ("The mayor resigned; the council met.", ["The mayor resigned", "the council met."]),
        (
            "Ferries are cheap, but by 2030 the bridge will be open.",
            ["Ferries are cheap", "by 2030 the bridge will be open."],
        ),
        ("Rain helps the crop, while hail harms it.", ["Rain helps the crop", "while hail harms it."]),
    ],
)
def test_two_statements_are_two_clauses(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It costs you points not only if you shout, but if any of your guests do.",
        "If the bell rings and the door opens, the game is over.",
        "The council approved the plan and is watching closely.",
        "They sell bread, milk and eggs.",
        "The tax, which is new, falls on boats.",
        "The tax becomes a duty for all by May, or so I gather.",
        "The tax falls on boats, so they say.",
    ],
)
def test_one_statement_stays_whole(text: str) -> None:
    assert cut(text) == [text]


@given(
    st.lists(
        st.sampled_from(["the", "boat", "is", ",", "and", "which", ";", "while", "it", "(", ")", "—"]),
        max_size=25,
    )
)
def test_clauses_stand_in_order_inside_the_sentence(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for span in clauses(tokens(text)):
        assert last <= span.start <= span.end <= len(text)
        last = span.end
