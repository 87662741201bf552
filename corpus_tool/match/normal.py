"""Words as matching sees them: folded tokens, which of them carry content, sentence keys."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from corpus_tool import text as strings


@lru_cache(maxsize=16)
def listed(name: str) -> frozenset[str]:
    """The words of a list under ``lexicons/``: any number a line, comments behind "#"."""
    raw = files(__package__).joinpath("lexicons", name).read_text(encoding="utf-8")
    lines = [line for line in raw.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


def function_words() -> frozenset[str]:
    """Words of the closed classes."""
    return listed("function_words.txt")


def content_words(text: str) -> list[str]:
    """Folded words of ``text`` that are not function words, in order."""
    closed = function_words()
    return [word for word in strings.words(text) if word not in closed]


def key(text: str) -> str:
    """What is left of a sentence when case, punctuation and spacing are folded.

    Sentences with one key are compared once.
    """
    return " ".join(strings.words(text))


_ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("ations", "ate"), ("ation", "ate"), ("ing", ""), ("ed", ""),
    ("es", ""), ("'s", ""), ("s", ""), ("ly", ""), ("e", ""),
)  # fmt: skip
_STEM_LETTERS = 3


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude stem that joins inflected forms: "scores", "scored", "scoring" give "scor".

    For keys only: two words with one stem may still differ, and the comparison sees the words.
    """
    if not word.isalpha() and not word.endswith("'s"):
        return word
    for ending, kept in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LETTERS and not word.endswith("ss"):
            stemmed = word[: len(word) - len(ending)] + kept
            return stemmed.removesuffix("e")
    return word
