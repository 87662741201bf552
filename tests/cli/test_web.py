"""Addresses on the command line: rows, exit codes, and what a person is told. The server is ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import call
from tests.ingest.web.server import MORE, STORY, Reply, page, serving


@pytest.fixture
def web():
    with serving() as found:
        found.html("/a")
        yield found


def test_addresses_and_files_stand_side_by_side(web, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(MORE)
    url = web.url("/a", "127.0.0.1")
    found = call("ingest", tmp_path / "b.txt", url, "--store", tmp_path / "store", "--allow-private")
    assert found.code == 0
    assert [row["path"] for row in found.rows] == ["b.txt", url]
    assert STORY in found.rows[1]["text"]


def test_without_leave_this_machine_is_not_asked(web, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(MORE)
    url = web.url("/a", "127.0.0.1")
    found = call("ingest", url, tmp_path / "b.txt", "--store", tmp_path / "store")
    assert found.code == 3
    assert [row["status"] for row in found.rows] == ["failed", "ok"]
    assert "this machine" in found.err
    assert "--allow-private" in found.err
    assert web.asked == []


def test_the_users_own_folder_keeps_pages_where_none_is_named(web, tmp_path: Path) -> None:
    url = web.url("/a", "127.0.0.1")
    found = call(
        "ingest", url, CORPUS_TOOL_ALLOW_PRIVATE="1", XDG_DATA_HOME=str(tmp_path), LOCALAPPDATA=str(tmp_path)
    )
    assert found.code == 0
    assert (tmp_path / "corpus-tool" / "ledger.sqlite").is_file()


def test_a_feed_on_the_command_line(web, tmp_path: Path) -> None:
    link = web.url("/a", "127.0.0.1")
    web.pages["/feed"] = Reply(f"<rss><channel><item><link>{link}</link></item></channel></rss>".encode())
    feed = web.url("/feed", "127.0.0.1")
    found = call("ingest", "--feed", feed, "--store", tmp_path / "store", "--allow-private")
    assert [row["path"] for row in found.rows] == [link]


def test_changes_are_rows(web, tmp_path: Path) -> None:
    url = web.url("/a", "127.0.0.1")
    options = (url, "--store", tmp_path / "store", "--allow-private")
    call("ingest", *options)
    web.pages["/a"] = Reply(page(STORY, MORE.replace("340", "34")))
    found = call("ingest", *options, "--changes")
    assert found.code == 0
    (row,) = found.rows
    assert (row["url"], row["silent"], row["removed"]) == (url, True, [MORE])
    assert row["earlier"]["sha256"] != row["later"]["sha256"]
    assert row["earlier"]["wayback"].endswith(url)


def test_run_reads_addresses_too(web, tmp_path: Path) -> None:
    web.html("/b", MORE, STORY)
    urls = [web.url(path, "127.0.0.1") for path in ("/a", "/b", "/gone")]
    out = tmp_path / "out"
    found = call("run", *urls, "-o", out, "--store", tmp_path / "store", "--allow-private")
    assert found.code == 3
    documents = json.loads((out / "report.json").read_text())["documents"]
    assert [(row["path"], row["status"]) for row in documents] == list(
        zip(urls, ["ok", "ok", "failed"], strict=True)
    )


def test_nothing_to_read_is_a_wrong_call() -> None:
    assert call("ingest").code == 2
    assert call("ingest", "-", "--feed", "https://pier.example/").code == 2
