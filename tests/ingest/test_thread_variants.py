# ruff: noqa: E501 - exports as services write them
"""Exports as they really come: deleted writers, stubs, null bodies, paging lists, single things, edits, entities."""

import json

import pytest

from corpus_tool.ingest.held import held
from corpus_tool.ingest.reading import documents_of


def told(content, name="export.json"):
    """Kind, state, writer, day, number of the parent, text of each document."""
    data = content if isinstance(content, str) else json.dumps(content)
    found = list(documents_of(held(data.encode("utf-8", "surrogatepass"), name)))
    places = {document.id: at for at, document in enumerate(found)}
    return [
        (d.kind, d.state, d.author, (d.published or "")[:10], places.get(d.parent_id), d.text) for d in found
    ]


def reddit(kind, name, parent=None, **fields):
    row = {
        "name": name,
        "id": name[3:],
        "author": "tom",
        "created_utc": 1443778200.0,
        "subreddit": "pier",
        **fields,
    }
    return {"kind": kind, "data": row | ({"parent_id": parent, "link_id": "t3_p"} if parent else {})}


POST = reddit(
    "t3", "t3_p", title="A boat &amp; a pier", selftext="It sank.", permalink="/r/pier/comments/p/x/"
)
GONE = reddit("t1", "t1_a", "t3_p", author="[deleted]", body="[removed]", collapsed=True)
REPLY = reddit(
    "t1", "t1_b", "t1_a", body="&gt; It sank.\n\nNo &amp; never.", edited=1443779000.0, author_flair_text=None
)
GONE_WITH_REPLY = {
    **GONE,
    "data": {**GONE["data"], "replies": {"kind": "Listing", "data": {"children": [REPLY]}}},
}
MORE = {"kind": "more", "data": {"count": 0, "name": "t1__", "id": "_", "parent_id": "t1_b", "children": []}}
NULL = reddit("t1", "t1_n", "t3_p", body=None, replies="")
REDDIT_ROWS = [
    ("post", "published", "tom", "2015-10-02", None, "It sank."),
    ("comment", "deleted", None, "2015-10-02", 0, "[removed]"),
    ("comment", "published", "tom", "2015-10-02", 1, "It sank.\n\nNo & never."),
]


def listing(*children):
    return {"kind": "Listing", "data": {"after": None, "children": list(children)}}


@pytest.mark.parametrize(
    "export",
    [
        [listing(POST), listing(GONE_WITH_REPLY, MORE)],
        [[listing(POST), listing(GONE_WITH_REPLY)]],
        listing(POST, GONE, REPLY),
        {"json": {"errors": [], "data": {"things": [POST, GONE, REPLY]}}},
        [POST, GONE, REPLY],
        "\n".join(json.dumps(one) for one in (POST, GONE, REPLY)),
    ],
)
def test_reddit_in_all_its_wrappings(export):
    assert told(export) == REDDIT_ROWS


def test_a_reddit_comment_without_a_body_is_answered():
    assert told([listing(POST), listing(NULL)])[1] == ("comment", "published", "tom", "2015-10-02", 0, "")


def test_pushshift_of_all_years():
    rows = [
        {
            "id": "p",
            "subreddit": "pier",
            "author": "tom",
            "title": "A boat",
            "selftext": "",
            "created_utc": "1443778200",
            "url": "https://e.example/boat",
        },
        {
            "id": "a",
            "subreddit": "pier",
            "author": "[deleted]",
            "body": "[deleted]",
            "created_utc": 1443778200,
            "parent_id": "t3_p",
            "link_id": "t3_p",
        },
        {
            "id": "b",
            "subreddit": "pier",
            "author": "bo",
            "body": "Yes.",
            "created_utc": 1443778200,
            "parent_id": "t1_a",
            "link_id": "t3_p",
            "edited": False,
        },
    ]
    wanted = [
        ("post", "published", "tom", "2015-10-02", None, ""),
        ("comment", "deleted", None, "2015-10-02", 0, "[deleted]"),
        ("comment", "published", "bo", "2015-10-02", 1, "Yes."),
    ]
    assert told("\n".join(map(json.dumps, rows)), "RC.jsonl") == wanted
    assert told(rows) == wanted
    assert told({"data": rows}) == wanted


