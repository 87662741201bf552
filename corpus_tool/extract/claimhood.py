"""Whether a statement can be checked: hard rules first, then weighed reasons, then its company.

Nothing here asks whether it is true. The reasons are those of `claim_features`; their weights
were fitted by ``benchmarks/train_claimhood.py`` on the sample corpora of this project. A
statement among statements that can be checked, about what its document is about, is more
likely one itself: "it is tied to their card" says little alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from operator import mul
from typing import Any

from corpus_tool.extract.claim_features import features
from corpus_tool.extract.claim_forms import RELATIVE_OPENERS, names_only
from corpus_tool.extract.claim_told import is_small_ad, told_within
from corpus_tool.extract.fragments import is_fragment
from corpus_tool.extract.kinds import is_command, kinds
from corpus_tool.extract.lexicon import hits, terms
from corpus_tool.extract.statement import Statement
from corpus_tool.extract.tokens import Tokens
from corpus_tool.extract.verbs import has_predicate, is_base_verb, past_forms, word_class

SHORTEST = 3
"""Words; less states nothing a reader could look up."""

NEAR = 2
"""Statements before and after that count as company."""

_CHECKABLE = frozenset({"mandate", "forecast", "effect", "comparison"})
_WISHES = frozenset({"hope", "wish", "want", "prefer"})
_BOUND = 4.0


@lru_cache(maxsize=1)
def _weights() -> dict[str, Any]:
    path = resources.files("corpus_tool.extract") / "weights" / "claimhood.json"
    weights: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def checkable(statements: Sequence[Statement]) -> list[bool]:
    """For the statements of one document, in order: whether each could be looked up."""
    return [
        not ruled_out(one) and margin > 0 for one, margin in zip(statements, margins(statements), strict=True)
    ]


def margins(statements: Sequence[Statement]) -> list[float]:
    """How far each statement of a document lies above (or below) the cut, in logits; hard rules apart."""
    weights = _weights()
    own = [_own_sum(statement, weights) for statement in statements]
    near: list[float] = weights["company"]
    return [
        sum(value * weight for value, weight in zip(row, near, strict=True)) + float(weights["company_bias"])
        for row in company(statements, own)
    ]


def _own_sum(statement: Statement, weights: dict[str, Any]) -> float:
    """Its reasons, or those of the statement whose truth it tells where they are stronger."""
    whole = reasons_sum(statement, weights)
    inner = told_within(statement.words)
    if inner is None:
        return whole
    told = Statement(words=inner, kinds=kinds(inner), place=statement.place, worth=statement.worth)
    return max(whole, reasons_sum(told, weights))


def reasons_sum(statement: Statement, weights: dict[str, Any]) -> float:
    """Weighed reasons for and against, bounded: no one statement outweighs its whole company."""
    names: dict[str, float] = weights["reasons"]
    total: float = sum(map(mul, features(statement), names.values()))
    return max(-_BOUND, min(_BOUND, total + float(weights["bias"])))


def company(statements: Sequence[Statement], own: Sequence[float]) -> list[list[float]]:
    """Per statement: its own sum, the mean of its neighbours' sums, how topical it is."""
    topics = _topics(statements)
    rows = []
    for at, score in enumerate(own):
        around = [*own[max(0, at - NEAR) : at], *own[at + 1 : at + 1 + NEAR]]
        rows.append([score, sum(around) / len(around) if around else score / 2, topics[at]])
    return rows


def _content(statement: Statement) -> set[str]:
    return {
        word[:6]
        for word in statement.words.words
        if len(word) > 3 and word.isalpha() and not word_class(word)
    }


def _topics(statements: Sequence[Statement]) -> list[float]:
    """Share of a statement's content words that its document uses elsewhere; one half where it is too short to tell."""
    content = [_content(statement) - terms("openers.txt") for statement in statements]
    if len(content) < 2 * NEAR + 1:
        return [0.5] * len(content)
    uses = Counter(word for words in content for word in words)
    return [sum(uses[word] > 1 for word in words) / len(words) if words else 0.0 for words in content]


