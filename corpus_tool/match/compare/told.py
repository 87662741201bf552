"""What one wording tells, worked out by itself: who did what in which order, and how widely it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.match.compare.lexicon import base, breadths, times

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
_AGENTLESS = frozenset(["then", "now", "next", "no", "at", "least", "the", "end"])
_ARTICLES = frozenset(["a", "an", "the"])
_NOT_ALL = re.compile(r"\bnot (?:all|every|everyone|everybody|always)\b")
_SHARE_OF_ALL = re.compile(r"\bof (?:all|every|the entire|the whole)\b")
_ONLY = re.compile(r"(?<!not )\bonly (?!\d|a |an |one |two |half |when |if |after |by |in |on |for )")
"""Of a party that something is kept to; not of a figure or a time that is called small or late."""
_NONE = frozenset({"none", "nobody"})
SOME = 2
"""How widely something holds that holds for some, of 0 (none) to 4 (all)."""


@dataclass(frozen=True, slots=True)
class Order:
    """Words that tell who did what, in order.

    Attributes:
        words: Those words.
        stems: Their stems.
        bag: The stems sorted: two wordings of the same words have one bag.
        passive: Whether the doer stands behind "by".
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    bag: tuple[str, ...]
    passive: bool


def order(words: Sequence[str]) -> Order:
    """The order in which folded words tell who did what."""
    kept = tuple(word for word in words if word not in _SKIPPED)
    stems = tuple(base(word) for word in kept)
    return Order(kept, stems, tuple(sorted(stems)), _is_passive(words))


def _is_passive(words: Sequence[str]) -> bool:
    """Whether a form of "be" stands up to four words before "by" with a doer behind it."""
    return "by" in words and any(
        word == "by" and _may_do(words[at + 1 : at + 3]) and not _BE.isdisjoint(words[max(0, at - 4) : at])
        for at, word in enumerate(words[:-1])
    )


def _may_do(behind: Sequence[str]) -> bool:
    """Whether the words behind "by" may be a doer's: no time or measure ("by the end", "by then", "by 5 percent")."""
    word = next((word for word in behind if word not in _ARTICLES), behind[0])
    return not word[0].isdigit() and word not in _AGENTLESS and word not in times()


def kept_to_some(key: str) -> bool:
    """Whether a wording keeps something to a party: "only members may"."""
    return "only" in key and _ONLY.search(key) is not None


def reach(words: Sequence[str], *, shares: bool) -> int | None:
    """How widely it holds by its own words, 0 (none) to 4 (all); nothing where they do not say.

    Args:
        words: The folded words of the wording.
        shares: Whether it states a share: "of all" then is what the share is of.
    """
    key = " ".join(words)
    if _NOT_ALL.search(key):
        return SOME
    if not _NONE.isdisjoint(words):
        return 0
    known = breadths()
    counted = _SHARE_OF_ALL.sub("of", key).split() if shares else words
    return max((known[word] for word in counted if word in known), default=None)
