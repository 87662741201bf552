"""Forum topics, other comment markup, and what a page says of itself."""

import pytest

from corpus_tool.ingest import read
from tests.ingest import forum_pages

P1 = (
    "The council of Harbourtown voted on Monday to charge four euros from every car that crosses the old bridge, "
    "and said that the money will pay for a new one within nine years."
)
P2 = "Opponents say that the levy hurts commuters most, and ferry owners expect about 3,000 more passengers a week."
PHPBB = """<html><head><title>Pier Board - View topic - Bridge levy</title></head><body id="phpbb">
<h2 class="topic-title"><a href="./viewtopic.php?t=4">Bridge levy</a></h2><div class="pagination">3 posts</div>
<div id="p11" class="post"><div class="inner"><dl class="postprofile"><dt><a class="username" href="./memberlist.php?u=1">Tom</a></dt>
<dd><strong>Posts:</strong> 237</dd></dl><div class="postbody"><h3><a href="#p11">Bridge levy</a></h3>
<p class="author">by <strong><a class="username" href="./memberlist.php?u=1">Tom</a></strong> &raquo; Mon Oct 05, 2015 3:12 pm</p>
<div class="content">Who pays the four euros, and who counted the cars?</div></div></div></div>
<div id="p12" class="post"><div class="inner"><div class="postbody"><h3><a href="#p12">Re: Bridge levy</a></h3>
<p class="author">by <strong><a class="username">Ann</a></strong> &raquo; Mon Oct 05, 2015 4:30 pm</p>
<div class="content"><blockquote><div><cite>Tom wrote:</cite>who counted the cars?</div></blockquote>The council did, twice.</div></div></div></div>
<div id="p13" class="post"><div class="inner"><div class="postbody"><p class="author">by <strong>Bo</strong> &raquo; Mon Oct 05, 2015 5:00 pm</p>
<div class="content">I shall swim.</div></div></div></div>
<div id="page-footer">Powered by phpBB</div></body></html>"""
DISCOURSE = """<html><head><title>Bridge levy - Money - Pier Talk</title><meta name="generator" content="Discourse 2.3"></head><body>
<div itemscope itemtype="http://schema.org/DiscussionForumPosting"><div id="topic-title"><h1><a href="/t/4">Bridge levy</a></h1></div>
<div id="post_1" class="topic-body crawler-post"><span class="creator" itemprop="author"><span itemprop="name">Tom</span></span>
<time itemprop="datePublished" datetime="2015-10-05T15:12:00Z">October 5</time>
<div class="post" itemprop="articleBody"><p>Who pays the four euros, and who counted the cars?</p></div><span class="post-likes">4 Likes</span></div>
<div id="post_2" itemprop="comment" class="topic-body crawler-post"><span class="creator" itemprop="author"><span itemprop="name">Ann</span></span>
<time itemprop="datePublished" datetime="2015-10-05T16:30:00Z">October 5</time>
<div class="post" itemprop="text"><aside class="quote" data-post="1"><div class="title">Tom:</div><blockquote><p>who counted the cars?</p></blockquote></aside>
<p>The council did, twice.</p></div></div>
<div id="post_3" itemprop="comment" class="topic-body crawler-post"><span class="creator" itemprop="author"><span itemprop="name">Bo</span></span>
<div class="post" itemprop="text"><p>I shall swim.</p></div></div></div></body></html>"""
BLOGGER = """<div id="comments"><h4>2 comments:</h4><dl id="comments-block">
<dt class="comment-author" id="c81"><a href="https://e.example/1">Tom</a> said...</dt><dd class="comment-body"><p>Where is that from?</p></dd>
<dd class="comment-footer"><span class="comment-timestamp">March 12, 2018 at 10:02 AM</span></dd>
<dt class="comment-author" id="c82"><span>Ann K.</span> said...</dt><dd class="comment-body"><p>From the paper.</p></dd>
<dd class="comment-footer"><span class="comment-timestamp">March 13, 2018 at 7:31 AM</span></dd></dl></div>"""
NESTED = """<section class="zq-thread"><h3>9 comments</h3>
<div class="zq-post" data-id="1"><span class="zq-user">Tom</span> <span class="zq-time">3 years ago</span>
<div class="zq-text"><p>Where is that number from?</p></div>
<div class="zq-replies">
<div class="zq-post" data-id="2" data-parent="1"><span class="zq-user">Ann</span>
<div class="zq-text"><p>From the paper of the council.</p></div></div></div></div>
<div class="zq-post" data-id="3"><span class="zq-user">Bo</span> <span class="zq-time">2 years ago</span>
<div class="zq-text"><p>I shall swim to work from now on.</p></div></div></section>"""

