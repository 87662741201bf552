"""A file that lies inside another: an archive's member, a message's part."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from corpus_tool.ingest.source import HEAD_BYTES, Source


@dataclass(frozen=True)
class Held(Source):
    """A source whose bytes are in memory.

    Attributes:
        content: Its bytes.
        depth: In how many containers it lies.
        url: Where it was on the web, if what holds it says so.
        trouble: What is wrong with it although it can be read, as a reason for ``partial``.
    """

    content: bytes = b""
    depth: int = 1
    url: str | None = None
    trouble: str | None = None

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        return self.content[:HEAD_BYTES]

    @cached_property
    def data(self) -> bytes:
        """All of it."""
        return self.content

    @cached_property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.content)

    def stream(self) -> BinaryIO:
        """Its bytes as a stream."""
        return io.BytesIO(self.content)


def held(content: bytes, name: str, depth: int = 1, *, file: str | None = None) -> Held:
    """A source in memory; the suffix of its name counts as a file's does.

    Args:
        content: Its bytes.
        name: What rows shall call it.
        depth: In how many containers it lies.
        file: A file name that says its format, where the name does not.
    """
    return Held(
        path=Path(file or PurePosixPath(name).name or "part"), name=name, content=content, depth=depth
    )
