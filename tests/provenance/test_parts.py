"""Names, dates and notes: tables of what is read as what."""

from __future__ import annotations

import pytest

from corpus_tool.models import Document
from corpus_tool.provenance.dates import before, date_in, moment
from corpus_tool.provenance.masthead import mastheads
from corpus_tool.provenance.names import merged_keys, name_key, name_parts, url_key
from corpus_tool.provenance.notes import note_effect, note_numbers
from corpus_tool.provenance.wire import agency_named


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Harbour Weekly", "harbour weekly"),
        ("Harbour Weekly's article", "harbour weekly"),
        ("the Harbour Weekly magazine", "harbour weekly"),
        ("magazine Harbour Weekly", "harbour weekly"),
        ("HARBOUR WEEKLY", "harbour weekly"),
        ("Dr Ada Moss, head of works", "ada moss"),
        ("Ada Moss (head of works)", "ada moss"),
        ("www.harbourweekly.example", "harbourweekly"),
        ("reports", ""),
        ("the", ""),
        ("", ""),
    ],
)
def test_name_key(name: str, key: str) -> None:
    assert name_key(name) == key


def test_names_merge_only_where_one_is_meant() -> None:
    merged = merged_keys(["ada moss", "moss", "bo reed", "ann reed", "reed", "water supply board", "wsb"])
    assert merged["moss"] == "ada moss"
    assert merged["reed"] == "reed"
    assert merged["wsb"] == "water supply board"


def test_a_name_in_parts() -> None:
    assert "Harbour Weekly" in name_parts("The shower board, Harbour Weekly")
    assert "Harbour Weekly" in name_parts("board office (Harbour Weekly)")


@pytest.mark.parametrize(
    ("one", "two"),
    [("https://www.a.example/b/?x=1#c", "http://a.example/b"), ("a.example/b/", "HTTPS://A.EXAMPLE/b")],
)
def test_url_key(one: str, two: str) -> None:
    assert url_key(one) == url_key(two)


@pytest.mark.parametrize(
    ("one", "two", "earlier"),
    [
        ("2020-01-01", "2020-01-02", True),
        ("2020", "2020-03", False),
        ("2019", "2020-03", True),
        ("2020-01-01T10:00:00Z", "2020-01-01T11:00:00Z", True),
        ("2020-01-01T10:00:00", "2020-01-01T11:00:00", False),
        ("2020-03", "2020-03-15", False),
        ("201X", "2020", True),
        ("2019-01/2019-06", "2019-07", True),
        (None, "2020", False),
        ("soon", "2020", False),
        ("2020-13-45", "2021", False),
    ],
)
def test_before(one: str | None, two: str, earlier: bool) -> None:
    assert before(one, two) is earlier
    assert not before(two, one)


def test_approximate_dates_are_unsure() -> None:
    assert moment("2019~").sure is False
    assert moment("2019").sure is True


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Update, 2 April 2018: more", "2018-04-02"),
        ("Update (March 19, 2016)", "2016-03-19"),
        ("Correction (2020-05-06)", "2020-05-06"),
        ("Update (25/8/15)", "2015-08-25"),
        ("Update (10/8/15)", "2015-08/2015-10"),
        ("Update: none", None),
    ],
)
def test_date_in(text: str, date: str | None) -> None:
    assert date_in(text) == date


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Update: we have not been able to confirm the figure.", "weakens"),
        ("Update: nobody could show us the report.", "weakens"),
        ("Update: doubts have been raised about this.", "weakens"),
        ("Correction: an earlier version said 40 flats; it is 14.", "changes"),
        ("Editor's note: this post has been retracted.", "withdraws"),
        ("Update: the claim turned out to be false.", "withdraws"),
        ("Update: the board has confirmed the figure.", "confirms"),
        ("Update: we stand by our story.", "confirms"),
        ("Update: here is a link to the order.", "adds"),
        ("Update at noon.", "unclear"),
        ("These points should be read with reservation.", "weakens"),
        ("The figure should be 14.", "changes"),
        ("We have not seen the order.", "weakens"),
    ],
)
def test_note_effect(text: str, effect: str) -> None:
    assert note_effect(text) == effect


def test_old_and_new_numbers() -> None:
    old, new = note_numbers("An earlier version said 40 flats; in fact it is 14.")
    assert (old, new) == ({"40"}, {"14"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PORT MILL (Coast Wire) - The board met.", "Coast Wire"),
        ("The board met.\n\n(Coast Press Agency)", "Coast Press Agency"),
        ("CPA, Port Mill\n\nThe board met.", "CPA"),
        ("The board (all of it) met.", None),
    ],
)
def test_agency_named(text: str, name: str | None) -> None:
    found = agency_named(Document(id="d", text=text))
    assert (found[0] if found else None) == name


def test_masthead_only_where_the_publisher_is_lost() -> None:
    text = "Harbour Weekly | 3 May 2020 | Ada Moss\n\n" + "Showers are short. " * 30
    assert "harbour weekly" in mastheads(Document(id="d", text=text))
    assert mastheads(Document(id="d", text=text, publisher="Port Daily")) == frozenset()