SMF = """<html><head><title>Bridge levy</title></head><body><div id="forumposts"><div class="windowbg" id="msg11"><div class="post_wrapper">
<div class="poster"><h4><a href="index.php?action=profile;u=3">Tom</a></h4><ul><li>Full Member</li></ul></div><div class="postarea">
<h5><a href="index.php?topic=4.msg11#msg11">Bridge levy</a></h5><div class="smalltext">« on: October 05, 2015, 03:12:00 PM »</div>
<div class="post"><div class="inner" id="msg_11">Who pays the four euros?</div></div></div></div></div>
<div class="windowbg2" id="msg12"><div class="post_wrapper"><div class="poster"><h4><a href="index.php?action=profile;u=4">Ann</a></h4></div>
<div class="postarea"><div class="smalltext">« Reply #1 on: October 05, 2015, 04:12:00 PM »</div><div class="post"><div class="inner" id="msg_12">
<div class="quoteheader"><a href="index.php?topic=4.msg11#msg11">Quote from: Tom on October 05, 2015</a></div>
<blockquote class="bbc_standard_quote">Who pays the four euros?</blockquote>Everyone with a car.</div></div></div></div></div></div></body></html>"""
XENFORO = """<html id="XF"><head><title>Bridge levy | Pier Forums</title></head><body><h1 class="p-title-value">Bridge levy</h1>
<article class="message message--post js-post" id="js-post-101"><h4 class="message-name"><a class="username">Tom</a></h4><h5>Member</h5>
<header class="message-attribution"><time datetime="2015-10-05T15:12:00+0000">Oct 5, 2015</time><a>#1</a></header><div class="message-content">
<article class="message-body"><div class="bbWrapper">Who pays the four euros?</div></article></div></article>
<article class="message message--post js-post" id="js-post-102"><h4 class="message-name"><a class="username">Ann</a></h4>
<div class="message-content"><article class="message-body"><div class="bbWrapper">
<blockquote data-quote="Tom" data-source="post: 101" class="bbCodeBlock bbCodeBlock--quote"><div class="bbCodeBlock-title"><a>Tom said:</a></div>
<div class="bbCodeBlock-content">Who pays the four euros?</div></blockquote>Everyone with a car.</div></article></div></article>
<footer>Community platform by XenForo</footer></body></html>"""
VBULLETIN = """<html><head><title>Bridge levy</title><meta name="generator" content="vBulletin 4.2"></head><body><h1>Thread: Bridge levy</h1>
<ol id="posts"><li class="postcontainer" id="post_501"><span class="postdate">10-25-2015, 03:12 PM</span><a class="username"><strong>Tom</strong></a>
<div class="postbody"><h2 class="title">Bridge levy</h2><div class="content">
<blockquote class="postcontent restore">Who pays the four euros?</blockquote></div></div></li>
<li class="postcontainer" id="post_502"><a class="username"><strong>Ann</strong></a><div class="postbody"><div class="content">
<blockquote class="postcontent restore"><div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container">
<div class="bbcode_postedby">Originally Posted by <strong>Tom</strong></div><div class="message">Who pays the four euros?</div></div></div></div>
Everyone with a car.</blockquote></div></div></li></ol></body></html>"""


def documents(tmp_path, page):
    (tmp_path / "a.html").write_text(page)
    return list(read([tmp_path / "a.html"]))


