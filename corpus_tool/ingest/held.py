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
    """

    content: bytes = b""
    depth: int = 1

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        return self.content[:HEAD_BYTES]

    @cached_property
    def data(self) -> bytes:
        """All of it."""
        return self.content

    def stream(self) -> BinaryIO:
        """Its bytes as a stream."""
        return io.BytesIO(self.content)


def held(content: bytes, name: str, depth: int = 1) -> Held:
    """A source in memory; the suffix of its name counts as a file's does."""
    return Held(path=Path(PurePosixPath(name).name or "part"), name=name, content=content, depth=depth)
