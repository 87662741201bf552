"""JSON of no known service that still shows its form: a text with a list of comments, which may nest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpus_tool.ingest.dates import from_epoch, to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_markup
from corpus_tool.ingest.threads.fields import CARRIES, is_object, objects, string, with_text

_TEXT = ("text", "body", "content", "message", "comment", "html", "content_html")
_AUTHOR = ("author", "user", "username", "name", "by", "author_name", "display_name")
_DATE = ("published", "created_at", "createdAt", "date", "time", "timestamp", "created", "created_utc")
_CHILDREN = ("comments", "replies", "children", "responses", "descendants")


def from_json(value: object) -> list[Draft] | None:
    """Drafts of an object with a text and comments, or of a list of comments; null for anything else."""
    if is_object(value):
        inner = next(
            (value[name] for name in ("article", "post", "story") if is_object(value.get(name))), None
        )
        top = {**value, **inner} if inner is not None else value
        if not any(objects(top.get(name)) for name in _CHILDREN):
            return None
        return list(_walk(top))
    return None


def _walk(top: Mapping[str, Any]) -> Iterator[Draft]:
    head = string(top, *_TEXT) is not None or string(top, "title") is not None
    if head:
        yield _draft(top, "top", None)
    stack: list[tuple[Mapping[str, Any], str | None]] = [(child, None) for child in reversed(_children(top))]
    number = 0
    while stack:
        node, above = stack.pop()
        own = string(node, "id", "_id", "uri") or f"comment {number}"
        number += 1
        yield _draft(node, own, string(node, "parent_id", "parent", "in_reply_to_id", "inReplyTo") or above)
        stack.extend((child, own) for child in reversed(_children(node)))


def _children(node: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return next((found for name in _CHILDREN if (found := objects(node.get(name)))), [])


def _draft(node: Mapping[str, Any], key: str, above: str | None) -> Draft:
    author = next((node[name] for name in _AUTHOR if node.get(name)), None)
    date = next((node[name] for name in _DATE if node.get(name)), None)
    is_top = key == "top"
    draft = Draft(
        key=key,
        kind="article" if is_top else "comment",
        parent=above,
        thread=None if is_top else "top",
        author=string(author, *_AUTHOR) if is_object(author) else author if isinstance(author, str) else None,
        publisher=string(node, "publisher", "site", "site_name"),
        title=string(node, "title", "headline") if is_top else None,
        url=string(node, "url", "link"),
        published=to_edtf(date) or from_epoch(date),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(string(node, *_TEXT) or ""))
