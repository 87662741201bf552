"""Reasons for and against taking a statement as checkable, each a small question about its words."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from corpus_tool.extract.claim_forms import (
    NOBODY,
    RELATIVE_OPENERS,
    UNIVERSAL,
    YOU,
    done_to_one,
    listicle,
    names_only,
    stands_there,
    sweeping,
)
from corpus_tool.extract.claim_told import (
    accuses,
    denies_existence,
    denies_held,
    held_out,
    is_told_of,
    signifies,
)
from corpus_tool.extract.claim_words import (
    CHATTER,
    EXISTENCE,
    MODALS,
    OWN,
    PAST_SUBJECT,
    PERSONS,
    POINTERS,
    QUANTIFIED,
    SELF,
    WE,
    WOULD,
)
from corpus_tool.extract.lexicon import group, terms
from corpus_tool.extract.statement import FIRST, Statement
from corpus_tool.extract.verbs import word_class
from corpus_tool.models import MentionKind


def _any_of(label: str) -> Callable[[Statement], float]:
    return lambda statement: float(not group(label).isdisjoint(statement.look.seen))


def _any(words: frozenset[str]) -> Callable[[Statement], float]:
    return lambda statement: float(not words.isdisjoint(statement.look.seen))


def _of_the_text(statement: Statement) -> float:
    """Cases like "as this newsletter says"; the Harbour Newsletter, with a capital inside the sentence, is another's name."""
    if group("of the text").isdisjoint(statement.look.seen):
        return 0.0
    words, raw = statement.words.words, statement.words.raw
    spoken = (at for at, word in enumerate(words) if word in group("of the text"))
    return float(any(not (raw[at][0].isupper() and _behind_a_name(raw[:at])) for at in spoken))


def _behind_a_name(before: tuple[str, ...]) -> bool:
    """Whether the last word of these is in capitals too, an apostrophe apart."""
    return next(
        (word[0].isupper() for word in reversed(before) if word[0].isalpha() and len(word) > 1), False
    )


def _opens(words: frozenset[str]) -> Callable[[Statement], float]:
    return lambda statement: float(statement.look.first in words)


def _kind(kind: MentionKind) -> Callable[[Statement], float]:
    return lambda statement: float(kind in statement.kinds)


def _place(*places: str) -> Callable[[Statement], float]:
    return lambda statement: float(statement.place in places)


def has_number(statement: Statement) -> float:
    """A figure in digits."""
    return float(statement.look.digits)


def numbers(statement: Statement) -> float:
    """How many figures, up to three."""
    return min(3, statement.look.figures) / 3


def has_name(statement: Statement) -> float:
    """A capital inside the sentence."""
    return float(statement.look.named and statement.place not in ("title", "heading"))


def _early_first(statement: Statement) -> float:
    return float(not FIRST.isdisjoint(statement.words.words[:5]))


def _early_you(statement: Statement) -> float:
    return float(not YOU.isdisjoint(statement.words.words[:3]))


def _own_deed(statement: Statement) -> float:
    """Cases like "I paid 40 euros", "our bill went down": oneself, a deed, no feeling."""
    look = statement.look
    return float(
        look.past
        and not PAST_SUBJECT.isdisjoint(statement.words.words[:4])
        and group("stance").isdisjoint(look.seen)
    )


def _own_stance(statement: Statement) -> float:
    """Cases like "I think", "we hope": what somebody feels about it."""
    seen = statement.look.seen
    return float(not group("stance").isdisjoint(seen) and not (FIRST | WE).isdisjoint(seen))


def _plural_subject(statement: Statement) -> float:
    first = statement.look.first
    return float(word_class(first) == "" and first.endswith("s"))


def _someone(statement: Statement) -> float:
    """Cases like "One hopes", "one would think": one in general."""
    words = statement.words.words
    return float(
        "one" in words[:1]
        and len(words) > 1
        and words[1] not in ("in", "of", "out")
        and not words[1][:1].isdigit()
    )


def _log_size(statement: Statement) -> float:
    return math.log1p(statement.look.size) / 3


def _short(statement: Statement) -> float:
    return float(statement.look.size < 6)


def _past(statement: Statement) -> float:
    return float(statement.look.past)


