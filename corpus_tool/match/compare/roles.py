"""Two wordings of the same words with two of them exchanged: who did what to whom is another story.

"The tenant sued the landlord" and "The landlord sued the tenant" share every word, and no bag of
words, no embedding tells them apart. Order does, and voice: a passive turns the order round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus_tool.match.compare.lexicon import base
from corpus_tool.match.compare.told import Order
from corpus_tool.match.compare.view import View

LONGEST = 5
"""Words of one party: longer stretches that change places are clauses, told in another order."""
MOST_WORDS = 60
"""Words of a sentence beyond which nobody's order is compared."""
_JOINING = frozenset(["and", "or", "nor", "&", "plus", "as", "well"])


@dataclass(frozen=True, slots=True)
class Exchange:
    """The two parties that have changed places."""

    one: str
    other: str


@lru_cache(maxsize=1)
def _mutual() -> frozenset[str]:
    text = files(__package__).joinpath("lexicons", "mutual.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(base(word) for line in lines for word in line.split())


def exchanged(a: View, b: View) -> Exchange | None:
    """The parties that have changed places between two wordings of the same words."""
    if max(len(a.words), len(b.words)) > MOST_WORDS or a.key == b.key:
        return None
    left, right = a.order, b.order
    if left.bag != right.bag or not _mutual().isdisjoint(left.bag):
        return None
    if left.passive != right.passive:
        return _kept_in_place(left, right)
    return _swapped(left, right)


def _kept_in_place(left: Order, right: Order) -> Exchange | None:
    """One is passive and the other not, yet both name the parties in the same order."""
    if left.stems != right.stems or len(left.stems) < 3:
        return None
    return Exchange(left.words[0], left.words[-1])


def _swapped(left: Order, right: Order) -> Exchange | None:
    """``P x M y Q`` against ``P y M x Q``, with more than "and" between the two."""
    first = _common(left.stems, right.stems)
    last = _common(left.stems[::-1], right.stems[::-1])
    core, other = left.stems[first : len(left.stems) - last], right.stems[first : len(right.stems) - last]
    for size in range(1, min(LONGEST, len(core) - 2) + 1):
        for behind in range(1, min(LONGEST, len(core) - size - 1) + 1):
            middle = core[size : len(core) - behind]
            if other != core[len(core) - behind :] + middle + core[:size]:
                continue
            if middle[0] in _JOINING or middle[-1] in _JOINING:
                return None
            words = left.words[first : len(left.words) - last]
            return Exchange(" ".join(words[:size]), " ".join(words[len(words) - behind :]))
    return None


def _common(one: Sequence[str], two: Sequence[str]) -> int:
    size = 0
    while size < min(len(one), len(two)) and one[size] == two[size]:
        size += 1
    return size
