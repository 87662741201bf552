"""Word documents (``.docx``): paragraphs, lists, links and quotations, with the document's own properties."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from corpus_tool.errors import InputError
from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.docx_margin import margin_comments
from corpus_tool.ingest.drafts import Draft, joined
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.textbuild import RichText, TextBuilder
from corpus_tool.ingest.zipped import Parts, names_in
from corpus_tool.models import Kept

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BODY = "word/document.xml"


@dataclass(slots=True)
class _Reading:
    links: dict[str, str]
    out: TextBuilder = field(default_factory=TextBuilder)
    title: str | None = None


def sniff(source: Source) -> bool:
    """A zip whose first parts are those of a Word document."""
    if not source.head.startswith(b"PK\x03\x04"):
        return False
    return source.suffix == ".docx" or any(name.startswith("word/") for name in _office_names(source.head))


def _office_names(head: bytes) -> frozenset[str]:
    """Members, where they are those of an office file and not of any zip with a folder called word."""
    names = names_in(head)
    return names if {"[Content_Types].xml", "_rels/.rels", _BODY} & names else frozenset()


def read(source: Source) -> Iterable[Draft]:
    """The document's text as one article, and the comments in its margin."""
    parts = Parts(source)
    reading = _Reading(_links(parts))
    body = parts.xml(_BODY)
    for paragraph in body.iter(f"{_W}p"):
        _paragraph(paragraph, reading)
    text = reading.out.result()
    draft = _draft(text, reading.title, parts)
    try:
        comments = list(margin_comments(parts, body))
    except InputError as error:  # the text is worth having without them
        yield replace(draft, status="partial", status_reason=joined(draft.status_reason, str(error)))
        return
    yield draft
    yield from comments


def _draft(text: RichText, title: str | None, parts: Parts) -> Draft:
    core = parts.xml("docProps/core.xml") if parts.has("docProps/core.xml") else Element("none")
    author = _said(core, f"{_DC}creator")
    published = to_edtf(_said(core, f"{_TERMS}created"))
    return Draft(
        key="article",
        title=_said(core, f"{_DC}title") or title,
        author=author,
        published=published,
        text=text.text,
        links=text.links,
        block_quotes=text.block_quotes,
        kept=Kept(links=True, block_quotes=True, dates=published is not None, bylines=author is not None),
        status="ok" if text.text else "partial",
        status_reason=None if text.text else "the document holds no text",
    )


def _links(parts: Parts) -> dict[str, str]:
    name = "word/_rels/document.xml.rels"
    if not parts.has(name):
        return {}
    return {
        one.get("Id", ""): one.get("Target", "")
        for one in parts.xml(name)
        if one.get("TargetMode") == "External"
    }


def _paragraph(paragraph: Element, reading: _Reading) -> None:
    style = _style(paragraph)
    if reading.title is None and re.match(r"(?i)title|heading ?1$", style):
        reading.title = (
            " ".join("".join(node.text or "" for node in paragraph.iter(f"{_W}t")).split()) or None
        )
        if reading.title is not None:
            return
    out = reading.out
    out.brk(2)
    if paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        out.bullet()
    is_quote = "quote" in style.casefold()
    if is_quote:
        out.open("quote")
    _runs(paragraph, reading)
    if is_quote:
        out.close()
    out.brk(2)


def _runs(paragraph: Element, reading: _Reading) -> None:
    for child in paragraph:
        href = reading.links.get(child.get(f"{_R}id", "")) if child.tag == f"{_W}hyperlink" else None
        if href:
            reading.out.open("link", href)
        for node in child.iter():
            if node.tag == f"{_W}t":
                reading.out.add(node.text or "")
            elif node.tag == f"{_W}tab":
                reading.out.add(" ")
            elif node.tag == f"{_W}br":
                reading.out.brk(1)
        if href:
            reading.out.close()


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return found.get(f"{_W}val", "") if found is not None else ""


def _said(node: Element, path: str) -> str | None:
    return " ".join((node.findtext(path) or "").split()) or None
