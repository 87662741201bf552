"""Pure string functions that every room may use. No state, no I/O, no model."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_HALF = re.compile("[\ud800-\udfff]")
_QUOTES = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "…": "...",
})  # fmt: skip
_QUOTE = re.compile(f"[{''.join(map(chr, _QUOTES))}]")
_ONE_FOR_ONE = re.compile(f"[{''.join(chr(code) for code, plain in _QUOTES.items() if len(plain) == 1)}]")
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphens and zero-width characters: pages and PDFs put them into words, and no reader sees them."""
_MARKS = "\u0300-\u036f"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:(?:['’]|[{_UNSEEN}{_MARKS}]{{1,8}})[^\W\d_]+)*[{_MARKS}]*", re.UNICODE
)
_INSIDE = re.compile(f"[{_UNSEEN}{_MARKS}]")
_HIDDEN = re.compile(f"[{_UNSEEN}]")


def fold_space(text: str) -> str:
    """Runs of white space become one space; the ends are bare."""
    return " ".join(text.split())


def normalise(text: str) -> str:
    """Folded form for comparison: case, quotes, dashes, compatibility forms and white space.

    Offsets are not kept. Idempotent.
    """
    return fold_space(_plain(unicodedata.normalize("NFKC", _plain(text)).casefold()))


def _plain(text: str) -> str:
    """What `str.translate` gives for `_QUOTES`, ten times as fast: few characters are in the table."""
    return text if text.isascii() else _QUOTE.sub(lambda found: _QUOTES[ord(found[0])], text)


def plain_punctuation(text: str) -> str:
    """Typographic quotes, dashes and spaces as ASCII. Lengths change at "…": see `same_length_punctuation`."""
    return text.translate(_QUOTES)


def same_length_punctuation(text: str) -> str:
    """Like `plain_punctuation`, but every offset stays what it was ("…" is left alone)."""
    return text if text.isascii() else _ONE_FOR_ONE.sub(lambda found: _QUOTES[ord(found[0])], text)


def words(text: str) -> list[str]:
    """Lower-case word and number tokens, in order; "350-950" gives two."""
    if text.isascii():  # three times as fast, and most statements are
        return _WORD.findall(text.lower())
    return [_folded(found) for found in _WORD.findall(text)]


def _folded(word: str) -> str:
    """A word in lower case, an accent and its letter one character, without what nobody sees."""
    if _INSIDE.search(word) is not None:
        word = unicodedata.normalize("NFC", _HIDDEN.sub("", word))
    return word.casefold().replace("’", "'")


def word_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the tokens that `words` gives."""
    return [m.span() for m in _WORD.finditer(text)]


def digest(*parts: object, size: int = 16) -> str:
    """Stable hex digest of the parts' string forms; ``size`` hex digits.

    BLAKE2b over length-prefixed UTF-8, so that ("ab", "c") and ("a", "bc") differ.
    """
    state = hashlib.blake2b(digest_size=max(8, size // 2))
    for part in parts:
        data = str(part).encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()[:size]


def content_hash(text: str) -> str:
    """Digest of a text's folded form: two reposts of one text share it."""
    return digest(normalise(text), size=32)


def encodable(text: str) -> str:
    """The text with half characters (lone surrogates), which no tokeniser takes, as U+FFFD; offsets hold."""
    return _HALF.sub("\ufffd", text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