def _copula(statement: Statement) -> float:
    """Cases like "X is a Y": often a figure of speech."""
    words = statement.words.words
    return float(any(before in _IS and after in _A for before, after in pairwise(words)))


_IS, _A = frozenset({"is", "are", "isn't", "it's", "that's"}), frozenset({"a", "an", "the", "not", "no"})


def _evaluates(statement: Statement) -> float:
    """A word of judgement, unless it stands in what will come or must be."""
    return float(
        _CHECKABLE.isdisjoint(statement.kinds)
        and not terms("evaluations.txt").isdisjoint(statement.look.seen)
    )


def _exclaims(statement: Statement) -> float:
    return float("!" in statement.words.words[-3:])


def _trails(statement: Statement) -> float:
    """Cases like "this is why:", "and then …": more is to come."""
    return float(statement.words.words[-1] in (":", "…"))


def _word_length(statement: Statement) -> float:
    return statement.look.letters / 5


def _worthy(statement: Statement) -> float:
    share = min(0.99, max(0.01, statement.worth))
    return math.log(share / (1 - share)) / 3


def _condition(statement: Statement) -> float:
    """Cases like "If you cancel, your rating falls": a condition with a plain consequence is a rule."""
    seen = statement.look.seen
    whoever = any(pair in _WHOEVER for pair in pairwise(statement.words.words[:6]))
    real = WOULD.isdisjoint(seen) or _would_be_done(statement) > 0
    return float(whoever or (not _IF.isdisjoint(seen) and real))


_WHOEVER = frozenset(
    {(who, "who") for who in ("someone", "anyone", "people", "those", "everyone", "anybody", "persons")}
)


def _unreal(statement: Statement) -> float:
    """Cases like "if I were you", "had they asked": what is not so."""
    seen = statement.look.seen
    return float("would" in seen and not _UNREAL.isdisjoint(seen) and not _would_be_done(statement))


_IF = frozenset({"if", "when", "once", "unless", "whoever", "without"})
_UNREAL = frozenset({"if", "were", "had", "as", "i", "you", "we", "be"})


def _would(statement: Statement) -> float:
    return float("would" in statement.look.seen and not _would_be_done(statement))


def _judges(statement: Statement) -> float:
    """A word of judgement after "is", unless what is judged is what will come or must be."""
    return float("opinion" in statement.kinds and _CHECKABLE.isdisjoint(statement.kinds))


def _counted_existence(statement: Statement) -> float:
    """Cases like "there is no penalty", "there are only three judges"."""
    words = statement.words.words
    return float(
        any(
            before in EXISTENCE and not (_NONE_OR_SO_MANY | group("number")).isdisjoint(words[at : at + 4])
            for at, before in enumerate(words)
        )
    )


_NONE_OR_SO_MANY = frozenset({"no", "only", "already", "now", "many", "currently", "isn't", "aren't"})


def _sums(statement: Statement) -> float:
    """Cases like "Late for tea = -5", "owns a kazoo, minus fifty"."""
    words = statement.words.words
    tally = any(
        word in ("minus", "plus") and words[at - 1 : at] in ((), (",",)) and is_figure(words[at + 1 : at + 2])
        for at, word in enumerate(words)
    )
    return float(tally or "=" in statement.look.seen or statement.words.words[0] in ("+", "−", "=", "-"))


def is_figure(words: tuple[str, ...]) -> bool:
    """Whether the one word given is a number, in digits or letters."""
    return bool(words) and (words[0][:1].isdigit() or words[0] in group("number"))


def _likens(statement: Statement) -> float:
    """Cases like "like a slap", "as if"."""
    return float(any(pair in _LIKENING for pair in pairwise(statement.words.words)))


_LIKENING = frozenset(
    {
        ("like", "a"),
        ("like", "an"),
        ("as", "if"),
        ("sounds", "like"),
        ("feels", "like"),
        ("kind", "of"),
        ("sort", "of"),
    }
)


def _person_now(statement: Statement) -> float:
    """Cases like "She smiles and looks up": a person's doings, told as they happen, with no figure."""
    return float(
        statement.look.first in ("he", "she") and statement.look.figures == 0 and not statement.look.named
    )


