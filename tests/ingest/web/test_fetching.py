"""Addresses to documents: what comes back, who was asked how often, and what is kept."""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
import subprocess
import sys

import pytest

from corpus_tool.ingest.web import WebRequest, changes
from tests.ingest.web.server import MORE, STORY, Reply, fetch, page, settings


def test_a_page_is_a_document_with_its_address(web, store):
    web.html("/a")
    (found,) = fetch(web, store, web.url("/a#part"))
    assert (found.status, found.title, found.path, found.url) == (
        "ok",
        "A boat less",
        web.url("/a"),
        web.url("/a"),
    )
    assert STORY in found.text
    assert web.asked == [("news.example", "/robots.txt"), ("news.example", "/a")]


def test_the_bytes_are_kept_with_their_time_and_a_link_to_the_archive(web, store):
    web.html("/a")
    fetch(web, store, web.url("/a"))
    told = hashlib.sha256(page()).hexdigest()
    assert (store / "raw" / told[:2] / told).read_bytes() == page()
    with sqlite3.connect(store / "ledger.sqlite") as db:
        (row,) = db.execute("SELECT url, retrieved, sha256, size, wayback FROM captures")
    assert row == (
        web.url("/a"),
        "2024-05-01T12:00:01+00:00",
        told,
        len(page()),
        f"https://web.archive.org/web/20240501120001/{web.url('/a')}",
    )


def test_what_fails_is_a_row_and_the_rest_goes_on(web, store):
    web.html("/a")
    web.pages["/gone"] = Reply(status=410)
    found = fetch(web, store, web.url("/gone"), "file:///etc/passwd", web.url("/a"), "http://", web.url("/a"))
    assert [document.status for document in found] == ["failed", "failed", "ok", "failed"]
    assert [document.path for document in found][:3] == [
        web.url("/gone"),
        "file:///etc/passwd",
        web.url("/a"),
    ]
    assert "look for a copy" in found[0].status_reason
    assert "give the file's path" in found[1].status_reason
    assert len({document.id for document in found}) == 4


@pytest.mark.parametrize(
    ("content_type", "body", "text"),
    [
        ("text/plain; charset=windows-1251", "Паром в Скерри отменён.".encode("cp1251"), "Паром в Скерри отменён."),
        ("text/plain; charset=ISO-8859-1", "The café said “no”.".encode("cp1252"), "The café said “no”."),
        ("text/plain; charset=zlib", b"The ferry stops.", "The ferry stops."),
        ("text/plain; charset=undefined", b"The ferry \xe9 stops.", "The ferry é stops."),
        ("text/plain", b"The ferry stops.", "The ferry stops."),
    ],
)  # fmt: skip
def test_the_encoding_that_only_the_server_names(web, store, content_type, body, text):
    web.pages["/a"] = Reply(body, headers={"Content-Type": content_type})
    (found,) = fetch(web, store, web.url("/a"))
    assert found.text == text


def test_a_packed_answer_is_unpacked(web, store):
    web.pages["/a"] = Reply(gzip.compress(page()), headers={"Content-Encoding": "gzip"})
    (found,) = fetch(web, store, web.url("/a"))
    assert STORY in found.text


def test_the_type_helps_where_the_address_does_not(web, store):
    rows = "id,text\n1,The ferry stops on Friday.\n2,The ferry needs an engine.\n"
    web.pages["/export?id=3"] = Reply(rows.encode(), headers={"Content-Type": "text/csv"})
    found = fetch(web, store, web.url("/export?id=3"))
    assert [document.text for document in found] == [
        "The ferry stops on Friday.",
        "The ferry needs an engine.",
    ]


def test_an_export_behind_an_address_is_read_as_what_it_is(web, store):
    thread = {
        "title": "Ferry",
        "text": STORY,
        "comments": [{"author": "ann", "text": "No ferry, no island."}],
    }
    web.pages["/t.json"] = Reply(json.dumps(thread).encode(), headers={"Content-Type": "application/json"})
    found = fetch(web, store, web.url("/t.json"))
    assert [document.kind for document in found] == ["article", "comment"]
    assert found[1].url is None


