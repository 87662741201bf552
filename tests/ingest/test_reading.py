"""Files and folders: formats, broken input, encodings, sidecar."""

import json
import time

import pytest

from corpus_tool.errors import CodebookError
from corpus_tool.ingest import read

TEXT = (
    "The council of Harbourtown voted on Monday to charge four euros from every car that crosses the bridge."
)


def one(path, **more):
    (document,) = read([path], **more)
    return document


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("pdf.txt", b"%PDF-1.4 whatever", "PDF"),
        ("broken.json", b'{"a": [1,\n 2', "line 2"),
        ("odd.json", b'{"a": 1}', "no known kind"),
        ("deep.json", b'{"a":' + b"[" * 100_000, "nesting"),
        ("deep.html", b"<html><body>" + b"<div>" * 100_000, "nesting"),
        (
            "laughs.xml",
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss>&c;</rss>',
            "entities",
        ),
        ("broken.xml", b'<?xml version="1.0"?><rss><a></rss>', "broken XML"),
    ],
)
def test_bad_files_fail_with_their_name_and_a_reason(tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    start = time.monotonic()
    found = one(path)
    assert found.status == "failed"
    assert name in found.status_reason
    assert reason in found.status_reason
    assert found.text == ""
    assert time.monotonic() - start < 5


def test_the_rest_goes_on(tmp_path):
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c.txt").mkdir()
    (tmp_path / "d.txt").write_text(TEXT)
    found = list(
        read(
            [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt", tmp_path / "d.txt", tmp_path / "no"]
        )
    )
    assert [d.status for d in found] == ["failed", "failed", "failed", "ok", "failed"]
    assert [d.path for d in found] == ["a.txt", "b.txt", "c.txt", "d.txt", "no"]


def test_a_line_of_fifty_megabytes_is_refused(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"word " * 10_000_000)
    assert "line 1" in one(tmp_path / "big.txt").status_reason


@pytest.mark.slow
def test_a_paragraph_of_twenty_megabytes_and_a_page_of_many_paragraphs_are_read(tmp_path):
    (tmp_path / "long.txt").write_bytes(b"the bridge " * 1_800_000)
    assert one(tmp_path / "long.txt").status == "ok"
    (tmp_path / "many.html").write_text("<html><body>" + "<p>The bridge is old.</p>" * 200_000)
    assert len(one(tmp_path / "many.html").text) > 3_000_000


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read_and_said(tmp_path, encoding):
    text = f"“Café” – it costs 4 €, they say. {TEXT}"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    found = one(tmp_path / "a.txt")
    assert (found.text, found.status) == (text, "ok")
    assert encoding == "utf-8-sig" or "decoded as" in found.status_reason


def test_mojibake_is_repaired_and_said(tmp_path):
    (tmp_path / "a.txt").write_text("It wasnâ€™t the cafÃ© that the council had in mind when it voted.")
    found = one(tmp_path / "a.txt")
    assert found.text == "It wasn’t the café that the council had in mind when it voted."
    assert "repaired" in found.status_reason


def test_other_languages_are_marked(tmp_path):
    text = (
        "Die Stadt hat am Montag beschlossen, dass alle Autos für die Brücke eine Gebühr zahlen müssen. " * 4
    )
    (tmp_path / "a.txt").write_text(text)
    found = one(tmp_path / "a.txt")
    assert found.status == "partial"
    assert "language: de" in found.status_reason
    assert found.text == text.strip()


def test_folders_are_walked_in_order_and_globs_expand(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("b/z.txt", "a.txt", "c.md", ".hidden.txt"):
        (tmp_path / name).write_text(TEXT)
    assert [d.path for d in read([tmp_path])] == ["a.txt", "c.md", "b/z.txt"]
    assert [d.path for d in read([tmp_path / "*.txt"], root=tmp_path)] == ["a.txt"]


def test_ids_are_stable_and_differ_by_path(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    first, second = read([tmp_path])
    assert first.id != second.id
    assert first.content_hash == second.content_hash
    assert [d.id for d in read([tmp_path])] == [first.id, second.id]


def test_a_json_array_is_rows_and_a_nested_one_is_a_thread(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([{"id": "x", "text": "one  two"}, {"text": 3}]))
    assert [(d.text, d.status) for d in read([tmp_path / "a.json"])] == [("one  two", "ok"), ("", "failed")]
    thread = {
        "title": "T",
        "body": "Top",
        "comments": [{"id": 1, "author": "Bo", "body": "a", "replies": [{"id": 2, "body": "b"}]}],
    }
    (tmp_path / "b.json").write_text(json.dumps(thread))
    top, first, second = read([tmp_path / "b.json"])
    assert (top.title, first.author, second.parent_id, second.thread_id) == ("T", "Bo", first.id, top.id)


def test_jsonl_files_are_rows(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id":"x","text":"one"}\n{"id":"y","text":\n')
    first, second = read([tmp_path / "a.jsonl"])
    assert (first.id, first.status, first.path, second.status) == ("x", "ok", "a.jsonl", "failed")


def test_markdown_keeps_links_and_quotations(tmp_path):
    (tmp_path / "a.md").write_text(
        f"# A bridge\n\n[They voted](https://example.org/v) on it. {TEXT}\n\n> It pays.\n\n- one\n- two\n"
    )
    found = one(tmp_path / "a.md")
    assert found.title == "A bridge"
    assert [(found.text[k.start : k.end], k.href) for k in found.links] == [
        ("They voted", "https://example.org/v")
    ]
    assert [found.text[q.start : q.end] for q in found.block_quotes] == ["It pays."]
    assert "• one\n• two" in found.text
    assert found.kept.links


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("rule", ["---", "***", "* * *", "-----------"])
def test_a_rule_parts_two_articles_and_no_article(tmp_path, name, rule):
    body = "\n\n".join([TEXT] * 4)
    pair = f"Bridge Levy Divides The Town\n\nBy Ann Example\n\n{body}\n\n{rule}\n\nFerry Owners Expect More Guests\n\nBy Bo Sample\n\n{body}\n"
    (tmp_path / name).write_text(pair)
    assert [(d.title, d.author) for d in read([tmp_path / name])] == [
        ("Bridge Levy Divides The Town", "Ann Example"),
        ("Ferry Owners Expect More Guests", "Bo Sample"),
    ]
    (tmp_path / name).write_text(
        f"Bridge Levy Divides The Town\n\n{body}\n\n{rule}\n\nand so on.\n\n{body}\n"
    )
    assert "and so on." in one(tmp_path / name).text


def test_a_sidecar_fills_the_article_and_leaves_comments_alone(tmp_path):
    (tmp_path / "a.txt").write_text(f"{TEXT}\n\n{TEXT}\n\nTom says:\n\nNo.\n\nAnn says:\n\nYes.\n")
    (tmp_path / "s.csv").write_text(
        "path,title,publisher,author,published,url\na.txt,T,P,A,2015-10-03,https://e.org\n"
    )
    article, *comments = read([tmp_path / "a.txt"], sidecar=tmp_path / "s.csv")
    assert (article.title, article.publisher, article.author, article.published, article.url) == (
        "T",
        "P",
        "A",
        "2015-10-03",
        "https://e.org",
    )
    assert [c.author for c in comments] == ["Tom", "Ann"]
    assert not any(c.publisher for c in comments)
    assert not article.kept.dates


def test_a_sidecar_without_paths_is_refused(tmp_path):
    (tmp_path / "s.csv").write_text("title\nx\n")
    with pytest.raises(CodebookError, match="path"):
        list(read([tmp_path], sidecar=tmp_path / "s.csv"))


def test_a_sidecar_among_the_files_is_used_and_is_no_document(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(TEXT)
    (tmp_path / "pages" / "about.csv").write_text("path,publisher\na.txt,Bridge Post\n")
    (found,) = read([tmp_path])
    assert (found.path, found.publisher) == ("pages/a.txt", "Bridge Post")


def test_a_table_of_paths_that_are_not_there_is_no_sidecar(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.csv").write_text("path,publisher\nz.txt,Bridge Post\n")
    assert [(d.path, d.status) for d in read([tmp_path])] == [("a.txt", "ok"), ("b.csv", "failed")]


def test_a_named_sidecar_wins_over_one_among_the_files(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "one.csv").write_text("path,publisher\na.txt,One\n")
    (tmp_path / "two.csv").write_text("path,publisher\na.txt,Two\n")
    assert [d.publisher for d in read([tmp_path], sidecar=tmp_path / "two.csv")] == ["Two"]
