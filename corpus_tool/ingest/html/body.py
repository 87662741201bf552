"""The article of a page: trafilatura finds it, we write it down with spans."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from corpus_tool.ingest.html.metadata import page_metadata
from corpus_tool.ingest.textbuild import RichText, TextBuilder

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from selectolax.lexbor import LexborHTMLParser


_BLOCKS = frozenset(("p", "head", "list", "quote", "table", "code", "figure", "div"))
_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
"""What XML cannot hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBody:
    """Article text and what the page says of itself."""

    text: RichText
    title: str | None = None
    author: str | None = None
    date: str | None = None
    sitename: str | None = None
    url: str | None = None


def article(page: LexborHTMLParser) -> PageBody | None:
    """Article and metadata of a page; null where none is found.

    Args:
        page: The parsed page, without its comments.
    """
    import trafilatura

    tree = _reparsed(page)
    if tree is None:
        return None
    marks = page_metadata(tree, page)
    options = copy(_options())
    options.url = marks.url
    found = trafilatura.bare_extraction(tree, url=marks.url, options=options)
    if found is None or isinstance(found, dict):
        return None
    body: Any = found.body
    return PageBody(
        text=RichText() if body is None else written(body),
        title=marks.title,
        author=marks.author,
        date=marks.date,
        sitename=marks.sitename,
        url=marks.url,
    )


@lru_cache(maxsize=1)
def _options() -> Any:
    """How trafilatura is to read. Made once: its settings file is asked for each of a dozen values."""
    from trafilatura.settings import Extractor

    # "txt": the form of the text that "python" adds is not asked for
    return Extractor(output_format="txt", comments=False, links=True, tables=True)


def _reparsed(page: LexborHTMLParser) -> HtmlElement | None:
    """The page as trafilatura's own loading gives it, which takes half as long again to mend what the first parser has mended."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    written_down = page.root.html if page.root is not None else None
    data = (written_down or "").encode("utf-8", "replace").translate(None, _CONTROLS)
    for odd in _NO_CHARACTERS:
        data = data.replace(odd, b"")
    try:
        return document_fromstring(data, parser=parser)
    except ParserError:  # no element at all
        return None


def plain_page(page: LexborHTMLParser) -> PageBody:
    """All readable text of a page too large for the careful extractor: its main part, else its body."""
    from corpus_tool.ingest.html.render import render

    node = page.css_first("article") or page.css_first("main") or page.body
    title = page.css_first("title")
    return PageBody(
        text=RichText() if node is None else render(node),
        title=title.text(strip=True) if title is not None else None,
    )


def written(body: _Element) -> RichText:
    """Plain text of trafilatura's tree, with links and quotations. Does not recurse."""
    from lxml.etree import iterwalk

    out = TextBuilder()
    for event, node in iterwalk(body, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        if event == "start":
            _enter(node, out)
            continue
        _leave(node, out)
        if node.tail and node is not body:
            out.add(node.tail)
    return out.result()


def _enter(node: _Element, out: TextBuilder) -> None:
    tag = node.tag
    if tag in _BLOCKS:
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
    tag = node.tag
    if tag in {"quote", "ref"}:
        out.close()
    if tag in _BLOCKS:
        out.brk(2)
    elif tag in {"row", "item"}:
        out.brk(1)
    elif tag == "cell":
        out.add(" ")
