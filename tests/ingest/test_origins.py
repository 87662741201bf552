"""Where headline, writer, day and publisher were read, and what else the page gives for them."""

import json
import sqlite3

import pytest

from corpus_tool import rows
from corpus_tool.ingest.held import held
from corpus_tool.ingest.ledger import open_ledger
from corpus_tool.ingest.reading import documents_of, read
from corpus_tool.models import Document, Findings, Given
from corpus_tool.models.given import agree, disputes
from corpus_tool.store import open_project
from corpus_tool.store.migrations import STEPS
from tests.ingest.comment_pages import ARTICLE

BODY = ARTICLE.partition("</h1>")[2]
DATA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "A boat less",
    "datePublished": "2015-10-02T08:00:00Z",
    "author": [{"@type": "Person", "name": "Ann Example"}],
    "publisher": {"@type": "Organization", "name": "Skerry Echo"},
}


def linked(**changed):
    return f"<script type='application/ld+json'>{json.dumps({**DATA, **changed})}</script>"


def meta(name, content):
    return f"<meta property='{name}' content='{content}'>"


def page(head="", *, line="", headline="<h1>A boat less</h1>", title="A boat less | Skerry Echo"):
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article>{headline}{line}{BODY}</article></body></html>"


def article(markup):
    return next(iter(documents_of(held(markup.encode(), "page.html"))))


@pytest.mark.parametrize(
    ("markup", "field", "wanted"),
    [
        (page(linked()), "author", [("json-ld", "Ann Example")]),
        (page(linked()), "published", [("json-ld", "2015-10-02")]),
        (page(linked()), "title", [("json-ld", "A boat less")]),
        (page(meta("og:site_name", "Skerry Echo")), "publisher", [("opengraph", "Skerry Echo")]),
        (page(), "publisher", [("window title", "Skerry Echo")]),
        (page(), "title", [("heading", "A boat less")]),
        (page(line="<p class='byline'>By Bo Sample, 5 October 2015</p>"), "author", [("byline", "Bo Sample")]),
        (page("<meta name='author' content='Cy Test'>"), "author", [("meta", "Cy Test")]),
        (page(linked(publisher={"@id": "#house"}, author={"@id": "#ann"})), "title", [("json-ld", "A boat less")]),
    ],
)  # fmt: skip
def test_the_place_of_the_value_taken(markup, field, wanted):
    found = article(markup)
    assert [(one.place, one.value) for one in found.places(field)] == wanted
    assert wanted[0][1] == getattr(found, field)


@pytest.mark.parametrize(
    ("markup", "field", "other"),
    [
        (page(linked(), line="<p class='byline'>By Bo Sample, 5 October 2015</p>"), "published", ("byline", "2015-10-05")),
        (page(linked(), line="<p class='byline'>By Bo Sample, 5 October 2015</p>"), "author", ("byline", "Bo Sample")),
        (page(linked() + meta("article:published_time", "2015-11-20T08:00:00Z")), "published", ("opengraph", "2015-11-20")),
        (page(linked(headline="The ferry stops")), "title", ("json-ld", "The ferry stops")),
        (page(linked() + meta("og:site_name", "Holm Gazette")), "publisher", ("json-ld", "Skerry Echo")),
    ],
)  # fmt: skip
def test_what_differs_is_kept_behind_it(markup, field, other):
    found = article(markup)
    own, *others = found.places(field)
    assert own.value == getattr(found, field)
    assert other in [(one.place, one.value) for one in (own, *others)]
    assert len({one.value for one in (own, *others)}) == 2


@pytest.mark.parametrize(
    "markup",
    [
        page(linked()),
        page(linked() + meta("og:title", "A boat less - Skerry Echo")),
        page(linked() + meta("article:published_time", "2015-10-03T01:00:00+12:00")),
        page(linked(author="Skerry Echo"), line="<p class='byline'>By Ann Example, 2 October 2015</p>"),
        page(linked(author=["Ann Example", "Bo Sample"]), line="<p class='byline'>By Ann Example</p>"),
        page(linked(publisher={"name": "skerryecho"})),
        page(linked() + meta("article:author", "https://social.example/ann.example")),
        page(linked(), line="<p class='byline'>By Ann Example. Updated 5 October 2015</p>"),
        page("<script type='application/ld+json'>{broken</script>"),
        page("<script type='application/ld+json'>[[1], null, {'@graph': 3}]</script>"),
    ],
)
def test_one_thing_written_twice_is_no_dispute(markup):
    assert disputes(article(markup).given) == ()


