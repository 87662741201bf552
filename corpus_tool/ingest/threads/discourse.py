"""Discourse: a topic, or the latest posts, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_markup
from corpus_tool.ingest.threads.fields import CARRIES, is_object, objects, string, with_text


def from_json(value: object) -> list[Draft] | None:
    """Drafts of a topic or of ``posts.json``; null for anything else."""
    if not is_object(value):
        return None
    stream = value.get("post_stream")
    posts = objects(stream.get("posts")) if is_object(stream) else objects(value.get("latest_posts"))
    if not posts or not all("cooked" in post for post in posts):
        return None
    title = string(value, "title")
    drafts = [_draft(post, title) for post in posts]
    named = stream.get("stream") if is_object(stream) else None
    missing = len(named) - len(posts) if isinstance(named, list) else 0
    if missing > 0:
        drafts[0] = replace(
            drafts[0], status_reason=f"{missing} further posts are named in this file but not held by it"
        )
    return drafts


def _draft(post: Mapping[str, Any], title: str | None) -> Draft:
    topic = string(post, "topic_id") or "topic"
    number = post.get("post_number")
    first = number == 1
    answered = post.get("reply_to_post_number")
    gone = post.get("deleted_at") or post.get("user_deleted") or post.get("hidden")
    draft = Draft(
        key=f"{topic}/{number}",
        kind="post" if first else "comment",
        state="deleted" if gone else "published",
        parent=f"{topic}/{answered}" if answered else None,
        thread=None if first else f"{topic}/1",
        author=string(post, "username", "name", "display_username"),
        title=(string(post, "topic_title") or title) if first else None,
        published=to_edtf(post.get("created_at")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(string(post, "cooked", "raw") or ""))
