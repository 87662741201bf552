"""Mastodon and its kin: a status, its context (ancestors and descendants), and lists of statuses."""

from __future__ import annotations

import html as entities
from collections.abc import Mapping
from typing import Any

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_markup
from corpus_tool.ingest.threads.fields import CARRIES, is_object, objects, string, with_text


def from_json(value: object) -> list[Draft] | None:
    """Drafts of ``/api/v1/statuses/:id/context``, of a status with one, or of a list; null for anything else."""
    if is_object(value):
        context = value["context"] if is_object(value.get("context")) else value
        before, after = objects(context.get("ancestors")), objects(context.get("descendants"))
        own = value.get("status")
        middle = [own] if is_object(own) else [value] if _is_status(value) else []
        rows = [*before, *middle, *after]
    else:
        rows = objects(value)
    if not rows or not all(map(_is_status, rows)):
        return None
    rows = [
        row["reblog"] if is_object(row.get("reblog")) and _is_status(row["reblog"]) else row for row in rows
    ]
    keys = {str(row["id"]) for row in rows}
    heads = [row for row in rows if str(row.get("in_reply_to_id")) not in keys]
    return [_draft(row, str(heads[0]["id"]) if heads else None) for row in rows]


def from_rows(rows: object) -> list[Draft] | None:
    """Drafts of statuses in JSON Lines; null for anything else."""
    return from_json(rows) if isinstance(rows, list) else None


def _is_status(row: Mapping[str, Any]) -> bool:
    return {"id", "account", "content", "created_at"} <= row.keys() and is_object(row["account"])


def _draft(row: Mapping[str, Any], head: str | None) -> Draft:
    account = row["account"]
    above = string(row, "in_reply_to_id")
    draft = Draft(
        key=str(row["id"]),
        kind="post" if above is None else "comment",
        parent=above,
        thread=None if above is None else head,
        author=string(account, "acct", "username", "display_name"),
        publisher="Mastodon",
        url=string(row, "url", "uri"),
        published=to_edtf(row.get("created_at")),
        kept=CARRIES,
    )
    warning = string(row, "spoiler_text")
    over = f"<p>{entities.escape(warning)}</p>" if warning else ""
    return with_text(draft, from_markup(over + (string(row, "content") or "")))
