"""Web archives (``.warc``, also packed): each page that a crawler or archive kept, read as the page it is."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus_tool.errors import InputError
from corpus_tool.ingest.archive import MAX_MEMBER, Budget
from corpus_tool.ingest.drafts import joined
from corpus_tool.ingest.held import Held, held
from corpus_tool.ingest.source import Source

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_GZIP = b"\x1f\x8b"
_NAMES = frozenset({".warc", ".wet", ".wat"})
_TYPES = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
    "application/rss+xml": "feed.xml",
    "application/atom+xml": "feed.xml",
    "application/json": "data.json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "page.docx",
}
"""What a user of articles and comments wants of a crawl; pictures, scripts and styles are passed over."""
_DIGESTS = frozenset(("md5", "sha1", "sha256", "sha512"))
MAX_RECORDS = 1_000_000
"""A larger crawl is split by its owner."""


@dataclass(slots=True)
class _Reading:
    name: str
    depth: int
    budget: Budget
    seen: dict[str, int] = field(default_factory=dict)


def sniff(source: Source) -> bool:
    """A record's first line; packed, the name has to say so."""
    if source.head.startswith(b"WARC/"):
        return True
    packed = source.head.startswith(_GZIP) and source.suffix == ".gz"
    return packed and any(suffix in _NAMES for suffix in source.path.suffixes)


def members(source: Source) -> Iterator[Held]:
    """Pages of a web archive in its order, each with the address it had.

    Records of requests, redirects, errors, pictures and scripts are passed over. A record
    that is cut short or whose digest does not fit its bytes is given with that trouble.

    Raises:
        InputError: The archive is broken in the middle; what stood before was given.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    reading = _Reading(source.name, source.depth + 1 if isinstance(source, Held) else 1, Budget(source.name))
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    found = False
    with source.stream() as stream:
        try:
            for record in ArchiveIterator(stream, record_types=wanted, parse_http=False):
                member = _member(record, reading)
                found = True
                if member is not None:
                    yield member
        except (OSError, ValueError, EOFError) as error:
            raise _broken(source.name, str(error)) from error
    if not found:
        raise _broken(source.name, "it holds no page")


def _broken(name: str, why: str) -> InputError:
    return InputError(
        f"broken web archive: {why}", place=name, remedy="fetch it again; what came before is read"
    )


def _member(record: WarcRecord, reading: _Reading) -> Held | None:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    length = record.content_length
    if length > MAX_MEMBER:
        return _told(b"", reading, address, f"expansion: a record of {length:,} bytes")
    record.freeze()
    block = record.reader.read()
    record.reader.seek(0)
    trouble = joined(
        f"cut short: {len(block):,} of {length:,} bytes" if len(block) < length else None,
        _digest_trouble(record, block) if len(block) == length else None,
    )
    try:
        record.parse_http(auto_decode="all")
    except OSError as error:
        return _told(b"", reading, address, joined(f"broken record: {error}", trouble))
    kind = _kind(record)
    if kind is None:
        return _told(b"", reading, address, trouble) if trouble and not record.is_http_parsed else None
    try:
        payload = record.reader.read(MAX_MEMBER + 1)
    except OSError as error:
        return _told(b"", reading, address, joined(f"broken record: {error}", trouble))
    if len(payload) > MAX_MEMBER:
        return _told(b"", reading, address, f"expansion: unpacks to more than {MAX_MEMBER:,} bytes")
    reading.budget.spend(len(payload))
    return _told(payload, reading, address, trouble, file=kind)


def _told(
    content: bytes, reading: _Reading, address: str | None, trouble: str | None, *, file: str = "page.html"
) -> Held:
    shown = address or "record"
    count = reading.seen[shown] = reading.seen.get(shown, 0) + 1
    name = f"{reading.name}/{shown}" if count == 1 else f"{reading.name}/{shown} #{count}"
    return replace(
        held(content, name, reading.depth, file=file),
        url=_web(address),
        trouble=trouble and f"{name}: {trouble}",
    )


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None


def _kind(record: WarcRecord) -> str | None:
    """The file name that says what a record's payload is; null for what is not read."""
    http = record.http_headers
    if http is not None and http.status_code is not None and not 200 <= http.status_code < 300:
        return None
    said = record.http_content_type if http is not None else record.headers.get("Content-Type")
    return _TYPES.get((said or "text/html").split(";")[0].strip().lower())


def _digest_trouble(record: WarcRecord, block: bytes) -> str | None:
    """A sentence to say so where the archive's own checksum does not fit the bytes."""
    said = (record.headers.get("WARC-Block-Digest") or "").strip()
    name, _, value = said.partition(":")
    kind = re.sub(r"[^a-z0-9]", "", name.lower())
    if kind not in _DIGESTS or not value:
        return None
    made = hashlib.new(kind, block, usedforsecurity=False)
    known = {made.hexdigest(), base64.b32encode(made.digest()).decode().rstrip("=").lower()}
    return None if value.rstrip("=").lower() in known else "its bytes do not fit the archive's own digest"
