"""Whether a statement can be checked: hard rules first, then points for and against.

Nothing here asks whether it matters (`worth` does) or whether it is true. Each point is a
plain reason that a person could argue with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus_tool.extract.kinds import is_command
from corpus_tool.extract.lexicon import hits, terms
from corpus_tool.extract.tokens import Tokens, is_word
from corpus_tool.extract.verbs import first_finite, word_class
from corpus_tool.models import MentionKind

ENOUGH = 1.0
"""Points from which a statement counts as checkable."""

SHORTEST = 3
"""Words; less states nothing a reader could look up."""

_CHECKABLE = frozenset({"mandate", "forecast", "effect", "comparison"})
_FIRST = frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "we're", "we've", "we'll", "us", "our", "let's"})
_YOU = frozenset({"you", "you're", "you've", "you'll", "you'd", "your"})
_POINTERS = frozenset({"this", "that", "it", "these", "those", "that's", "it's", "they", "there", "there's"})
_IRREALIS = frozenset({"would", "wouldn't", "i'd", "you'd", "we'd", "they'd", "were"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the rules look at: the words, their kinds, where they stand, how worthy the model finds them."""

    words: Tokens
    kinds: tuple[MentionKind, ...]
    place: str  # the block's kind, or "title"
    worth: float


def is_checkable(statement: Statement) -> bool:
    """Whether the statement says something about the world that could be looked up."""
    return not _ruled_out(statement) and points(statement) >= ENOUGH


def points(statement: Statement) -> float:
    """Sum of all reasons for and against; see `REASONS`."""
    return sum(weight for weight, reason in REASONS if reason(statement))


def _ruled_out(statement: Statement) -> bool:
    words, kinds = statement.words, statement.kinds
    count = sum(is_word(word) for word in words.words)
    if count < SHORTEST or "question" in kinds or statement.place in ("byline", "furniture", "sources"):
        return True
    if is_command(words) or hits(words, "irony.txt") or _introduces(words):
        return True
    if first_finite(words, 0, len(words)) < 0 and not _elided(statement):
        return statement.place in ("paragraph", "note", "quote") or not _has_number(statement) or count < 4
    return False


def _elided(statement: Statement) -> bool:
    """Cases like "While currently voluntary": a contrast clause whose verb is understood."""
    return statement.words.words[0] in ("while", "although", "though") and _checkable_kind(statement)


def _introduces(words: Tokens) -> bool:
    """Cases like "The basics are this:": it announces, what follows states."""
    return words.words[-1] == ":" and not any(word[:1].isdigit() for word in words.words)


def _has_number(statement: Statement) -> bool:
    return any(word[:1].isdigit() for word in statement.words.words)


def _has_name(statement: Statement) -> bool:
    raw, words = statement.words.raw, statement.words.words
    return any(
        raw[at][0].isupper()
        and words[at - 1] not in '.?!:"“'
        and words[at] not in _FIRST
        and len(raw[at]) > 1
        for at in range(1, len(raw))
    )


def _checkable_kind(statement: Statement) -> bool:
    return bool(_CHECKABLE.intersection(statement.kinds))


def _is_fact(statement: Statement) -> bool:
    return "fact" in statement.kinds


def _full_subject(statement: Statement) -> bool:
    words = statement.words.words
    return word_class(words[0]) in ("det", "poss", "") and words[0] not in _POINTERS | _FIRST | _WE | _YOU


def _long(statement: Statement) -> bool:
    return len(statement.words) >= 9


def _short(statement: Statement) -> bool:
    return sum(is_word(word) for word in statement.words.words) < 5


def _points_back(statement: Statement) -> bool:
    return statement.words.words[0] in _POINTERS and len(statement.words) < 9


def _worthy(statement: Statement) -> bool:
    return statement.worth >= 0.5


def _idle(statement: Statement) -> bool:
    return statement.worth < 0.15


def _speaks_of_self(statement: Statement) -> bool:
    return bool(_FIRST.intersection(statement.words.words[:6]))


def _names_self(statement: Statement) -> bool:
    return bool(_FIRST.intersection(statement.words.words))


def _speaks_of_us(statement: Statement) -> bool:
    return bool(_WE.intersection(statement.words.words))


def _addresses(statement: Statement) -> bool:
    return bool(_YOU.intersection(statement.words.words[:3]))


def _judges(statement: Statement) -> bool:
    return "opinion" in statement.kinds


def _evaluates(statement: Statement) -> bool:
    return bool(terms("evaluations.txt").intersection(statement.words.words))


def _imagines(statement: Statement) -> bool:
    return bool(_IRREALIS.intersection(statement.words.words)) and "would" in " ".join(statement.words.words)


def _exclaims(statement: Statement) -> bool:
    return "!" in statement.words.words[-2:]


REASONS: tuple[tuple[float, Callable[[Statement], bool]], ...] = (
    (1.5, _has_number),
    (0.5, _has_name),
    (1.0, _checkable_kind),
    (1.0, _is_fact),
    (0.5, _full_subject),
    (0.5, _long),
    (1.0, _worthy),
    (-0.5, _idle),
    (-0.75, _short),
    (-0.75, _points_back),
    (-1.0, _speaks_of_self),
    (-0.75, _names_self),
    (-0.5, _speaks_of_us),
    (-0.25, _addresses),
    (-1.0, _judges),
    (-0.5, _evaluates),
    (-1.0, _imagines),
    (-0.5, _exclaims),
)
"""Reason and points, one table."""
