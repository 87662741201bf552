"""Archives: zip, tar and gzip, each member read as the file it is, within bounds."""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corpus_tool.errors import InputError
from corpus_tool.ingest.held import Held, held
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.zipped import names_in

MAX_MEMBERS = 10_000
"""No pile of saved pages is larger; more are made to wear a reader out."""
MAX_DEPTH = 3
"""An archive in an archive in an archive: deeper ones are traps."""
MAX_MEMBER = 64 * 1024 * 1024
"""One page or export inside an archive."""
MAX_TOTAL = 512 * 1024 * 1024
"""All members of one archive together, unpacked."""
_ZIP, _GZIP, _XZ, _BZIP = b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ\x00", b"BZh"
_OFFICE = frozenset({".docx", ".epub"})
_OFFICE_PARTS = frozenset(
    (
        "[Content_Types].xml",
        "word/document.xml",
        "xl/workbook.xml",
        "ppt/presentation.xml",
        "mimetype",
        "META-INF/container.xml",
    )
)
_TAR_MAGIC = 257


@dataclass(slots=True)
class Budget:
    """What may still be unpacked."""

    place: str
    left: int = field(default=MAX_TOTAL)
    members: int = field(default=MAX_MEMBERS)

    def spend(self, size: int) -> None:
        """Counts a member; raises where the archive holds more than a pile of texts would."""
        self.left -= size
        self.members -= 1
        if self.left < 0:
            raise InputError(
                f"expansion: more than {MAX_TOTAL:,} bytes unpacked",
                place=self.place,
                remedy="unpack it and give the files",
            )
        if self.members < 0:
            raise InputError(
                f"expansion: more than {MAX_MEMBERS:,} files",
                place=self.place,
                remedy="unpack it and give the files",
            )


def sniff(source: Source) -> bool:
    """True for the openings of zip, tar and the packers around them; office files are zips too, and not archives."""
    head = source.head
    if head.startswith(_ZIP):
        return source.suffix not in _OFFICE and not _is_office(head)
    return head.startswith((_GZIP, _XZ, _BZIP)) or head[_TAR_MAGIC : _TAR_MAGIC + 5] == b"ustar"


def members(source: Source) -> Iterator[Held]:
    """The files in an archive, in its order; hidden ones, links and names that lead out of it are passed over.

    Raises:
        InputError: It is broken or locked, or unpacks to more than the limits.
    """
    depth = source.depth + 1 if isinstance(source, Held) else 1
    if depth > MAX_DEPTH:
        raise InputError(
            f"nesting: archives more than {MAX_DEPTH} deep", place=source.name, remedy="unpack it first"
        )
    try:
        if source.head.startswith(_ZIP):
            yield from _of_zip(source, depth)
        else:
            yield from _of_tar(source, depth)
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        EOFError,
        zlib.error,
        lzma.LZMAError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise InputError(f"broken archive: {error}", place=source.name, remedy="pack it again") from error


def _is_office(head: bytes) -> bool:
    return not _OFFICE_PARTS.isdisjoint(names_in(head))


def _of_zip(source: Source, depth: int) -> Iterator[Held]:
    budget = Budget(source.name)
    with source.stream() as packed, zipfile.ZipFile(packed) as opened:
        if len(opened.infolist()) > MAX_MEMBERS:
            budget.members = 0
            budget.spend(0)
        for info in opened.infolist():
            is_link = (info.external_attr >> 16) & 0o170000 == 0o120000
            if info.is_dir() or is_link or not is_plain(info.filename):
                continue
            if info.flag_bits & 0x1:
                raise InputError("is locked with a password", place=source.name, remedy="unpack it first")
            with opened.open(info) as stream:
                yield _member(stream.read(MAX_MEMBER + 1), f"{source.name}/{info.filename}", budget, depth)


def _of_tar(source: Source, depth: int) -> Iterator[Held]:
    budget = Budget(source.name)
    try:
        with source.stream() as packed, tarfile.open(fileobj=packed, mode="r|*") as opened:
            for info in opened:
                budget.spend(0)
                stream = opened.extractfile(info) if info.isreg() and is_plain(info.name) else None
                if stream is not None:
                    yield _member(stream.read(MAX_MEMBER + 1), f"{source.name}/{info.name}", budget, depth)
    except tarfile.ReadError:
        if not source.head.startswith(_GZIP) or budget.members < MAX_MEMBERS:
            raise
        yield _gunzipped(source, budget, depth)


def _gunzipped(source: Source, budget: Budget, depth: int) -> Held:
    """One file packed by itself; its name is the archive's without ``.gz``."""
    with source.stream() as packed, gzip.open(packed) as unpacked:
        content = unpacked.read(MAX_MEMBER + 1)
    return _member(content, f"{source.name}/{PurePosixPath(source.name).stem}", budget, depth)


def _member(content: bytes, name: str, budget: Budget, depth: int) -> Held:
    if len(content) > MAX_MEMBER:
        raise InputError(
            f"expansion: {name} unpacks to more than {MAX_MEMBER:,} bytes",
            place=budget.place,
            remedy="unpack it and give the files",
        )
    budget.spend(len(content))
    return held(content, name, depth)


def is_plain(name: str) -> bool:
    """True for a member's name that stays inside the archive and is no hidden file of a packing program."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or (len(name) > 1 and name[1] == ":"):
        return False
    return bool(path.parts) and not any(
        part == ".." or part.startswith(".") or part == "__MACOSX" for part in path.parts
    )
