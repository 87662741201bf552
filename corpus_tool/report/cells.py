"""Values as CSV cells that no spreadsheet will run."""

from __future__ import annotations

from typing import Any

from corpus_tool.rows import dumps

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: Any) -> str | int | float | None:
    """A cell: numbers as they are, nested values as JSON, what a spreadsheet would run behind an apostrophe.

    Source: the CSV injection guidance of the Open Worldwide Application Security Project.
    """
    if value is None or isinstance(value, bool):
        return None if value is None else str(value).lower()
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else dumps(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
