"""Conditions: "if it rains", "without a permit,", "should the river rise,", "those who reach 700"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.drafts import worded_slot
from corpus_tool.extract.slots.nouns import singular
from corpus_tool.extract.slots.phrases import RESUMING, clause_end, content, is_mark
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot

_INVERTED = frozenset({"should", "were", "had"})
_WHO = frozenset({
    "those", "people", "anyone", "anybody", "everyone", "everybody", "persons", "users", "citizens", "members",
    "customers", "residents", "drivers", "students", "households", "families", "applicants",
})  # fmt: skip
_NO_DEED = frozenset(
    {"being", "during", "nothing", "something", "anything", "everything", "including", "according"}
)
_LONGEST = 24
"""Tokens within which an inverted condition must meet its comma."""


@lru_cache(maxsize=1)
def starters() -> frozenset[str]:
    """Words at which a condition may begin."""
    return frozenset(lexicon.phrases("conditions.tsv")) | _INVERTED | _WHO | {"whose"}


def may_begin(t: Tokens, i: int) -> bool:
    """A cheap first look: inversions open a sentence, groups go on with a listed word or a deed."""
    word = t.low[i]
    if word in _INVERTED:
        return i == 0 or t.low[i - 1] in {".", ";", ":", '"', "“"} or t.newline_before(i)
    return word not in _WHO or t.word(i + 1).endswith("ing") or t.word(i + 1) in _GOING_ON


_GOING_ON = frozenset({"who", "with", "without", "whose"})


def condition(t: Tokens, i: int) -> Iterator[Slot]:
    """The condition that begins at token ``i``, if one does."""
    for parts, kind in lexicon.phrases("conditions.tsv").get(t.low[i], ()):
        last = i + len(parts)
        if tuple(t.low[i:last]) != parts:
            continue
        if (kind == "opening" or parts == ("where",)) and not _opens(t, i, comma=kind == "opening"):
            return
        end = _group_end(t, last) if kind in {"group", "level"} else clause_end(t, last)
        yield from _slot(t, i, last, end)
        return
    yield from _unlisted(t, i)


def _unlisted(t: Tokens, i: int) -> Iterator[Slot]:
    """Inversions, and groups by what they do or have: "those holding a card", "students whose marks fall"."""
    word, after = t.low[i], t.word(i + 1)
    if word in _INVERTED:
        if _opens(t, i, comma=True) and not _asks(t, i):
            yield from _slot(t, i, i + 1, clause_end(t, i + 1))
    elif word == "whose":
        if singular(t.word(i - 1)) is not None:
            yield from _slot(t, i - 1, i + 1, _group_end(t, i + 1))
    elif word in _WHO and len(after) > 5 and after.endswith("ing") and after not in _NO_DEED:
        yield from _slot(t, i, i + 1, _group_end(t, i + 1))


def _slot(t: Tokens, first: int, at: int, end: int) -> Iterator[Slot]:
    words = content(t, at, end)
    if words:
        yield worded_slot(t, "condition", first, end, " ".join(words))


def _opens(t: Tokens, i: int, *, comma: bool) -> bool:
    """Whether token ``i`` opens a clause, and, where asked, one that a comma closes."""
    if not (t.word(i - 1) in {"", ".", ";", ":", "“", '"', "and", "but", "that"} or t.newline_before(i)):
        return False
    if not comma:
        return True
    end = next((at for at in range(i + 1, min(i + _LONGEST, t.size)) if is_mark(t, at)), -1)
    return end > i + 1 and t.low[end] == ","


def _asks(t: Tokens, i: int) -> bool:
    """Whether the sentence that begins at token ``i`` ends in a question mark."""
    end = next((at for at in range(i, t.size) if t.low[at] in {".", "!", "?"}), -1)
    return end >= 0 and t.low[end] == "?"


def _group_end(t: Tokens, i: int) -> int:
    """Where "those who …" or "at a score of …" ends: a modal or auxiliary, or after its number."""
    end = clause_end(t, i)
    for at in range(i, end):
        if at > i and t.low[at] in RESUMING:
            return at
        if t.is_number(at):
            return at + 2 if t.word(at + 1) == "points" else at + 1
    return end
