"""The items of a JSON array that is too large to be held whole, one at a time."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from typing import TextIO

from corpus_tool.ingest.source import Source

LARGE = 16 * 1024 * 1024
"""Parsed JSON takes up to ten times its size: above this an array is read item by item."""
MAX_ITEM = 25_000_000
"""Characters of one item; no article with all its comments is longer."""
_CHUNK = 1024 * 1024
_BETWEEN = " \t\r\n"


def opens_array(source: Source) -> bool:
    """True for a file that begins as a JSON array in UTF-8."""
    return source.head.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n").startswith(b"[")


def items(source: Source) -> Iterator[object]:
    """Items of an array in order; where it breaks, an error that says at which item, and the end.

    The standard decoder reads each item out of a window of the file, so that strings are
    what they are in a file read whole, lone surrogates too.

    Args:
        source: A file for which `opens_array` is true.
    """
    with io.TextIOWrapper(source.stream(), "utf-8-sig", errors="replace", newline="") as stream:
        yield from _Window(stream).items()


class _Window:
    """A part of the text, moved along as items are read."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0
        self._ended = False
        self._decode = json.JSONDecoder().raw_decode

    def items(self) -> Iterator[object]:
        self._next()
        self._at += 1  # the opening bracket
        number = 0
        while True:
            mark = self._next()
            if mark == "]" or (mark == "" and number == 0):
                return
            if number and mark != ",":
                yield ValueError(
                    f"broken JSON after item {number}: a comma or the end was due (mend the file)"
                )
                return
            if number:
                self._at += 1
                self._next()
            number += 1
            item = self._item(number)
            yield item
            if isinstance(item, ValueError):
                return

    def _next(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BETWEEN:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(_CHUNK):
                return ""

    def _item(self, number: int) -> object:
        step = _CHUNK
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if len(self._text) - self._at > MAX_ITEM:
                    return ValueError(f"item {number} is longer than {MAX_ITEM:,} characters, or broken")
                if self._more(step):
                    step *= 2  # so that a long item is tried a few times, not a thousand
                    continue
                return ValueError(f"broken JSON in item {number}: {error.msg} (mend the file)")
            except ValueError:
                return ValueError(
                    f"item {number} holds a number of thousands of digits (write it as a string)"
                )
            except RecursionError:
                return ValueError(f"nesting: item {number} is nested too deep")
            if end == len(self._text) and self._more(_CHUNK):
                continue  # a number may go on
            self._at = end
            return value

    def _more(self, size: int) -> bool:
        """Moves the window on; false at the end of the file."""
        if self._ended:
            return False
        read = self._stream.read(size)
        self._ended = not read
        self._text = self._text[self._at :] + read
        self._at = 0
        return bool(read)
