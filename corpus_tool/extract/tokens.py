"""Words of a sentence with their places: what every cue of this room reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|\w+")
_CURLY = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Lower-case tokens of one stretch of text, with offsets into it.

    Attributes:
        text: The stretch itself.
        raw: Tokens as written; punctuation marks are tokens of their own.
        words: The same, lower case, with straight apostrophes.
        starts, ends: Their offsets in ``text``.
    """

    text: str
    raw: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

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
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        raw.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    words = tuple(token.lower().translate(_CURLY) for token in raw)
    return Tokens(text, tuple(raw), words, tuple(starts), tuple(ends))


def is_word(token: str) -> bool:
    """Whether the token is a word or number rather than a mark."""
    return token[:1].isalnum()
