"""Books and magazines as EPUB: each chapter with text is an article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from corpus_tool.errors import InputError
from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft, failed
from corpus_tool.ingest.html.guard import MAX_DEPTH, depth, elements
from corpus_tool.ingest.html.reader import decoded_page
from corpus_tool.ingest.html.render import render
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.zipped import Parts
from corpus_tool.models import Kept

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
MAX_CHAPTERS = 2_000
"""No book has more."""


def sniff(source: Source) -> bool:
    """A zip that says so in its first part, as the format demands."""
    return source.head.startswith(b"PK\x03\x04") and (
        b"application/epub+zip" in source.head[:200] or source.suffix == ".epub"
    )


def read(source: Source) -> Iterable[Draft]:
    """Chapters in reading order; title, writer, publisher and day from the book's own record."""
    parts = Parts(source)
    root = parts.xml("META-INF/container.xml").find(f".//{_CONTAINER}rootfile")
    path = root.get("full-path", "") if root is not None else ""
    book = parts.xml(path)
    found = [draft for name in _chapters(book, path)[:MAX_CHAPTERS] for draft in _chapter(parts, name, book)]
    return found or [failed(f"{source.name}: a book without text (convert it to text)")]


def _chapters(book: Element, path: str) -> list[str]:
    folder = posixpath.dirname(path)
    items = {one.get("id"): one.get("href", "") for one in book.iter(f"{_OPF}item")}
    hrefs = (items.get(one.get("idref")) for one in book.iter(f"{_OPF}itemref"))
    return [
        posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))) for href in hrefs if href
    ]


def _chapter(parts: Parts, name: str, book: Element) -> Iterator[Draft]:
    from selectolax.lexbor import LexborHTMLParser

    try:
        data = parts.read(name)
    except InputError as error:
        yield failed(str(error))
        return
    if depth(data, elements(data)) > MAX_DEPTH:
        yield failed(f"{name}: nesting: elements more than {MAX_DEPTH:,} deep")
        return
    tree = LexborHTMLParser(decoded_page(data).text)
    heading = tree.css_first("h1, h2")
    title = " ".join(heading.text(separator=" ").split()) if heading is not None else None
    if heading is not None:
        heading.decompose()
    if tree.body is None or not (text := render(tree.body)).text:
        return
    author, published = _said(book, "creator"), to_edtf(_said(book, "date"))
    yield Draft(
        title=title or _said(book, "title"),
        author=author,
        publisher=_said(book, "publisher") or _said(book, "title"),
        published=published,
        text=text.text,
        links=text.links,
        block_quotes=text.block_quotes,
        kept=Kept(links=True, block_quotes=True, dates=published is not None, bylines=author is not None),
    )


def _said(book: Element, name: str) -> str | None:
    return " ".join((book.findtext(f".//{_DC}{name}") or "").split()) or None