def test_an_unchanged_page_is_asked_about_and_not_sent_again(web, store):
    def answered(handler):
        if handler.headers.get("If-None-Match") == '"1"':
            return Reply(status=304, headers={"ETag": '"1"'})
        return Reply(
            page(), headers={"ETag": '"1"', "Content-Type": "text/html", "Cache-Control": "max-age=9999"}
        )

    web.pages["/a"] = answered
    first = fetch(web, store, web.url("/a"))
    second = fetch(web, store, web.url("/a"))
    assert first == second
    assert web.paths() == ["/a", "/a"]


def test_a_silent_edit_and_a_late_correction_are_told(web, store):
    web.html("/a")
    fetch(web, store, web.url("/a"))
    web.html("/a", STORY, MORE.replace("340", "34"))
    (silent,) = fetch(web, store, web.url("/a"))
    assert (
        "changed since the capture of 2024-05-01T12:00:01+00:00: 1 sentences gone, 1 new"
        in silent.status_reason
    )
    assert "no note on the page says so" in silent.status_reason
    assert silent.status == "ok"
    note = "Correction: an earlier version of this article said that 340 people take the ferry. It is 34."
    web.html("/a", STORY, MORE.replace("340", "34"), note)
    (noted,) = fetch(web, store, web.url("/a"))
    assert "carries a note" in noted.status_reason
    again = fetch(web, store, web.url("/a"))
    assert again == [noted]
    asked = WebRequest(store=store, addresses=(web.url("/a"),), settings=settings(), means=web.means)
    told = list(changes(asked))
    assert [(change.silent, change.notes) for change in told] == [(True, ()), (False, (note,))]
    assert (told[0].removed, told[0].added) == ((MORE,), (MORE.replace("340", "34"),))
    assert told[0].earlier.wayback.startswith("https://web.archive.org/web/2024")


def test_new_markup_around_the_same_words_is_no_change(web, store):
    web.html("/a")
    fetch(web, store, web.url("/a"))
    web.pages["/a"] = Reply(page().replace(b"<article>", b"<!-- 2 --><article class='x'>"))
    (found,) = fetch(web, store, web.url("/a"))
    assert found.status_reason is None


def test_one_host_is_asked_one_thing_at_a_time_with_pauses(web, store):
    for number in range(6):
        web.html(f"/{number}")
    found = fetch(web, store, *(web.url(f"/{number}") for number in range(6)))
    assert [document.path for document in found] == [web.url(f"/{number}") for number in range(6)]
    assert web.most_at_once == 1
    assert len(web.slept) == 6
    assert web.slept == pytest.approx([1.0] * 6, abs=0.01)


def test_several_hosts_are_served_and_the_order_stays(web, store):
    web.html("/a")
    urls = [web.url("/a", host) for host in ("one.example", "two.example", "three.example")]
    assert [document.path for document in fetch(web, store, *urls)] == urls
    assert sorted(host for host, path in web.asked if path == "/robots.txt") == [
        "one.example",
        "three.example",
        "two.example",
    ]


def test_a_sidecar_may_name_an_address(web, store, tmp_path):
    web.html("/a")
    sidecar = tmp_path / "sidecar.csv"
    sidecar.write_text(f"path,author,publisher\n{web.url('/a')},Ann Example,The Pier\n")
    (found,) = fetch(web, store, web.url("/a"), sidecar=sidecar)
    assert (found.author, found.publisher) == ("Ann Example", "The Pier")


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Pier</title>
<item><title>A</title><link>/a</link><description>x</description></item>
<item><title>B</title><link>{other}</link></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Pier</title>
<entry><title>A</title><link href="/a"/></entry><entry><title>B</title><link href="{other}"/></entry></feed>"""
JSON_FEED = (
    '{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"url": "/a"}}, {{"url": "{other}"}}]}}'
)


@pytest.mark.parametrize("form", [RSS, ATOM, JSON_FEED], ids=["rss", "atom", "json"])
def test_a_feed_gives_the_pages_of_its_entries(web, store, form):
    web.html("/a")
    web.html("/b", MORE, STORY)
    web.pages["/feed"] = Reply(form.format(other=web.url("/b", "other.example")).encode())
    found = fetch(web, store, feeds=[web.url("/feed")])
    assert [document.path for document in found] == [web.url("/a"), web.url("/b", "other.example")]
    assert all(document.status == "ok" for document in found)


MAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>{a}</loc><image:image><image:loc>{a}.png</image:loc></image:image></url><url><loc>{b}</loc></url></urlset>"""
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{m}</loc></sitemap></sitemapindex>'


