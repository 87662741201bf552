"""The order in which recognisers read a text: what is taken by one is left alone by the next."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from corpus_tool.extract.slots import (
    ages,
    amounts,
    dates,
    deeds,
    numbers,
    ordinals,
    parts,
    quantities,
    ratios,
    vague,
    vetoes,
)
from corpus_tool.extract.slots.tokens import Tokens, tokens
from corpus_tool.models import Slot


def slots(text: str, *, published: str | None = None) -> tuple[Slot, ...]:
    """Every value of a text, in order of place.

    Args:
        text: A sentence or clause.
        published: EDTF date of the document, from which "last March" is counted.

    Returns:
        Slots with offsets into ``text``. Numbers, dates and ratios never overlap one another;
        actors, conditions and effects may hold them.
    """
    t = tokens(text)
    found = list(deeds.worded(t))
    at = anchors(t)
    if at:
        taken = _blocked(t)
        found += ages.decades(t, at, taken)
        found += dates.dates(t, at, taken, published)
        found += parts.parts(t, at, taken)
        found += ratios.ratios(t, at, taken)
        found += ordinals.ordinals(t, at, taken)
        found += vague.vague(t, at, taken)
        found += quantities.quantities(t, at, taken)
    return tuple(sorted(found, key=lambda s: (s.start, s.end, s.kind)))


def anchors(t: Tokens) -> list[int]:
    """Tokens at which a value may begin: digits and the words of the number and date lists."""
    hot, articles = _hot(), _after_article()
    low = t.low
    found = [i for i, word in enumerate(low) if word in hot or "0" <= word[0] <= "9"]
    if "a" in low or "an" in low:
        found += [i for i, word in enumerate(low) if word in {"a", "an"} and _opens(t, i, articles)]
        found.sort()
    return found


def _opens(t: Tokens, i: int, articles: frozenset[str]) -> bool:
    """Whether an article opens a number: "a hundred", "a third", "a year ago"."""
    return t.word(i + 1) in articles or t.word(i + 2) == "ago" or parts.opens(t, i)


@lru_cache(maxsize=1)
def _hot() -> frozenset[str]:
    every = amounts.starters() | dates.starters() | ratios.starters() | ordinals.starters() | vague.STARTERS
    every |= ages.STARTERS | {"past", "last", "coming", "next", "previous"}
    return every - {"a", "an"}


@lru_cache(maxsize=1)
def _after_article() -> frozenset[str]:
    return frozenset(numbers.scales()) | frozenset(ratios.denominators())


def _blocked(t: Tokens) -> bytearray:
    """One flag a token; addresses are taken from the start."""
    taken = bytearray(t.size)
    for start, end in vetoes.url_spans(t.text):
        first, last = bisect_left(t.start, start), bisect_left(t.start, end)
        taken[first:last] = b"\x01" * (last - first)
    return taken
