"""Which lines of a copied page belong to the page and to no text."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus_tool.ingest.lexicon import classes
from corpus_tool.text import normalise

_LONGEST = 280
"""No furniture line is longer; longer lines are never given to a pattern."""
_EDGE_LEFT = re.compile(r"^(?:[•●▪◦·*»›>–—-]+\s+)")
_EDGE_RIGHT = " .:!»›>…|"
_NUMBER = re.compile(r"(?<![\w.])(\d[\d,.]*)(k?)\b", re.IGNORECASE)
_NUMBER_WORDS = {
    "no": 0, "one": 1, "a single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip


def is_furniture(line: str, kind: str) -> bool:
    """True where a whole line is of this class of ``lexicons/furniture.tsv``.

    Args:
        line: One line of a page.
        kind: ``line``, ``block``, ``form``, ``control``, ``pointer`` or ``mark``.
    """
    if len(line) > _LONGEST:
        return False
    return kind in _classes_of(line)


def announced(line: str) -> int | None:
    """How many comments a heading says there are; null where it says nothing."""
    folded = _folded(line)
    title = folded.find(' on "')
    counted = folded if title < 0 else folded[:title]
    found = _NUMBER.search(counted)
    if found is not None:
        digits = found[1].replace(",", "").replace(".", "")
        return min(int(digits[:9]) * (1000 if found[2] else 1), 10**9)
    for word, number in _NUMBER_WORDS.items():
        if re.search(rf"\b{word}\b", counted):
            return number
    return None


@lru_cache(maxsize=8192)
def _classes_of(line: str) -> frozenset[str]:
    folded = _folded(line)
    if not folded:
        return frozenset()
    return frozenset(name for name, pattern in classes("furniture.tsv").items() if pattern.fullmatch(folded))


def _folded(line: str) -> str:
    folded = _EDGE_LEFT.sub("", normalise(line))
    return folded.rstrip(_EDGE_RIGHT) or folded
