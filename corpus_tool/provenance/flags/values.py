"""Values and scope of a mention, as the flags read them."""

from __future__ import annotations

import re
from typing import Final

from corpus_tool.models import Mention, Slot
from corpus_tool.provenance.lexicon import fold, patterns

ALL: Final = 4
"""The breadth of everybody."""
_BREADTH: Final = {"one": 1, "some": 2, "most": 3, "all": 4}
FIGURES: Final = frozenset({"quantity", "range", "money", "percent", "ratio", "duration", "deadline", "date"})
_FEW: Final = re.compile(r"\b(?:some|certain|several|most|(?<!how )many|few)\b")
_NUMERIC: Final = FIGURES - {"deadline", "date"}


def breadth(mention: Mention) -> int:
    """How many a statement covers: 1 for one up to 4 for all; 0 where it does not say."""
    folded = fold(mention.text)
    if patterns("speech", "narrow").search(folded):
        return _BREADTH["one"]
    if patterns("speech", "universal").search(folded):
        return _BREADTH["all"]
    level = _BREADTH.get(mention.scope or "", 0)
    return level if level in {_BREADTH["some"], _BREADTH["most"]} and _FEW.search(folded) else 0


_COUNTED: Final = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,.]*) ([a-z]{3,})"
)


def counted(mention: Mention) -> frozenset[str]:
    """Whom or what a statement counts: "five families"."""
    return frozenset(f"{number} {noun}" for number, noun in _COUNTED.findall(fold(mention.text)))


def everybody(mention: Mention) -> str:
    """The words by which a statement covers everybody, with what they are said of; empty where it does not."""
    found = patterns("speech", "universal").search(fold(mention.text))
    return "" if found is None else mention.text[found.start() : found.end()]


def figures(mention: Mention) -> tuple[Slot, ...]:
    """The slots that hold figures and dates of what is stated, by place."""
    own = (s for s in mention.slots if s.kind in FIGURES and not _of_the_telling(mention, s))
    return tuple(sorted(own, key=lambda s: (s.start, s.end)))


def _of_the_telling(mention: Mention, slot: Slot) -> bool:
    """A day beside what was said, and no part of it: "On 11 February we reported that …", "…, she said yesterday"."""
    content, scope = mention.attribution.content, mention.attribution.scope
    if slot.kind != "date" or content is None or scope != "sentence":
        return False
    return not content.start <= slot.start < slot.end <= content.end


def exceeds(taker: Mention, source: Mention) -> bool:
    """Whether the taker gives a larger figure than any of the same sort in the source."""
    for slot in figures(taker):
        same = [
            s for s in figures(source) if s.unit == slot.unit and s.kind == slot.kind and s.kind in _NUMERIC
        ]
        tops = [top for s in same if (top := _top(s)) is not None]
        mine = _top(slot)
        if tops and mine is not None and mine > 1.05 * max(tops):
            return True
    return False


def _top(slot: Slot) -> float | None:
    return slot.high if slot.high is not None else slot.low


def slot_key(slot: Slot) -> str:
    """A figure as it is compared: normal form and unit."""
    if slot.low is None and slot.high is None:
        return slot.value or slot.text.casefold()
    ends = "–".join(f"{end:g}" for end in dict.fromkeys((slot.low, slot.high)) if end is not None)
    return f"{ends} {slot.unit or ''}".strip()


def apart(one: Slot, other: Slot) -> float:
    """How far two figures of one unit lie apart, as a share of the larger; 1 where they cannot be set side by side."""
    ends = (one.low, one.high, other.low, other.high)
    if one.unit != other.unit or all(e is None for e in ends[:2]) or all(e is None for e in ends[2:]):
        return 1.0
    gaps = [_gap(a, b) for a, b in ((one.low, other.low), (one.high, other.high))]
    known = [g for g in gaps if g is not None]
    return max(known, default=1.0)


def _gap(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return None
    return abs(one - other) / max(abs(one), abs(other), 1e-9)
