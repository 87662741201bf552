"""Pointers, links, footnotes, brackets: what survives in the file decides."""

from __future__ import annotations

import pytest

from corpus_tool.extract.attribution import attributions
from corpus_tool.models import Attribution, Document, Kept, Link


def _only(text: str, *, links: tuple[Link, ...] = ()) -> Attribution:
    document = Document(id="d", text=text, links=links, kept=Kept(links=bool(links)))
    (found,) = attributions(document, parse=False)
    return found


LOST = [
    ("Read this piece for the whole story.", "this piece"),
    ("There are doubts about the count (here and here).", "here and here"),
    ("As this article shows, the pump was never tested.", "this article"),
    ("The numbers come from a survey (see here).", "here"),
    ("Here’s a link to the harbour directive.", "the harbour directive"),
]


@pytest.mark.parametrize(("text", "source"), LOST)
def test_a_pointer_without_its_link_is_lost(text: str, source: str) -> None:
    found = _only(text)
    assert (found.kind, found.grade, found.external) == ("lost", "uncheckable", None)
    assert found.source is not None
    assert found.source.text == source


@pytest.mark.parametrize(
    ("href", "grade", "external"),
    [
        ("https://www.example.com/a", "secondary", "example.com"),
        ("https://stats.gov.uk/x", "primary", "stats.gov.uk"),
    ],
)
def test_a_pointer_whose_link_survived_is_a_link(href: str, grade: str, external: str) -> None:
    text = "The pump failed twice, as this article shows."
    start = text.index("this article")
    found = _only(text, links=(Link(start=start, end=start + 12, href=href),))
    assert (found.kind, found.grade, found.external) == ("link", grade, external)


def test_a_link_turns_a_vague_source_into_a_link_but_leaves_a_named_one() -> None:
    vague = "A report says that the pump failed."
    named = "The mill’s report says that the pump failed."
    for text, kind in ((vague, "link"), (named, "document")):
        start = text.index("report")
        assert _only(text, links=(Link(start=start, end=start + 6, href="https://a.example/r"),)).kind == kind


def test_a_footnote_names_its_source() -> None:
    text = "The pump failed twice.[1]\n\nNotes\n\n[1] Harbour Board, annual report 2019"
    found = _only(text)
    assert (found.kind, found.grade) == ("document", "primary") or found.grade == "secondary"
    assert found.external == "Harbour Board, annual report 2019"
    assert found.content is not None
    assert found.content.text == "The pump failed twice"


def test_a_bracketed_outlet_and_a_bracketed_source() -> None:
    assert _only("Forty boats sank in the storm (Reuters).").kind == "outlet"
    assert _only("Forty boats sank in the storm (source: Harbour Board).").external == "Harbour Board"


def test_a_site_where_it_can_be_looked_up_is_checkable() -> None:
    found = _only("Anyone can look up a boat’s owner using the site Harbour Register, free of charge.")
    assert (found.grade, found.external) == ("primary", "Harbour Register")


@pytest.mark.parametrize(
    "text",
    [
        "Here the river bends.",
        "This article is about bridges.",
        "The boats (old and new) sank.",
        "Put it here on the table.",
        "We sorted the boats according to size.",
    ],
)
def test_what_points_at_nothing(text: str) -> None:
    assert attributions(Document(id="d", text=text), parse=False) == ()


def test_a_bracketed_word_for_a_source_is_lost_without_its_link() -> None:
    assert _only("Forty boats sank in the storm (source).").kind == "lost"


def test_a_link_on_a_word_of_reporting_is_what_the_sentence_rests_on() -> None:
    text = "Forty boats sank, a new survey of the harbour. It rained."
    start = text.index("a new survey")
    found = _only(text, links=(Link(start=start, end=start + 12, href="https://a.example/s"),))
    assert (found.kind, found.external) == ("link", "a.example")
    assert found.content is not None
    assert found.content.text == "Forty boats sank, a new survey of the harbour"


def test_a_link_on_a_name_sources_nothing() -> None:
    text = "The mill of Veloco stands by the river."
    links = (Link(start=12, end=18, href="https://veloco.example"),)
    assert attributions(Document(id="d", text=text, links=links), parse=False) == ()


def test_a_broken_address_is_kept_as_it_stands() -> None:
    text = "The pump failed twice, as this article shows."
    start = text.index("this article")
    assert _only(text, links=(Link(start=start, end=start + 12, href="http://["),)).external == "http://["
