"""Word lists of this room, read once from its data files.

Each file begins with ``#`` lines naming its sources; rows are tab-separated.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=32)
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``lexicons/<name>``, without comments and blank lines."""
    text = files(__package__).joinpath("lexicons", name).read_text(encoding="utf-8")
    lines = (line.rstrip() for line in text.splitlines())
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=32)
def mapping(name: str) -> dict[str, str]:
    """A two-column file as a dictionary; the first column may hold several forms, split by "|"."""
    return {form: row[1] for row in rows(name) for form in row[0].split("|")}


@lru_cache(maxsize=32)
def words(name: str) -> frozenset[str]:
    """A one-column file as a set; a line may hold several words, split by spaces."""
    return frozenset(word for row in rows(name) for word in row[0].split())


@lru_cache(maxsize=32)
def phrases(name: str, *, backward: bool = False) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Multi-word entries keyed by their first word (last, if ``backward``), longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows(name):
        for form in row[0].split("|"):
            parts = tuple(form.split())
            index.setdefault(parts[-1 if backward else 0], []).append((parts, row[1] if len(row) > 1 else ""))
    return {key: tuple(sorted(entries, key=lambda e: -len(e[0]))) for key, entries in index.items()}
