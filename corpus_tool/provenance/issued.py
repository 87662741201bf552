"""Papers that the body they speak for puts out itself: a ministry's statistics, a court's list, a safety notice."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus_tool.models import Document
from corpus_tool.provenance.lexicon import words_of

_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*")
_MOST_WORDS: Final = 7
_OUTLETS: Final = frozenset(
    {"press", "post", "times", "news", "magazine", "radio", "daily", "weekly", "blog"}
)


def is_issued(document: Document) -> bool:
    """Whether a document is a body's own: its publisher, author or the name before a colon in its title is an office."""
    if document.kind != "article":
        return False
    label, colon, _ = (document.title or "").partition(": ")
    names = (document.publisher, document.author, label if colon else None)
    return any(_is_body(name) for name in names if name)


@lru_cache(maxsize=4096)
def _is_body(name: str) -> bool:
    """Cases like "Department for Harbours" and "Ostmark Police"; "Coastal Press Agency" is an outlet."""
    words = _WORD.findall(name[:120])
    if not 1 < len(words) <= _MOST_WORDS or not words[0][0].isupper():
        return False
    low = [word.casefold() for word in words]
    if low[-2:] == ["press", "office"]:
        low = low[:-2]
    if not low or _OUTLETS & set(low):
        return False
    bodies = words_of("names", "issuers")
    first = 1 if low[0] == "the" else 0
    return low[-1] in bodies or (low[first] in bodies and low[first + 1 : first + 2] in (["of"], ["for"]))
