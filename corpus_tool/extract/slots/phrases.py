"""Noun phrases and clause edges, by closed-class words alone."""

from __future__ import annotations

from functools import lru_cache

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.tokens import Tokens

_MARKS = frozenset({".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "—", "–", "…", '"', "“", "”", "|"})
_DETERMINERS = frozenset({
    "the", "a", "an", "his", "her", "its", "our", "their", "my", "your", "this", "that", "these", "those", "some",
    "any", "each", "every", "all", "both", "no", "such", "other", "another", "own", "either", "neither", "many",
})  # fmt: skip
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets", "get", "got"})
"""Auxiliaries of the passive."""
RESUMING = frozenset({
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "is", "are", "was", "were", "get",
    "gets", "got", "receive", "receives", "has", "have", "had", "cannot", "do", "does", "become", "becomes", "need",
})  # fmt: skip
"""Verbs at which the sentence goes on after a long subject."""
_PHRASE = 6
CLAUSE = 16
"""Words after which a condition or a phrase is cut: longer ones say no more."""


@lru_cache(maxsize=1)
def _closed() -> frozenset[str]:
    return lexicon.words("function_words.txt")


def is_mark(t: Tokens, i: int) -> bool:
    """Whether token ``i`` is punctuation that ends a phrase, or lies outside the text."""
    return not 0 <= i < t.size or t.low[i] in _MARKS


def after_determiners(t: Tokens, i: int) -> int:
    """The first token from ``i`` that is no determiner."""
    while t.word(i) in _DETERMINERS:
        i += 1
    return i


def phrase_end(t: Tokens, i: int) -> int:
    """The token after the noun phrase whose first content word is at ``i``."""
    at = i
    while at < min(i + _PHRASE, t.size) and t.low[at] not in _closed() and not is_mark(t, at):
        at += 1
    return at


def head_before(t: Tokens, i: int) -> int:
    """The last content word before token ``i`` in its clause, adverbs and auxiliaries passed over; -1 if none."""
    at = i - 1
    while at >= 0 and (t.low[at] in _PASSED or t.low[at].endswith("ly")):
        at -= 1
    if t.word(at) == "than" and t.word(at - 1) in {"more", "less"}:
        at -= 2  # "deaths more than halved"
    if at < 0 or is_mark(t, at) or t.low[at] in _closed() - _PRONOUNS or not t.is_word(at):
        return -1
    return at


_PASSED = frozenset({
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "has", "have", "had", "is", "are",
    "was", "were", "be", "been", "being", "also", "not", "never", "then", "now", "soon", "already", "just", "still",
    "to", "do", "does", "did", "only", "even", "always", "often", "ever", "going", "likely", "supposed",
    "said", "set", "expected", "almost", "all", "but", "again", "more", "n't", "cannot", "won't", "doesn't", "don't", "didn't", "can't",
})  # fmt: skip
_PRONOUNS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "who", "which", "that", "this", "these", "those"}
)


def phrase_start(t: Tokens, i: int) -> int:
    """The first token of the noun phrase that ends with token ``i``."""
    at = i
    while at > 0 and i - at < _PHRASE and not is_mark(t, at - 1) and t.low[at - 1] not in _closed():
        at -= 1
    while at > 0 and i - at < _PHRASE + 2 and t.low[at - 1] in _DETERMINERS:
        at -= 1
    return at


def clause_end(t: Tokens, i: int) -> int:
    """The token after the clause that begins at ``i``: its comma or stop, or sixteen words."""
    at = i
    while at < min(i + CLAUSE, t.size) and not is_mark(t, at):
        at += 1
    return at


def content(t: Tokens, first: int, last: int) -> list[str]:
    """Lower-case content words of a stretch, without possessive endings."""
    return [
        t.low[i].removesuffix("'s").removesuffix("'")
        for i in range(first, last)
        if (t.is_word(i) or t.is_number(i)) and t.low[i] not in _closed()
    ]
