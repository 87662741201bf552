"""Reasons for and against taking a statement as checkable, each a small question about its words."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from corpus_tool.extract.lexicon import terms
from corpus_tool.extract.tokens import Tokens, is_word
from corpus_tool.extract.verbs import past_forms, word_class
from corpus_tool.models import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the rules look at: the words, their kinds, where they stand, how worthy the model finds them."""

    words: Tokens
    kinds: tuple[MentionKind, ...]
    place: str  # the block's kind, or "title"
    worth: float


FIRST = frozenset({"i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"})
WE = frozenset({"we", "we're", "we've", "we'll", "us", "our", "ours", "let's"})
YOU = frozenset({"you", "you're", "you've", "you'll", "you'd", "your", "yours"})
POINTERS = frozenset({"this", "that", "it", "these", "those", "that's", "it's"})
EXISTENCE = frozenset({"there", "there's", "here", "here's"})
NUMBER_WORDS = frozenset({
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty",
    "forty", "fifty", "hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "third", "thirds",
    "quarter", "quarters", "twice", "double", "doubled", "thirteen", "fifteen", "sixty", "eighty", "ninety", "percent",
})  # fmt: skip
REPORTING = frozenset({
    "said", "says", "told", "according", "reported", "reports", "announced", "confirmed", "showed", "shows", "found",
    "states", "stated", "counted", "counts", "lists", "estimated", "measured", "described", "describes", "noted",
})  # fmt: skip
UNIVERSAL = frozenset({"all", "every", "everyone", "everybody", "anyone", "anybody", "each", "any"})
NOBODY = frozenset({"nobody", "nothing", "none"})
MODALS = frozenset({"may", "might", "could"})
WOULD = frozenset({"would", "wouldn't", "should", "i'd", "you'd", "we'd"})
RELATIVE_OPENERS = frozenset(
    {"which", "what", "how", "why", "where", "whether", "who", "when", "because", "if"}
)
CHATTER = frozenset(
    {"well", "oh", "yes", "yeah", "no", "sorry", "thanks", "ok", "okay", "anyway", "honestly"}
)


def _any(group: frozenset[str]) -> Callable[[Statement], float]:
    return lambda statement: float(not group.isdisjoint(statement.words.words))


def _opens(group: frozenset[str]) -> Callable[[Statement], float]:
    return lambda statement: float(statement.words.words[0] in group)


def _kind(kind: MentionKind) -> Callable[[Statement], float]:
    return lambda statement: float(kind in statement.kinds)


def _place(*places: str) -> Callable[[Statement], float]:
    return lambda statement: float(statement.place in places)


def has_number(statement: Statement) -> float:
    """A figure in digits."""
    return float(any(word[:1].isdigit() for word in statement.words.words))


def numbers(statement: Statement) -> float:
    """How many figures, up to three."""
    return min(3, sum(word[:1].isdigit() or word in NUMBER_WORDS for word in statement.words.words)) / 3


def has_name(statement: Statement) -> float:
    """A capital inside the sentence."""
    raw, words = statement.words.raw, statement.words.words
    return float(
        statement.place not in ("title", "heading")
        and any(
            raw[at][0].isupper()
            and words[at - 1] not in '.?!:"“'
            and words[at] not in FIRST
            and len(raw[at]) > 1
            for at in range(1, len(raw))
        )
    )


def _early_first(statement: Statement) -> float:
    return float(not FIRST.isdisjoint(statement.words.words[:5]))


def _early_you(statement: Statement) -> float:
    return float(not YOU.isdisjoint(statement.words.words[:3]))


def _points_back(statement: Statement) -> float:
    return float(statement.words.words[0] in POINTERS)


def _plural_subject(statement: Statement) -> float:
    return float(word_class(statement.words.words[0]) == "" and statement.words.words[0].endswith("s"))


def _definite(statement: Statement) -> float:
    return float(statement.words.words[0] in ("the", "its", "their", "his", "her"))


