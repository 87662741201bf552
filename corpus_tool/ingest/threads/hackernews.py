"""Hacker News: items of the Firebase API and of Algolia's, and Algolia search hits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus_tool.ingest.dates import from_epoch, to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_markup
from corpus_tool.ingest.threads.fields import CARRIES, is_object, objects, string, with_text

_TYPES = frozenset({"story", "comment", "poll", "job", "pollopt"})


def from_json(value: object) -> list[Draft] | None:
    """Drafts of one item with its children, a list of items, or a page of hits; null for anything else."""
    if is_object(value) and isinstance(value.get("hits"), list):
        hits = objects(value["hits"])
        return [_hit(hit) for hit in hits] if hits and all("objectID" in hit for hit in hits) else None
    if is_object(value) and value and all(name.isdigit() for name in value):
        value = list(value.values())
    items = objects(value) if isinstance(value, list) else [value] if is_object(value) else []
    if items and all("objectID" in item and "author" in item for item in items):
        return [_hit(hit) for hit in items]
    return list(_items(items)) if items and all(_is_item(item) for item in items) else None


def from_rows(rows: Sequence[object]) -> list[Draft] | None:
    """Drafts of items in JSON Lines; null for anything else."""
    return from_json(list(rows))


def _is_item(item: Mapping[str, Any]) -> bool:
    return (
        item.get("type") in _TYPES
        and "id" in item
        and ("by" in item or "author" in item or "deleted" in item)
    )


def _items(items: Sequence[Mapping[str, Any]]) -> Iterator[Draft]:
    stack = list(reversed(items))
    story: str | None = None
    while stack:
        item = stack.pop()
        draft = _draft(item, story)
        story = draft.key if draft.kind == "post" else story
        yield draft
        stack.extend(reversed(objects(item.get("children"))))


def _draft(item: Mapping[str, Any], story: str | None) -> Draft:
    own = string(item, "id")
    is_comment = item.get("type") == "comment"
    nobody = string(item, "by", "author") is None and string(item, "text") is None
    draft = Draft(
        key=own,
        kind="comment" if is_comment else "post",
        state="deleted"
        if item.get("deleted") or item.get("dead") or (is_comment and nobody)
        else "published",
        parent=string(item, "parent", "parent_id"),
        thread=(string(item, "story_id") or story or string(item, "parent", "parent_id"))
        if is_comment
        else None,
        author=string(item, "by", "author"),
        publisher="Hacker News",
        title=string(item, "title"),
        url=string(item, "url") or f"https://news.ycombinator.com/item?id={own}",
        published=from_epoch(item.get("time") or item.get("created_at_i")) or to_edtf(item.get("created_at")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(string(item, "text") or ""))


def _hit(hit: Mapping[str, Any]) -> Draft:
    own = string(hit, "objectID")
    text = string(hit, "comment_text")
    draft = Draft(
        key=own,
        kind="post" if text is None else "comment",
        parent=string(hit, "parent_id"),
        thread=None if text is None else string(hit, "story_id"),
        author=string(hit, "author"),
        publisher="Hacker News",
        title=string(hit, "title"),
        url=string(hit, "url") or f"https://news.ycombinator.com/item?id={own}",
        published=from_epoch(hit.get("created_at_i")) or to_edtf(hit.get("created_at")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(text or string(hit, "story_text") or ""))
