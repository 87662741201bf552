"""The names in a wording: words with a capital that no sentence's start gave them, and openings that no list of words holds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus_tool.match.background import UNSEEN, surprisal
from corpus_tool.match.normal import listed

_RUN: Final = re.compile(r"[A-Z][\w'’-]*(?:[ -][A-Z][\w'’-]*){0,5}")
_OPENING: Final = re.compile(r"(?:^|[.!?:;\n(\[]\s*|[\"“‘'•*–—-]\s*)$")
_SHOUTED: Final = 4
"""Words in capitals from this length on are shouted, not named."""


@lru_cache(maxsize=65_536)
def names_in(text: str) -> frozenset[str]:
    """Words of the names in a wording, lower case.

    >>> sorted(names_in("The fee for Ana Example rose in May."))
    ['ana', 'example']
    """
    found: set[str] = set()
    for run in _RUN.finditer(text):
        words = run.group().split()
        words = [word for word in words if not (word.isupper() and len(word) >= _SHOUTED)]
        if _OPENING.search(text[: run.start()][-3:]) and len(words) == 1:
            continue
        found.update(_bare(word) for word in words)
    return frozenset(found - listed("capitals_of_no_name.txt"))


@lru_cache(maxsize=65_536)
def opening_name(text: str) -> frozenset[str]:
    """The first word, lower case, where it can only be a name: it has a capital, and English does not know it.

    >>> sorted(opening_name("Oldermann takes back prams."))
    ['oldermann']
    """
    words = text.split(maxsplit=1)
    first = _bare(words[0].strip("\"'“‘•*–—-,.:")) if words and words[0][:1].isupper() else ""
    known = not first.isalpha() or min(surprisal(first), surprisal(first.removesuffix("s"))) < UNSEEN
    return frozenset() if known else frozenset({first})


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).lower()
