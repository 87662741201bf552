"""Who acts, which figures differ, what is named so that it can be looked up, what documents are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.models import Document, Mention, Slot, Span
from corpus_tool.provenance.flags.differences import differences
from corpus_tool.provenance.flags.doers import doers
from corpus_tool.provenance.labels import labels_of
from corpus_tool.provenance.nameable import full_name


def mention(text: str, *slots: Slot) -> Mention:
    return Mention(
        id=text[:8], document_id="d", start=0, end=len(text), text=text, slots=slots,
        sentence=Span(start=0, end=len(text)),
    )  # fmt: skip


def slot(text: str, within: str, **more: object) -> Slot:
    start = within.index(text)
    return Slot(start=start, end=start + len(text), text=text, **more)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two firms, Acme and Borealis, run the meters", [("Two firms", "company", "2")]),
        ("The meters are run by three companies", [("three companies", "company", "3")]),
        ("The Ministry of Water will read the meters", [("The Ministry of Water", "office", "")]),
        ("the police in Osten have put a lock on it", [("the police", "police", "")]),
        ("By 2030 the town council will pay for the meters", [("the town council", "local", "")]),
        ("the standard was written by clerks in a back room", [("clerks", "office", "")]),
        ("The company was fined by the court", [("the court", "court", "")]),
        ("The meters are read by 2030", []),
        ("government offices have to share the meters", []),
        ("state pensions rose again", []),
        ("Meters save water", []),
        ("The meters belong to the company", []),
    ],
)
def test_doers(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(d.text, d.sort, d.number) for d in doers(mention(text))] == expected


@given(st.text(max_size=300))
def test_doers_are_cut_from_the_text(text: str) -> None:
    assert all(d.text in text for d in doers(mention(text)))


def money(text: str, value: float) -> Mention:
    return mention(text, slot("€900", text, kind="money", low=value, high=value, unit="EUR"))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (money("it costs €900 a year", 900), money("it costs €900 a month", 900), True),
        (money("it costs €900 a year", 900), money("it costs €900", 900), False),
        (money("it costs €900", 900), money("it costs €900", 910), False),
        (money("it costs €900", 900), money("it costs €900", 1900), True),
    ],
)
def test_differences(one: Mention, other: Mention, *, differ: bool) -> None:
    assert bool(differences(one, other)) is differ
    assert bool(differences(other, one)) is differ


def counted(number: float, unit: str) -> Mention:
    text = f"{number:g} {unit}s took part"
    return mention(text, slot(f"{number:g}", text, kind="quantity", low=number, high=number, unit=unit))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (counted(33, "student"), counted(3300, "worker"), True),
        (counted(33, "student"), counted(60, "planter"), False),
        (counted(100, "person"), counted(101, "resident"), False),
    ],
)
def test_people_are_one_noun(one: Mention, other: Mention, *, differ: bool) -> None:
    assert bool(differences(one, other)) is differ


def test_a_share_in_words_is_held_against_a_figure() -> None:
    text = "two in five have paid"
    figure = mention(text, slot("two in five", text, kind="ratio", low=0.4, high=0.4))
    assert differences(mention("nearly all of them have paid"), figure)
    assert not differences(mention("they have paid"), figure)


TEXT = "Notice No. 12 of the port is short. The notice bans oars. An Example Port handbook lies about."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the notice", "Notice No. 12"), ("Wren Monthly", "Wren Monthly"), ("government", ""), ("France", ""),
        ("French government", ""), ("the report", ""), ("section 4 of the Harbour Code", "Harbour Code"),
        ("Ministry of Oars", "Ministry of Oars"), ("annual report (Oar Board)", "Oar Board, annual report"),
    ],
)  # fmt: skip
def test_full_name(name: str, expected: str) -> None:
    assert full_name(Document(id="d", text=TEXT), None, name) == expected


def test_labels_tell_documents_apart() -> None:
    documents = [
        Document(id="a", publisher="Wren Monthly", title="Oars"), Document(id="b", publisher="Ash"),
        Document(id="c", publisher="Ash", title="Oars and no end of them in the port"),
        Document(id="d", title="Same words", path="in/one.txt"), Document(id="e", title="Same words", path="in/two.txt"),
        Document(id="f", kind="comment", author="Somebody", parent_id="a"),
    ]  # fmt: skip
    labels = labels_of(documents, {"f": "a"})
    assert labels["a"] == "Wren Monthly"
    assert labels["f"] == "a comment under Wren Monthly"
    assert len(set(labels.values())) == len(labels)
    assert "Somebody" not in " ".join(labels.values())
