"""Whether a sentence rests on a paper that it names, in whatever construction.

Attribution is read where what is said is; this asks less, and only to be careful: a statement whose
sentence lets a named paper speak, or says that it stands in one, is not said to rest on nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus_tool.provenance.lexicon import words_of

_MOST = 1_500
"""Characters of a text that are looked at."""
_NEAR = 200
"""Characters to each side of a statement in a comment: an answer gives the paper in one sentence, what it says in the next."""


def rests_on_paper(sentence: str) -> bool:
    """Whether a paper that is named says what the sentence states, or is said to hold it.

    >>> rests_on_paper("The works order of the Example Roads Office states that lorries pay a toll.")
    True
    >>> rests_on_paper("The works order of the Example Roads Office is late.")
    False
    """
    text = sentence[:_MOST]
    return _speaks().search(text) is not None or _holds().search(text) is not None


def names_paper(text: str) -> bool:
    """Whether a paper is named by its owner or its title: "the minute book of the town council"."""
    return _paper().search(text[:_MOST]) is not None


def around(text: str, start: int, end: int) -> str:
    """A statement with what stands beside it."""
    return text[max(0, start - _NEAR) : end + _NEAR]


@lru_cache(maxsize=1)
def _paper_pattern() -> str:
    """A paper with its owner behind it ("a study by the Example Institute"), or with a title ("Example Games Act")."""
    nouns = sorted(
        words_of("names", "papers") | words_of("names", "owned_papers"), key=lambda w: (-len(w), w)
    )
    noun = "(?:" + "|".join(f"[{w[0]}{w[0].upper()}]{re.escape(w[1:])}" for w in nouns) + ")"
    owned = rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s(?:[\w'’-]+\s){{0,3}}{noun}\s(?:of|by|from)\s(?:(?:the|an?)\s[\w'’&-]+|[A-Z][\w'’&-]*)"
    capital = "(?:" + "|".join(f"{w[0].upper()}{re.escape(w[1:])}" for w in nouns) + ")"
    titled = rf"\b(?:[Tt]he|[Aa]n?)\s[A-Z][\w'’&-]*\s(?:[\w'’&-]+\s){{0,3}}{noun}\b|\b(?:[A-Z][\w'’&-]*\s){{1,4}}{capital}\b"
    return f"(?:{owned}|{titled})"


@lru_cache(maxsize=1)
def _paper() -> re.Pattern[str]:
    return re.compile(_paper_pattern())


@lru_cache(maxsize=1)
def _speaks() -> re.Pattern[str]:
    """A named paper, the rest of its name, and a verb of what papers do."""
    verbs = "|".join(sorted(words_of("names", "paper_verbs")))
    return re.compile(rf"{_paper_pattern()}(?:\s[\w'’&-]+){{0,6}}?\s(?:{verbs})\b")


@lru_cache(maxsize=1)
def _holds() -> re.Pattern[str]:
    """Words for standing in a paper, and a named paper close behind them."""
    places = "|".join(words_of("names", "paper_places"))
    return re.compile(rf"\b(?:{places})\s(?:[\w'’-]+\s){{0,3}}?{_paper_pattern()}")
