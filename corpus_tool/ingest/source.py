"""One input file: where it is, what it is called, its first bytes, its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from corpus_tool.errors import InputError
from corpus_tool.settings import DEFAULT, IngestSettings

HEAD_BYTES = 64 * 1024
"""Enough to tell a format by its content; an export's telling keys stand in its first lines."""


@dataclass(frozen=True)
class Source:
    """A file to read.

    Attributes:
        path: Where it lies.
        name: Its path relative to the input root, with forward slashes.
    """

    path: Path
    name: str
    settings: IngestSettings = field(default_factory=lambda: DEFAULT.ingest)

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB.

        Raises:
            InputError: The file cannot be opened.
        """
        try:
            with self.path.open("rb") as stream:
                return stream.read(HEAD_BYTES)
        except OSError as error:
            raise unreadable(self.name, error) from error

    @cached_property
    def data(self) -> bytes:
        """The whole file.

        Raises:
            InputError: The file cannot be opened, or is larger than the settings allow.
        """
        if self.size > self.settings.max_bytes:
            raise InputError(
                f"too large: {self.size:,} bytes, the limit is {self.settings.max_bytes:,}",
                place=self.name,
                remedy="split the file",
            )
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise unreadable(self.name, error) from error

    def stream(self) -> BinaryIO:
        """The file as a stream; close it."""
        return self.path.open("rb")

    @cached_property
    def size(self) -> int:
        """Its length in bytes.

        Raises:
            InputError: The file cannot be opened.
        """
        try:
            return self.path.stat().st_size
        except OSError as error:
            raise unreadable(self.name, error) from error

    @property
    def suffix(self) -> str:
        """The last suffix of its name, lower case, with the dot."""
        return self.path.suffix.lower()


def unreadable(name: str, error: OSError) -> InputError:
    """An operating system's refusal, in words a user can act on."""
    if isinstance(error, FileNotFoundError):
        return InputError("no such file", place=name, remedy="check the path, or where the link points")
    if isinstance(error, IsADirectoryError):
        return InputError("is a folder", place=name, remedy="give the files in it")
    if isinstance(error, PermissionError):
        return InputError("may not be read", place=name, remedy="check the file's permissions")
    return InputError(
        f"cannot be read: {error.strerror or error}", place=name, remedy="check the disk and path"
    )
