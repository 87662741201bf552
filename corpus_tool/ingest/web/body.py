"""The body of an answer: of a type that can be read, whole, and no larger than allowed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping

from corpus_tool.errors import FetchError

_READABLE = re.compile(
    r"text/(?!css\b|javascript\b|ecmascript\b|x-component\b)[\w.+-]+"
    r"|application/(?:[\w.-]+\+)?(?:xml|json|ndjson|zip)"
    r"|application/(?:x-ndjson|jsonl(?:ines)?|json-seq|xhtml|pdf|x-pdf|gzip|x-gzip|x-tar|x-zip-compressed|mbox|warc"
    r"|octet-stream|vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet)|vnd\.apache\.parquet)"
    r"|binary/octet-stream|message/rfc822|multipart/related"
)
"""What some reader may know. Content speaks last: this only spares the fetching of films and scripts."""
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_ANY_HEADER = 47
"""Window bits with which zlib knows gzip from its own header."""


def check_type(content_type: str | None) -> None:
    """Refuse what no reader reads, before its body comes.

    Raises:
        FetchError: An image, a film, a script or the like.
    """
    bare = bare_type(content_type)
    if bare and not _READABLE.fullmatch(bare):
        raise FetchError(
            f"content type {bare} is not text", remedy="give a page, a feed, a document or an export"
        )


def bare_type(content_type: str | None) -> str:
    """``text/html`` of ``Text/HTML; charset=x``; empty where none is given."""
    return (content_type or "").partition(";")[0].strip().lower()


def whole(chunks: Iterable[bytes], headers: Mapping[str, str], limit: int) -> bytes:
    """The body without its packing, which may be one layer of gzip.

    Args:
        chunks: The bytes as they come.
        headers: The answer's headers.
        limit: Bytes allowed, as sent and as unpacked.

    Raises:
        FetchError: Too large, packed in an unasked way, or broken.
    """
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        raise _too_large(limit)
    coding = headers.get("content-encoding", "").strip().lower()
    if coding in {"", "identity"}:
        return _joined(chunks, limit)
    if coding not in _PACKED:
        raise FetchError(f"packed as {coding[:40]}, which was not asked for", remedy="save the page by hand")
    return _unpacked(_joined(chunks, limit), limit)


def _joined(chunks: Iterable[bytes], limit: int) -> bytes:
    found = bytearray()
    for chunk in chunks:
        found += chunk
        if len(found) > limit:
            raise _too_large(limit)
    return bytes(found)


def _unpacked(packed: bytes, limit: int) -> bytes:
    unpacking = zlib.decompressobj(wbits=_ANY_HEADER)
    try:
        content = unpacking.decompress(packed, limit + 1)
    except zlib.error as error:
        raise FetchError(f"its packing is broken: {error}", remedy="try again later") from error
    if len(content) > limit:
        raise FetchError(
            f"expansion: unpacks to more than {limit:,} bytes", remedy="no page does; leave it out"
        )
    if not unpacking.eof:
        raise FetchError("the answer ends in the middle", remedy="try again later")
    return content


def _too_large(limit: int) -> FetchError:
    return FetchError(
        f"too large: more than {limit:,} bytes", remedy="download it by hand and give the file, if it is text"
    )
