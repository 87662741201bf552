"""The bank on disk: one SQLite file of rows and index segments, added to and never rebuilt."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path

import numpy as np

from corpus_tool.errors import StoreError
from corpus_tool.match.bank.index import Segment, joined, segment
from corpus_tool.match.bank.known import Known
from corpus_tool.match.bank.retrieve import Shelf
from corpus_tool.text import digest

FORM = 1
"""Raised whenever rows or arrays change their meaning."""
_IDS_AT_ONCE = 500
_VIEWS = ("both", "texts", "titles")
_TABLES = """
CREATE TABLE IF NOT EXISTS known (
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL,
  title TEXT NOT NULL, rating TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS segment (
  number INTEGER NOT NULL, view TEXT NOT NULL, arrays BLOB NOT NULL, PRIMARY KEY (number, view));
"""


def build(known: Iterable[Known]) -> Shelf:
    """Index rows; a repeated id keeps its first."""
    rows = tuple(fresh(known, {}))
    both = [f"{row.text} {row.title}".strip() for row in rows]
    return Shelf(
        rows=rows,
        both=segment(both),
        texts=segment([row.text for row in rows], words=False, pieces=False),
        titles=segment([row.title for row in rows], words=False),
    )


def fresh(known: Iterable[Known], held: Mapping[str, str]) -> Iterator[Known]:
    """The rows whose ids are new; ``held`` is the text of each id that is known.

    An address names a page, and a page may check several claims: there another text is another
    row, its id the address with a digest behind it.
    """
    taken = dict(held)
    for row in known:
        one = row
        if one.id == one.url and taken.get(one.id, one.text) != one.text:
            one = replace(one, id=_second(one))
        if one.id not in taken:
            taken[one.id] = one.text
            yield one


def _second(row: Known) -> str:
    """The id of a row that is not the first of its address."""
    return f"{row.url}#{digest(row.text)}"


def extended(shelf: Shelf, known: Iterable[Known]) -> Shelf:
    """The shelf with the rows whose ids it does not hold."""
    more = tuple(fresh(known, {row.id: row.text for row in shelf.rows}))
    return _laid([shelf, build(more)])


def append(path: Path, known: Iterable[Known]) -> int:
    """Add rows to a bank on disk, or make one; what it holds is neither read nor indexed again.

    A row whose id and text it holds already brings its rating and link up to date.

    Returns:
        How many rows were new.

    Raises:
        StoreError: If the file is no bank, or one of a later form.
    """
    connection = _connected(path)
    try:
        with connection:
            rows = list(known)
            more = tuple(fresh(rows, _held(connection, rows)))
            again = [(row.rating, row.url, row.id, row.text) for row in rows if row.rating or row.url]
            connection.executemany("UPDATE known SET rating = ?, url = ? WHERE id = ? AND text = ?", again)
            if more:
                _insert(connection, build(more), _count(connection))
            return len(more)
    finally:
        connection.close()


def _held(connection: sqlite3.Connection, rows: Sequence[Known]) -> dict[str, str]:
    """Text by id of what the bank holds under any id that one of the rows may get: the others are not read."""
    asked = sorted({row.id for row in rows} | {_second(row) for row in rows if row.id == row.url})
    held: dict[str, str] = {}
    for start in range(0, len(asked), _IDS_AT_ONCE):
        some = asked[start : start + _IDS_AT_ONCE]
        marks = ",".join("?" * len(some))
        held.update(connection.execute(f"SELECT id, text FROM known WHERE id IN ({marks})", some))  # noqa: S608
    return held


def _count(connection: sqlite3.Connection) -> int:
    """Rows in the bank; the last one's position tells, and none is ever taken out."""
    found: int = connection.execute("SELECT coalesce(max(position) + 1, 0) FROM known").fetchone()[0]
    return found


def _laid(shelves: Sequence[Shelf]) -> Shelf:
    return Shelf(
        rows=tuple(row for shelf in shelves for row in shelf.rows),
        both=joined([shelf.both for shelf in shelves]),
        texts=joined([shelf.texts for shelf in shelves]),
        titles=joined([shelf.titles for shelf in shelves]),
    )


def save(shelf: Shelf, path: Path) -> None:
    """Append the rows that the file does not hold yet, in one transaction."""
    connection = _connected(path)
    try:
        with connection:
            count = _count(connection)
            fresh = build(shelf.rows[count:]) if count else shelf
            if not fresh.rows:
                return
            _insert(connection, fresh, count)
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, fresh: Shelf, count: int) -> None:
    rows = [(count + at, *asdict(row).values()) for at, row in enumerate(fresh.rows)]
    connection.executemany("INSERT INTO known VALUES (?, ?, ?, ?, ?, ?)", rows)
    number = connection.execute("SELECT count(DISTINCT number) FROM segment").fetchone()[0]
    blobs = [(number, view, _packed(getattr(fresh, view))) for view in _VIEWS]
    connection.executemany("INSERT INTO segment VALUES (?, ?, ?)", blobs)


def load(path: Path) -> Shelf:
    """Read a saved shelf.

    Raises:
        StoreError: If there is no such file, or it is no bank of this form.
    """
    if not path.is_file():
        raise StoreError("there is no bank here", place=str(path))
    connection = _connected(path)
    try:
        rows = tuple(
            Known(id=one[0], text=one[1], title=one[2], rating=one[3], url=one[4])
            for one in connection.execute("SELECT id, text, title, rating, url FROM known ORDER BY position")
        )
        views = {view: joined(_segments(connection, view)) for view in _VIEWS}
    finally:
        connection.close()
    return Shelf(rows=rows, **views)


def _segments(connection: sqlite3.Connection, view: str) -> list[Segment]:
    found = connection.execute("SELECT arrays FROM segment WHERE view = ? ORDER BY number", (view,))
    return [_unpacked(row[0]) for row in found]


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        form = connection.execute("PRAGMA user_version").fetchone()[0]
        if form not in (0, FORM):
            raise StoreError("the bank was written by a later version", place=str(path))
        connection.executescript(_TABLES)
        connection.execute(f"PRAGMA user_version = {FORM}")
    except sqlite3.DatabaseError as fault:
        connection.close()
        raise StoreError(f"this is no bank: {fault}", place=str(path)) from fault
    return connection


def _packed(part: Segment) -> bytes:
    stream = io.BytesIO()
    np.savez(stream, **{one.name: getattr(part, one.name) for one in fields(Segment)})
    return stream.getvalue()


def _unpacked(blob: bytes) -> Segment:
    with np.load(io.BytesIO(blob), allow_pickle=False) as held:
        return Segment(**{one.name: held[one.name] for one in fields(Segment)})