def _would_here(statement: Statement) -> float:
    seen = statement.look.seen
    return float(not WOULD.isdisjoint(seen) and not (FIRST | WE | YOU).isdisjoint(seen))


def _would_be_done(statement: Statement) -> float:
    """Cases like "would still be counted": what a plan does, told from outside."""
    words = statement.words.words
    return float(
        any(word == "would" and "be" in words[at + 1 : at + 4] and any(map(_ends_ed, words[at + 2 : at + 6]))
            for at, word in enumerate(words))
    )  # fmt: skip


def _ends_ed(word: str) -> bool:
    return word.endswith("ed")


def _quotes(statement: Statement) -> float:
    return float('"' in statement.look.seen)


def _points_back(statement: Statement) -> float:
    """Opens with "it", "this": in quoted words the one who speaks says what it is."""
    words = statement.words.words
    return float(statement.look.first in POINTERS and words[0] != '"' and not held_out(words))


def _opens_quoted(statement: Statement) -> float:
    """A sentence that opens with a quotation mark."""
    return float(statement.words.words[0] == '"' and statement.look.size > 4)


def _bare(statement: Statement) -> float:
    """No figure, no name, no checkable kind: nothing a reader could hold it against."""
    return float(
        statement.look.figures == 0 and not statement.look.named and _CHECKABLE.isdisjoint(statement.kinds)
    )


_CHECKABLE = frozenset({"mandate", "forecast", "effect", "comparison"})


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
    ("judges", _judges),
    ("has no kind", _kind("other")),
    ("matters to a public", _worthy),
    ("nothing to hold it against", _bare),
    ("speaks of oneself", _any(SELF)),
    ("speaks of what is one's own", _any(OWN)),
    ("begins with oneself", _early_first),
    ("speaks of us", _any(WE)),
    ("speaks to the reader", _any(YOU)),
    ("begins with the reader", _early_you),
    ("points back", _points_back),
    ("points to existence", _opens(EXISTENCE)),
    ("begins with a relative", _opens(RELATIVE_OPENERS)),
    ("begins with chatter", _opens(CHATTER)),
    ("a definite subject", _opens(frozenset({"the", "its", "their", "his", "her"}))),
    ("an indefinite subject", _opens(frozenset({"a", "an"}))),
    ("a counted subject", _opens(QUANTIFIED)),
    ("a person's deeds", _opens(PERSONS)),
    ("a deed of one's own", _own_deed),
    ("a stance of one's own", _own_stance),
    ("stresses", _any_of("stress")),
    ("says what ought to be", _any_of("ought")),
    ("places it in time", _any_of("time")),
    ("speaks of the text", _of_the_text),
    ("an image", _any_of("image")),
    ("a deed one could look up", _any_of("deed")),
    ("a condition and what follows", _condition),
    ("what is not so", _unreal),
    ("quotes", _quotes),
    ("somebody's words", _opens_quoted),
    ("more is to come", _trails),
    ("paints a scene", _any_of("scene")),
    ("says what there is, or is not", _counted_existence),
    ("a sum in jest", _sums),
    ("likens", _likens),
    ("everyday life", _any_of("everyday")),
    ("he or she, now", _person_now),
    ("a plural subject", _plural_subject),
    ("one in general", _someone),
    ("all or any", _any(UNIVERSAL)),
    ("nobody, nothing", _any(NOBODY)),
    ("reports", _any_of("report")),
    ("may, might, could", _any(MODALS)),
    ("would", _would),
    ("would be done", _would_be_done),
    ("would, of oneself or the reader", _would_here),
    ("should", _any(frozenset({"should", "shouldn't"}))),
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
    ("made to be opened", listicle),
    ("names a thing only", names_only),
    ("said of mankind", sweeping),
    ("where one knows it from", stands_there),
    ("done to the one who tells it", done_to_one),
    ("denies what is held", denies_held),
    ("denies that there is a thing", denies_existence),
    ("is told of", is_told_of),
    ("accuses", accuses),
    ("what a sign stands for", signifies),
)
"""Every reason by the name a person reads, and the question that answers it (0 to about 1)."""


def features(statement: Statement) -> list[float]:
    """The answers in the order of `FEATURES`."""
    return [question(statement) for _, question in FEATURES]
