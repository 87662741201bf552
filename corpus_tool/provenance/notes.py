"""What a note under a text does to it, and which statements it bears on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from corpus_tool.models import Document, Mention
from corpus_tool.provenance.lexicon import fold, patterns, words_of
from corpus_tool.text import words

NoteEffect = Literal["weakens", "withdraws", "changes", "confirms", "adds", "unclear"]
ORDER: Final[tuple[NoteEffect, ...]] = ("withdraws", "changes", "weakens", "confirms", "adds")
"""Tried in this order: a note that corrects and adds a link is a correction."""

TAKES_BACK: Final = frozenset({"weakens", "withdraws", "changes"})
_ENDING: Final = re.compile(r"(?:ings?|ed|ers?|es|n|s)$")
_COMMON: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "for",
        "and",
        "or",
        "but",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "as",
        "at",
        "by",
        "with",
        "from",
        "has",
        "have",
        "had",
        "not",
        "no",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "their",
        "our",
        "my",
        "who",
        "which",
        "what",
        "when",
        "where",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "do",
        "does",
        "did",
        "said",
        "say",
        "says",
        "article",
        "post",
        "piece",
        "story",
        "update",
        "correction",
        "updated",
        "version",
        "earlier",
        "note",
        "editor",
        "about",
        "above",
        "there",
        "here",
        "one",
        "also",
        "more",
        "some",
        "any",
        "all",
        "than",
        "then",
        "so",
        "if",
        "into",
        "over",
        "after",
        "before",
        "up",
        "out",
        "now",
        "passage",
        "statement",
        "figure",
    ]
)


def note_effect(text: str) -> NoteEffect:
    """What a note says it does to the text it belongs to.

    >>> note_effect("Correction: an earlier version said 40 schools; it is 14.")
    'changes'
    """
    folded = _head(fold(text))
    # "We have not been able to confirm it" holds the word of a confirmation and means the opposite.
    for effect in ORDER:
        if patterns("notes", effect).search(folded):
            return effect
    return "unclear"


_BEARS_OUT: Final = re.compile(
    r"\b(?:confirms?|confirmed|bears? out|bore out) (?:that|what|the|a|an|all|these|those|this)\b"
)
_NOT: Final = re.compile(
    r"\b(?:not|no|nobody|never|cannot|unable|neither|without|nor|denied|doubts?)\b|n't\b"
)
_POINTS: Final = re.compile(
    r"\b(?:passage|sentence|statement|claim|paragraph|part|point|line|figure|number|sum|price|date|amount|remark|detail)s? "
    r"(?:about|on|concerning|regarding|for|of)\b"
)


def _head(folded: str) -> str:
    """A note up to where it confirms something: "confirms that the council rejected the menu" rejects nothing."""
    found = _BEARS_OUT.search(folded)
    if found is None or _NOT.search(folded[: found.start()]):
        return folded
    return folded[: found.end()]


def points(note: str) -> bool:
    """Whether a note points at one thing in its text: "the passage about the tolls", "the figure for the price"."""
    return _POINTS.search(note.casefold()) is not None


@lru_cache(maxsize=8_192)
def content_words(text: str) -> frozenset[str]:
    """Words that carry matter, cut to a stem of six letters, and all numbers."""
    return frozenset(
        token if token[0].isdigit() else _stem(token)
        for token in words(text)
        if token not in _COMMON and (len(token) > 2 or token[0].isdigit())
    )


def _stem(word: str) -> str:
    """A rough stem: "showed" and "shown", "meter" and "meters" are one."""
    return _ENDING.sub("", word)[:6] if len(word) > 4 else word.rstrip("s")


def bears_on(note: str, mention: Mention, *, among: frozenset[str] = frozenset()) -> bool:
    """Whether a note speaks of this statement: of the whole text, or in words the statement uses.

    Two content words or one number in common are asked for, so that a correction of a
    name does not fall on every other sentence. ``among`` are the statements that hang on a
    lead-in or source of their own: a note about "the source" bears on those, where there are any.
    """
    shared = content_words(note) & content_words(f"{mention.text} {mention.context}")
    numbers = sum(token[0].isdigit() for token in shared)
    if numbers:
        return True
    # A note on the source of a text bears on what rests on that source, whatever words they share.
    speaks_of_all = note_effect(note) != "changes" and not points(note)
    if speaks_of_all and patterns("notes", "whole").search(fold(note)) is not None:
        return not among or mention.id in among
    return len(shared) >= 2


def weakening_notes(document: Document) -> list[str]:
    """The texts of a document's notes that weaken, withdraw or change what it says.

    What calls itself a correction changes something, whatever its words, unless it confirms or adds.
    """
    texts = [(note.kind, document.text[note.start : note.end]) for note in document.notes]
    return [
        text
        for kind, text in texts
        if (effect := note_effect(text)) in TAKES_BACK or (kind == "correction" and effect == "unclear")
    ]


def note_numbers(note: str) -> tuple[frozenset[str], frozenset[str]]:
    """Numbers a correction takes back, and numbers it puts in their place."""
    old: set[str] = set()
    new: set[str] = set()
    marks = words_of("notes", "old_value")
    mode = new
    for token in words(note):
        if token[0].isdigit():
            mode.add(token)
        elif token in marks:
            mode = old
        elif token in {"is", "in", "actually", "fact", "correct", "should", "right", "actual", "to", "be"}:
            mode = new
    return frozenset(old), frozenset(new)
