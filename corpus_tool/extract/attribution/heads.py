"""The head of a source phrase: its words, its last noun, its capitals, what kind of noun it is."""

from __future__ import annotations

import re

from corpus_tool.extract.attribution.words import nouns

WORD = re.compile(r"[^\W\d_]+(?:[.&'’-][^\W\d_]+)*\.?|\d[\d.,]*")
_POSSESSIVE = frozenset({"their", "its", "his", "her"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"}) | _POSSESSIVE
INDEFINITE = frozenset({
    "a", "an", "some", "many", "most", "several", "few", "various", "numerous", "certain", "other", "one",
    "two", "three", "countless", "plenty", "lots", "more", "any", "all", "every", "both", "dozens", "hundreds",
    "multiple", "anonymous", "unnamed", "another",
})  # fmt: skip
SMALL = frozenset(
    {"of", "for", "and", "at", "in", "de", "la", "von", "van", "der", "the", "&", "on", "to", "'s", "’s"}
)
HEAD_ENDS = re.compile(
    r"\s(?:of|from|for|at|by|in|on|with|about|who|which|that|entitled|titled|called|released|published|issued|near|close|familiar|"
    r"including|based|designed|made|owned|run|launched|written|released|filed|obtained|seen|cited)\b(?!-)|(?:,(?!\d)|[(;:“\"—–])"
)


def bare(phrase: str) -> str:
    """The phrase without its leading article, possessive pronoun or quantity."""
    words = phrase.split(" ")
    while len(words) > 1 and words[0].lower() in DEFINITE | {"a", "an"}:
        words = words[1:]
    return re.sub(r"['’]s?$", "", " ".join(words)).strip(' ,;:“”"')


def last_noun(head: str) -> str:
    """The last word of a head, lower case, without a possessive."""
    found = WORD.findall(head)
    return re.sub(r"['’]s$", "", found[-1].lower().rstrip(".")) if found else ""


_NUMBERS = frozenset({"no.", "no", "nr.", "nr", "number"})


def ends_with(head: str, kind: str) -> bool:
    """Whether the head noun, of one to three words, is in a list; a number behind it is part of its name."""
    words = [word.lower() for word in WORD.findall(re.sub(r"['’]s?$", "", head))]
    while len(words) > 1 and (words[-1][:1].isdigit() or len(words[-1]) == 1 or words[-1] in _NUMBERS):
        words = words[:-1]
    return any(" ".join(words[-size:]).rstrip(".") in nouns(kind) for size in (1, 2, 3) if len(words) >= size)


def capitals(phrase: str) -> list[str]:
    """The capitalised words of a phrase that are not its first article or pronoun."""
    words = WORD.findall(phrase)
    opener = words[0].lower() if words else ""
    common = opener in DEFINITE | INDEFINITE or any(
        opener in nouns(kind) for kind in ("vague", "commentator", "document")
    )
    first = 1 if common or opener in ("a", "an", "as") else 0
    return [word for word in words[first:] if word[0].isupper() and word.lower() not in SMALL]
