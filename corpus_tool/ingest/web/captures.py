"""Captures: what an address gave, byte by byte, and when. Evidence, so nothing is ever overwritten."""

from __future__ import annotations

import hashlib
import os
import threading
from datetime import datetime, timedelta
from pathlib import Path

from corpus_tool.errors import StoreError
from corpus_tool.ingest.ledger import Ledger
from corpus_tool.ingest.web.request import Capture, Fetched

_COLUMNS = "id, url, final_url, retrieved, checked, sha256, size, content_type, wayback"


class Captures:
    """The captures of a store's folder; usable from any thread."""

    def __init__(self, ledger: Ledger) -> None:
        self._db = ledger.db
        self._lock = ledger.lock
        self._raw = ledger.folder / "raw"

    def add(self, url: str, fetched: Fetched) -> Capture:
        """Keep what was fetched. The bytes of last time make no new capture, only a later check."""
        told = hashlib.sha256(fetched.content).hexdigest()
        self._write(told, fetched.content)
        at = fetched.retrieved.isoformat(timespec="seconds")
        with self._lock, self._db:
            last = self._latest(url)
            if last is not None and last.sha256 == told:
                self._db.execute("UPDATE captures SET checked = ? WHERE id = ?", (at, last.id))
                return self._by_id(last.id)
            made = self._db.execute(
                "INSERT INTO captures (url, final_url, retrieved, checked, sha256, size, content_type, wayback)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    url,
                    fetched.url,
                    at,
                    at,
                    told,
                    len(fetched.content),
                    fetched.content_type,
                    wayback(url, fetched.retrieved),
                ),
            )
            return self._by_id(int(made.lastrowid or 0))

    def of(self, url: str) -> list[Capture]:
        """All captures of an address, oldest first."""
        with self._lock:
            found = self._db.execute(f"SELECT {_COLUMNS} FROM captures WHERE url = ? ORDER BY id", (url,))  # noqa: S608 our own names
            return [Capture(**dict(zip(_COLUMNS.split(", "), row, strict=True))) for row in found]

    def get(self, number: int) -> Capture:
        """The capture of a number."""
        with self._lock:
            return self._by_id(number)

    def content(self, capture: Capture) -> bytes:
        """The bytes of a capture.

        Raises:
            StoreError: They are gone, or are not what they were.
        """
        path = self._path(capture.sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StoreError(f"a kept page is gone: {error}", place=str(path)) from error
        if hashlib.sha256(data).hexdigest() != capture.sha256:
            raise StoreError("a kept page was changed on disk", place=str(path), remedy="remove the file")
        return data

    def _latest(self, url: str) -> Capture | None:
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM captures WHERE url = ? ORDER BY id DESC LIMIT 1",  # noqa: S608 our own names
            (url,),
        ).fetchone()
        return None if row is None else Capture(**dict(zip(_COLUMNS.split(", "), row, strict=True)))

    def _by_id(self, number: int) -> Capture:
        row = self._db.execute(f"SELECT {_COLUMNS} FROM captures WHERE id = ?", (number,)).fetchone()  # noqa: S608 our own names
        return Capture(**dict(zip(_COLUMNS.split(", "), row, strict=True)))

    def _path(self, told: str) -> Path:
        return self._raw / told[:2] / told

    def _write(self, told: str, content: bytes) -> None:
        path = self._path(told)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{told}.{os.getpid()}.{threading.get_ident()}.part")
        half.write_bytes(content)
        half.replace(path)


class Job:
    """One call's list of addresses: what it has fetched so far outlives a stop, and nothing else.

    Args:
        ledger: Where it is kept.
        name: Tells this list from any other.
        now: What is older than the settings allow is forgotten.
        hours: See `WebSettings.resume_hours`.
    """

    def __init__(self, ledger: Ledger, name: str, now: datetime, hours: float) -> None:
        self._ledger = ledger
        self._name = name
        self._now = now
        oldest = (now - timedelta(hours=hours)).isoformat()
        with ledger.lock, ledger.db:
            ledger.db.execute("DELETE FROM fetched WHERE at < ?", (oldest,))

    def done(self, url: str) -> int | None:
        """The capture that this job has of an address."""
        with self._ledger.lock:
            row = self._ledger.db.execute(
                "SELECT capture FROM fetched WHERE job = ? AND url = ?", (self._name, url)
            ).fetchone()
        return None if row is None else int(row[0])

    def add(self, url: str, capture: Capture) -> None:
        """Remember that an address is done."""
        with self._ledger.lock, self._ledger.db:
            self._ledger.db.execute(
                "INSERT OR REPLACE INTO fetched VALUES (?, ?, ?, ?)",
                (self._name, url, capture.id, self._now.isoformat()),
            )

    def finish(self) -> None:
        """All is read: the next call asks the web anew."""
        with self._ledger.lock, self._ledger.db:
            self._ledger.db.execute("DELETE FROM fetched WHERE job = ?", (self._name,))


def wayback(url: str, when: datetime) -> str:
    """Where the Internet Archive shows an address as it was at a time."""
    return f"https://web.archive.org/web/{when:%Y%m%d%H%M%S}/{url}"