HN_ITEMS = [
    {"id": 1, "type": "story", "by": "tom", "time": 1443778200, "title": "A boat", "kids": [2, 3], "descendants": 3, "score": 3},
    {"id": 2, "type": "comment", "by": "ann", "time": 1443778200, "parent": 1, "text": "It&#x27;s <i>gone</i>.<p>Really.", "kids": [4]},
    {"id": 3, "type": "comment", "deleted": True, "time": 1443778200, "parent": 1},
    {"id": 4, "type": "comment", "by": "bo", "dead": True, "time": 1443778200, "parent": 2, "text": "[flagged]"},
]  # fmt: skip
HN_ROWS = [
    ("post", "published", "tom", "2015-10-02", None, ""),
    ("comment", "published", "ann", "2015-10-02", 0, "It's gone.\n\nReally."),
    ("comment", "deleted", None, "2015-10-02", 0, ""),
    ("comment", "deleted", "bo", "2015-10-02", 1, "[flagged]"),
]


@pytest.mark.parametrize(
    "export",
    [
        HN_ITEMS,
        "\n".join(map(json.dumps, HN_ITEMS)),
        {str(item["id"]): item for item in HN_ITEMS},
        [*HN_ITEMS, None],
    ],
)
def test_hacker_news_items(export):
    assert told(export) == HN_ROWS


def test_hacker_news_of_algolia():
    leaf = {"id": 3, "type": "comment", "author": None, "text": None, "created_at": "2015-10-02T09:30:00.000Z", "created_at_i": 1443778200,
            "parent_id": 2, "story_id": 1, "points": None, "title": None, "url": None, "children": []}  # fmt: skip
    item = {**leaf, "id": 2, "author": "ann", "text": "<p>It is gone.", "parent_id": 1, "children": [leaf]}
    story = {
        **leaf,
        "id": 1,
        "type": "story",
        "author": "tom",
        "title": "A boat",
        "text": None,
        "parent_id": None,
        "children": [item],
        "options": [],
    }
    assert told(story) == [
        ("post", "published", "tom", "2015-10-02", None, ""),
        ("comment", "published", "ann", "2015-10-02", 0, "It is gone."),
        ("comment", "deleted", None, "2015-10-02", 1, ""),
    ]
    hits = [
        {
            "objectID": "1",
            "author": "tom",
            "title": "A boat",
            "url": "https://e.example",
            "story_text": None,
            "created_at_i": 1443778200,
            "_tags": ["story"],
        },
        {
            "objectID": "2",
            "author": "ann",
            "comment_text": "It &gt; is.",
            "parent_id": 1,
            "story_id": 1,
            "created_at": "2015-10-02T09:30:00Z",
            "story_title": "A boat",
        },
    ]
    wanted = [
        ("post", "published", "tom", "2015-10-02", None, ""),
        ("comment", "published", "ann", "2015-10-02", 0, "It > is."),
    ]
    assert told({"hits": hits, "nbHits": 2, "page": 0}) == wanted
    assert told([{"hits": hits[:1], "page": 0}, {"hits": hits[1:], "page": 1}]) == wanted
    assert told(hits) == wanted


def cooked(number, name, answered=None, **fields):
    return {"id": 90 + number, "topic_id": 4, "post_number": number, "username": name, "cooked": f"<p>Words of {name}.</p>",
            "created_at": "2015-10-02T09:30:00.000Z", "updated_at": "2016-01-01T00:00:00Z", "reply_to_post_number": answered, **fields}  # fmt: skip


def test_discourse_topics():
    posts = [cooked(1, "tom"), cooked(2, "ann", 1), cooked(3, "bo", 2, user_deleted=True, cooked="<p>(post deleted by author)</p>"),
             cooked(5, "cy", 4), cooked(6, "system", action_code="closed.enabled", post_type=3, cooked="")]  # fmt: skip
    topic = {
        "id": 4,
        "title": "A boat",
        "post_stream": {"posts": posts, "stream": [91, 92, 93, 94, 95, 96, 97]},
        "posts_count": 7,
    }
    found = told(topic)
    assert found[:4] == [
        ("post", "published", "tom", "2015-10-02", None, "Words of tom."),
        ("comment", "published", "ann", "2015-10-02", 0, "Words of ann."),
        ("comment", "deleted", "bo", "2015-10-02", 1, "(post deleted by author)"),
        ("comment", "published", "cy", "2015-10-02", None, "Words of cy."),
    ]
    assert told({"post_stream": {"posts": posts[:2]}, "id": 4})[1] == found[1]
    first = next(iter(documents_of(held(json.dumps(topic).encode(), "t.json"))))
    assert "2 further" in first.status_reason


