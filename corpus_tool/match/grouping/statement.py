"""Which wording stands for a claim: the clearest full one.

Each reason to prefer a wording is one small function giving 0–1; the best weighted sum wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from corpus_tool import text as strings
from corpus_tool.match.grouping.stated import unattributed
from corpus_tool.match.normal import content_words, listed
from corpus_tool.models import Mention, Polarity

_IDEAL_WORDS = (8, 24)
_LONG_WORDS = 45
_TITLE_SHARE = 0.7
_SMALL = 3
"""Words this short ("by", "the") are small in a title too, and say nothing of it."""


def stands_alone(mention: Mention) -> float:
    """It does not open with a word that points outside it ("it", "such", "but") or a label ("Update:")."""
    words = strings.words(mention.text)
    opens = not words or words[0] in listed("pointing_words.txt") or _LABEL.match(mention.text) is not None
    return 0.0 if opens else 1.0


def is_a_sentence(mention: Mention) -> float:
    """It begins like a sentence: a capital or a figure, and not every word has one."""
    words = [word for word in mention.text.split() if word[:1].isalpha()]
    if not words or mention.field == "title":
        return 0.0
    rest = [word for word in words[1:] if len(word) > _SMALL] or words
    capitals = sum(word[0].isupper() for word in rest) / len(rest)
    opens = mention.text.lstrip("\"'“‘•-–* ")[:1]
    return 0.0 if capitals > _TITLE_SHARE else 1.0 if opens.isupper() or opens.isdigit() else 0.5


def is_of_good_length(mention: Mention) -> float:
    """Neither a stump nor a paragraph: eight to twenty-four words are best."""
    count = len(strings.words(mention.text))
    low, high = _IDEAL_WORDS
    if count < low:
        return count / low
    return 1.0 if count <= high else max(0.0, (_LONG_WORDS - count) / (_LONG_WORDS - high))


def is_no_scrap(mention: Mention) -> float:
    """It has a subject of its own, or does not open with a word that ties it to a clause which has."""
    return 1.0 if mention.subject is not None or stands_alone(mention) else 0.0


def is_first_hand(mention: Mention) -> float:
    """Not a quotation of somebody else's text."""
    return 0.0 if mention.quoted else 1.0


FEATURES: Final[tuple[tuple[Callable[[Mention], float], float], ...]] = (
    (stands_alone, 1.0),
    (is_a_sentence, 1.0),
    (is_of_good_length, 1.0),
    (is_first_hand, 1.0),
    (is_no_scrap, 1.0),
)
_TIE = re.compile(
    r"(?:while|whereas|although|though|because|and|but|so|yet|or|also|then|however|in fact|indeed|meanwhile|instead)\b,?\s+",
    re.IGNORECASE,
)
"""Words that tie a clause to what stands before it."""
_QUOTES = ("“", '"')
_LEAST_WORDS = 3
_LENT = 8
"""A longer subject is a sentence of its own."""
_OWN_WORDS = 0.75
_LABEL = re.compile(r"[A-Z][A-Za-z]{2,15}(?:\s[^:]{0,20})?:\s")
_CENTRAL = 1.5
_DATELINE = re.compile(
    r"^(?:\([A-Z]{2,6}\)|[A-Z][A-Z .'-]{2,30}(?:,\s+[A-Z][a-z]+\.?)?(?:\s+\([A-Z]{2,6}\))?)\s+[-–—]+\s+"
)


def statement(mentions: Sequence[Mention]) -> str:
    """The clearest wording of a claim without who is said to have said it; ties go to the lower id."""
    shared = _shared_words(mentions)
    denied = sum(mention.polarity == "negative" for mention in mentions)
    usual: Polarity = "negative" if 2 * denied > len(mentions) else "positive"
    mentions = [mention for mention in mentions if mention.polarity == usual] or mentions
    best = min(mentions, key=lambda one: (-round(_clarity(one, shared), 4), one.id))
    words = _DATELINE.sub("", strings.fold_space(unattributed(best)).lstrip("•*-–— "))
    words = re.sub(r",? (?:as|that|and|or|but)$", "", words)
    words = _with_subject(_without_half_quotation(_without_opening(words, best)), best)
    return words[:1].upper() + words[1:]


def _without_opening(words: str, mention: Mention) -> str:
    """Without the word that ties a clause to another ("while", "in fact") or the label before it ("Hazard:")."""
    tie = (
        _TIE.match(words) if mention.subject is not None else None
    )  # "while currently voluntary" is no clause
    bare = words if tie is None else words[tie.end() :]
    label = _LABEL.match(bare) if mention.field == "text" else None
    if label is not None and len(bare[label.end() :].split()) >= _LEAST_WORDS:
        bare = bare[label.end() :]
    return bare if len(bare.split()) >= _LEAST_WORDS else words


def _without_half_quotation(words: str) -> str:
    """Without a mark whose other half stands elsewhere, and what follows the end of such a quotation."""
    opens, closes = words.count("“"), words.count("”")
    plain = words.count('"') % 2 == 1
    if words[:1] in _QUOTES and (opens > closes or plain):
        return words[1:]
    half = re.match(r"([^“”\"]{12,}?)[,.!?]?[”\"](?=\s|$)", words)
    if half is not None and (closes > opens or plain):
        return half[1]
    return words


def _with_subject(words: str, mention: Mention) -> str:
    """With what "which" at its head stands for; what "it" and "they" mean is seldom so plain that it may be printed."""
    head, _, rest = words.partition(" ")
    if head.casefold() != "which" or not mention.subject or not rest:
        return words
    lent = strings.fold_space(mention.subject)
    plain = len(lent.split()) <= _LENT and lent.casefold() != "which"
    return f"{lent} {rest}" if plain else words


def _shared_words(mentions: Sequence[Mention]) -> dict[str, float]:
    counts: dict[str, int] = {}
    for mention in mentions:
        for word in set(content_words(mention.text)):
            counts[word] = counts.get(word, 0) + 1
    return {word: count / len(mentions) for word, count in counts.items()}


def _clarity(mention: Mention, shared: dict[str, float]) -> float:
    words = set(content_words(mention.text))
    central = sum(shared[word] for word in words) / (sum(shared.values()) or 1.0)
    central -= _OWN_WORDS * _peculiar(words, shared)
    return _CENTRAL * central + sum(weight * feature(mention) for feature, weight in FEATURES)


def _peculiar(words: set[str], shared: dict[str, float]) -> float:
    """Share of a wording's words that no other of at least three has: it says something more, or something else."""
    least = min(shared.values(), default=1.0)
    if least * _FEW > 1.0 or not words:
        return 0.0
    return sum(shared[word] <= least for word in words) / len(words)


_FEW = 3
