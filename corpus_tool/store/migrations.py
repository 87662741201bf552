"""How a project file of any age becomes one of today. Steps are only ever added.

``PRAGMA user_version`` counts the steps a file has had. The tables' columns come from
`corpus_tool.schema`; a file made by a newer version is refused, not guessed at.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from corpus_tool import schema
from corpus_tool.errors import StoreError
from corpus_tool.store import lineage

_KEYED = frozenset({"documents", "mentions", "claims", "derivations", "externals", "decisions"})
_TYPES = {int: "INTEGER", float: "REAL", str: "TEXT"}
SEARCHED = {"documents": ("title", "text"), "claims": ("statement",)}
"""Tables with a full-text index, and the columns it covers."""


def _first_tables(db: sqlite3.Connection) -> None:
    for name, cls in schema.TABLES.items():
        columns = [
            f"[{column}] {_TYPES[kind]}" + (" PRIMARY KEY" if column == "id" and name in _KEYED else "")
            for column, kind in schema.sqlite_columns(cls).items()
        ]
        db.execute(f"CREATE TABLE [{name}] ({', '.join(columns)})")
    db.execute("CREATE TABLE analyses (key TEXT PRIMARY KEY, rows BLOB NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TABLE runs (id INTEGER PRIMARY KEY, version TEXT, settings TEXT, documents INTEGER)")


def _append_only_decisions(db: sqlite3.Connection) -> None:
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER decisions_no_{verb.lower()} BEFORE {verb} ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
        )


def _search(db: sqlite3.Connection) -> None:
    for name, columns in SEARCHED.items():
        listed = ", ".join(columns)
        db.execute(
            f"CREATE VIRTUAL TABLE [{name}_fts] USING fts5({listed}, content=[{name}], tokenize=unicode61)"
        )


def _given(db: sqlite3.Connection) -> None:
    """Documents say where their headline, writer and day were read; those of an older file do not."""
    columns = {row[1] for row in db.execute("PRAGMA table_info(documents)")}
    if "given" not in columns:
        db.execute("ALTER TABLE documents ADD COLUMN [given] TEXT NOT NULL DEFAULT '[]'")


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _first_tables,
    _append_only_decisions,
    _search,
    lineage.create,
    _given,
)


def migrate(db: sqlite3.Connection, *, place: str) -> None:
    """Bring the file to today's form.

    Raises:
        StoreError: The file was written by a newer version.
    """
    done = int(db.execute("PRAGMA user_version").fetchone()[0])
    if done > len(STEPS):
        raise StoreError(
            "the project file was written by a newer version of this tool",
            place=place,
            remedy="update corpus-tool, or choose another file with --project",
        )
    for number, step in enumerate(STEPS[done:], start=done + 1):
        with db:
            step(db)
            db.execute(f"PRAGMA user_version = {number}")
