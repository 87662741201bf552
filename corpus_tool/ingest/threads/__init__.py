"""Thread exports of known services, one file each.

A new one is a module with ``from_json``, ``from_rows`` or ``from_root`` and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from corpus_tool.ingest import feed
from corpus_tool.ingest.drafts import Draft, failed
from corpus_tool.ingest.threads import (
    bluesky,
    discourse,
    disqus,
    hackernews,
    mastodon,
    plainjson,
    reddit,
    stackexchange,
    tree,
    wxr,
    youtube,
)

__all__ = ["is_row", "of_json", "of_rows", "of_xml"]

_JSON = (
    reddit.from_json,
    discourse.from_json,
    youtube.from_json,
    hackernews.from_json,
    mastodon.from_json,
    bluesky.from_json,
    stackexchange.from_json,
    tree.from_json,
    plainjson.from_json,
)
_ROWS = (reddit.from_rows, hackernews.from_rows, mastodon.from_rows, tree.from_rows)
_PAGED = (
    reddit.from_json,
    youtube.from_json,
    hackernews.from_json,
    discourse.from_json,
    bluesky.from_json,
    stackexchange.from_json,
)
"""Answers of APIs that people save one a line."""
_LISTS = ("items", "hits", "posts", "feed", "comments")
_XML = (disqus.from_root, wxr.from_root, stackexchange.from_root, feed.from_root)


def of_json(value: object) -> list[Draft] | None:
    """Drafts of a parsed JSON export, or of a list of its pages; null where no reader knows it."""
    found = next((found for known in _JSON if (found := known(value)) is not None), None)
    if found is not None or not isinstance(value, list):
        return found
    return next((found for known in _JSON if (found := _pages(value, known))), None)


def _pages(values: Sequence[object], known: Callable[[object], list[Draft] | None]) -> list[Draft] | None:
    """Drafts of answers saved one after another; what holds nothing is passed over, what is of another kind is not read."""
    drafts: list[Draft] = []
    for value in values:
        found = known(value)
        if found is None and not _is_empty(value):
            return None
        drafts.extend(found or ())
    return drafts


def _is_empty(value: object) -> bool:
    """True for null and for a page of no things, which may close a list of pages."""
    return value is None or (isinstance(value, Mapping) and any(value.get(name) == [] for name in _LISTS))


def of_rows(rows: Sequence[object]) -> list[Draft] | None:
    """Drafts of an export in JSON Lines, or null."""
    found = next((found for known in _ROWS if (found := known(rows)) is not None), None)
    return (
        found
        if found is not None
        else next((found for known in _PAGED if (found := _pages(rows, known))), None)
    )


def is_row(row: Mapping[str, object]) -> bool:
    """True for a row that only an export has, although it holds a ``text`` as rows of documents do."""
    return {"id", "by", "time", "type"} <= row.keys() or {"id", "pid", "locator", "user"} <= row.keys()


def of_xml(data: bytes, name: str) -> list[Draft] | None:
    """Drafts of an XML export, or null. Entities and document type declarations are refused."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(data)
    except DefusedXmlException:
        return [failed(f"{name}: declares entities, which no export does (remove the DOCTYPE)")]
    except ParseError as error:
        return [failed(f"{name}: broken XML at line {error.position[0]}: {error.msg} (export it again)")]
    except (ValueError, LookupError) as error:
        return [failed(f"{name}: broken XML: {error} (export it again)")]
    return next((found for known in _XML if (found := known(root)) is not None), None)
