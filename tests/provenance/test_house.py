"""A correction on a page of its own is one of what the same paper printed."""

import pytest

from .factory import Pile, codes

DOUBLED = "Bike thefts in Ostmark have doubled in a year."
TAKEN_BACK = "Our article of 14 January said that bike thefts in Ostmark had doubled in a year. In fact they rose by half."


def pile(note: str, house: str) -> Pile:
    made = Pile()
    made.document("ash", publisher="Ostmark Echo", published="2026-01-14")
    made.told("ash", "c", DOUBLED)
    made.document("birch", published="2026-01-18")
    made.told("birch", "c", DOUBLED)
    made.shared("ash", "birch", DOUBLED)
    made.credit("birch", "Ostmark Echo")
    made.document("cedar", publisher=house, published="2026-01-17", text="Corrections.")
    made.note("cedar", note, kind="correction")
    return made


def test_a_correction_elsewhere_that_a_later_telling_lacks() -> None:
    found = pile(TAKEN_BACK, "Ostmark Echo").traced()
    (flag,) = [one for one in found.flags if one.code == "caveat_not_carried"]
    assert "The note (2026-01-17) came before it was written." in flag.reason


@pytest.mark.parametrize(
    ("note", "house"),
    [
        (TAKEN_BACK, "Fenwick Gazette"),
        ("Our article of 14 January said that the ferry had sunk. In fact it was repaired.", "Ostmark Echo"),
        (
            "The police said that bike thefts in Ostmark had doubled in a year. That was wrong.",
            "Ostmark Echo",
        ),
    ],
)
def test_another_papers_or_another_matter(note: str, house: str) -> None:
    assert "caveat_not_carried" not in codes(pile(note, house).traced())
