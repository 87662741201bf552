"""Values as SQLite cells and back, also those that UTF-8 cannot hold (half of a surrogate pair)."""

from __future__ import annotations

import json
from typing import Any

import orjson

from corpus_tool.text import encodable


def to_json(value: Any) -> bytes:
    """The value as JSON; what orjson refuses is escaped, so that nothing is lost."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, separators=(",", ":")).encode("ascii")


def from_json(data: bytes | str) -> Any:
    """The value that `to_json` wrote.

    Raises:
        ValueError: The data is no JSON.
    """
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        return json.loads(data)


def cell(value: Any) -> Any:
    """A plain value for a column: lists and rows as JSON; half characters, which SQLite refuses, U+FFFD."""
    if isinstance(value, list | dict):
        return to_json(value).decode()
    return encodable(value) if isinstance(value, str) else value