def ruled_out(statement: Statement) -> bool:
    """Questions, orders, jokes, furniture, announcements, and what has no predicate."""
    words = statement.words
    count = statement.look.size
    if (
        (count < SHORTEST and not _short_report(statement))
        or "question" in statement.kinds
        or statement.place in ("byline", "furniture", "sources")
    ):
        return True
    if is_command(words) or hits(words, "irony.txt") or _wishes(words) or _introduces(words):
        return True
    if _elided(statement):
        return False
    if is_small_ad(statement) or is_fragment(statement) or _only_names(statement):
        return True
    return not (has_predicate(words) or _headline(statement) or _counts(statement))


def _wishes(words: Tokens) -> bool:
    """Cases like "I hope it rains"."""
    return words.words[0] == "i" and words.words[1] in _WISHES


def _counts(statement: Statement) -> bool:
    """What states something without a verb: "Cars sold in May: 4,100", a list item with a figure."""
    if statement.place in ("paragraph", "note", "quote"):
        return _tallies(statement.words)
    return statement.look.size > SHORTEST and any(word[:1].isdigit() for word in statement.words.words)


def _short_report(statement: Statement) -> bool:
    """Cases like "Prices doubled", "Nobody died": a thing and what became of it, in two words."""
    words = statement.words.words
    if statement.look.size != SHORTEST - 1 or len(words) < 2 or statement.words.words[-1] in "?!":
        return False
    noun = not word_class(words[0]) and words[0].isalpha() and len(words[0]) > 3
    return (noun or words[0] in ("nobody", "everyone", "everybody")) and words[1] in past_forms()


def _only_names(statement: Statement) -> bool:
    """A heading that is a noun with its clause, a line of a bibliography."""
    headed = statement.place in ("title", "heading") and names_only(statement) > 0
    return headed or _is_reference(statement.words)


def _is_reference(words: Tokens) -> bool:
    """Cases like "…, Coastal Review 12 (2016), pp. 3-19": a line of a bibliography."""
    low = words.words
    return any(
        low[at] in ("pp", "vol", "doi", "isbn") and any(word[:1].isdigit() for word in low[at + 1 : at + 3])
        for at in range(1, len(low) - 1)
    )


def _headline(statement: Statement) -> bool:
    """Cases like "City to close four libraries", "Two dead after ferry fire": the verb is left to the reader."""
    words = statement.words.words
    if statement.place not in ("title", "heading") or words[0] in RELATIVE_OPENERS:
        return False
    coming = any(
        words[at] == "to" and is_base_verb(words[at + 1]) and words[at - 1] not in _TO_DO
        for at in range(1, len(words) - 1)
    )
    return coming or not _FATES.isdisjoint(words[1:4])


_TO_DO = frozenset(
    {"how", "way", "ways", "reason", "reasons", "thing", "things", "guide", "what", "where", "time", "need"}
)
_FATES = frozenset(
    {
        "dead",
        "killed",
        "hurt",
        "injured",
        "missing",
        "arrested",
        "jailed",
        "held",
        "charged",
        "fined",
        "banned",
    }
)


def _elided(statement: Statement) -> bool:
    """Cases like "While currently voluntary": a contrast clause whose verb is understood."""
    opens = statement.words.words[0] in ("while", "although", "though")
    return opens and not _CHECKABLE.isdisjoint(statement.kinds)


def _introduces(words: Tokens) -> bool:
    """Cases like "The basics are this:": it announces, what follows states."""
    return words.words[-1] == ":" and not any(word[:1].isdigit() for word in words.words)


def _tallies(words: Tokens) -> bool:
    """Cases like "Cars sold in May: 4,100": a label and its figure."""
    return any(
        words.words[at] == ":" and words.words[at + 1][:1].isdigit() for at in range(1, len(words) - 1)
    )
