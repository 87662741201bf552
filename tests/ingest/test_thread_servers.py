"""Threads of Isso, remark42, Commento, Mastodon, Bluesky, Stack Exchange and old Reddit dumps; inputs are made here."""

import json

import pytest

from corpus_tool.ingest.held import held
from corpus_tool.ingest.reading import documents_of

WHEN = 1443778200  # 2015-10-02T09:30:00Z
DAY = "2015-10-02T09:30:00Z"

ISSO = {
    "total_replies": 2,
    "id": None,
    "replies": [
        {"id": 1, "parent": None, "mode": 1, "author": "Ann", "created": WHEN + 0.5, "text": "<p>One</p>", "replies": [
            {"id": 2, "parent": 1, "mode": 2, "author": "Bo", "created": WHEN, "text": "<p>Two</p>"}]},
    ],
}  # fmt: skip
WHERE = {"site": "s", "url": "https://echo.example/boat"}
REMARK = {
    "comments": [
        {"comment": {"id": "a", "pid": "", "text": "<p>One</p>", "user": {"name": "Ann"}, "locator": WHERE, "time": DAY}, "replies": [
            {"comment": {"id": "b", "pid": "a", "text": "<p>Two</p>", "user": {"name": "Bo"}, "locator": WHERE, "time": DAY}}]},
    ]
}  # fmt: skip
COMMENTO = {
    "commenters": {"x": {"commenterHex": "x", "name": "Ann"}, "y": {"commenterHex": "y", "name": "Bo"}},
    "comments": [
        {"commentHex": "a", "parentHex": "root", "commenterHex": "x", "html": "<p>One</p>", "creationDate": DAY, "path": "/boat"},
        {"commentHex": "b", "parentHex": "a", "commenterHex": "y", "markdown": "Two", "creationDate": DAY, "path": "/boat"},
    ],
}  # fmt: skip


def status(own, above, who, text):
    return {
        "id": own, "in_reply_to_id": above, "created_at": "2015-10-02T09:30:00.000Z", "url": f"https://m.example/@{who}/{own}",
        "account": {"acct": who, "display_name": who.title()}, "content": f"<p>{text}</p>",
    }  # fmt: skip


MASTODON = {
    "status": status("1", None, "Ann", "One"),
    "context": {"ancestors": [], "descendants": [status("2", "1", "Bo", "Two")]},
}


def post(own, who, text, above=None):
    record = {"text": text, "createdAt": "2015-10-02T09:30:00.000Z"}
    if above:
        record["reply"] = {"parent": {"uri": f"at://{above}"}, "root": {"uri": f"at://{above}"}}
    return {"uri": f"at://{own}", "author": {"handle": who}, "record": record}


BLUESKY = {
    "thread": {"post": post("x/1", "Ann", "One"), "replies": [{"post": post("x/2", "Bo", "Two", "x/1")}]}
}
QUESTIONS = {
    "items": [
        {"question_id": 1, "title": "Boats &amp; tides", "body": "<p>One</p>", "owner": {"display_name": "Ann"}, "creation_date": WHEN,
         "answers": [{"answer_id": 2, "question_id": 1, "body": "<p>Two</p>", "owner": {"display_name": "Bo"}, "creation_date": WHEN}]},
    ]
}  # fmt: skip
PUSHSHIFT = "\n".join(
    json.dumps(row)
    for row in (
        {"id": "p1", "title": "Boats", "selftext": "One", "author": "Ann", "created_utc": WHEN, "subreddit": "s"},
        {"id": "c2", "link_id": "t3_p1", "parent_id": int("p1", 36), "body": "Two", "author": "Bo", "created_utc": WHEN, "subreddit_id": "t5_x"},
    )
)  # fmt: skip
DUMP = (
    '<?xml version="1.0" encoding="utf-8"?><posts>'
    '<row Id="1" PostTypeId="1" CreationDate="2015-10-02T09:30:00.000" Title="Boats" Body="&lt;p&gt;One&lt;/p&gt;" OwnerDisplayName="Ann"/>'
    '<row Id="2" PostTypeId="2" ParentId="1" CreationDate="2015-10-02T09:30:00.000" Body="&lt;p&gt;Two&lt;/p&gt;" OwnerDisplayName="Bo"/></posts>'
)


def documents(content, name="thread.json"):
    written = content if isinstance(content, str) else json.dumps(content)
    return list(documents_of(held(written.encode(), name)))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (ISSO, "a.json"),
        (REMARK, "a.json"),
        (COMMENTO, "a.json"),
        (MASTODON, "a.json"),
        (BLUESKY, "a.json"),
        (QUESTIONS, "a.json"),
        (PUSHSHIFT, "a.jsonl"),
        (DUMP, "Posts.xml"),
    ],
)
def test_writer_time_and_parent(content, name):
    first, second = documents(content, name)
    assert [(d.text, d.author, (d.published or "")[:19]) for d in (first, second)] == [
        ("One", "Ann", DAY[:19]),
        ("Two", "Bo", DAY[:19]),
    ]
    assert (second.kind, second.parent_id, first.parent_id) == ("comment", first.id, None)
    assert second.thread_id == (first.id if first.kind == "post" else first.thread_id)


def test_states():
    assert [d.state for d in documents(ISSO)] == ["published", "unapproved"]
    gone = {**COMMENTO, "comments": [{**COMMENTO["comments"][0], "deleted": True}]}
    assert [d.state for d in documents(gone)] == ["deleted"]


def test_links_of_bluesky_are_counted_in_bytes():
    facet = {"index": {"byteStart": 7, "byteEnd": 11}, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://e.example"}]}  # fmt: skip
    told = post("x/1", "Ann", "für die Uhr")
    told["record"]["facets"] = [
        {**facet, "index": {"byteStart": 5, "byteEnd": 8}},
        {**facet, "index": {"byteStart": 90, "byteEnd": 99}},
    ]
    (found,) = documents({"thread": {"post": told}})
    assert [found.text[k.start : k.end] for k in found.links] == ["die"]


def test_comments_of_a_dump_hang_on_posts_that_the_file_lacks():
    rows = (
        '<comments><row Id="9" PostId="1" Text="Really?" CreationDate="2015-10-02T09:30:00.000"/></comments>'
    )
    (found,) = documents(f'<?xml version="1.0"?>{rows}', "Comments.xml")
    assert (found.kind, found.text, found.parent_id, found.author) == ("comment", "Really?", None, None)
    assert found.thread_id
