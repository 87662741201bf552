"""Addresses that a feed or a sitemap lists."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from corpus_tool.errors import FetchError, InputError
from corpus_tool.ingest.feed import from_root
from corpus_tool.ingest.web.addresses import Address, is_address, parse_address

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list names.

    Attributes:
        pages: Addresses of pages, in its order.
        lists: Addresses of further lists (a sitemap of sitemaps).
    """

    pages: tuple[str, ...]
    lists: tuple[str, ...] = ()


def feed(content: bytes, base: Address) -> Listed:
    """Addresses of a feed's entries: RSS, Atom or JSON Feed.

    Raises:
        FetchError: It is no feed.
    """
    if content.lstrip()[:1] == b"{":
        return Listed(tuple(_absolute(_of_json_feed(content), base)))
    drafts = from_root(_parsed(content, "feed"))
    if drafts is None:
        raise FetchError("is no feed", remedy="give the address of an RSS, Atom or JSON feed")
    return Listed(tuple(_absolute((draft.url for draft in drafts if draft.url), base)))


def sitemap(content: bytes, base: Address, limit: int) -> Listed:
    """Addresses of a sitemap, of a sitemap of sitemaps, or of a plain list, packed or not.

    Raises:
        FetchError: It is no sitemap, or unpacks to more than the limit.
    """
    if content.startswith(_GZIP):
        content = _gunzipped(content, limit)
    if not content.lstrip().startswith(b"<"):
        lines = content.decode("utf-8", "replace").split("\n")
        pages = tuple(_absolute((line.strip() for line in lines if is_address(line.strip())), base))
        if not pages:
            raise FetchError("is no sitemap", remedy="give an XML sitemap or a list of addresses")
        return Listed(pages)
    root = _parsed(content, "sitemap")
    if from_root(root) is not None:
        return feed(content, base)
    return Listed(
        tuple(_absolute(_located(root, "url"), base)), tuple(_absolute(_located(root, "sitemap"), base))
    )


def _parsed(content: bytes, what: str) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content.strip(), forbid_dtd=False)
    except (DefusedXmlException, ParseError, ValueError, LookupError) as error:
        raise FetchError(
            f"is no {what} that can be read ({error})", remedy=f"give the {what}'s address"
        ) from error
    return root


def _located(root: Element, parent: str) -> Iterator[str]:
    """Text of each ``loc`` right under a parent, whatever its name space; places of images are passed over."""
    for node in root:
        if _local(node) == parent:
            yield from ((child.text or "").strip() for child in node if _local(child) == "loc")


def _local(node: Element) -> str:
    return str(node.tag).rpartition("}")[2].lower()


def _of_json_feed(content: bytes) -> Iterator[str]:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FetchError("is no feed", remedy="give the address of an RSS, Atom or JSON feed") from error
    items = told.get("items") if isinstance(told, dict) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and isinstance(item.get("url"), str):
            yield item["url"]


def _absolute(found: Iterator[str], base: Address) -> Iterator[str]:
    """Whole addresses; one that cannot be read stays as it is, to be refused by name."""
    for one in found:
        try:
            yield parse_address(one, base).url
        except InputError:
            yield one


def _gunzipped(content: bytes, limit: int) -> bytes:
    unpacking = zlib.decompressobj(wbits=31)
    try:
        found = unpacking.decompress(content, limit + 1)
    except zlib.error as error:
        raise FetchError(f"its packing is broken: {error}", remedy="try again later") from error
    if len(found) > limit:
        raise FetchError(f"expansion: unpacks to more than {limit:,} bytes", remedy="leave it out")
    return found