@pytest.mark.parametrize("form", ["plain", "packed", "index", "lines"])
def test_a_sitemap_gives_its_pages(web, store, form):
    a, b = web.url("/a"), web.url("/b")
    web.html("/a")
    web.html("/b", MORE, STORY)
    told = MAP.format(a=a, b=b).encode()
    body = {
        "plain": told,
        "packed": gzip.compress(told),
        "lines": f"{a}\n{b}\n".encode(),
        "index": INDEX.format(m=web.url("/map2")).encode(),
    }[form]
    web.pages["/map"] = Reply(body, headers={"Content-Type": "application/xml"})
    web.pages["/map2"] = Reply(told)
    assert [document.path for document in fetch(web, store, sitemaps=[web.url("/map")])] == [a, b]


def test_a_sitemap_that_holds_itself_ends(web, store):
    web.pages["/map"] = Reply(INDEX.format(m=web.url("/map")).encode())
    assert fetch(web, store, sitemaps=[web.url("/map")]) == []


def test_lists_are_bounded(web, store):
    web.html("/a")
    web.pages["/map"] = Reply("\n".join(web.url(f"/a?{number}") for number in range(9)).encode())
    assert len(fetch(web, store, sitemaps=[web.url("/map")], listed=3)) == 3


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss>&b;&c;</rss>'


@pytest.mark.parametrize(
    "body",
    [page(), LAUGHS.encode(), b"{", b"", b"\x1f\x8bxx"],
    ids=["page", "laughs", "json", "empty", "packed"],
)
def test_what_is_no_list_is_said(web, store, body):
    web.pages["/x"] = Reply(body)
    for kind in ("feeds", "sitemaps"):
        (found,) = fetch(web, store, **{kind: [web.url("/x")]})
        assert (found.status, found.path) == ("failed", web.url("/x"))


def test_a_stopped_call_goes_on_with_what_it_has(web, store):
    web.html("/a")
    web.html("/b", MORE, STORY)
    urls = [web.url("/a"), web.url("/b")]
    whole = fetch(web, store.with_name("other"), *urls)
    web.asked.clear()

    def stopped(handler):
        raise KeyboardInterrupt

    asked = WebRequest(store=store, addresses=tuple(urls), settings=settings(workers=1), means=web.means)
    from corpus_tool.ingest.web import read_web

    rows = read_web(asked)
    first = next(rows)
    rows.close()
    web.html("/a", "Another text altogether, which a job that goes on must not see, since it has that page.")
    assert [first, *fetch(web, store, *urls)[1:]] == whole
    assert web.paths().count("/a") == 1
    assert fetch(web, store, *urls)[0] != first, "a call that ended asks anew"


def test_a_kept_page_that_was_changed_on_disk_is_no_evidence(web, store):
    from corpus_tool.errors import StoreError
    from corpus_tool.ingest.ledger import open_ledger
    from corpus_tool.ingest.web.captures import Captures

    web.html("/a")
    fetch(web, store, web.url("/a"))
    (kept,) = (store / "raw").glob("*/*")
    kept.write_bytes(b"something else")
    with open_ledger(store) as ledger, pytest.raises(StoreError, match="changed on disk"):
        captures = Captures(ledger)
        captures.content(captures.of(web.url("/a"))[0])


def test_no_offline_command_loads_an_http_client():
    asked = (
        "import sys, corpus_tool.cli.app, corpus_tool.ingest.reading; "
        "sys.exit(sum(name in sys.modules for name in ('httpx', 'httpcore', 'hishel', 'protego')))"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
