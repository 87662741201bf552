"""The encoding that only the server named: a page saved from the web has no other place for it."""

from __future__ import annotations

import codecs
import re

from corpus_tool.ingest.decode import declared_encoding

_NAMED = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_IN_PAGE = re.compile(rb"charset\s*=|<\?xml[^>]{0,100}encoding", re.IGNORECASE)
_LOOKED_AT = 20_000


def in_utf8(content: bytes, content_type: str | None) -> bytes:
    """The content in UTF-8 where the server alone says how it is written; else as it is.

    Bytes that are UTF-8 already, or that name their encoding themselves, are not touched.

    Args:
        content: Bytes of a text.
        content_type: The server's header.
    """
    if content_type is None or not content_type.lower().startswith("text/"):
        return content
    named = _NAMED.search(content_type)
    if named is None or content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content
    if _IN_PAGE.search(content[:_LOOKED_AT]):
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        known = declared_encoding(named[1])
        return content if known is None else content.decode(known, "replace").encode("utf-8", "replace")
    return content
