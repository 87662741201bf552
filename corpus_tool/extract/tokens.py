"""Words of a sentence with their places: what every cue of this room reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

_TOKEN = re.compile(r"\b(?:i\.e|e\.g)\b\.?|\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|\w+")
_CURLY = str.maketrans("’‘“”", "''\"\"")
_KEPT = 8192
"""Sentences remembered: each is asked about many times in a row, and pages repeat their furniture."""
_LONGEST_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Tokens:
    """Lower-case tokens of one stretch of text, with offsets into it.

    Attributes:
        text: The stretch itself.
        raw: Tokens as written; punctuation marks are tokens of their own.
        words: The same, lower case, with straight apostrophes.
        starts, ends: Their offsets in ``text``.
        memo: What was already found out about these words, by the name of the question; each
            answer follows from the words alone.
    """

    text: str
    raw: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.words)

    def cut(self, start: int, end: int) -> str:
        """Text from the first character of token ``start`` to the last of token ``end - 1``."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def part(self, start: int, end: int) -> Tokens:
        """The tokens from ``start`` up to ``end``, as a stretch of their own (offsets from its start)."""
        if start >= end:
            return tokens("")
        base = self.starts[start]
        return Tokens(
            self.text[base : self.ends[end - 1]],
            self.raw[start:end],
            self.words[start:end],
            tuple(place - base for place in self.starts[start:end]),
            tuple(place - base for place in self.ends[start:end]),
        )


def tokens(text: str) -> Tokens:
    """Tokens of ``text``: numbers ("1,000", "3.5%"), words with inner apostrophes, single marks."""
    return _kept(text) if len(text) <= _LONGEST_KEPT else _cut(text)


def _cut(text: str) -> Tokens:
    places = [match.span() for match in _TOKEN.finditer(text)]
    raw = tuple([text[start:end] for start, end in places])
    lower = text.lower().translate(_CURLY)
    same = len(lower) == len(text)  # a few letters grow in lower case
    words = tuple([lower[start:end] for start, end in places] if same else map(_lower, raw))
    return Tokens(text, raw, words, tuple([start for start, _ in places]), tuple([end for _, end in places]))


def _lower(token: str) -> str:
    return token.lower().translate(_CURLY)


@lru_cache(maxsize=_KEPT)
def _kept(text: str) -> Tokens:
    return _cut(text)


def is_word(token: str) -> bool:
    """Whether the token is a word or number rather than a mark."""
    return token[:1].isalnum()
