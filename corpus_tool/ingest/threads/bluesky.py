"""Bluesky: ``getPostThread``, feeds of posts, and search results of the AT Protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.textbuild import RichText
from corpus_tool.ingest.threads.fields import CARRIES, is_object, objects, string, with_text
from corpus_tool.models import Link

_LINK = "app.bsky.richtext.facet#link"


def from_json(value: object) -> list[Draft] | None:
    """Drafts of a thread with its answers, or of a list of posts; null for anything else."""
    if isinstance(value, list):
        value = {"posts": value}
    if not is_object(value):
        return None
    thread = value.get("thread")
    if is_object(thread):
        posts = list(_posts(thread))
    else:
        posts = [
            item["post"] if is_object(item.get("post")) else item
            for item in objects(value.get("posts")) or objects(value.get("feed"))
        ]
    if not posts or not all(map(_is_post, posts)):
        return None
    return [_draft(post) for post in posts]


def _posts(thread: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Posts above the one asked for, itself, and its answers, in that order, however deep."""
    before: list[Mapping[str, Any]] = []
    here = thread.get("parent")
    while is_object(here) and len(before) < 10_000:
        before.append(here)
        here = here.get("parent")
    for node in reversed(before):
        if is_object(node.get("post")):
            yield node["post"]
    stack = [thread]
    while stack:
        node = stack.pop()
        if is_object(node.get("post")):
            yield node["post"]
        stack.extend(reversed(objects(node.get("replies"))))


def _is_post(post: Mapping[str, Any]) -> bool:
    return str(post.get("uri", "")).startswith("at://") and is_object(post.get("record"))


def _draft(post: Mapping[str, Any]) -> Draft:
    record, author = post["record"], post.get("author")
    reply = record.get("reply")
    parent, root = (_uri(reply.get("parent")), _uri(reply.get("root"))) if is_object(reply) else (None, None)
    handle = string(author, "handle", "displayName") if is_object(author) else None
    draft = Draft(
        key=str(post["uri"]),
        kind="post" if parent is None else "comment",
        parent=parent,
        thread=root or parent,
        author=handle,
        publisher="Bluesky",
        url=f"https://bsky.app/profile/{handle}/post/{str(post['uri']).rpartition('/')[2]}"
        if handle
        else None,
        published=to_edtf(record.get("createdAt")),
        kept=CARRIES,
    )
    return with_text(draft, _text(record))


def _uri(pointer: object) -> str | None:
    return string(pointer, "uri") if is_object(pointer) else None


def _text(record: Mapping[str, Any]) -> RichText:
    """The text with its links, whose places the protocol counts in bytes of UTF-8."""
    text = string(record, "text") or ""
    data = text.encode("utf-8", "surrogatepass")
    links = []
    for facet in objects(record.get("facets")):
        index = facet.get("index")
        start, end = (index.get("byteStart"), index.get("byteEnd")) if is_object(index) else (None, None)
        href = next(
            (string(one, "uri") for one in objects(facet.get("features")) if one.get("$type") == _LINK), None
        )
        if href and isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(data):
            first = len(data[:start].decode("utf-8", "replace"))
            links.append(
                Link(start=first, end=first + len(data[start:end].decode("utf-8", "replace")), href=href)
            )
    return RichText(text, tuple(link for link in links if link.end <= len(text)))
