"""Comment servers that people run themselves: Isso, remark42 and Commento, as their APIs and exports give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpus_tool.ingest.dates import from_epoch, to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_markup
from corpus_tool.ingest.markdown import rich_text
from corpus_tool.ingest.threads.fields import CARRIES, is_object, objects, string, with_text
from corpus_tool.models import DocumentState


def from_json(value: object) -> list[Draft] | None:
    """Drafts of a page's comments from one of the three; null for anything else."""
    return next((found for known in (_isso, _remark, _commento) if (found := known(value))), None)


def from_rows(rows: object) -> list[Draft] | None:
    """Drafts of a remark42 back-up in JSON Lines, its first row about itself left out; null for anything else."""
    listed = objects(rows)
    return _remark([row for row in listed if "version" not in row or "text" in row])


def _isso(value: object) -> list[Draft] | None:
    """``GET /?uri=…``: ``replies`` with ``text`` as markup, ``mode`` and nested ``replies``."""
    tops = objects(value.get("replies")) if is_object(value) else objects(value)
    if not tops or not all({"mode", "text", "created"} <= row.keys() for row in tops):
        return None
    rows = _flat(tops, "replies")
    return [
        with_text(
            Draft(
                key=f"isso {row.get('id')}",
                kind="comment",
                state=_isso_state(row.get("mode")),
                parent=f"isso {row['parent']}" if row.get("parent") is not None else None,
                thread="thread",
                author=string(row, "author"),
                published=from_epoch(row.get("created")),
                kept=CARRIES,
            ),
            from_markup(string(row, "text") or ""),
        )
        for row in rows
    ]


def _isso_state(mode: object) -> DocumentState:
    return "deleted" if mode == 4 else "unapproved" if mode == 2 else "published"


def _remark(value: object) -> list[Draft] | None:
    """``/api/v1/find`` as tree or list, and the rows of a back-up: ``text`` as markup, ``orig`` as written."""
    tops = objects(value.get("comments")) if is_object(value) else objects(value)
    rows = [inner if is_object(inner := row.get("comment")) else row for row in _flat(tops, "replies")]
    if not rows or not all("pid" in row and "locator" in row for row in rows):
        return None
    return [_remark_draft(row) for row in rows]


def _remark_draft(row: Mapping[str, Any]) -> Draft:
    user, locator = row.get("user"), row.get("locator")
    above = string(row, "pid")
    draft = Draft(
        key=f"remark {row.get('id')}",
        kind="comment",
        state="deleted" if row.get("delete") else "published",
        parent=f"remark {above}" if above else None,
        thread="thread",
        author=string(user, "name") if is_object(user) and user.get("id") != "deleted" else None,
        url=string(locator, "url") if is_object(locator) else None,
        published=to_edtf(row.get("time")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(string(row, "text", "orig") or ""))


def _commento(value: object) -> list[Draft] | None:
    """``/api/comment/list`` and the export: comments by ``commentHex``, their writers beside them."""
    if not is_object(value):
        return None
    rows = objects(value.get("comments"))
    if not rows or not all("commentHex" in row for row in rows):
        return None
    writers = value.get("commenters")
    listed = writers.items() if is_object(writers) else ((None, one) for one in objects(writers))
    names = {string(one, "commenterHex") or own: string(one, "name") for own, one in listed if is_object(one)}
    return [_commento_draft(row, names) for row in rows]


def _commento_draft(row: Mapping[str, Any], names: Mapping[str | None, str | None]) -> Draft:
    above, page = string(row, "parentHex"), string(row, "path", "url")
    markup = string(row, "html")
    state: DocumentState = "published"
    if row.get("deleted"):
        state = "deleted"
    elif row.get("state") in {"unapproved", "flagged"}:
        state = "unapproved"
    draft = Draft(
        key=f"commento {row.get('commentHex')}",
        kind="comment",
        state=state,
        parent=f"commento {above}" if above and above != "root" else None,
        thread=f"page {page}" if page else "thread",
        author=names.get(string(row, "commenterHex")),
        url=page if page and page.startswith("http") else None,
        published=to_edtf(row.get("creationDate")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(markup) if markup else rich_text(string(row, "markdown") or ""))


def _flat(tops: list[Mapping[str, Any]], name: str) -> Iterator[Mapping[str, Any]]:
    """Rows and those nested in them, in page order, however deep."""
    stack = list(reversed(tops))
    while stack:
        row = stack.pop()
        yield row
        stack.extend(reversed(objects(row.get(name))))
