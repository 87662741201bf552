"""Forms of sentence that speak for or against taking it as checkable, each a small question about its words."""

from __future__ import annotations

from itertools import pairwise

from corpus_tool.extract.lexicon import group
from corpus_tool.extract.statement import Statement
from corpus_tool.extract.verbs import first_finite

YOU = frozenset({"you", "you're", "you've", "you'll", "you'd", "your", "yours"})
UNIVERSAL = frozenset({"all", "every", "everyone", "everybody", "anyone", "anybody", "each", "any"})
NOBODY = frozenset({"nobody", "nothing", "none"})
RELATIVE_OPENERS = frozenset(
    {"which", "what", "how", "why", "where", "whether", "who", "when", "because", "if"}
)


def listicle(statement: Statement) -> float:
    """Cases like "Five things nobody tells you", "What your desk says about you": made to be opened."""
    words = statement.words.words
    counted = words[0][:1].isdigit() or words[0] in group("number")
    teases = not (YOU | NOBODY | _THINGS).isdisjoint(words[1:6])
    asks = words[0] in RELATIVE_OPENERS and not YOU.isdisjoint(words) and statement.look.figures == 0
    numbered = words[0] == "number" and not (YOU | {"me"}).isdisjoint(words) and words[1][:1].isdigit()
    return float((counted and teases) or numbered or (asks and statement.place in ("title", "heading")))


_THINGS = frozenset({
    "things", "ways", "reasons", "tips", "facts", "mistakes", "costs", "questions", "rules", "lessons", "signs", "books",
    "myths", "tricks", "steps", "words", "pictures", "numbers", "charts",
})  # fmt: skip


def names_only(statement: Statement) -> float:
    """Cases like "The machine that knows your name": a thing with its clause, and nothing said of it."""
    if _NAMING.isdisjoint(statement.look.seen):
        return 0.0
    words = statement.words
    finite = first_finite(words, 1, len(words))
    if finite < 1 or _NAMING.isdisjoint(words.words[1:finite]):
        return 0.0
    return float(first_finite(words, finite + 1, len(words)) < 0)


_NAMING = frozenset({"that", "who", "which", "where", "when", "you", "we", "i", "nobody"})


def sweeping(statement: Statement) -> float:
    """Cases like "Every village has a fool", "Some build walls; others, it turns out, …": said of mankind."""
    look, words = statement.look, statement.words.words
    if look.figures or look.named or look.past:
        return 0.0
    pairs = "some" in words[:2] and "others" in words
    return float(
        pairs or "everywhere" in words[1:3] or (look.first in UNIVERSAL and not _HAVE.isdisjoint(words[1:5]))
    )


_HAVE = frozenset({"has", "have", "is", "needs", "knows", "loves", "wants"})


def stands_there(statement: Statement) -> float:
    """Cases like "I work at the post office and …", "we live by the airfield": where one knows it from."""
    if _STANDING.isdisjoint(statement.look.seen):
        return 0.0
    words = statement.words.words[:6]
    return float(any(a in ("i", "we") and b in _STANDING for a, b in pairwise(words)))


_STANDING = frozenset({
    "work", "worked", "live", "lived", "run", "ran", "teach", "taught", "drive", "drove", "own", "owned", "keep", "kept",
    "rent", "rented", "sit", "sat", "serve", "served", "manage", "managed", "asked", "bought", "paid", "waited", "saw",
    "counted", "measured", "lost", "applied", "signed",
})  # fmt: skip


def done_to_one(statement: Statement) -> float:
    """Cases like "my insurer dropped me", "nobody showed us": what others did to the one who tells it."""
    look = statement.look
    told = not look.seen.isdisjoint(_ME) and look.past
    return float(told and look.first not in ("i", "we"))


_ME = frozenset({"me", "us", "my", "our"})
