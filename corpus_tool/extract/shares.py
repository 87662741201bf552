"""Shares of people as wordings give them: "two-thirds of", "nine in ten", "80 percent of".

Only how large the share is, for the breadth of a statement; as values they are slots.
"""

from __future__ import annotations

from corpus_tool.extract.tokens import Tokens

_PARTS = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
    "tenth": 0.1,
}
_TOPS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_PERCENT = frozenset({"percent", "%", "pc"})


def share(words: Tokens, at: int) -> tuple[float, int] | None:
    """The share that begins at token ``at`` and the token behind it, or null."""
    return _fraction(words, at) or _of_many(words, at) or _percentage(words, at)


def _fraction(words: Tokens, at: int) -> tuple[float, int] | None:
    """Such as "half of the", "two-thirds of": the share and the token after "of"."""
    top = _TOPS.get(words.words[at], 1) if words.words[at] != "half" else 1
    place = at if words.words[at] == "half" else at + 1
    place = place + 1 if place < len(words) and words.words[place] == "-" else place
    if (place == at and words.words[at] != "half") or (place > at and words.words[at] not in _TOPS):
        return None
    part = _PARTS.get(words.words[place]) if place < len(words) else None
    tied = place + 1 < len(words) and words.words[place + 1] in ("of", "the")
    return (top * part, place + 2) if part is not None and tied else None


def _of_many(words: Tokens, at: int) -> tuple[float, int] | None:
    """Such as "nine in ten", "9 out of 10"."""
    top = _number(words, at)
    place = at + 3 if list(words.words[at + 1 : at + 3]) == ["out", "of"] else at + 2
    if top is None or at + 1 >= len(words) or words.words[at + 1] not in ("in", "out") or place >= len(words):
        return None
    whole = _number(words, place)
    return (top / whole, place + 1) if whole is not None and 0 < top < whole <= _MOST else None


_MOST = 1000


def _percentage(words: Tokens, at: int) -> tuple[float, int] | None:
    """Such as "80 percent of", "38% of"."""
    word = words.words[at]
    glued = word.endswith("%") and word[:1].isdigit()
    after = words.words[at + 1] if at + 1 < len(words) else ""
    spelt = word[:1].isdigit() and (
        after in _PERCENT or list(words.words[at + 1 : at + 3]) == ["per", "cent"]
    )
    if not (glued or spelt):
        return None
    place = at + 1 if glued else at + (3 if after == "per" else 2)
    tied = place < len(words) and words.words[place] == "of"
    value = word.rstrip("%").replace(",", "")
    return (float(value) / 100, place + 1) if tied and value.replace(".", "", 1).isdigit() else None


def _number(words: Tokens, at: int) -> float | None:
    word = words.words[at] if at < len(words) else ""
    if word.isascii() and word.isdigit() and len(word) < _LONGEST:
        return float(word)
    return float(_TOPS[word]) if word in _TOPS and word not in ("a", "an") else None


_LONGEST = 7
