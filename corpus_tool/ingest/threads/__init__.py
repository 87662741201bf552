"""Thread exports of known services, one file each.

A new one is a module with ``from_json``, ``from_rows`` or ``from_root`` and one line here.
"""

from __future__ import annotations

from collections.abc import Sequence

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

__all__ = ["of_json", "of_rows", "of_xml"]

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
_ROWS = (reddit.from_rows, hackernews.from_rows, mastodon.from_rows)
_XML = (disqus.from_root, wxr.from_root, stackexchange.from_root, feed.from_root)


def of_json(value: object) -> list[Draft] | None:
    """Drafts of a parsed JSON export, or null where no reader knows it."""
    return next((found for known in _JSON if (found := known(value)) is not None), None)


def of_rows(rows: Sequence[object]) -> list[Draft] | None:
    """Drafts of an export in JSON Lines, or null."""
    return next((found for known in _ROWS if (found := known(rows)) is not None), None)


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
