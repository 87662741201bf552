"""Whether one statement says the opposite of another, read with care.

A "no" or "not" is not yet a denial: "no car will cross for weeks" says what "shut to cars" says, "nobody paid, since the
foundation did" says who paid, and "no game is sold without its label" says that each has one.
"""

from __future__ import annotations

import re

from corpus_tool.models import Mention
from corpus_tool.provenance.lexicon import fold, patterns
from corpus_tool.provenance.notes import content_words

_SUBORDINATE = re.compile(
    r"(?<=\w )(?<!evidence )(?<!proof )(?<!truth )(?:that|which|who|whose|whatever|if|unless|because|when|while)\b[^,.;]*"
)
"""A "not" in a subordinate clause ("news that the board does not like") denies nothing outside it."""
_CLAUSE = re.compile(r"[,;:.!?]\s+|\s[-–—]\s|\b(?:but|since|because|for the|so that)\b")
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|not one|not a(?: single)?|no) [^,;]{1,80}(?:,| )\s*(?:since|because|for|with|but|except|save|as) \w"
)
"""Nobody, and behind it who did: "nobody in the town hall paid for the lamps, since the foundation did"."""
_NO_NOUN = re.compile(r"\b(?:no|not an?|not one|not a single) (?:[a-z-]+ )?([a-z-]{3,})")
_SHARED_WORDS = 2
"""Words of matter that the clause with the "no" must have in common with what it denies."""


def denies_outright(mention: Mention) -> bool:
    """Whether a statement calls another one false: "it is wrong that lorries have to pay"."""
    return patterns("speech", "outright").search(fold(mention.text)) is not None


def taken_back(mention: Mention) -> str:
    """What an earlier statement said that this one tells was withdrawn; empty where it tells of none."""
    found = patterns("speech", "taken_back").search(fold(mention.text))
    return "" if found is None else next(part for part in found.groups() if part)


def takes_back(later: Mention, told: Mention) -> bool:
    """Whether one statement tells that what the other says was withdrawn: the same matter, denied or not as there."""
    said = taken_back(later)
    if not said or taken_back(told) or len(content_words(said) & content_words(told.text)) < _SHARED_WORDS:
        return False
    return (patterns("speech", "negation").search(said) is not None) == is_negative(told)


def is_negative(mention: Mention) -> bool:
    """Whether a statement says that something is not so."""
    return mention.polarity == "negative" or denies_outright(mention)


def says_no(denial: Mention, told: Mention) -> bool:
    """Whether a statement says "no" or "not" in plain words, no mere limit, about the matter of another."""
    main = _SUBORDINATE.sub(" ", fold(denial.text))
    said = any(patterns("speech", key).search(main) for key in ("negation", "denial", "outright"))
    shared = len(content_words(denial.text) & content_words(told.text))
    return said and shared >= _SHARED_WORDS and patterns("speech", "faint").search(main) is None


def opposes(denial: Mention, told: Mention) -> bool:
    """Whether a negative statement denies what a positive one says.

    Outright, or by a "no" or "not" in plain words in a clause that has the matter of the other one, where
    the other one says it with no negative sense of its own ("shut", "banned", "without").
    """
    theirs = content_words(told.text)
    text = fold(denial.text)
    if denies_outright(denial):
        return len(content_words(denial.text) & theirs) >= _SHARED_WORDS
    main = _SUBORDINATE.sub(" ", text)
    if patterns("speech", "faint").search(main):
        return False
    if patterns("speech", "denial").search(main):
        return len(content_words(denial.text) & theirs) >= _SHARED_WORDS
    if _NOBODY.search(text):
        return False
    return any(_clause_denies(clause, theirs) for clause in _CLAUSE.split(main)) and not _both_negative(
        text, told
    )


def _clause_denies(clause: str, theirs: frozenset[str]) -> bool:
    if not patterns("speech", "negation").search(clause):
        return False
    if len(content_words(clause) & theirs) < _SHARED_WORDS:
        return False
    # "They use no meat" denies only what speaks of meat.
    nouns = [content_words(found) for found in _NO_NOUN.findall(clause)]
    return not nouns or any(noun & theirs for noun in nouns)


def _both_negative(text: str, told: Mention) -> bool:
    """Whether what is told is negative in sense, in a word that the other one lacks: "shut to cars", "no cars"."""
    own = {found.group() for found in patterns("speech", "negative_sense").finditer(fold(told.text))}
    return any(not content_words(word) & content_words(text) for word in own)
