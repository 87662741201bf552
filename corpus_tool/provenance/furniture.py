"""Lines that houses print under whatever they publish: two pages that share one are no kin for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus_tool.models import Passage, PassageSide
from corpus_tool.provenance.lexicon import fold, patterns
from corpus_tool.provenance.pile import Pile
from corpus_tool.text import normalise, words

_LONGEST = 40
"""Words of the longest such line."""
_LEFT = 4
"""Words of a passage outside such lines from which it is more than furniture."""
_HOUSES = 3
"""Documents from which a line that two of them share alone is nobody's wording."""


def without_furniture(
    pile: Pile, passages: Mapping[tuple[str, str], Sequence[Passage]]
) -> dict[tuple[str, str], list[Passage]]:
    """The passages of each two documents without those that are furniture; pairs with none left go.

    Furniture is a line of its own that states nothing and that general knowledge knows as such, or that
    three documents have, two of which share nothing else.

    Args:
        pile: The pile.
        passages: Ids of two documents, in order, to the passages they share.
    """
    known = _lone_lines(pile, passages)
    kept = {
        key: [t for p in found if (t := _trimmed(p, known)) is not None] for key, found in passages.items()
    }
    return {key: found for key, found in kept.items() if found}


def _trimmed(passage: Passage, known: frozenset[str]) -> Passage | None:
    """A passage without the furniture at its ends; null where hardly more is left."""
    left, right = _cut(passage.left, known), _cut(passage.right, known)
    if min(len(words(left.text)), len(words(right.text))) < _LEFT:
        return None
    return (
        passage
        if (left, right) == (passage.left, passage.right)
        else replace(passage, left=left, right=right)
    )


def _cut(side: PassageSide, known: frozenset[str]) -> PassageSide:
    """One side without the lines of furniture at its head and foot."""
    lines = side.text.splitlines(keepends=True)
    first, last = 0, len(lines)
    while first < last and _is_furniture(lines[first], known):
        first += 1
    while last > first and _is_furniture(lines[last - 1], known):
        last -= 1
    if (first, last) == (0, len(lines)):
        return side
    start = side.start + sum(len(line) for line in lines[:first])
    text = "".join(lines[first:last]).rstrip()
    return replace(side, start=start, end=start + len(text), text=text)


def _is_furniture(line: str, known: frozenset[str]) -> bool:
    return not line.strip() or _is_line(line) or normalise(line) in known


@lru_cache(maxsize=65536)
def _is_line(line: str) -> bool:
    """Whether general knowledge knows a line as furniture."""
    return (
        len(line.split()) <= _LONGEST
        and patterns("furniture", "lines").search(fold(line.strip())) is not None
    )


def _lone_lines(pile: Pile, passages: Mapping[tuple[str, str], Sequence[Passage]]) -> frozenset[str]:
    """Lines that three documents have, that state nothing, and that are all that two of them share."""
    holders: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    for key, found in passages.items():
        lines = {normalise(p.left.text) for p in found if _whole_line(pile, p)}
        for line in lines:
            holders[line] |= set(key)
        if len(lines) == len(found) == 1:
            alone |= lines
    return frozenset(line for line in alone if len(holders[line]) >= _HOUSES)


def _whole_line(pile: Pile, passage: Passage) -> bool:
    return all(_fills_line(pile, side) for side in (passage.left, passage.right))


def _fills_line(pile: Pile, side: PassageSide) -> bool:
    """Whether one side is a line of an article by itself, in which nothing is stated."""
    document = pile.documents[side.document_id]
    text = document.text
    start, end = text.rfind("\n", 0, side.start) + 1, text.find("\n", side.end)
    rest = text[start : side.start] + text[side.end : end if end >= 0 else len(text)]
    if (
        document.kind == "comment"
        or words(rest)
        or len(words(side.text)) > _LONGEST
        or "\n" in side.text.strip()
    ):
        return False
    return not any(
        m.is_claim and m.field == "text" and m.start < side.end and m.end > side.start
        for m in pile.mentions_in.get(side.document_id, ())
    )
