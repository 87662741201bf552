"""Words beside a number that bend it: "almost", "more than", "or so"."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Approximator:
    """A bending phrase: its class, its written form and the tokens it covers."""

    bend: str
    text: str
    first: int
    last: int


def before(t: Tokens, i: int) -> Approximator | None:
    """The longest approximator that ends right before token ``i``."""
    if i > 0 and t.low[i - 1] == "-" and i > 1 and t.glued(i):
        return None
    entries = lexicon.phrases("approximators.tsv", backward=True).get(t.word(i - 1), ())
    for parts, bend in entries:
        first = i - len(parts)
        if first >= 0 and tuple(t.low[first:i]) == parts:
            return Approximator(bend, " ".join(t.cut(first, i).lower().split()), first, i)
    return _bound_of(t, i)


_BOUNDS = {"maximum": "high", "minimum": "low"}
_WIDEST = 3
_STOPS = frozenset({"of", "the", "a", "an", "and", "or", "to", "is", "was"})


def _bound_of(t: Tokens, i: int) -> Approximator | None:
    """Cases like "a maximum fine of $900", "the minimum age of 16": the bound stands before another noun."""
    if t.word(i - 1) != "of":
        return None
    for at in range(i - 3, max(-1, i - 3 - _WIDEST), -1):
        if t.word(at) in _BOUNDS:
            first = at - 1 if t.word(at - 1) in {"a", "the"} else at
            return Approximator(_BOUNDS[t.word(at)], t.cut(first, at + 1).lower(), first, i)
        if not t.is_word(at) or t.word(at) in _STOPS:
            return None
    return None


def after(t: Tokens, i: int) -> Approximator | None:
    """The approximator that begins at token ``i``, right after a number or its noun."""
    for parts, bend in lexicon.phrases("after_number.tsv").get(t.word(i), ()):
        last = i + len(parts)
        if tuple(t.low[i:last]) == parts and (parts[0] not in {"ish", "-", "+"} or t.glued(i)):
            return Approximator(bend, t.cut(i, last).lower(), i, last)
    return None
