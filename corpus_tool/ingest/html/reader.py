"""Reader of web pages: article, metadata, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.decode import Decoded, declared_encoding, decode
from corpus_tool.ingest.drafts import Draft, count_reason, failed, joined
from corpus_tool.ingest.html.body import PageBody, article, plain_page
from corpus_tool.ingest.html.comments import PageComment, announced_count, take_comments
from corpus_tool.ingest.html.forum import Topic, read_topic
from corpus_tool.ingest.html.given import page_given, taken
from corpus_tool.ingest.html.guard import CAREFUL_ELEMENTS, MAX_DEPTH, MAX_ELEMENTS, depth, elements
from corpus_tool.ingest.html.markup import PageIndex
from corpus_tool.ingest.html.site import PageMarks, read_marks, topic_site
from corpus_tool.ingest.html.trim import trimmed_body
from corpus_tool.ingest.source import Source
from corpus_tool.models import Given, GivenField, GivenPlace, Kept

NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_OPENING = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_TAGS = re.compile(
    rb"<(?:div|p|span|a|article|section|table|ul|li|h[1-6]|br|meta|title)[\s>/]", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)

_WORDLESS = (
    "style, svg, iframe, textarea, select, canvas, map, script[src], link[rel=stylesheet], link[rel*=icon], link[rel=dns-prefetch], "
    "link[rel=preconnect]"
)
"""Taken out before the article is looked for: they hold none of it and cost time. Scripts stay: some hold the day."""


def sniff(source: Source) -> bool:
    """Tags that only a page has near its top, or a page's name and any tags."""
    head = source.head
    if source.suffix in {".md", ".markdown"}:
        return False
    if _OPENING.search(head[:5000]):
        return True
    return bool(_TAGS.search(head)) if source.suffix in NAMES else len(_TAGS.findall(head[:5000])) >= 5


def read(source: Source) -> Iterable[Draft]:
    """The page's article and its comments."""
    from selectolax.lexbor import LexborHTMLParser

    many = elements(source.data)
    if depth(source.data, many) > MAX_DEPTH:
        yield failed(
            f"{source.name}: nesting: elements more than {MAX_DEPTH:,} deep (no page is; save it again)"
        )
        return
    decoded = decoded_page(source.data)
    tree = LexborHTMLParser(decoded.text)
    if many > MAX_ELEMENTS:
        yield _article(plain_page(tree), decoded, images=False)
        return
    images = tree.css_first("img") is not None
    index = PageIndex.of(tree)
    marks = read_marks(tree, index)
    topic = read_topic(tree, index, marks, decoded.text)
    if topic is not None:
        yield from _topic(topic, replace(marks, site=topic_site(tree, marks, topic.subject)))
        return
    said = page_given(tree)
    told = announced_count(tree)
    comments = take_comments(tree, index)
    for node in tree.css(_WORDLESS):
        node.decompose()
    large = many > CAREFUL_ELEMENTS and len(tree.css("*")) > CAREFUL_ELEMENTS
    found = plain_page(tree) if large else article(tree)
    if found is None or not found.text.text:
        found = plain_page(tree)
    if found.text.text:
        article_draft = _with_places(
            _article(_marked(found, marks, said), decoded, images=images), marks, said
        )
        yield replace(article_draft, status_reason=joined(decoded.reason, count_reason(told, len(comments))))
    elif not comments:
        yield Draft(
            status="partial",
            status_reason=f"{source.name}: no text on this page (save it after it has loaded)",
        )
    for number, comment in enumerate(comments):
        yield _comment(comment, number)


def _with_places(draft: Draft, marks: PageMarks, said: list[Given]) -> Draft:
    """The article with the places that give its headline, writer, day and publisher."""
    marked: tuple[tuple[GivenField, GivenPlace, str | None], ...] = (
        ("title", "heading", marks.headline),
        ("author", "byline", marks.author),
        ("published", "byline", marks.published),
        ("publisher", marks.site_place or "masthead", marks.site),
    )
    more = [Given(field=field, place=place, value=value) for field, place, value in marked if value]
    values: dict[GivenField, str | None] = {
        "title": draft.title, "author": draft.author, "published": draft.published, "publisher": draft.publisher,
    }  # fmt: skip
    return replace(draft, given=taken(values, [*said, *more]))


def _marked(found: PageBody, marks: PageMarks, said: list[Given]) -> PageBody:
    """What the page's own marks say, and where they are silent what the extractor made out.

    A publisher that the page's data name goes before one made out of a logo or a copyright line.
    """
    exact = marks.site if marks.site_place in {"opengraph", "window title"} else None
    named = next((one.value for one in said if one.field == "publisher"), None)
    return replace(
        found,
        title=found.title or marks.headline,
        author=found.author or marks.author,
        date=found.date or marks.published,
        sitename=exact or named or marks.site or found.sitename,
        url=found.url or marks.url,
    )


def _topic(topic: Topic, marks: PageMarks) -> Iterable[Draft]:
    """A forum's topic: its first post opens the thread, the others stand under it."""
    for number, post in enumerate(topic.posts):
        draft = _comment(post, number)
        if number:
            yield replace(draft, thread="comment 0")
        else:
            yield replace(
                draft, kind="post", thread=None, title=topic.subject, publisher=marks.site, url=marks.url
            )


def decoded_page(data: bytes) -> Decoded:
    """Text of a page: UTF-8 if it is, else by what it declares, else by its bytes."""
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:20_000])
    name = declared[1].decode("ascii").lower() if declared else ""
    known = declared_encoding(name) if name else None
    if known is not None and known != "utf-8":
        shown = known if known == "cp1252" else name
        return Decoded(data.decode(known, "replace"), f"decoded as {shown}")
    return decode(data)


def _article(found: PageBody, decoded: Decoded, *, images: bool) -> Draft:
    found = trimmed_body(found)
    published = to_edtf(found.date)
    return Draft(
        key="article",
        title=found.title,
        author=found.author,
        publisher=found.sitename,
        url=found.url,
        published=published,
        text=found.text.text,
        links=found.text.links,
        block_quotes=found.text.block_quotes,
        kept=Kept(
            links=True,
            block_quotes=True,
            images=images,
            dates=published is not None,
            bylines=found.author is not None,
        ),
        status_reason=decoded.reason,
    )


def _comment(comment: PageComment, number: int) -> Draft:
    return Draft(
        key=f"comment {number}",
        kind="comment",
        state="ping" if comment.ping else "published",
        parent=None if comment.parent is None else f"comment {comment.parent}",
        thread="article",
        author=comment.author,
        published=comment.published,
        text=comment.text.text,
        links=comment.text.links,
        block_quotes=comment.text.block_quotes,
        kept=Kept(
            links=True,
            block_quotes=True,
            dates=comment.published is not None,
            bylines=comment.author is not None,
        ),
    )
