"""Stack Exchange: questions, answers and comments of the API, and ``Posts.xml`` and ``Comments.xml`` of the dump."""

from __future__ import annotations

import html as entities
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from corpus_tool.ingest.dates import from_epoch, to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_markup
from corpus_tool.ingest.threads.fields import CARRIES, is_object, objects, string, with_text


def from_json(value: object) -> list[Draft] | None:
    """Drafts of a page of the API (``items``), answers and comments nested or not; null for anything else."""
    items = objects(value.get("items")) if is_object(value) else []
    known = ("question_id", "answer_id", "comment_id")
    if not items or not all(any(name in item for name in known) and "body" in item for item in items):
        return None
    return [draft for item in items for draft in _item(item)]


def _item(item: Mapping[str, Any]) -> Iterator[Draft]:
    if "comment_id" in item:
        yield _draft(item, f"comment {item['comment_id']}", f"post {item.get('post_id')}")
        return
    if "answer_id" in item:
        yield _draft(item, f"post {item['answer_id']}", f"post {item.get('question_id')}")
    else:
        yield _draft(item, f"post {item['question_id']}", None)
    for inner in (*objects(item.get("comments")), *objects(item.get("answers"))):
        yield from _item(inner)


def _draft(item: Mapping[str, Any], key: str, above: str | None) -> Draft:
    owner = item.get("owner")
    question = item.get("question_id")
    draft = Draft(
        key=key,
        kind="post" if above is None else "comment",
        parent=above,
        thread=None if above is None else f"post {question}" if question else above,
        author=entities.unescape(string(owner, "display_name") or "") or None if is_object(owner) else None,
        publisher="Stack Exchange",
        title=entities.unescape(string(item, "title") or "") or None if above is None else None,
        url=string(item, "link"),
        published=from_epoch(item.get("creation_date")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(string(item, "body") or ""))


def from_root(root: Element) -> list[Draft] | None:
    """Drafts of ``Posts.xml`` or ``Comments.xml``; null for any other XML. The dump names writers by number only."""
    if root.tag not in {"posts", "comments"}:
        return None
    rows = [row for row in root if row.tag == "row" and row.get("Id")]
    if not rows or not all("CreationDate" in row.attrib for row in rows):
        return None
    make = _post if root.tag == "posts" else _comment
    return [make(row) for row in rows if root.tag == "comments" or row.get("PostTypeId") in {"1", "2"}]


def _post(row: Element) -> Draft:
    above = row.get("ParentId")
    draft = Draft(
        key=f"post {row.get('Id')}",
        kind="post" if above is None else "comment",
        parent=f"post {above}" if above else None,
        thread=f"post {above}" if above else None,
        author=row.get("OwnerDisplayName"),
        publisher="Stack Exchange",
        title=row.get("Title"),
        published=to_edtf(row.get("CreationDate")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(row.get("Body") or ""))


def _comment(row: Element) -> Draft:
    above = f"post {row.get('PostId')}"
    draft = Draft(
        key=f"comment {row.get('Id')}",
        kind="comment",
        parent=above,
        thread=above,
        author=row.get("UserDisplayName"),
        publisher="Stack Exchange",
        published=to_edtf(row.get("CreationDate")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(row.get("Text") or ""))
