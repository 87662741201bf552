"""Reddit: listings as JSON (a thread saved with ``.json``), and Pushshift rows."""

from __future__ import annotations

import html as entities
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus_tool.ingest.dates import from_epoch
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.markdown import rich_text
from corpus_tool.ingest.threads.fields import CARRIES, GONE, is_object, objects, string, with_text

_KINDS = frozenset(("Listing", "t1", "t3", "more"))
_SITE = "https://www.reddit.com"


def from_json(value: object) -> list[Draft] | None:
    """Drafts of a listing or a page of two listings; null for anything else."""
    if is_object(value) and isinstance(value.get("data"), list):
        return from_rows(value["data"])
    inner = value.get("json") if is_object(value) else None
    more = inner.get("data") if is_object(inner) else None
    things = objects(more.get("things")) if is_object(more) else _listed(value)
    if things and all(thing.get("kind") in _KINDS and is_object(thing.get("data")) for thing in things):
        return _with_missing(list(_things(things)))
    return from_rows(value) if isinstance(value, list) else None


def _listed(value: object) -> list[Mapping[str, Any]]:
    """Listings and things of a value: one, a list, or lists of them, as pages are collected."""
    if is_object(value):
        return [value]
    if not isinstance(value, list):
        return []
    return [thing for one in value for thing in (objects(one) if isinstance(one, list) else objects([one]))]


def from_rows(rows: Sequence[object]) -> list[Draft] | None:
    """Drafts of Pushshift rows (comments with ``body``, submissions with ``selftext``); null for anything else."""
    found = objects(rows)
    if found and all(row.get("kind") in _KINDS and is_object(row.get("data")) for row in found):
        return _with_missing(list(_things(found)))
    if not found or not all(_is_row(row) for row in found):
        return None
    return [_draft(row) for row in found]


def _is_row(row: Mapping[str, Any]) -> bool:
    placed = any(name in row for name in ("subreddit", "subreddit_id", "link_id", "permalink"))
    written = "body" in row or "selftext" in row or ("title" in row and "created_utc" in row)
    return "id" in row and written and placed


def _things(listings: Sequence[Mapping[str, Any]]) -> Iterator[Draft]:
    """Posts and comments in page order, however deep."""
    stack: list[Mapping[str, Any]] = list(reversed(listings))
    while stack:
        thing = stack.pop()
        data = thing.get("data")
        if not is_object(data):
            continue
        kind = thing.get("kind")
        if kind == "Listing":
            stack.extend(reversed(objects(data.get("children"))))
        elif kind in {"t1", "t3"}:
            yield _draft(data, str(kind))
            if is_object(data.get("replies")):
                stack.append(data["replies"])
        elif kind == "more" and isinstance(data.get("count"), int):
            yield Draft(key="more", status_reason=str(data["count"]))


def _with_missing(drafts: list[Draft]) -> list[Draft]:
    """Says on the post how many comments the listing left out."""
    from dataclasses import replace

    missing = sum(int(draft.status_reason or 0) for draft in drafts if draft.key == "more")
    kept = [draft for draft in drafts if draft.key != "more"]
    if missing and kept:
        kept[0] = replace(
            kept[0], status_reason=f"{missing} further comments are named in this file but not held by it"
        )
    return kept


def _draft(row: Mapping[str, Any], kind: str | None = None) -> Draft:
    prefix = kind or ("t1" if "body" in row else "t3")
    name = string(row, "name") or f"{prefix}_{row.get('id')}"
    author = string(row, "author")
    written = string(row, "body") or string(row, "selftext") or ""
    place = string(row, "permalink")
    draft = Draft(
        key=name,
        id=name,
        kind="comment" if prefix == "t1" else "post",
        state="deleted" if written.strip().casefold() in GONE else "published",
        parent=_full_name(row, "parent_id"),
        thread=_full_name(row, "link_id"),
        author=None if author in GONE else author,
        publisher=_subreddit(row),
        title=entities.unescape(string(row, "title") or "") or None,
        url=f"{_SITE}{place}" if place and place.startswith("/") else place or string(row, "url"),
        published=from_epoch(row.get("created_utc")),
        kept=CARRIES,
    )
    return with_text(draft, rich_text(entities.unescape(written)))


def _full_name(row: Mapping[str, Any], field: str) -> str | None:
    """An id with its kind in front; early dumps leave it out, and some write base 36 as a number."""
    name = row.get(field)
    if isinstance(name, int) and not isinstance(name, bool):
        plain = _base36(name)
        is_post = field == "link_id" or str(row.get("link_id")).endswith(f"_{plain}")
        name = f"t3_{plain}" if is_post else f"t1_{plain}"
    if not isinstance(name, str) or not name:
        return None
    return name if name[:1] == "t" and name[2:3] == "_" else f"t3_{name}"


def _base36(number: int) -> str:
    digits = ""
    while number > 0:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"


def _subreddit(row: Mapping[str, Any]) -> str | None:
    name = string(row, "subreddit")
    return f"r/{name}" if name else None
