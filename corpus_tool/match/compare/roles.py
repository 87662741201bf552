"""Two wordings of the same words with two of them exchanged: who did what to whom is another story.

"The tenant sued the landlord" and "The landlord sued the tenant" share every word, and no bag of
words, no embedding tells them apart. Order does, and voice: a passive turns the order round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus_tool.match.compare.lexicon import base, times
from corpus_tool.match.compare.view import View

LONGEST = 5
"""Words of one party: longer stretches that change places are clauses, told in another order."""
MOST_WORDS = 60
"""Words of a sentence beyond which nobody's order is compared."""
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got"])
_SKIPPED = _BE | frozenset(
    [
        "a",
        "an",
        "the",
        "by",
        "has",
        "have",
        "had",
        "his",
        "her",
        "its",
        "their",
        "this",
        "that",
        "these",
        "those",
        "also",
    ]
)
_JOINING = frozenset(["and", "or", "nor", "&", "plus", "as", "well"])
_AGENTLESS = frozenset(["then", "now", "next", "no", "at", "least", "the", "end"])


@dataclass(frozen=True, slots=True)
class Exchange:
    """The two parties that have changed places."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class _Told:
    """Words that tell who did what, in order, and whether the doer stands behind "by"."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    passive: bool


@lru_cache(maxsize=1)
def _mutual() -> frozenset[str]:
    text = files(__package__).joinpath("lexicons", "mutual.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(base(word) for line in lines for word in line.split())


def exchanged(a: View, b: View) -> Exchange | None:
    """The parties that have changed places between two wordings of the same words."""
    if max(len(a.words), len(b.words)) > MOST_WORDS or a.key == b.key:
        return None
    left, right = _told(a.words), _told(b.words)
    if sorted(left.stems) != sorted(right.stems) or _mutual() & set(left.stems):
        return None
    if left.passive != right.passive:
        return _kept_in_place(left, right)
    return _swapped(left, right)


def _told(words: Sequence[str]) -> _Told:
    kept = [word for word in words if word not in _SKIPPED]
    return _Told(tuple(kept), tuple(base(word) for word in kept), _is_passive(words))


def _is_passive(words: Sequence[str]) -> bool:
    """Whether a form of "be" stands up to four words before "by" with a doer behind it."""
    return any(
        word == "by" and _may_do(words[at + 1]) and not _BE.isdisjoint(words[max(0, at - 4) : at])
        for at, word in enumerate(words[:-1])
    )


def _may_do(word: str) -> bool:
    return not word[0].isdigit() and word not in _AGENTLESS and word not in times()


def _kept_in_place(left: _Told, right: _Told) -> Exchange | None:
    """One is passive and the other not, yet both name the parties in the same order."""
    if left.stems != right.stems or len(left.stems) < 3:
        return None
    return Exchange(left.words[0], left.words[-1])


def _swapped(left: _Told, right: _Told) -> Exchange | None:
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
