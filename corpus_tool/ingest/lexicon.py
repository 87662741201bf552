"""The word lists of this room, loaded when first needed."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=32)
def lines(name: str) -> tuple[str, ...]:
    """Lines of a list in ``lexicons/``, without its comments and blank lines."""
    text = files("corpus_tool.ingest").joinpath("lexicons", name).read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=32)
def table(name: str) -> dict[str, Any]:
    """A TOML table in ``lexicons/``. Treat it as read-only."""
    text = files("corpus_tool.ingest").joinpath("lexicons", name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=64)
def classes(name: str) -> dict[str, re.Pattern[str]]:
    """One pattern for each class of a ``class<TAB>pattern`` list, for full matches of folded lines."""
    grouped: dict[str, list[str]] = {}
    for row in lines(name):
        label, pattern = row.split("\t", 1)
        grouped.setdefault(label, []).append(f"(?:{pattern})")
    return {label: re.compile("|".join(patterns), re.IGNORECASE) for label, patterns in grouped.items()}
