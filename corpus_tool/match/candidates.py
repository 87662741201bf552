"""Which mentions are worth comparing: they share a key that few others hold, or lie close as vectors.

Never all pairs. Each two of its longest words, and each registered key maker, give a mention its
keys; a key joins the mentions that hold it while they are few. Vector neighbours are exact up to four thousand mentions,
and beyond looked for in a few cells each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np

from corpus_tool.embedding import embed
from corpus_tool.match.joins import distinct, named, twos
from corpus_tool.match.neighbours import neighbours
from corpus_tool.match.normal import content_words, stem
from corpus_tool.models import Mention, Slot
from corpus_tool.settings import DEFAULT, MatchSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray

_RARE_WORDS = 8
_VALUE_KINDS = frozenset({"quantity", "range", "money", "percent", "ratio", "duration", "date", "deadline"})


@dataclass(frozen=True, slots=True)
class Candidates:
    """Positions into the mentions asked about, ``left < right``, sorted, no pair twice."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.left)


def wording(mention: Mention) -> str:
    """The mention with the words its context lends it."""
    return f"{mention.text} {mention.context}".strip()


def stems(text: str) -> set[str]:
    """Its content words as stems."""
    return {stem(word) for word in content_words(text)}


def value_keys(mention: Mention) -> set[str]:
    """Each value with its unit, whatever the words around it."""
    return {key for slot in mention.slots if slot.kind in _VALUE_KINDS for key in _value_key(slot)}


def _value_key(slot: Slot) -> set[str]:
    bounds = [bound for bound in (slot.low, slot.high) if bound is not None]
    numbers = {f"v:{bound:g}" for bound in bounds}
    return numbers | ({f"d:{slot.value}"} if slot.value and not bounds else set())


def effect_keys(mention: Mention) -> set[str]:
    """Each effect's direction with the head of what it acts on, and each of its own words."""
    effects = [slot for slot in mention.slots if slot.kind == "effect" and slot.value]
    if not effects:
        return set()
    others = stems(wording(mention))
    return {
        f"e:{slot.direction} {stem(head)} {other}"
        for slot in effects
        for head in content_words(slot.value or "")[-1:]
        for other in others
    }


KEY_MAKERS: Final[tuple[Callable[[Mention], set[str]], ...]] = (value_keys, effect_keys)
"""Beside each two of a mention's longest content words, in any order: long words are the rarer ones."""


def candidates(mentions: Sequence[Mention], *, settings: MatchSettings = DEFAULT.match) -> Candidates:
    """Pairs of positions worth comparing; the order of ``mentions`` changes nothing but their numbers."""
    rows = max(1, len(mentions))
    texts = [wording(mention) for mention in mentions]
    lots = np.array([crc32(text.encode("utf-8", "surrogatepass")) for text in texts], dtype=np.int64)
    near = neighbours(
        embed(texts), lots, count=settings.candidate_neighbours, least=settings.candidate_cosine
    )
    held = twos(texts, stems, _RARE_WORDS), named([_keys(mention) for mention in mentions])
    joined = [one.pairs(settings.candidate_fan_out, rows) for one in held]
    left, right = np.divmod(distinct(np.concatenate([*joined, near])), rows)
    return Candidates(left, right)


def _keys(mention: Mention) -> set[str]:
    return {key for make in KEY_MAKERS for key in make(mention)} if mention.slots else set()