def article_page(head="", top="", below="", foot=""):
    return (
        f"<html><head><meta charset='utf-8'>{head}</head><body>{top}<article><h1>Bridge levy divides the town</h1>{below}"
        f"<p>{P1}</p><p>{P2}</p></article>{foot}</body></html>"
    )


@pytest.mark.parametrize(("page", "publisher"), [(PHPBB, "Pier Board"), (DISCOURSE, "Pier Talk")])
def test_forum_topics(tmp_path, page, publisher):
    post, answer, last = documents(tmp_path, page)
    assert (post.kind, post.title, post.publisher, post.author) == ("post", "Bridge levy", publisher, "Tom")
    assert post.published.startswith("2015-10-05T15:12:00")
    assert post.text == "Who pays the four euros, and who counted the cars?"
    assert (answer.kind, answer.author, answer.parent_id, answer.thread_id) == (
        "comment",
        "Ann",
        post.id,
        post.id,
    )
    assert answer.text == "who counted the cars?\n\nThe council did, twice."
    assert [answer.text[q.start : q.end] for q in answer.block_quotes] == ["who counted the cars?"]
    assert (last.author, last.parent_id, last.text) == ("Bo", None, "I shall swim.")


@pytest.mark.parametrize("page", [SMF, XENFORO, VBULLETIN])
def test_topics_of_other_engines(tmp_path, page):
    post, answer = documents(tmp_path, page)
    assert (post.kind, post.title, post.author, post.text) == (
        "post",
        "Bridge levy",
        "Tom",
        "Who pays the four euros?",
    )
    assert "T15:12:00" in post.published
    assert (answer.author, answer.parent_id) == ("Ann", post.id)
    assert answer.text.split() == "Who pays the four euros? Everyone with a car.".split()
    assert [answer.text[q.start : q.end] for q in answer.block_quotes] == ["Who pays the four euros?"]


@pytest.mark.parametrize("name", forum_pages.TOPICS)
def test_topics_of_further_engines(tmp_path, name):
    found = documents(tmp_path, forum_pages.TOPICS[name])
    assert [(one.kind, one.author) for one in found] == [
        ("post", "Tom"),
        ("comment", "Ann"),
        ("comment", "Bo"),
    ]
    post, answer, last = found
    assert (post.title, post.publisher) == ("Bridge levy", "Pier Board")
    days = [(one.published or "none")[:14] for one in found]
    assert days == ["none"] * 3 or set(days) <= {"2015-10-05T15:", "2015-10-25T15:"}
    assert ("none" in days) == (name in forum_pages.UNDATED)
    assert [one.parent_id for one in found] == [None, None if name in forum_pages.UNNAMED else post.id, None]
    assert [one.thread_id for one in found] == [None, post.id, post.id]
    assert (post.text, last.text) == (forum_pages.ASKED, forum_pages.LAST)
    assert answer.text.split() == f"who counted the cars? {forum_pages.SAID}".split()
    assert [answer.text[q.start : q.end] for q in answer.block_quotes] == ["who counted the cars?"]


def test_a_topic_in_tables_of_no_known_engine(tmp_path):
    post, answer, last = documents(tmp_path, forum_pages.OLD_TABLES)
    assert [one.author for one in (post, answer, last)] == ["Tom", "Ann", "Bo"]
    assert (post.kind, post.text, last.text) == ("post", forum_pages.ASKED, forum_pages.LAST)
    assert answer.text.endswith(forum_pages.SAID)
    assert last.published == "2015-10-25T15:13:00"


def test_a_list_of_topics_is_no_topic(tmp_path):
    rows = "".join(
        f"<tr><td><a href='viewtopic.php?t={n}'>Bridge levy number {n}</a> by <a href='memberlist.php?u={n}'>Tom</a></td><td>{n}2</td>"
        f"<td>Mon Oct 05, 2015 3:1{n} pm<br><a>Ann</a></td></tr>"
        for n in range(1, 8)
    )
    page = f"<html><head><title>Money - Pier Board</title></head><body><h1>Money</h1><table>{rows}</table>Powered by phpBB</body></html>"
    assert all(one.kind == "article" for one in documents(tmp_path, page))


