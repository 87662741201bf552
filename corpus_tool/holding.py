"""What new text is matched against: a bank from whatever file holds the known statements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus_tool.errors import InputError, RowError
from corpus_tool.match import bank
from corpus_tool.match.bank import Bank, Known

_SQLITE = b"SQLite format 3\x00"


def open_bank(path: Path, problems: list[str]) -> Bank:
    """Known statements: a saved bank, JSON Lines, CSV or ClaimReview JSON-LD.

    Args:
        path: The file.
        problems: Rows that hold no statement are named here, and the rest goes on.

    Raises:
        InputError: The file cannot be read.
        StoreError: The file is a database and no bank.
    """
    raw = _bytes(path)
    return Bank.open(path) if raw.startswith(_SQLITE) else Bank.of(known_rows(raw, path.name, problems))


def grown_bank(path: Path, source: Path | None, problems: list[str]) -> Bank:
    """The bank kept at ``path``, after the statements of a file that it lacks were added to it.

    Raises:
        InputError: The file cannot be read.
        StoreError: The bank is no bank, or there is none yet and nothing to put into it.
    """
    if source is not None:
        Bank.add(path, known_rows(_bytes(source), source.name, problems))
    return Bank.open(path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", place=str(path), remedy="check the name"
        ) from error


def known_rows(raw: bytes, name: str, problems: list[str]) -> Iterator[Known]:
    """The known statements of a file in any of the forms; faults go to ``problems``."""
    for one in bank.read(bank.decoded(raw), name=name):
        if isinstance(one, RowError):
            problems.append(f"{one.place}: failed: {one.message}")
        else:
            yield one
