"""Files that are no text: named, with what they seem to be, and not read."""

from __future__ import annotations

from collections.abc import Iterable

from corpus_tool.ingest.decode import looks_binary
from corpus_tool.ingest.drafts import Draft, failed
from corpus_tool.ingest.source import Source

_TOLD = (
    (b"%PDF-", "a PDF", "save its text, or the page it came from"),
    (b"PK\x03\x04", "a zip archive or an office file", "unpack it, or save it as text or HTML"),
    (b"\x1f\x8b", "gzip data", "unpack it first"),
    (b"\x89PNG", "a PNG image", "only text is read"),
    (b"\xff\xd8\xff", "a JPEG image", "only text is read"),
    (b"GIF8", "a GIF image", "only text is read"),
    (b"SQLite format 3", "an SQLite file", "export its rows as JSON Lines"),
    (b"\xd0\xcf\x11\xe0", "an old office file", "save it as text or HTML"),
)


def sniff(source: Source) -> bool:
    """True for bytes that no encoding makes text of, and for the openings of known binary formats."""
    head = source.head
    return any(head.startswith(magic) for magic, _, _ in _TOLD) or looks_binary(head)


def read(source: Source) -> Iterable[Draft]:
    """One failed document that names the file, what it seems to be, and what to do."""
    for magic, what, remedy in _TOLD:
        if source.head.startswith(magic):
            yield failed(f"{source.name}: is {what}, not text ({remedy})")
            return
    yield failed(
        f"{source.name}: is binary data{_guess(source.head)}, not text (save it as text, HTML or JSON)"
    )


def _guess(head: bytes) -> str:
    import puremagic

    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError, IndexError):
        return ""
    return f", perhaps {found[0].name}" if found and found[0].name and found[0].confidence >= 0.6 else ""