def test_comments_in_a_definition_list(tmp_path):
    _, first, second = documents(tmp_path, article_page(foot=BLOGGER))
    assert (first.author, first.published, first.text) == (
        "Tom",
        "2018-03-12T10:02:00",
        "Where is that from?",
    )
    assert (second.author, second.published, second.text) == (
        "Ann K.",
        "2018-03-13T07:31:00",
        "From the paper.",
    )


def test_answers_nest_in_markup_of_no_known_engine(tmp_path):
    article, first, answer, third = documents(tmp_path, article_page(foot=NESTED))
    assert [c.author for c in (first, answer, third)] == ["Tom", "Ann", "Bo"]
    assert (answer.parent_id, first.parent_id, third.parent_id) == (first.id, None, None)
    assert answer.text == "From the paper of the council."
    assert "announces 9 comments; this file holds 3" in article.status_reason


@pytest.mark.parametrize(
    ("parts", "publisher"),
    [
        ({"head": '<meta property="og:site_name" content="Pier News"><title>x</title>'}, "Pier News"),
        ({"head": "<title>Bridge levy divides the town - Pier News</title>"}, "Pier News"),
        ({"head": "<title>Bridge levy divides the town | Local | Pier News</title>"}, "Pier News"),
        ({"head": "<title>Bridge levy divides the town — Pier News</title>"}, "Pier News"),
        ({"head": "<title>Pier News: Bridge levy divides the town</title>"}, "Pier News"),
        ({"head": "<title>Pier News :: Bridge levy divides the town</title>"}, "Pier News"),
        (
            {"top": '<header><a class="logo" href="/"><img alt="Pier News logo" src="l.png"></a></header>'},
            "Pier News",
        ),
        ({"top": '<div id="masthead"><a href="/">Pier News</a> <span>Since 1911</span></div>'}, "Pier News"),
        ({"foot": "<footer>© 2015 Pier News. All rights reserved.</footer>"}, "Pier News"),
        ({"head": "<title>Bridge levy divides the town</title>"}, None),
    ],
)
def test_whose_page_it_is(tmp_path, parts, publisher):
    (article,) = documents(tmp_path, article_page(**parts))
    assert article.publisher == publisher
    assert article.title == "Bridge levy divides the town"


@pytest.mark.parametrize(
    ("line", "author", "published"),
    [
        ('<p class="by">by Ann Example, 6 May 2019</p>', "Ann Example", "2019-05-06"),
        (
            '<div class="meta">May 6, 2019 &middot; 2 min read &middot; by Ann Example</div>',
            "Ann Example",
            "2019-05-06",
        ),
        (
            '<div class="postmeta">by <a href="/u">Ann Example</a>, Mon, May 6th 2019 9:31am</div>',
            "Ann Example",
            "2019-05-06T09:31:00",
        ),
        ('<p class="by">By Ann Example | 6 May 2019, updated 8 May</p>', "Ann Example", "2019-05-06"),
        ("", None, None),
    ],
)
def test_bylines(tmp_path, line, author, published):
    (article,) = documents(
        tmp_path, article_page(below=line, foot="<p>Under section 12 of the code of 1998.</p>")
    )
    assert article.author == author
    assert (article.published or "")[:10] == (published or "")[:10]
    assert article.text.startswith(P1)


def test_the_sidecar_finds_files_from_its_own_folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(f"Bridge Levy Divides The Town\n\n{P1}\n\n{P2}\n")
    (tmp_path / "sidecar.csv").write_text(
        "path,title,publisher,author,published,url\narticles/a.txt,,Pier News,Ann Example,2015-10-05,\n"
    )
    (article,) = read([tmp_path / "articles"], sidecar=tmp_path / "sidecar.csv")
    assert (article.publisher, article.author, article.published) == (
        "Pier News",
        "Ann Example",
        "2015-10-05",
    )
    assert article.title == "Bridge Levy Divides The Town"
