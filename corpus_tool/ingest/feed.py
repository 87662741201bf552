"""Feeds: RSS 2.0, RSS 1.0 and Atom. One entry, one article."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_loose_markup, from_markup
from corpus_tool.models import Kept

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_DC_DATE = "{http://purl.org/dc/elements/1.1/}date"
_ATOM = "{http://www.w3.org/2005/Atom}"
_RDF = "{http://purl.org/rss/1.0/}"


def from_root(root: Element) -> list[Draft] | None:
    """Articles of a feed, in its order; null for any other XML."""
    if root.tag == f"{_ATOM}feed":
        site = _said(root, f"{_ATOM}title")
        return [_atom(entry, site, root) for entry in root.iter(f"{_ATOM}entry")]
    if root.tag == "rss":
        site = _said(root, "channel/title")
        return [_rss(item, site, "") for item in root.iter("item")]
    if str(root.tag).endswith("}RDF"):
        site = _said(root, f"{_RDF}channel/{_RDF}title")
        return [_rss(item, site, _RDF) for item in root.iter(f"{_RDF}item")]
    return None


def _rss(item: Element, site: str | None, space: str) -> Draft:
    content = item.findtext(_CONTENT) or item.findtext(f"{space}description") or ""
    author = _said(item, _CREATOR) or _said(item, f"{space}author")
    date = _said(item, "pubDate") or _said(item, _DC_DATE)
    return _draft(content, _said(item, f"{space}title"), (site, author, date, _said(item, f"{space}link")))


def _atom(entry: Element, site: str | None, root: Element) -> Draft:
    content = entry.find(f"{_ATOM}content")
    if content is None or not (content.text or len(content)):
        content = entry.find(f"{_ATOM}summary")
    markup = "" if content is None else (_inner(content) if len(content) else content.text or "")
    author = _said(entry, f"{_ATOM}author/{_ATOM}name") or _said(root, f"{_ATOM}author/{_ATOM}name")
    date = _said(entry, f"{_ATOM}published") or _said(entry, f"{_ATOM}updated")
    return _draft(markup, _said(entry, f"{_ATOM}title"), (site, author, date, _link(entry)))


def _draft(markup: str, title: str | None, about: tuple[str | None, ...]) -> Draft:
    site, author, date, url = about
    text = from_loose_markup(markup)
    published = to_edtf(date)
    return Draft(
        title=from_markup(title).text or None if title else None,
        author=author,
        publisher=site,
        published=published,
        url=url,
        text=text.text,
        links=text.links,
        block_quotes=text.block_quotes,
        kept=Kept(links=True, block_quotes=True, dates=published is not None, bylines=author is not None),
        status="ok" if text.text else "partial",
        status_reason=None if text.text else "the feed holds no text of this entry",
    )


def _link(entry: Element) -> str | None:
    for link in entry.iter(f"{_ATOM}link"):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return link.get("href")
    return None


def _inner(node: Element) -> str:
    """XHTML content as markup without its name space."""
    from xml.etree.ElementTree import tostring

    return tostring(node, encoding="unicode").replace("html:", "").replace("ns0:", "").replace("ns1:", "")


def _said(node: Element, path: str) -> str | None:
    found = " ".join((node.findtext(path) or "").split())
    return found or None