def _indefinite(statement: Statement) -> float:
    return float(statement.words.words[0] in ("a", "an", "some", "many", "most"))


def _someone(statement: Statement) -> float:
    """Cases like "One hopes", "one would think": one in general."""
    words = statement.words.words
    return float(
        "one" in words[:1]
        and len(words) > 1
        and words[1] not in ("in", "of", "out")
        and not words[1][:1].isdigit()
    )


def _size(statement: Statement) -> int:
    return sum(is_word(word) for word in statement.words.words)


def _log_size(statement: Statement) -> float:
    return math.log1p(_size(statement)) / 3


def _short(statement: Statement) -> float:
    return float(_size(statement) < 6)


def _past(statement: Statement) -> float:
    return float(not past_forms().isdisjoint(statement.words.words))


def _copula(statement: Statement) -> float:
    """Cases like "X is a Y": often a figure of speech."""
    words = statement.words.words
    return float(any(words[at] in ("is", "are", "isn't") and words[at + 1] in ("a", "an", "the", "not", "no")
                     for at in range(len(words) - 1)))  # fmt: skip


def _evaluates(statement: Statement) -> float:
    return float(not terms("evaluations.txt").isdisjoint(statement.words.words))


def _exclaims(statement: Statement) -> float:
    return float("!" in statement.words.words[-3:])


def _word_length(statement: Statement) -> float:
    sizes = [len(word) for word in statement.words.words if is_word(word)]
    return sum(sizes) / max(1, len(sizes)) / 5


def _worthy(statement: Statement) -> float:
    share = min(0.99, max(0.01, statement.worth))
    return math.log(share / (1 - share)) / 3


def _bare(statement: Statement) -> float:
    """No figure, no name, no checkable kind: nothing a reader could hold it against."""
    checkable = {"mandate", "forecast", "effect", "comparison"} & set(statement.kinds)
    return float(not (checkable or numbers(statement) or has_name(statement)))


FEATURES: tuple[tuple[str, Callable[[Statement], float]], ...] = (
    ("a figure", has_number),
    ("several figures", numbers),
    ("a name", has_name),
    ("states a rule", _kind("mandate")),
    ("states what is to come", _kind("forecast")),
    ("states an effect", _kind("effect")),
    ("compares", _kind("comparison")),
    ("states a fact", _kind("fact")),
    ("tells an experience", _kind("experience")),
    ("judges", _kind("opinion")),
    ("has no kind", _kind("other")),
    ("matters to a public", _worthy),
    ("nothing to hold it against", _bare),
    ("speaks of oneself", _any(FIRST)),
    ("begins with oneself", _early_first),
    ("speaks of us", _any(WE)),
    ("speaks to the reader", _any(YOU)),
    ("begins with the reader", _early_you),
    ("points back", _points_back),
    ("points to existence", _opens(EXISTENCE)),
    ("begins with a relative", _opens(RELATIVE_OPENERS)),
    ("begins with chatter", _opens(CHATTER)),
    ("a definite subject", _definite),
    ("an indefinite subject", _indefinite),
    ("a plural subject", _plural_subject),
    ("one in general", _someone),
    ("all or any", _any(UNIVERSAL)),
    ("nobody, nothing", _any(NOBODY)),
    ("reports", _any(REPORTING)),
    ("may, might, could", _any(MODALS)),
    ("would, should", _any(WOULD)),
    ("length", _log_size),
    ("short", _short),
    ("tells of the past", _past),
    ("equates", _copula),
    ("a word of judgement", _evaluates),
    ("exclaims", _exclaims),
    ("long words", _word_length),
    ("a headline", _place("title")),
    ("a section heading", _place("heading")),
    ("a list item", _place("list_item")),
    ("a note", _place("note")),
)
"""Every reason by the name a person reads, and the question that answers it (0 to about 1)."""


def features(statement: Statement) -> list[float]:
    """The answers in the order of `FEATURES`."""
    return [question(statement) for _, question in FEATURES]
