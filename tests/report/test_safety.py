"""Text from outside stays text in every form of the report."""

from __future__ import annotations

import csv
import dataclasses
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.models import Findings
from corpus_tool.report import write
from corpus_tool.report.cells import safe_cell
from corpus_tool.report.html_page import html_page
from corpus_tool.report.markdown_page import escaped, markdown_page
from corpus_tool.schema import check_report
from tests.factory import document, findings, mention

LOADING = {"src", "srcset", "href", "data", "action", "poster", "background", "xlink:href", "formaction"}
PASSIVE = {"a", "html"}
"""An anchor leads somewhere only when a reader follows it."""


class Page(HTMLParser):
    """Tags, attributes and words of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def html() -> str:
    return html_page(findings())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    found = Page()
    found.feed(html)
    found.close()
    return found


def test_the_page_holds_no_script_and_no_frame(page: Page) -> None:
    active = {"script", "iframe", "object", "embed", "form", "base", "link", "img", "video", "audio"}
    assert not active & {tag for tag, _ in page.tags}


def test_no_attribute_runs_anything(page: Page) -> None:
    attributes = [(tag, name, value or "") for tag, found in page.tags for name, value in found.items()]
    assert not [item for item in attributes if item[1].startswith("on")]
    assert not [item for item in attributes if "javascript:" in item[2].casefold()]


def test_the_page_loads_nothing(page: Page, html: str) -> None:
    loading = [
        (tag, name, value)
        for tag, found in page.tags
        for name, value in found.items()
        if name in LOADING and tag not in PASSIVE
    ]
    assert loading == []
    style = html.split("<style>")[1].split("</style>", maxsplit=1)[0]
    assert "@import" not in style
    assert "http" not in style
    policy = next(found["content"] for tag, found in page.tags if tag == "meta" and "http-equiv" in found)
    assert "default-src 'none'" in (policy or "")


def test_links_lead_to_web_pages_or_into_the_page(page: Page) -> None:
    hrefs = [found.get("href") or "" for tag, found in page.tags if tag == "a"]
    assert all(href.startswith(("#", "https://", "http://")) for href in hrefs)
    inside = {href[1:] for href in hrefs if href.startswith("#")}
    assert inside <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_hostile_text_is_shown_as_it_is(page: Page) -> None:
    words = " ".join(page.words)
    assert "<script>alert(1)</script>" in words
    assert "=The fee is <60> crowns | [so](javascript:alert(4))" in words
    assert "One says 40 crowns, two say 60 <crowns> | really" in words


def test_a_commenter_is_not_more_than_what_the_findings_say(page: Page) -> None:
    assert "comment by @SUM(A1:A9) <b>Mallory</b>" in " ".join(page.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[so](javascript:alert(4))", r"\[so\](javascript:alert(4))"),
        ("a | b", r"a \| b"),
        ("<img src=x>", r"\<img src=x\>"),
        ("*loud* _soft_ `code` ~gone~", r"\*loud\* \_soft\_ \`code\` \~gone\~"),
        ("# no\n## heading", r"\# no \#\# heading"),
        ("![p](https://evil.example/p.png)", r"!\[p\](https://evil.example/p.png)"),
        ("one\u2028two", "one two"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_markdown_shows_text_as_it_is(text: str, expected: str) -> None:
    assert escaped(text) == expected


@given(st.text(max_size=40))
def test_markdown_text_is_one_line_without_bare_marks(text: str) -> None:
    found = escaped(text)
    assert len(found.splitlines()) <= 1
    bare = found.replace("\\\\", "")
    assert not [k for k, mark in enumerate(bare) if mark in "`*_[]<>#|~" and bare[k - 1 : k] != "\\"]


def test_no_row_of_a_markdown_table_breaks() -> None:
    rows = [line for line in markdown_page(findings()).splitlines() if line.startswith("|")]
    bars = [line.replace("\\\\", "").replace("\\|", "").count("|") for line in rows]
    assert rows
    assert set(bars) == {6}


def test_markdown_renders_without_links_of_others() -> None:
    text = markdown_page(findings())
    assert "](" not in text.replace("\\](", "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=cmd()", "'=cmd()"),
        ("+1 for boats", "'+1 for boats"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("plain", "plain"),
        ("", ""),
        (None, None),
        (True, "true"),
        (-4.5, -4.5),
        (["=a"], '["=a"]'),
    ],
)
def test_a_cell_is_guarded(value: object, expected: object) -> None:
    assert safe_cell(value) == expected


@pytest.mark.parametrize("name", ["mentions.csv", "claims.csv", "flags.csv"])
def test_no_cell_of_a_table_is_a_formula(name: str, tmp_path: Path) -> None:
    write(findings(), tmp_path)
    with (tmp_path / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_rows_of_documents_are_ascii_lines(tmp_path: Path) -> None:
    write(findings(), tmp_path)
    data = (tmp_path / "documents.jsonl").read_bytes()
    assert data.isascii()
    assert [json.loads(line)["id"] for line in data.splitlines()] == ["d1", "d2", "d3", "d4"]
    assert (tmp_path / "report.json").read_bytes().isascii()


def _one(text: str) -> Findings:
    home = document(text=text, title=text, path="a.txt")
    told = mention(home, text) if text else ()
    return dataclasses.replace(
        findings(),
        documents=(home,),
        mentions=(told,) if told else (),
        **dict.fromkeys(("credits", "passages", "memberships", "claims", "derivations"), ()),
        externals=(),
        flags=(),
        accounts=(),
    )


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800", "\x00", "]]>", "{{ 7 * 7 }}", "{% for %}", "</style>", "\u202e"]
)
def test_any_text_can_be_written(text: str, tmp_path: Path) -> None:
    write(_one(text), tmp_path)
    check_report(json.loads((tmp_path / "report.json").read_text(encoding="utf-8")))
    assert "49" not in (tmp_path / "report.html").read_text(encoding="utf-8").split("<body>")[1].replace(
        "2049", ""
    )


def test_a_pile_without_anything_can_be_written(tmp_path: Path) -> None:
    write(Findings(settings={"version": "0"}), tmp_path)
    assert "Read: nothing" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert (tmp_path / "documents.jsonl").read_text(encoding="utf-8") == ""
