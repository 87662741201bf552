"""Reader of XML exports: WordPress (WXR) and Disqus, with a parser that expands nothing."""

from __future__ import annotations

from collections.abc import Iterable

from corpus_tool.ingest.drafts import Draft, failed
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.threads import of_xml


def sniff(source: Source) -> bool:
    """True for XML that is no page: an export, a feed."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:4000].lower()
    if b"<html" in head or b"<!doctype html" in head:
        return False
    return head.startswith((b"<?xml", b"<rss", b"<disqus", b"<feed", b"<rdf"))


def read(source: Source) -> Iterable[Draft]:
    """Posts and comments of the export."""
    return of_xml(source.data, source.name) or [
        failed(f"{source.name}: XML of no known kind (feeds, WordPress and Disqus exports are read)")
    ]
