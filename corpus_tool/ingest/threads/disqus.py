"""Disqus: the XML export. It holds comments and the addresses of the pages, not the pages."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_markup
from corpus_tool.ingest.threads.fields import CARRIES, with_text
from corpus_tool.models import DocumentState

_NS = "{http://disqus.com}"
_ID = "{http://disqus.com/disqus-internals}id"


def from_root(root: Element) -> list[Draft] | None:
    """Drafts of the export's comments; null for any other XML."""
    if root.tag not in {f"{_NS}disqus", "disqus"}:
        return None
    pages = {thread.get(_ID): _said(thread, "link") for thread in _children(root, "thread")}
    return list(_posts(root, pages))


def _posts(root: Element, pages: dict[str | None, str | None]) -> Iterator[Draft]:
    for post in _children(root, "post"):
        author = next(_children(post, "author"), None)
        thread = _pointer(post, "thread")
        draft = Draft(
            key=f"post {post.get(_ID)}",
            kind="comment",
            state=_state(post),
            parent=f"post {_pointer(post, 'parent')}",
            thread=f"thread {thread}",
            author=None if author is None else _said(author, "name") or _said(author, "username"),
            url=pages.get(thread),
            published=to_edtf(_said(post, "createdAt")),
            kept=CARRIES,
        )
        yield with_text(draft, from_markup(_said(post, "message") or ""))


def _state(post: Element) -> DocumentState:
    if _said(post, "isDeleted") == "true":
        return "deleted"
    return (
        "unapproved"
        if _said(post, "isSpam") == "true" or _said(post, "isApproved") == "false"
        else "published"
    )


def _children(node: Element, name: str) -> Iterator[Element]:
    yield from node.iterfind(f"{_NS}{name}")


def _said(node: Element, name: str) -> str | None:
    child = next(_children(node, name), None)
    return (child.text or "").strip() or None if child is not None else None


def _pointer(node: Element, name: str) -> str | None:
    child = next(_children(node, name), None)
    return child.get(_ID) if child is not None else None
