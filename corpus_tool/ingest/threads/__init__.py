"""Thread exports of known services."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus_tool.ingest.drafts import Draft

__all__ = ["of_json", "of_rows", "of_xml"]


def of_json(value: object) -> Iterable[Draft] | None:
    """Drafts of a parsed JSON export, or null where no reader knows it."""
    return None


def of_rows(rows: Sequence[object]) -> Iterable[Draft] | None:
    """Drafts of an export in JSON Lines, or null."""
    return None


def of_xml(data: bytes, name: str) -> list[Draft] | None:
    """Drafts of an XML export, or null."""
    return None