def video_comment(own, words, parent=None, **fields):
    snippet = {"videoId": "v", "textDisplay": words, "textOriginal": words, "authorDisplayName": "@ann", "publishedAt": "2015-10-02T09:30:00Z",
               "updatedAt": "2016-01-01T00:00:00Z", **({"parentId": parent} if parent else {}), **fields}  # fmt: skip
    return {"kind": "youtube#comment", "etag": "x", "id": own, "snippet": snippet}


def test_youtube_pages():
    thread = {"kind": "youtube#commentThread", "id": "c1", "snippet": {"videoId": "v", "topLevelComment": video_comment("c1", "It&#39;s <b>gone</b>.<br>Yes."), "totalReplyCount": 2},
              "replies": {"comments": [video_comment("c1.r", "No.", "c1", authorDisplayName="")]}}  # fmt: skip
    page = {"kind": "youtube#commentThreadListResponse", "nextPageToken": "t", "items": [thread]}
    wanted = [
        ("comment", "published", "@ann", "2015-10-02", None, "It's gone.\nYes."),
        ("comment", "published", None, "2015-10-02", 0, "No."),
    ]
    assert told(page) == wanted
    assert told([page, {**page, "items": []}]) == wanted
    assert told("\n".join(json.dumps(one) for one in (page, {**page, "items": []}))) == wanted
    info = {"id": "v", "extractor": "youtube", "title": "A boat", "uploader": "Pier", "upload_date": "20151002", "webpage_url": "https://y.example/v", "description": None,
            "comments": [{"id": "c1", "parent": "root", "text": "Gone.", "author": "@ann", "timestamp": 1443778200, "_time_text": "9 years ago (edited)"},
                         {"id": "c1.r", "parent": "c1", "text": "No.", "author": None, "timestamp": None}]}  # fmt: skip
    rows = [
        ("post", "published", "Pier", "2015-10-02", None, ""),
        ("comment", "published", "@ann", "2015-10-02", None, "Gone."),
        ("comment", "published", None, "", 1, "No."),
    ]
    assert told(info, "v.info.json") == rows
    assert told({**info, "comments": None}, "v.info.json") == rows[:1]


def test_comment_servers():
    isso = {"id": None, "total_replies": 2, "hidden_replies": 0, "replies": [
        {"id": 1, "parent": None, "text": "<p>Gone.</p>", "author": None, "website": None, "mode": 1, "created": 1443778200.5, "modified": None, "likes": 0,
         "replies": [{"id": 2, "parent": 1, "text": "", "author": "Bo", "mode": 4, "created": 1443778200.0, "modified": 1443779000.0}], "total_replies": 1}]}  # fmt: skip
    assert told(isso) == [
        ("comment", "published", None, "2015-10-02", None, "Gone."),
        ("comment", "deleted", "Bo", "2015-10-02", 0, ""),
    ]
    first = {"id": "a", "pid": "", "text": "<p>Gone.</p>", "orig": "Gone.", "user": {"name": "Ann", "id": "x"}, "locator": {"site": "s", "url": "https://e.example/a"},
             "score": 0, "time": "2015-10-02T09:30:00.123Z", "edit": {"time": "2016-01-01T00:00:00Z", "summary": "typo"}}  # fmt: skip
    second = {
        **first,
        "id": "b",
        "pid": "a",
        "text": "",
        "orig": "",
        "user": {"name": "deleted", "id": "deleted"},
        "delete": True,
    }
    wanted = [
        ("comment", "published", "Ann", "2015-10-02", None, "Gone."),
        ("comment", "deleted", None, "2015-10-02", 0, ""),
    ]
    assert told({"comments": [{"comment": first, "replies": [{"comment": second}]}], "info": {}}) == wanted
    assert told([first, second]) == wanted
    assert (
        told('{"version":1,"users":[]}\n' + json.dumps(first) + "\n" + json.dumps(second), "backup.jsonl")
        == wanted
    )
    commento = {"success": True, "comments": [
        {"commentHex": "a", "commenterHex": "x", "markdown": "Gone.", "html": "<p>Gone.</p>", "parentHex": "root", "score": 1, "state": "approved", "creationDate": "2015-10-02T09:30:00Z"},
        {"commentHex": "b", "commenterHex": "anonymous", "markdown": "[deleted]", "html": "[deleted]", "parentHex": "a", "state": "approved", "deleted": True, "creationDate": "2015-10-02T09:30:00Z"}],
        "commenters": {"x": {"name": "Ann", "link": "undefined"}}}  # fmt: skip
    assert told(commento) == [
        ("comment", "published", "Ann", "2015-10-02", None, "Gone."),
        ("comment", "deleted", None, "2015-10-02", 0, "[deleted]"),
    ]


