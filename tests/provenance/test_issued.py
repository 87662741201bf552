"""What an office puts out itself is a source one can ask; what an outlet prints is not."""

import pytest

from corpus_tool.models import Document
from corpus_tool.provenance.issued import is_issued

from .factory import Pile, codes


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"publisher": "Department for Harbours"}, True),
        ({"author": "Federal Product Safety Office"}, True),
        ({"title": "Ostmark Police: recorded crime, annual summary 2025"}, True),
        ({"publisher": "Harrowmere University press office"}, True),
        ({"publisher": "The Ministry of Ferries"}, True),
        ({"publisher": "Coastal Press Agency"}, False),
        ({"publisher": "Police Times"}, False),
        ({"publisher": "Ostmark Echo"}, False),
        ({"title": "Police search the river"}, False),
        ({"title": "Ferry: what we know"}, False),
        ({"publisher": "Ostmark Police", "kind": "comment"}, False),
        ({}, False),
    ],
)
def test_is_issued(fields, expected):
    assert is_issued(Document(id="a", text="Text.", **fields)) is expected


def test_what_an_office_says_itself_is_not_called_unsourced():
    for publisher, unsourced in (("Ostmark Echo", True), ("Ostmark Police", False)):
        pile = Pile()
        for name in ("ash", "birch", "cedar"):
            pile.document(name, publisher=publisher if name == "ash" else f"The {name.title()} Paper")
            pile.told(name, "c", "Showers of more than four minutes cost a fine.")
        assert ("repeated_unsourced" in codes(pile.traced())) is unsourced


def test_an_agency_that_signs_its_copies_is_no_name_of_the_paper_that_prints_them():
    pile = Pile()
    pile.document("wire", author="Coastal Press Agency", publisher=None, published="2024-04-09")
    pile.told("wire", "c", "OSTMARK (CPA) - The ferry carried 4,100 people in May.")
    pile.document("echo", author="CPA", publisher="Ostmark Echo", published="2024-04-09")
    pile.told("echo", "c", "The ferry carried 4,100 people in May.")
    pile.shared("wire", "echo", "The ferry carried 4,100 people in May.")
    found = {
        (one.source.id, one.target.id) for one in pile.traced().derivations if one.target.type == "document"
    }
    assert found == {("wire", "echo")}