@pytest.mark.parametrize(
    ("field", "one", "other", "wanted"),
    [
        ("published", "2015-10-02", "2015-10", True),
        ("published", "2015-10-02", "2015-10-03", False),
        ("published", "2015-10-02T23:00:00Z", "2015-10-03", True),
        ("published", "2015-10-02T23:00:00Z", "2015-10-05", False),
        ("author", "Ann Example", "By ANN EXAMPLE", True),
        ("author", "Ann Example", "Ann Sample", False),
        ("publisher", "SBC", "Skerry Broadcasting Corporation", True),
        ("publisher", "Skerry Echo", "Skerry Gazette", False),
        ("title", "A boat less", "A boat less | Skerry Echo", True),
        ("title", "A boat less", "A boat more", False),
    ],
)
def test_when_two_values_agree(field, one, other, wanted):
    assert agree(field, one, other) is wanted
    assert agree(field, other, one) is wanted


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        (page(title="A boat less | The Harwick Courier"), "The Harwick Courier"),
        (page(title="A boat less", head=meta("og:site_name", "The Harwick Courier")), "The Harwick Courier"),
        (page(title="A boat less - The Harwick Courier", headline="", head=meta("og:title", "A boat less")), "The Harwick Courier"),
        (page(title="A boat less | The Harwick Courier", headline=""), "The Harwick Courier"),
        (page(title="A boat less | live updates", headline=""), None),
        (page(title="A boat less", head=linked()), "Skerry Echo"),
    ],
)  # fmt: skip
def test_the_publisher_of_a_page(markup, wanted):
    assert article(markup).publisher == wanted


def test_the_sidecar_is_taken_and_the_page_stays_visible(tmp_path):
    (tmp_path / "a.html").write_text(page(linked()), encoding="utf-8")
    (tmp_path / "sidecar.csv").write_text(
        "path,author,published\na.html,Ann Example,2015-10-09\n", encoding="utf-8"
    )
    (found,) = read([tmp_path])
    assert [(one.place, one.value) for one in found.places("published")] == [
        ("sidecar", "2015-10-09"),
        ("json-ld", "2015-10-02"),
    ]
    assert [one.place for one in found.places("author")] == ["sidecar"]


def test_other_formats_have_one_place_for_each_value():
    (found,) = documents_of(held(b'{"text": "One.", "author": "Ann Example"}\n', "a.jsonl"))
    assert found.given == ()
    assert [(one.place, one.value) for one in found.places("author")] == [("file", "Ann Example")]
    assert found.places("title") == ()


def test_it_is_no_part_of_the_contract_row_and_comes_back_from_ledger_and_project(tmp_path):
    (tmp_path / "a.html").write_text(page(linked()), encoding="utf-8")
    with open_ledger(tmp_path / "kept") as ledger:
        first = list(read([tmp_path / "a.html"], ledger=ledger))
        assert list(read([tmp_path / "a.html"], ledger=ledger)) == first
    assert first[0].given[0] == Given(field="title", place="json-ld", value="A boat less")
    assert "given" not in rows.public(first[0])
    with open_project(tmp_path / "p.sqlite") as project:
        project.save(Findings(documents=tuple(first), settings={}), version="1")
        assert project.load("documents", Document) == first


def test_an_older_project_file_gets_the_column(tmp_path):
    with open_project(tmp_path / "p.sqlite") as project:
        project.save(Findings(documents=(Document(id="x"),), settings={}), version="1")
    with sqlite3.connect(tmp_path / "p.sqlite") as db:
        db.execute("ALTER TABLE documents DROP COLUMN given")
        db.execute(f"PRAGMA user_version = {len(STEPS) - 1}")
    with open_project(tmp_path / "p.sqlite") as project:
        assert project.load("documents", Document) == [Document(id="x")]