def status(own, above=None, **fields):
    return {"id": own, "in_reply_to_id": above, "account": {"acct": "ann@s.example", "username": "ann", "display_name": ""}, "content": "<p>Gone. <a href='https://e.example/boat'>Here</a></p>",
            "created_at": "2015-10-02T09:30:00.000Z", "edited_at": "2016-01-01T00:00:00Z", "spoiler_text": "", "url": f"https://s.example/@ann/{own}", **fields}  # fmt: skip


def test_mastodon():
    wanted = [
        ("post", "published", "ann@s.example", "2015-10-02", None, "Gone. Here"),
        ("comment", "published", "ann@s.example", "2015-10-02", 0, "Gone. Here"),
    ]
    assert told([status("1"), status("2", "1")]) == wanted
    assert told({"ancestors": [status("1")], "descendants": [status("2", "1")]}) == wanted
    assert told({**status("1"), "context": {"ancestors": [], "descendants": [status("2", "1")]}}) == wanted
    assert told(status("1")) == wanted[:1]
    boosted = {**status("9"), "content": "", "reblog": status("1")}
    assert told([boosted, status("2", "1")]) == wanted
    warned = told([status("1", spoiler_text="About boats")])
    assert warned[0][5] == "About boats\n\nGone. Here"


def skeet(own, words, above=None, **author):
    record = {
        "$type": "app.bsky.feed.post",
        "text": words,
        "createdAt": "2015-10-02T09:30:00.000Z",
        "langs": ["en"],
    }
    if above:
        record["reply"] = {
            "parent": {"uri": f"at://d/app.bsky.feed.post/{above}"},
            "root": {"uri": "at://d/app.bsky.feed.post/1"},
        }
    return {
        "uri": f"at://d/app.bsky.feed.post/{own}",
        "cid": "c",
        "author": {"handle": "ann.example", "displayName": "Ann", **author},
        "record": record,
        "replyCount": 1,
    }


def test_bluesky():
    view = "app.bsky.feed.defs#threadViewPost"
    gone = {
        "$type": "app.bsky.feed.defs#notFoundPost",
        "uri": "at://d/app.bsky.feed.post/7",
        "notFound": True,
    }
    blocked = {
        "$type": "app.bsky.feed.defs#blockedPost",
        "uri": "at://d/app.bsky.feed.post/8",
        "blocked": True,
        "author": {"did": "d"},
    }
    reply = {"$type": view, "post": skeet("2", "No.", "1"), "replies": []}
    wanted = [
        ("post", "published", "ann.example", "2015-10-02", None, "Gone."),
        ("comment", "published", "ann.example", "2015-10-02", 0, "No."),
    ]
    assert (
        told({"thread": {"$type": view, "post": skeet("1", "Gone."), "replies": [gone, reply, blocked]}})
        == wanted
    )
    assert (
        told(
            {
                "feed": [{"post": skeet("1", "Gone.")}, {"post": skeet("2", "No.", "1"), "reply": {}}],
                "cursor": "x",
            }
        )
        == wanted
    )
    assert told({"posts": [skeet("1", "Gone."), skeet("2", "No.", "1")]}) == wanted
    assert told([skeet("1", "Gone."), skeet("2", "No.", "1")]) == wanted
    assert told([{"thread": {"$type": view, "post": skeet("1", "Gone."), "replies": [reply]}}]) == wanted


def test_stack_exchange():
    owner = {"display_name": "Ann &amp; Co", "user_id": 3}
    question = {"question_id": 1, "title": "Where&#39;s the boat?", "body": "<p>It is gone.</p>", "creation_date": 1443778200, "last_edit_date": 1443779000, "owner": owner,
                "comments": [{"comment_id": 8, "post_id": 1, "body": "Is it?", "creation_date": 1443778200, "owner": {"user_type": "does_not_exist", "display_name": "user123"}}],
                "answers": [{"answer_id": 2, "question_id": 1, "body": "<p>At the pier.</p>", "creation_date": 1443778200, "is_accepted": True, "owner": {"user_type": "does_not_exist"}}]}  # fmt: skip
    wanted = [
        ("post", "published", "Ann & Co", "2015-10-02", None, "It is gone."),
        ("comment", "published", "user123", "2015-10-02", 0, "Is it?"),
        ("comment", "published", None, "2015-10-02", 0, "At the pier."),
    ]
    assert told({"items": [question], "has_more": False, "quota_remaining": 9}) == wanted
    assert told([{"items": [question], "has_more": True}, {"items": []}]) == wanted
