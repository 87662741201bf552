"""Two wordings laid out for a reader; what is compared comes from strangers."""

from __future__ import annotations

import pytest

from tests.cli.runner import call, lines

PAIRS = [
    ("The vaccine was given in three doses.", "The vaccine was given in two doses.", "value"),
    ("The strike begins on Monday.", "The strike begins on Thursday.", "date"),
    ("The company reported the leak.", "The company failed to report the leak.", "polarity"),
    ("The brakes failed.", "The brakes probably failed.", "certainty"),
    ("All schools lost their heating.", "Some schools lost their heating.", "scope"),
    ("The audit office says the books were cooked.", "A blog says the books were cooked.", "source"),
    ("The nurses rejected the offer.", "The doctors rejected the offer.", "who"),
    ("Coffee causes headaches.", "Coffee is linked to headaches.", "strength"),
]


@pytest.fixture(scope="module")
def shown() -> list[str]:
    rows = [{"id": number, "a": a, "b": b} for number, (a, b, _) in enumerate(PAIRS)]
    answer = call("compare", "-", "--explain", "--no-semantic", stdin=lines(*rows))
    assert answer.code == 0
    parts = answer.out.decode().split("\n\n")
    return ["".join(part for part in parts if part.startswith(f"{number}: ")) for number in range(len(PAIRS))]


@pytest.mark.parametrize("number", range(len(PAIRS)))
def test_what_differs_is_marked_by_its_kind(shown: list[str], number: int) -> None:
    marks = [line for line in shown[number].splitlines() if line.startswith("  differs")]
    assert [line.split()[1:] for line in marks] == [[PAIRS[number][2]]]


def test_the_mark_stands_under_the_words(shown: list[str]) -> None:
    first, second, marks = shown[0].splitlines()[1:4]
    place = marks.index("value")
    assert first[place:].startswith("three")
    assert second[place:].startswith("two")


def test_a_text_cannot_steer_the_terminal() -> None:
    row = {"id": "\x1b[2J", "a": "The \x1b[31mfee is 4 crowns.", "b": ""}
    answer = call("compare", "-", "--explain", "--no-semantic", stdin=lines(row))
    assert answer.code == 0
    assert b"\x1b" not in answer.out
