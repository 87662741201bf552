"""The project file as an object: remembered analyses, findings as tables, decisions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from corpus_tool import rows, schema
from corpus_tool.errors import SchemaError, StoreError
from corpus_tool.models import Analysis, Decision, Findings
from corpus_tool.store import lineage
from corpus_tool.store.cells import cell, from_json, to_json
from corpus_tool.store.migrations import SEARCHED, migrate

_PARTS = tuple(name for name in schema.TABLES if name != "decisions")


class Project:
    """An open project file. Use `open_project`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def remembered(self, keys: Sequence[str]) -> dict[str, Analysis]:
        """Analyses of earlier runs, by key; keys never seen, or whose analysis is damaged, are absent."""
        found: dict[str, Analysis] = {}
        for key in keys:
            row = self._db.execute("SELECT rows FROM analyses WHERE key = ?", (key,)).fetchone()
            analysis = None if row is None else _analysis(row[0])
            if analysis is not None:
                found[key] = analysis
        return found

    def remember(self, analyses: Iterable[tuple[str, Analysis]]) -> None:
        """Keep analyses under their keys."""
        with self._db:
            self._db.executemany(
                "INSERT OR REPLACE INTO analyses (key, rows) VALUES (?, ?)",
                ((key, to_json(rows.stored(analysis))) for key, analysis in analyses),
            )

    def save(self, findings: Findings, *, version: str) -> None:
        """Replace the tables of the last run; the run itself is added to ``runs``, and its lineage kept."""
        now = lineage.Held.of(findings.claims, findings.memberships)
        with self._db:
            before = lineage.Held.stored(self._db)
            for name in _PARTS:
                self._db.execute(f"DELETE FROM [{name}]")  # noqa: S608 names come from the schema
                self._insert(name, getattr(findings, name))
            for name in SEARCHED:
                self._db.execute(f"INSERT INTO [{name}_fts]([{name}_fts]) VALUES ('rebuild')")  # noqa: S608 as above
            self._db.execute(
                "INSERT INTO runs (version, settings, documents) VALUES (?, ?, ?)",
                (version, cell(findings.settings), len(findings.documents)),
            )
            run = int(self._db.execute("SELECT max(id) FROM runs").fetchone()[0])
            lineage.write(self._db, lineage.steps(before, now, run=run))

    def lineage(self, claim_id: str) -> tuple[lineage.Step, ...]:
        """How a claim's id came about over the runs of this project, and what became of it; oldest first."""
        return lineage.followed(self._db, claim_id)

    def _insert(self, name: str, things: Sequence[object]) -> None:
        columns = list(schema.sqlite_columns(schema.TABLES[name]))
        names = ", ".join(f"[{column}]" for column in columns)
        marks = ", ".join("?" for _ in columns)
        self._db.executemany(
            f"INSERT OR REPLACE INTO [{name}] ({names}) VALUES ({marks})",  # noqa: S608 names come from the schema
            ([cell(row[column]) for column in columns] for row in map(rows.stored, things)),
        )

    def decide(self, decision: Decision) -> None:
        """Add a person's decision; there is no way to change or remove one.

        Raises:
            StoreError: A decision of this id stands already.
        """
        try:
            with self._db:
                columns = rows.stored(decision)
                marks = ", ".join("?" for _ in columns)
                names = ", ".join(columns)
                self._db.execute(
                    f"INSERT INTO decisions ({names}) VALUES ({marks})",  # noqa: S608 names come from the schema
                    [cell(value) for value in columns.values()],
                )
        except sqlite3.IntegrityError as error:
            raise StoreError(f"decision {decision.id} stands already") from error

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, oldest first."""
        cursor = self._db.execute("SELECT * FROM decisions ORDER BY rowid")
        names = [column[0] for column in cursor.description]
        return tuple(rows.load(Decision, dict(zip(names, row, strict=True))) for row in cursor)

    def table(self, name: str) -> list[dict[str, Any]]:
        """The stored rows of one part of the last run, nested values decoded."""
        cls = schema.TABLES[name]
        cursor = self._db.execute(f"SELECT * FROM [{name}] ORDER BY rowid")  # noqa: S608 names come from the schema
        names = [column[0] for column in cursor.description]
        return [_decoded(cls, dict(zip(names, row, strict=True))) for row in cursor]

    def load(self, name: str, cls: type) -> list[Any]:
        """The typed things of one part of the last run."""
        return [rows.load(cls, row) for row in self.table(name)]

    def settings(self) -> dict[str, Any]:
        """The settings of the last run; empty where there was none."""
        row = self._db.execute("SELECT settings FROM runs ORDER BY id DESC LIMIT 1").fetchone()
        return {} if row is None else dict(from_json(row[0]))

    def findings(self) -> Findings:
        """The last run, whole."""
        parts = {name: tuple(self.load(name, schema.TABLES[name])) for name in _PARTS}
        return Findings(settings=self.settings(), **parts)


def _analysis(data: bytes) -> Analysis | None:
    """A remembered analysis; none where its bytes are damaged, for it can be made again."""
    try:
        return rows.load(Analysis, from_json(data))
    except (SchemaError, ValueError):
        return None


def _decoded(cls: type, row: dict[str, Any]) -> dict[str, Any]:
    import pyarrow as pa

    found = dict(row)
    for field in schema.arrow_schema(cls):
        if pa.types.is_nested(field.type) and isinstance(found[field.name], str):
            found[field.name] = from_json(found[field.name])
        elif pa.types.is_boolean(field.type):
            found[field.name] = bool(found[field.name])
    return found


@contextmanager
def open_project(path: Path | None) -> Iterator[Project]:
    """Open, or make, a project file; without a path one in memory.

    Raises:
        StoreError: The file is damaged, locked, unwritable, or newer than this tool.
    """
    place = ":memory:" if path is None else str(path)
    try:
        with closing(sqlite3.connect(place, timeout=10.0)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

            migrate(connection, place=place)
            yield Project(connection)
    except sqlite3.Error as error:
        raise StoreError(
            f"the project file cannot be used: {error}",
            place=place,
            remedy="move it away to start afresh, or choose another with --project",
        ) from error
