"""How a project file of any age becomes one of today. Steps are only ever added.

``PRAGMA user_version`` counts the steps a file has had. The tables' columns come from
`corpus_tool.schema`; a file made by a newer version is refused, not guessed at.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlite_utils

from corpus_tool import schema
from corpus_tool.errors import StoreError

_KEYS = {
    "documents": "id",
    "mentions": "id",
    "claims": "id",
    "derivations": "id",
    "externals": "id",
    "decisions": "id",
}

SEARCHED: dict[str, list[str]] = {"documents": ["title", "text"], "claims": ["statement"]}
"""Columns with a full-text index, by table."""


def _first_tables(db: sqlite_utils.Database) -> None:
    for name, cls in schema.TABLES.items():
        columns = _flat(schema.sqlite_columns(cls))
        db[name].create(columns, pk=_KEYS.get(name), if_not_exists=True)  # type: ignore[union-attr]
    db.conn.execute("CREATE TABLE analyses (key TEXT PRIMARY KEY, rows BLOB NOT NULL) WITHOUT ROWID")
    db.conn.execute(
        "CREATE TABLE runs (id INTEGER PRIMARY KEY, version TEXT, settings TEXT, documents INTEGER)"
    )


def _append_only_decisions(db: sqlite_utils.Database) -> None:
    for verb in ("UPDATE", "DELETE"):
        db.conn.execute(
            f"CREATE TRIGGER decisions_no_{verb.lower()} BEFORE {verb} ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
        )


def _search(db: sqlite_utils.Database) -> None:
    for name, columns in SEARCHED.items():
        db[name].enable_fts(columns, tokenize="unicode61")  # type: ignore[union-attr]


def _flat(columns: dict[str, type]) -> dict[str, type]:
    return dict(columns)


STEPS: tuple[Callable[[sqlite_utils.Database], None], ...] = (_first_tables, _append_only_decisions, _search)


def migrate(db: sqlite_utils.Database, *, place: str) -> None:
    """Bring the file to today's form.

    Raises:
        StoreError: The file was written by a newer version.
    """
    done = int(db.conn.execute("PRAGMA user_version").fetchone()[0])
    if done > len(STEPS):
        raise StoreError(
            "the project file was written by a newer version of this tool",
            place=place,
            remedy="update corpus-tool, or choose another file with --project",
        )
    for number, step in enumerate(STEPS[done:], start=done + 1):
        with db.conn:
            step(db)
            db.conn.execute(f"PRAGMA user_version = {number}")
