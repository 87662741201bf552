"""One cheap pass over the text that every recogniser of this room shares."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"[0-9]+(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|\S"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, numbers and single marks of a text, as parallel lists.

    Attributes:
        text: The text they were cut from.
        low: Each token in lower case, with plain apostrophes.
        start, end: Offsets of each token.
        size: How many there are.
    """

    text: str
    low: list[str]
    start: list[int]
    end: list[int]
    size: int

    def word(self, i: int) -> str:
        """The lower-case token, or "" beyond either end."""
        return self.low[i] if 0 <= i < self.size else ""

    def raw(self, i: int) -> str:
        """The token as written, or "" beyond either end."""
        return self.text[self.start[i] : self.end[i]] if 0 <= i < self.size else ""

    def is_number(self, i: int) -> bool:
        """Whether the token is written in digits."""
        return 0 <= i < self.size and "0" <= self.low[i][0] <= "9"

    def is_word(self, i: int) -> bool:
        """Whether the token is made of letters."""
        return 0 <= i < self.size and self.low[i][0].isalpha()

    def is_capital(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= i < self.size and self.text[self.start[i]].isupper()

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows token ``i - 1`` without a space."""
        return 0 < i < self.size and self.end[i - 1] == self.start[i]

    def cut(self, first: int, last: int) -> str:
        """The text from token ``first`` to token ``last`` (exclusive)."""
        return self.text[self.start[first] : self.end[last - 1]]

    def newline_before(self, i: int) -> bool:
        """Whether token ``i`` opens the text or a line."""
        return i <= 0 or "\n" in self.text[self.end[i - 1] : self.start[i]]


def tokens(text: str) -> Tokens:
    """Cut a text into tokens; linear in its length."""
    plain = _lowered(text)
    spans = [match.span() for match in _TOKEN.finditer(plain)]
    low = [plain[a:b] for a, b in spans]
    return Tokens(text, low, [a for a, _ in spans], [b for _, b in spans], len(low))


def _lowered(text: str) -> str:
    """The text in lower case with plain apostrophes, offsets unchanged: a few capitals have longer small forms."""
    plain = text.lower()
    if len(plain) != len(text):
        plain = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return plain.replace("’", "'")
