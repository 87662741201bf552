"""Loading of this room's word lists: plain data, read once."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from corpus_tool.text import plain_punctuation


@lru_cache(maxsize=16)
def load(name: str) -> dict[str, Any]:
    """One TOML list file of ``provenance/lexicons``, by its stem."""
    source = resources.files("corpus_tool.provenance.lexicons").joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def words_of(name: str, key: str) -> frozenset[str]:
    """One word list as a set."""
    return frozenset(load(name)[key])


@lru_cache(maxsize=64)
def patterns(name: str, key: str) -> re.Pattern[str]:
    """One phrase list as a single alternation; meant for text that `fold` has prepared."""
    return re.compile("|".join(f"(?:{phrase})" for phrase in load(name)[key]))


def fold(text: str, limit: int = 4000) -> str:
    """Lower case with plain punctuation. Cut at ``limit`` characters: input is hostile, cues stand early."""
    return plain_punctuation(text[:limit]).casefold()
