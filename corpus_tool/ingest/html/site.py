"""Whose page it is, and what its own marks say of headline, writer and day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.html.markup import PageIndex, mark, pattern
from corpus_tool.ingest.lexicon import lines
from corpus_tool.ingest.pasted.shape import Byline, credit_line
from corpus_tool.models import GivenPlace
from corpus_tool.text import normalise

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_BETWEEN = re.compile(r"\s+(?:[|»«·•—–-]|::)\s+|(?<=\w):\s+")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*)?(?:by\s)?"
    r"(?P<name>[^\W\d_][^.|·•\n©,]{1,50}?)(?:\s+\d{4}(?:\s?[-–]\s?\d{2,4})?)?\s*(?:[.|·•\n,]|all rights|$)",
    re.IGNORECASE,
)
_THREAD = re.compile(r"^(?:thread|topic|view topic|thema)\s*:\s*", re.IGNORECASE)
_VIEWED = re.compile(
    r"^.{1,120}?[-:•|–]{1,2}\s*view (?:topic|single post|thread)\s*[-:•|–]{1,2}\s*", re.IGNORECASE
)
"""Old engines write the site and these words in front of the subject."""
_CHANGED = re.compile(
    r"^(?!.*\b(?:published|posted|created|written)\b).*\b(?:updated|modified)\b", re.IGNORECASE
)
"""A line that tells when a page was changed and not when it appeared."""
_SITE_WORDS = 6
"""Names of sites are shorter; a longer line in a page's top is its motto."""
_META_WORDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    """What a page says of itself outside of its text."""

    headline: str | None = None
    site: str | None = None
    site_place: GivenPlace | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


def read_marks(tree: LexborHTMLParser, index: PageIndex) -> PageMarks:
    """Headline, site, writer, day and address as the page's marks give them; null where they do not.

    The site's name comes from ``og:site_name``, else from the window title beside the
    headline, else from the logo or the name in the page's top, else from the copyright line.

    Args:
        tree: The parsed page, whole.
        index: Its elements by class and id.
    """
    headline = _headline(tree)
    credited = _credited(index)
    site_place, site = _site(tree, headline)
    return PageMarks(
        headline=headline,
        site=site,
        site_place=site_place,
        author=credited.author,
        published=credited.date,
        url=_canonical(tree),
    )


def _site(tree: LexborHTMLParser, headline: str | None) -> tuple[GivenPlace | None, str | None]:
    """The site's name and the place that gives it; the exact ones first."""
    window = _text_of(tree.css_first("title"))
    places: tuple[tuple[GivenPlace, Callable[[], str | None]], ...] = (
        ("opengraph", lambda: _meta(tree, "og:site_name")),
        ("window title", lambda: _beside(window, headline)),
        ("window title", lambda: _beside(window, _meta(tree, "og:title")) or _behind(window)),
        ("masthead", lambda: _logo(tree)),
        ("copyright", lambda: _copyright(tree)),
    )
    return next(((place, said) for place, ask in places if (said := ask()) is not None), (None, None))


def topic_title(tree: LexborHTMLParser, marks: PageMarks) -> str | None:
    """The subject of a forum's topic."""
    for query in (".topic-title", "#topic-title h1", ".p-title-value", ".threadtitle", "h1"):
        said = _text_of(tree.css_first(query))
        if said and said != marks.site:
            return _THREAD.sub("", said)
    window = _text_of(tree.css_first("title"))
    parts = _BETWEEN.split(_VIEWED.sub("", window[:400])) if window else []
    return next((part for part in parts if part != marks.site), None)


def topic_site(tree: LexborHTMLParser, marks: PageMarks, title: str | None) -> str | None:
    """Name of the site that a topic stands on: what stands beside the subject in the window's title, else as for any page."""
    named = _meta(tree, "og:site_name") or _beside(_text_of(tree.css_first("title")), title)
    if named is not None:
        return named
    return marks.site if marks.site and pattern("forum", "engine").search(marks.site) is None else None


