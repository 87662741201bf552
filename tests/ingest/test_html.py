"""Web pages: article with spans, comments with author, time and parent, neither in the other."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.ingest import read
from corpus_tool.ingest.html import guard

P1 = (
    "The council of Harbourtown voted on Monday to charge four euros from every car that crosses the old bridge, "
    "and said that the money will pay for a new one within nine years."
)
P2 = "Opponents say that the levy hurts commuters most, and ferry owners expect about 3,000 more passengers a week."
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Bridge levy | Harbour News</title>'
    '<meta property="og:site_name" content="Harbour News"><meta name="author" content="Ann Example">'
    '<meta property="article:published_time" content="2015-10-03"></head><body><nav><a href="/">Home</a></nav>'
    f"<article><h1>Bridge levy</h1><p>{P1}</p><p>See <a href='https://example.org/paper'>the paper</a> for more. {P2}</p>"
    f"<blockquote><p>It pays for itself in nine years, whatever they say about it now.</p></blockquote><p>{P2}</p></article>"
    "%s<footer>Copyright</footer></body></html>"
)
WORDPRESS = """<div id="comments" class="comments-area"><h2>2 Comments</h2><ol class="comment-list">
<li id="comment-1" class="comment even depth-1"><article id="div-comment-1" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Tom</b> <span class="says">says:</span></div>
<div class="comment-metadata"><time datetime="2015-10-03T10:00:00+00:00">3 October</time></div></footer>
<div class="comment-content"><p>Where is <a href="http://e.org">that</a> from?</p></div><div class="reply"><a>Reply</a></div></article>
<ol class="children"><li id="comment-2" class="comment depth-2"><article id="div-comment-2" class="comment-body">
<footer class="comment-meta"><b class="fn">Ann</b></footer><div class="comment-content"><p>From the paper.</p></div></article></li></ol>
</li></ol><div id="respond"><h3>Leave a Reply</h3></div></div>"""
MICRODATA = """<section><div itemprop="comment" itemscope itemtype="http://schema.org/Comment">
<span itemprop="author"><span itemprop="name">Tom</span></span><meta itemprop="dateCreated" content="2015-10-03T10:00:00Z">
<div itemprop="text">Where is that from?</div>
<div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="author">Ann</span>
<div itemprop="text">From the paper.</div></div></div></section>"""
HOMEMADE = """<div class="talk"><h3>2 Comments</h3><div class="talk-list">
<div class="row"><span class="username">Tom</span><span class="date">3 October 2015</span><p>Where is that from, I ask you?</p></div>
<div class="row"><span class="username">Ann</span><span class="date">3 October 2015</span><p>From the paper of the council.</p></div>
</div></div>"""


def documents(tmp_path, comments):
    (tmp_path / "a.html").write_text(PAGE % comments)
    return list(read([tmp_path / "a.html"]))


def test_article_text_metadata_and_spans(tmp_path):
    (article,) = documents(tmp_path, "")
    assert (article.title, article.publisher, article.author, article.published) == (
        "Bridge levy",
        "Harbour News",
        "Ann Example",
        "2015-10-03",
    )
    assert P1 in article.text
    assert [(article.text[k.start : k.end], k.href) for k in article.links] == [
        ("the paper", "https://example.org/paper")
    ]
    assert [article.text[q.start : q.end][:16] for q in article.block_quotes] == ["It pays for itse"]
    assert article.kept.links
    assert article.kept.dates


@pytest.mark.parametrize("markup", [WORDPRESS, MICRODATA])
def test_marked_comments(tmp_path, markup):
    article, first, second = documents(tmp_path, markup)
    assert (first.author, first.text) == ("Tom", "Where is that from?")
    assert first.published == "2015-10-03T10:00:00Z"
    assert (second.author, second.text, second.parent_id) == ("Ann", "From the paper.", first.id)
    assert {first.thread_id, second.thread_id} == {article.id}
    assert "From the paper." not in article.text


def test_comments_without_marks_are_found_by_their_repetition(tmp_path):
    article, first, second = documents(tmp_path, HOMEMADE)
    assert [(c.author, c.published, c.text) for c in (first, second)] == [
        ("Tom", "2015-10-03", "Where is that from, I ask you?"),
        ("Ann", "2015-10-03", "From the paper of the council."),
    ]
    assert "I ask you" not in article.text


def test_a_link_in_a_comment_keeps_its_span(tmp_path):
    _, first, _ = documents(tmp_path, WORDPRESS)
    assert [(first.text[k.start : k.end], k.href) for k in first.links] == [("that", "http://e.org")]


def test_a_declared_encoding_is_used(tmp_path):
    page = (
        (PAGE % "")
        .replace("<head>", '<head><meta charset="windows-1251">')
        .replace("Opponents", "Противники и другие")
    )
    (tmp_path / "a.html").write_bytes(page.encode("cp1251"))
    (article,) = read([tmp_path / "a.html"])
    assert "Противники" in article.text
    assert "windows-1251" in article.status_reason


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "</b>", "<b>", "<br/>", "<i/>", "x " * 90, "</div"]), max_size=400))  # fmt: skip
def test_the_quick_bound_of_a_depth_is_a_bound(parts):
    data = ("<div>" * 60 + "".join(parts) * 7).encode()
    exact = level = 0
    for closing, name, empty in re.findall(r"<(/?)(div|b|i|p)[^<>]*?(/?)>", data.decode()):
        if name != "p" and not empty:
            level = max(0, level - 1) if closing else level + 1
            exact = max(exact, level)
    assert guard._at_most(data) >= exact


@pytest.mark.parametrize("name", ["undefined", "punycode", "zlib", "idna", "unicode_escape", "no-such"])
def test_a_declared_encoding_that_is_none_is_passed_over(tmp_path, name):
    page = (PAGE % "").replace("<head>", f'<head><meta charset="{name}">').replace("levy", "l\xe9vy")
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    (article,) = read([tmp_path / "a.html"])
    assert "hurts commuters most" in article.text
