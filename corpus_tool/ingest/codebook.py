"""The reader of codebooks: a user's TOML list of claims to track by name."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from corpus_tool.errors import CodebookError
from corpus_tool.models import TrackedClaim

_REMEDY = 'each entry is [[claim]] with name = "…", statement = "…" and examples = ["…"]'


def read_codebook(path: Path) -> tuple[TrackedClaim, ...]:
    """The tracked claims of a codebook, in file order.

    Raises:
        CodebookError: The file is missing, is no TOML, or an entry lacks a part; says which.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(
            f"the codebook cannot be read: {error}", place=str(path), remedy=_REMEDY
        ) from error
    entries = table.get("claim")
    if not isinstance(entries, list) or not entries:
        raise CodebookError("the codebook names no claim", place=str(path), remedy=_REMEDY)
    tracked = tuple(_entry(entry, f"{path}, claim {number}") for number, entry in enumerate(entries, start=1))
    names = [claim.name for claim in tracked]
    if len(set(names)) < len(names):
        raise CodebookError(
            "two claims of the codebook share a name", place=str(path), remedy="give each its own"
        )
    return tracked


def _entry(entry: Any, place: str) -> TrackedClaim:
    name = entry.get("name") if isinstance(entry, dict) else None
    statement = entry.get("statement") if isinstance(entry, dict) else None
    if not (isinstance(name, str) and name.strip() and isinstance(statement, str) and statement.strip()):
        raise CodebookError("a claim lacks its name or statement", place=place, remedy=_REMEDY)
    examples = entry.get("examples", [])
    if not isinstance(examples, list) or not all(isinstance(example, str) for example in examples):
        raise CodebookError("examples must be a list of strings", place=place, remedy=_REMEDY)
    return TrackedClaim(name=name.strip(), statement=statement.strip(), examples=tuple(examples))
