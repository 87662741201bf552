"""Thread exports: everybody, when, and to whom, as far as the file says."""

import json

from corpus_tool.ingest import read


def documents(tmp_path, name, value):
    path = tmp_path / name
    path.write_text(value if isinstance(value, str) else json.dumps(value))
    return list(read([path]))


def reddit(name, parent, body, replies="", author="bo"):
    data = {
        "id": name,
        "name": f"t1_{name}",
        "parent_id": parent,
        "link_id": "t3_p",
        "body": body,
        "author": author,
    }
    return {"kind": "t1", "data": {**data, "created_utc": 1443866400.0, "replies": replies}}


def listing(*children):
    return {"kind": "Listing", "data": {"children": list(children)}}


def test_reddit_listing(tmp_path):
    inner = reddit(
        "b", "t1_a", "> nine years\n\nNo &amp; no.", listing({"kind": "more", "data": {"count": 4}})
    )
    post = {
        "kind": "t3",
        "data": {"id": "p", "title": "Levy", "selftext": "Text", "author": "ann", "created_utc": 1443866400},
    }
    gone = reddit("c", "t3_p", "[deleted]", author="[deleted]")
    found = documents(
        tmp_path, "r.json", [listing(post), listing(reddit("a", "t3_p", "Yes", listing(inner)), gone)]
    )
    assert [(d.id, d.kind, d.parent_id, d.author, d.state) for d in found] == [
        ("t3_p", "post", None, "ann", "published"),
        ("t1_a", "comment", "t3_p", "bo", "published"),
        ("t1_b", "comment", "t1_a", "bo", "published"),
        ("t1_c", "comment", "t3_p", None, "deleted"),
    ]
    assert found[1].published == "2015-10-03T10:00:00Z"
    assert found[2].text == "nine years\n\nNo & no."
    assert [found[2].text[q.start : q.end] for q in found[2].block_quotes] == ["nine years"]
    assert "4" in found[0].status_reason


def test_pushshift_rows(tmp_path):
    rows = [
        {
            "id": "a",
            "link_id": "t3_p",
            "parent_id": "t3_p",
            "body": "One",
            "author": "x",
            "created_utc": 1443866400,
            "subreddit": "s",
        },
        {
            "id": "b",
            "link_id": "t3_p",
            "parent_id": "t1_a",
            "body": "Two",
            "author": "y",
            "created_utc": "1443866401",
            "subreddit": "s",
        },
    ]
    found = documents(tmp_path, "p.jsonl", "\n".join(map(json.dumps, rows)))
    assert [(d.id, d.parent_id, d.text, d.author) for d in found] == [
        ("t1_a", None, "One", "x"),
        ("t1_b", "t1_a", "Two", "y"),
    ]


def test_parents_in_a_circle_are_cut(tmp_path):
    rows = [
        {"id": "a", "link_id": "t3_p", "parent_id": "t1_b", "body": "One", "subreddit": "s"},
        {"id": "b", "link_id": "t3_p", "parent_id": "t1_a", "body": "Two", "subreddit": "s"},
    ]
    found = documents(tmp_path, "p.jsonl", "\n".join(map(json.dumps, rows)))
    assert sum(d.parent_id is not None for d in found) == 1


def test_a_thread_fifty_thousand_deep(tmp_path):
    rows = (
        json.dumps(
            {"id": f"c{k}", "link_id": "t3_p", "parent_id": f"t1_c{k - 1}", "body": "x", "subreddit": "s"}
        )
        for k in range(20_000)
    )
    found = documents(tmp_path, "p.jsonl", "\n".join(rows))
    assert found[-1].parent_id == "t1_c19998"


def test_discourse(tmp_path):
    posts = [
        {
            "id": 1,
            "post_number": 1,
            "topic_id": 9,
            "username": "a",
            "cooked": "<p>Top</p>",
            "created_at": "2015-10-03T10:00:00Z",
        },
        {
            "id": 2,
            "post_number": 2,
            "topic_id": 9,
            "username": "b",
            "cooked": "<p>Re</p>",
            "reply_to_post_number": 1,
        },
    ]
    post, comment = documents(tmp_path, "d.json", {"title": "Levy", "post_stream": {"posts": posts}})
    assert (post.kind, post.title, comment.parent_id, comment.thread_id) == ("post", "Levy", post.id, post.id)


