"""What a page's marks say of title, writer, day, site and address, found by trafilatura's own steps.

Its `extract_metadata` does more than is asked here: categories, tags, the licence, and the pruning of a copy of
the page to look for a byline in take most of its time. So its steps are called one by one, in its order, without
these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus_tool.ingest.html.bylines import marked_author

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from selectolax.lexbor import LexborHTMLParser


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page says of itself, as trafilatura reads it."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    sitename: str | None = None
    url: str | None = None


def page_metadata(tree: HtmlElement, page: LexborHTMLParser) -> PageMetadata:
    """Title, writer, day, site and address of a parsed page.

    Args:
        tree: The page; it is not changed.
        page: The same page as the other parser gives it, which is asked by selectors.
    """
    from trafilatura import metadata as steps

    found: Any = steps.examine_meta(tree)
    if found.author and " " not in found.author:
        found.author = None
    found = _with_json(tree, found)
    found.title = found.title or steps.extract_title(tree)
    found.author = found.author or _author(page)
    found.url = found.url or steps.extract_url(tree)
    # not the wide search: a year somewhere in the text, or in a copyright line, is not the day an article appeared
    found.date = steps.find_date(  # type: ignore[attr-defined]  # htmldate's, under the name it goes by there
        tree, extensive_search=False, original_date=True, url=found.url
    )
    found.sitename = _sitename(found.sitename or steps.extract_sitename(tree), found.url)
    found.clean_and_trim()
    return PageMetadata(
        title=found.title, author=found.author, date=found.date, sitename=found.sitename, url=found.url
    )


def _with_json(tree: HtmlElement, found: Any) -> Any:
    """What JSON-LD adds; blocks of any other shape than it knows are passed over."""
    from trafilatura import metadata as steps

    try:
        return steps.extract_meta_json(tree, found)
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError):
        return found


def _author(page: LexborHTMLParser) -> str | None:
    """A writer that an element is marked for."""
    from trafilatura.json_metadata import normalize_authors

    said = marked_author(page)
    author: str | None = normalize_authors(None, said) if said is not None else None
    return author


def _sitename(said: str | None, url: str | None) -> str | None:
    from trafilatura import metadata as steps

    if said:
        name = said.lstrip("@")
        return name.title() if name and "." not in name and not name[0].isupper() else name
    host = steps.META_URL.match(url) if url else None
    return host[1] if host is not None else said
