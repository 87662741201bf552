"""Whether a stream of a PDF is a bomb: unpacked bit by bit, and never held."""

from __future__ import annotations

import re
import zlib

MOST_UNPACKED = 128 * 1024 * 1024
"""Bytes of one stream: a scanned page at 600 dots an inch in colour has as many."""
_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 1024 * 1024
_MOST_STREAMS = 10_000
_LAYERS = 3
"""A stream may be packed several times over; each layer multiplies by up to a thousand."""


def expands(data: bytes) -> bool:
    """True where a packed stream unpacks to more than `MOST_UNPACKED`.

    The reader of PDFs stops at such a stream without a word, so that its page seems to be empty.

    Args:
        data: The file.
    """
    starts = [found.end() for found in _STREAM.finditer(data)][:_MOST_STREAMS]
    return any(_is_bomb(data[start : start + MOST_UNPACKED], _LAYERS) for start in starts)


def _is_bomb(packed: bytes, layers: int) -> bool:
    """Unpacks one layer; what comes out is unpacked in its turn where it is packed."""
    if packed[:1] != b"\x78" or layers == 0:
        return False
    unpacker = zlib.decompressobj()
    first, size, waiting = b"", 0, packed
    while waiting and not unpacker.eof:
        try:
            out = unpacker.decompress(waiting, _CHUNK)
        except zlib.error:
            return False
        first += out if len(first) < 8 * _CHUNK else b""
        size += len(out)
        waiting = unpacker.unconsumed_tail
        if size > MOST_UNPACKED:
            return True
    return _is_bomb(first, layers - 1)