def test_hacker_news_of_both_kinds(tmp_path):
    item = {
        "id": 1,
        "type": "story",
        "author": "a",
        "title": "T",
        "children": [{"id": 2, "type": "comment", "author": "b", "parent_id": 1, "text": "<p>Hi"}],
    }
    post, comment = documents(tmp_path, "h.json", item)
    assert (post.title, comment.author, comment.parent_id, comment.text) == ("T", "b", post.id, "Hi")
    rows = [
        {"id": 1, "type": "story", "by": "a", "title": "T"},
        {"id": 2, "type": "comment", "by": "b", "parent": 1, "text": "Hi", "time": 1443866400},
    ]
    post, comment = documents(tmp_path, "i.json", rows)
    assert (comment.parent_id, comment.published) == (post.id, "2015-10-03T10:00:00Z")


def test_youtube_api_and_download(tmp_path):
    snippet = {"textDisplay": "a <b>b</b>", "authorDisplayName": "x", "publishedAt": "2015-10-03T10:00:00Z"}
    reply = {"kind": "youtube#comment", "id": "k.r", "snippet": {**snippet, "parentId": "k"}}
    thread = {
        "kind": "youtube#commentThread",
        "snippet": {
            "videoId": "v",
            "topLevelComment": {"kind": "youtube#comment", "id": "k", "snippet": snippet},
        },
        "replies": {"comments": [reply]},
    }
    first, second = documents(tmp_path, "y.json", {"items": [thread]})
    assert (first.id, first.text, second.parent_id, second.published) == (
        "k",
        "a b",
        "k",
        "2015-10-03T10:00:00Z",
    )
    info = {
        "extractor": "youtube",
        "title": "V",
        "comments": [{"id": "1", "parent": "root", "text": "a"}, {"id": "2", "parent": "1", "text": "b"}],
    }
    post, top, answer = documents(tmp_path, "v.info.json", info)
    assert (post.title, top.parent_id, answer.parent_id, top.thread_id) == ("V", None, "1", post.id)


DISQUS = """<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="2"><link>http://example.org/</link></thread>
<post dsq:id="4"><message>One</message><createdAt>2013-10-10T19:20:29Z</createdAt><isDeleted>false</isDeleted>
<author><name>peter</name></author><thread dsq:id="2"/></post>
<post dsq:id="5"><message>&lt;p&gt;Two&lt;/p&gt;</message><isDeleted>true</isDeleted><thread dsq:id="2"/><parent dsq:id="4"/></post></disqus>"""


def test_disqus(tmp_path):
    first, second = documents(tmp_path, "d.xml", DISQUS)
    assert (first.author, first.published, first.url, first.text) == (
        "peter",
        "2013-10-10T19:20:29Z",
        "http://example.org/",
        "One",
    )
    assert (second.parent_id, second.state, second.text, second.thread_id) == (
        first.id,
        "deleted",
        "Two",
        first.thread_id,
    )


WXR = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title><item>
<title>Levy</title><link>http://e.org/l</link><dc:creator>ann</dc:creator><content:encoded><![CDATA[One.

Two.]]></content:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>bo</wp:comment_author><wp:comment_content>Hm</wp:comment_content>
<wp:comment_date_gmt>2014-01-14 17:32:12</wp:comment_date_gmt><wp:comment_approved>0</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_content>Ping</wp:comment_content><wp:comment_type>pingback</wp:comment_type>
<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>1</wp:comment_parent></wp:comment></item></channel></rss>"""


def test_wordpress(tmp_path):
    article, first, second = documents(tmp_path, "w.xml", WXR)
    assert (article.title, article.author, article.publisher, article.text) == (
        "Levy",
        "ann",
        "Site",
        "One.\n\nTwo.",
    )
    assert (first.state, first.published, first.thread_id) == (
        "unapproved",
        "2014-01-14T17:32:12Z",
        article.id,
    )
    assert (second.state, second.parent_id) == ("ping", first.id)
