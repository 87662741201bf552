"""What a statement is about: its subject, and what a pronoun subject stands for where that is plain."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_tool.extract.tokens import Tokens, is_word
from corpus_tool.extract.verbs import first_finite, is_base_verb, is_verb_form, word_class

SINGULAR = frozenset({"it", "this", "that", "it's", "that's", "it'll"})
PLURAL = frozenset({"they", "these", "those", "they're", "they've", "they'll"})
PRONOUNS = SINGULAR | PLURAL
VAGUE = PRONOUNS | {
    "there",
    "there's",
    "here",
    "here's",
    "what",
    "who",
    "which",
    "he",
    "she",
    "i",
    "we",
    "you",
    "one",
    "i'm",
    "i've",
    "we're",
    "you're",
    "everybody",
    "everyone",
    "anybody",
    "anyone",
    "nobody",
}
_LEADING = frozenset(
    {
        "and",
        "but",
        "so",
        "yet",
        "or",
        "while",
        "although",
        "though",
        "because",
        "however",
        "also",
        "now",
        "then",
        "still",
        "meanwhile",
        "even",
        "if",
        "when",
        ",",
    }
)
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Subject:
    """The words before a clause's verb; ``pronoun`` where they are only a stand-in."""

    text: str
    pronoun: bool


def subject(words: Tokens) -> Subject | None:
    """The subject of a clause, or null where it is not plain."""
    start = _start(words)
    finite = first_finite(words, start, min(len(words), start + _LONGEST + 1))
    if finite < 0:
        return None
    if finite == start:
        head = words.words[start]
        return Subject(words.raw[start], head in PRONOUNS) if head in PRONOUNS else None
    while finite > start + 1 and words.words[finite - 1].endswith("ly"):
        finite -= 1
    if not all(is_word(word) or word in "-'\"“”’‘&" for word in words.words[start:finite]):
        return None
    text = words.cut(start, finite)
    return Subject(text, text.lower() in PRONOUNS)


def _start(words: Tokens) -> int:
    """First token after conjunctions and a fronted phrase ("In 2011, …")."""
    at = 0
    while at < len(words) and words.words[at] in _LEADING:
        at += 1
    if at < len(words) and word_class(words.words[at]) in ("prep", "sub"):
        for place in range(at, min(len(words), at + 14)):
            if words.words[place] == ",":
                return place + 1
    return at


def antecedent(words: Tokens, at: int) -> str | None:
    """What a ", which …" that begins at token ``at`` is said of: the noun phrase right before the comma.

    Null where the phrase is long or hard to cut out; a "which" may mean the whole clause too.
    """
    last = at - 1 if at > 0 and words.words[at - 1] == "," else at
    first = last
    while first > 0 and last - first < _LONGEST and _in_phrase(words, first - 1):
        first -= 1
        if word_class(words.words[first]) in ("det", "poss"):
            break
    if not 0 < last - first < _LONGEST or not words.raw[last - 1][0].isalpha():
        return None
    whole = word_class(words.words[first]) in ("det", "poss")
    before = words.words[first - 1] if first else ""
    # Of "the owner of stolen scooters, which" or "between 350 and 950, which" the end alone is not meant.
    return words.cut(first, last) if whole or is_verb_form(before) else None


def _in_phrase(words: Tokens, at: int) -> bool:
    word = words.words[at]
    if not (is_word(word) or word in "-'’") or word_class(word) in ("prep", "conj", "sub", "pron", "neg"):
        return False
    named = at > 0 and words.raw[at][0].isupper()  # "the Ostmark Register"
    return named or (
        first_finite(words, at, at + 1) < 0 and not is_base_verb(word) and not is_verb_form(word)
    )


class Thread:
    """The last plain subjects of a running text; a new paragraph keeps them, a new heading drops them."""

    def __init__(self) -> None:
        self._last = ""

    def reset(self) -> None:
        """Forget the subjects so far."""
        self._last = ""

    def resolve(self, found: Subject | None) -> str | None:
        """The subject in plain words; null where a pronoun has no plain antecedent."""
        if found is None:
            return None
        if not found.pronoun:
            if found.text.lower() not in VAGUE:
                self._last = found.text
            return found.text
        wants_plural = found.text.lower() in PLURAL
        if self._last and wants_plural == _is_plural(self._last):
            return self._last
        return None


def _is_plural(text: str) -> bool:
    last = text.lower().split()[-1]
    return (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or last in {
        "people",
        "children",
        "men",
        "women",
    }
