"""Documents that are zips of XML: opened, bounded and parsed without expanding anything."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from corpus_tool.errors import InputError
from corpus_tool.ingest.source import Source

MAX_PART = 64 * 1024 * 1024
"""The longest novel is a tenth of this; a part that unpacks to more is a bomb."""
MAX_RATIO = 200
"""Text packs to a tenth, repetitive markup to a hundredth; beyond lie only runs of one byte."""

_LOCAL = b"PK\x03\x04"
_HEADER = struct.Struct("<4x2xHH8xI4xHH")
"""Of a member's header: flags, method, packed size, length of its name and of what follows the name."""
_UNSIZED = 0x8
_STORED = 0


def names_in(head: bytes) -> frozenset[str]:
    """Names of the members whose headers stand in a zip's first bytes.

    Args:
        head: The first bytes of a file that begins as a zip.
    """
    found: set[str] = set()
    at = 0 if head.startswith(_LOCAL) else -1
    while at >= 0 and at + _HEADER.size <= len(head) and head.startswith(_LOCAL, at):
        flags, method, size, length, extra = _HEADER.unpack_from(head, at)
        start = at + _HEADER.size
        found.add(head[start : start + length].decode("utf-8", "replace"))
        if not flags & _UNSIZED:
            at = start + length + extra + size
        elif method == _STORED:  # its end is not told, and a zip in it would look like ours
            break
        else:
            at = head.find(_LOCAL, start + length)
    return frozenset(found)


class Parts:
    """The parts of a zipped document, read one at a time."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise InputError(f"broken file: {error}", place=source.name, remedy="save it again") from error

    def has(self, part: str) -> bool:
        """True where the document holds such a part."""
        return part in self._zip.NameToInfo

    def read(self, part: str) -> bytes:
        """A part's bytes.

        Raises:
            InputError: It is missing, locked or broken, or expands past the bounds.
        """
        try:
            info = self._zip.getinfo(part)
            with self._zip.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            RuntimeError,
            OSError,
            zlib.error,
            EOFError,
            ValueError,
        ) as error:
            told = f"cannot read {part}: {error}"
            raise InputError(told, place=self._name, remedy="save it again, without a password") from error
        if len(data) > MAX_PART or (
            len(data) > 1_000_000 and len(data) > MAX_RATIO * max(1, info.compress_size)
        ):
            raise InputError(
                f"expansion: {part} unpacks to far more than a text", place=self._name, remedy="save its text"
            )
        return data

    def xml(self, part: str) -> Element:
        """A part parsed; entities and document types are refused.

        Raises:
            InputError: It cannot be read or parsed.
        """
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        data = self.read(part)
        try:
            root: Element = fromstring(data, forbid_dtd=False)
        except DefusedXmlException as error:
            raise InputError(f"{part} declares entities", place=self._name, remedy="save it again") from error
        except (ParseError, ValueError, LookupError) as error:
            raise InputError(
                f"{part} is broken XML: {error}", place=self._name, remedy="save it again"
            ) from error
        return root