def _headline(tree: LexborHTMLParser) -> str | None:
    for query in (
        "article h1",
        "main h1",
        "[itemprop=headline]",
        ".entry-title",
        ".post-title",
        "h1",
        ".topic-title",
    ):
        said = _text_of(tree.css_first(query))
        if said:
            return said
    return None


def _text_of(node: LexborNode | None) -> str | None:
    return (" ".join(node.text(separator=" ").split()) or None) if node is not None else None


def _meta(tree: LexborHTMLParser, name: str) -> str | None:
    node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    said = " ".join((node.attributes.get("content") or "").split()) if node is not None else ""
    return said or None


def _canonical(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first('link[rel="canonical" i]')
    found = (node.attributes.get("href") or "").strip() if node is not None else ""
    found = found or _meta(tree, "og:url") or ""
    return found if found.startswith(("http://", "https://")) else None


def _beside(window: str | None, headline: str | None) -> str | None:
    """The part of the window title that is not the headline, at the end of it or else in front."""
    if not window or not headline or len(window) > 400:
        return None
    parts = [part.strip() for part in _BETWEEN.split(window) if part.strip()]
    wanted = normalise(headline)
    at = next((k for k, part in enumerate(parts) if _is_part(normalise(part), wanted)), None)
    if at is None or len(parts) < 2:
        return None
    rest = [part for part in parts if normalise(part) not in wanted]
    if not rest:
        return None
    chosen = rest[-1] if at < len(parts) - 1 else rest[0]
    return chosen if len(chosen.split()) <= _SITE_WORDS and re.search(r"[^\W\d_]", chosen) else None


def _behind(window: str | None) -> str | None:
    """The last part of a window's title where it is called as publications are, for a page whose headline is not marked."""
    parts = _BETWEEN.split(window) if window and len(window) <= 400 else []
    words = parts[-1].split() if len(parts) > 1 else []
    called = 1 < len(words) <= _SITE_WORDS and words[-1].casefold() in lines("publications.txt")
    return parts[-1].strip() if called and words[0][0].isupper() else None


def _is_part(part: str, headline: str) -> bool:
    return part == headline or headline.startswith(part) or (len(headline) > 10 and part.startswith(headline))


def _logo(tree: LexborHTMLParser) -> str | None:
    """The name in the logo, or in the link home of the page's top."""
    for node in tree.css(
        '[class*="logo" i], [id*="logo" i], [class*="site-title" i], [class*="site-name" i], [class*="sitename" i], '
        '[id*="site-title" i], [class*="masthead" i], [id*="masthead" i], header a[href="/"], #header a[href="/"], '
        '.header a[href="/"]'
    )[:12]:
        for candidate in (node.css_first("a"), node.css_first("b, strong"), node):
            said = _text_of(candidate) if candidate is not None else None
            if said and len(said.split()) <= _SITE_WORDS and re.search(r"[^\W\d_]{2}", said):
                return said
        image = node.css_first("img[alt]")
        alt = (image.attributes.get("alt") or "").strip() if image is not None else ""
        named = re.sub(r"\s*\b(?:logo|home ?page|home)\b\s*$", "", alt, flags=re.IGNORECASE).strip()
        if named and len(named.split()) <= _SITE_WORDS:
            return named
    return None


def _copyright(tree: LexborHTMLParser) -> str | None:
    text = tree.body.text(separator=" ")[-4000:] if tree.body is not None else ""
    found = _COPYRIGHT.search(" ".join(text.split()))
    if found is None or len(found["name"].split()) > _SITE_WORDS:
        return None
    return found["name"].strip(" -–—")


def _credited(index: PageIndex) -> Byline:
    """Writer and day of the lines that the page marks as bylines."""
    found = Byline()
    is_byline = mark("byline", "class")
    for node, classes in index.classed:
        if not is_byline(classes):
            continue
        said = " ".join(node.text(separator=" ").split())
        if said and len(said.split()) <= _META_WORDS:
            seen = credit_line(said)
            if seen is not None:
                date = None if seen.updated or _CHANGED.search(said) else to_edtf(seen.date)
                found = Byline(found.author or seen.author, found.date or date)
        if found.author and found.date:
            break
    return found
