"""WordPress: the WXR export. Posts and pages, with their comments, pings and what awaits approval."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_loose_markup
from corpus_tool.ingest.threads.fields import CARRIES, with_text
from corpus_tool.models import DocumentState

_TEXTS = frozenset({"post", "page", None, ""})
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def from_root(root: Element) -> list[Draft] | None:
    """Drafts of the export; null for any other XML."""
    if root.tag != "rss" or not any("wordpress.org/export/" in str(node.tag) for node in root.iter()):
        return None
    site = root.findtext("channel/title")
    return [draft for number, item in enumerate(root.iter("item")) for draft in _item(item, number, site)]


def _item(item: Element, number: int, site: str | None) -> Iterator[Draft]:
    key = f"item {number}"
    said = _Wp(item)
    content = item.findtext(_CONTENT) or ""
    published = to_edtf(item.findtext("pubDate")) or said.date("post_date_gmt") or said.date("post_date")
    if content.strip() and said.text("post_type") in _TEXTS:
        draft = Draft(
            key=key,
            state=_post_state(said.text("status")),
            author=(item.findtext(_CREATOR) or "").strip() or None,
            publisher=site,
            title=(item.findtext("title") or "").strip() or None,
            url=(item.findtext("link") or "").strip() or None,
            published=published,
            kept=CARRIES,
        )
        yield with_text(draft, from_loose_markup(content))
    for comment in said.all("comment"):
        yield _comment(comment, key, (item.findtext("link") or "").strip() or None)


def _comment(node: Element, page: str, link: str | None) -> Draft:
    said = _Wp(node)
    answered = said.text("comment_parent")
    gmt = said.date("comment_date_gmt")
    draft = Draft(
        key=f"{page} comment {said.text('comment_id')}",
        kind="comment",
        state=_comment_state(said.text("comment_approved"), said.text("comment_type")),
        parent=None if answered in {None, "0"} else f"{page} comment {answered}",
        thread=page,
        author=said.text("comment_author"),
        url=link,
        published=gmt or said.date("comment_date"),
        kept=CARRIES,
    )
    return with_text(draft, from_loose_markup(said.text("comment_content") or ""))


def _comment_state(approved: str | None, kind: str | None) -> DocumentState:
    if approved in {"trash", "post-trashed"}:
        return "deleted"
    if kind in {"pingback", "trackback"}:
        return "ping"
    return "published" if approved in {"1", None, "approve", "approved"} else "unapproved"


def _post_state(status: str | None) -> DocumentState:
    if status == "trash":
        return "deleted"
    return "published" if status in {"publish", "inherit", None} else "unapproved"


class _Wp:
    """Children in the export's own name space, whatever its version."""

    def __init__(self, node: Element) -> None:
        self._node = node

    def all(self, name: str) -> Iterator[Element]:
        for child in self._node:
            if (
                isinstance(child.tag, str)
                and "wordpress.org/export/" in child.tag
                and child.tag.endswith(f"}}{name}")
            ):
                yield child

    def text(self, name: str) -> str | None:
        child = next(self.all(name), None)
        return (child.text or "").strip() or None if child is not None else None

    def date(self, name: str) -> str | None:
        written = to_edtf(self.text(name))
        return f"{written}Z" if written and name.endswith("_gmt") and "T" in written else written
