"""The article of a page: trafilatura finds it, we write it down with spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus_tool.ingest.textbuild import RichText, TextBuilder

if TYPE_CHECKING:
    from lxml.etree import _Element


_DATES = {"extensive_search": False, "original_date": True}
"""A year somewhere in the text, or in a copyright line, is not the day an article appeared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBody:
    """Article text and what the page says of itself."""

    text: RichText
    title: str | None = None
    author: str | None = None
    date: str | None = None
    sitename: str | None = None
    url: str | None = None


def article(markup: str, url: str | None = None) -> PageBody | None:
    """Article and metadata of a page without its comments; null where none is found.

    Args:
        markup: HTML.
        url: Where it was, if known.
    """
    import trafilatura

    found = trafilatura.bare_extraction(
        markup,
        url=url,
        include_comments=False,
        include_links=True,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if found is None or isinstance(found, dict):
        return None
    body: Any = found.body
    return PageBody(
        text=RichText() if body is None else written(body),
        title=found.title,
        author=found.author,
        date=found.date,
        sitename=found.sitename,
        url=found.url,
    )


def plain_page(markup: str) -> PageBody:
    """All readable text of a page too large for the careful extractor: its main part, else its body."""
    from selectolax.lexbor import LexborHTMLParser

    from corpus_tool.ingest.html.render import render

    tree = LexborHTMLParser(markup)
    node = tree.css_first("article") or tree.css_first("main") or tree.body
    title = tree.css_first("title")
    return PageBody(
        text=RichText() if node is None else render(node),
        title=title.text(strip=True) if title is not None else None,
    )


def written(body: _Element) -> RichText:
    """Plain text of trafilatura's tree, with links and quotations. Does not recurse."""
    out = TextBuilder()
    stack: list[tuple[_Element, bool]] = [(body, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            _leave(node, out)
            if node.tail and node is not body:
                out.add(node.tail)
            continue
        _enter(node, out)
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node) if isinstance(child.tag, str))
    return out.result()


def _enter(node: _Element, out: TextBuilder) -> None:
    tag = str(node.tag)
    if tag in {"p", "head", "list", "quote", "table", "code", "figure", "div"}:
        out.brk(2)
    elif tag in {"lb", "row"}:
        out.brk(1)
    elif tag == "item":
        out.bullet()
    elif tag == "cell":
        out.add(" ")
    if tag == "quote":
        out.open("quote")
    elif tag == "ref":
        out.open("link", node.get("target") or "")
    if node.text:
        out.add(node.text)


def _leave(node: _Element, out: TextBuilder) -> None:
    tag = str(node.tag)
    if tag in {"quote", "ref"}:
        out.close()
    if tag in {"p", "head", "list", "quote", "table", "code", "figure", "div"}:
        out.brk(2)
    elif tag in {"row", "item"}:
        out.brk(1)
    elif tag == "cell":
        out.add(" ")
