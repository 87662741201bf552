"""The counted noun after a number, in its singular form."""

from __future__ import annotations

from functools import lru_cache

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.tokens import Tokens

REACH = 5
"""Adjectives and nouns between a number and its head; longer phrases are rare and unsafe."""


@lru_cache(maxsize=1)
def _stops() -> frozenset[str]:
    return lexicon.words("function_words.txt") | lexicon.words("not_units.txt")


@lru_cache(maxsize=4096)
def singular(word: str) -> str | None:
    """The singular of a plural noun, or null where the word does not look plural."""
    irregular = lexicon.mapping("irregular_plurals.tsv").get(word)
    if irregular is not None:
        return irregular
    if len(word) < 3 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return None
    return _without_s(word)


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1]


def lemma(word: str) -> str:
    """Singular if plural, else the word itself."""
    if word in _stops():
        return word
    return singular(word) or word


def counted_noun(t: Tokens, i: int, *, one: bool = False) -> tuple[str, int] | None:
    """The head noun that follows a number ending before token ``i``, and the token after it.

    The head is the first plural in reach; after "one" it is the last word of the phrase.
    """
    if one:
        return _single_noun(t, i)
    for at in range(i, min(i + REACH, t.size)):
        word = t.low[at]
        if word == "-" and t.glued(at) and t.glued(at + 1):
            continue
        if not t.is_word(at) or (word in _stops() and (at > i or word not in {"more", "other", "such"})):
            return None
        head = singular(word)
        if head is not None and not _inside_compound(t, at):
            return head, at + 1
    return None


def _inside_compound(t: Tokens, i: int) -> bool:
    """A plural that is itself a modifier: "300 sales staff", "8 arms-length deals"."""
    return t.word(i + 1) == "-" and t.glued(i + 1)


def _single_noun(t: Tokens, i: int) -> tuple[str, int] | None:
    at = i
    while at < min(i + REACH, t.size) and t.is_word(at) and t.low[at] not in _stops():
        at += 1
    if at == i:
        return None
    return lemma(t.low[at - 1].removesuffix("'s")), at
