"""Signals from the shared wording itself: order, gaps, cuts, damage, repairs, lost detail."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from corpus_tool.models import PassageSide
from corpus_tool.provenance.lexicon import load
from corpus_tool.provenance.overlap import Shared, View, covered, word_total
from corpus_tool.provenance.pile import label
from corpus_tool.provenance.signals.lean import Lean
from corpus_tool.text import words


def excerpts_between_comment(view: View) -> Lean | None:
    """Pieces that follow one another in the source stand apart in the taker, with its own text between."""
    pieces = sorted(view.own, key=lambda p: p.source.start)
    if len(pieces) < 2:
        return None
    tight = wide = 0
    for one, two in pairwise(pieces):
        there = two.source.start - one.source.end
        here = max(two.taker.start, one.taker.start) - min(two.taker.end, one.taker.end)
        tight += here > there + 120 and there < 600
        wide += there > here + 120 and here < 600
    if tight - wide < 1:
        return None
    sentence = f"Points that stand together in the one are spread out in {label(view.pile, view.taker)}, with its own comment between them."
    return Lean(min(2.4, 0.9 + 0.5 * (tight - wide)), sentence)


def cuts_short(view: View) -> Lean | None:
    """A shared piece ends or begins with an ellipsis in the taker where the source runs on."""
    for piece in view.own:
        here, there = _edges(view.taker.text, piece.taker), _edges(view.source.text, piece.source)
        if here and not there:
            return Lean(1.4, "The shared text is cut with an ellipsis in the one where the other runs on.")
    return None


def _edges(text: str, side: PassageSide) -> bool:
    around = (
        text[max(0, side.start - 4) : side.start]
        + text[side.start : side.end]
        + text[side.end : side.end + 5]
    )
    return "…" in around or "..." in around or "[…]" in around


def damaged_in_copying(view: View) -> Lean | None:
    """Words run together in the taker that stand apart in the source: what copying a page does."""
    here = sum(_run_together(p.source.text, p.taker.text) for p in _touched(view))
    there = sum(_run_together(p.taker.text, p.source.text) for p in _touched(view))
    if here <= there:
        return None
    return Lean(
        min(2.0, 1.0 + 0.4 * (here - there)),
        f"{here} words run together in {label(view.pile, view.taker)} stand apart in the other, as happens when a page is copied.",
    )


def _touched(view: View) -> Iterator[Shared]:
    """Passages in which anything differs: of the others there is nothing to read."""
    return (p for p in view.own if p.source.text != p.taker.text)


def _run_together(apart: str, joined: str) -> int:
    left = words(apart)
    pairs = {a + b for a, b in pairwise(left) if len(a) > 1 and len(b) > 1}
    return len(pairs & (set(words(joined)) - set(left)))


def repairs_misspelling(view: View) -> Lean | None:
    """A common misspelling in the source is spelt right in the taker: errors are repaired on the way."""
    here = sum(_repaired(p.source.text, p.taker.text) for p in _touched(view))
    there = sum(_repaired(p.taker.text, p.source.text) for p in _touched(view))
    if here <= there:
        return None
    return Lean(0.7, "A misspelling in the one is spelt right in the other.")


def _repaired(wrong: str, right: str) -> int:
    target = set(words(right))
    return sum(_misspelt().get(word) in target for word in set(words(wrong)) - target)


@lru_cache(maxsize=1)
def _misspelt() -> dict[str, str]:
    return dict(load("misspellings")["wrong"])


def part_of_larger(view: View) -> Lean | None:
    """Nearly all of the taker stands in the source, which has a good deal more of its own."""
    taker = covered((p.taker.start, p.taker.end) for p in view.own) / max(1, len(view.taker.text))
    source = covered((p.source.start, p.source.end) for p in view.own) / max(1, len(view.source.text))
    longer = word_total(view.source) - word_total(view.taker)
    if taker < 0.8 or source > taker - 0.05 or longer < 25:
        return None
    sentence = f"Nearly all of {label(view.pile, view.taker)} ({taker:.0%}) stands in the other, which holds more than that."
    return Lean(1.0, sentence)


def less_of_the_list(view: View) -> Lean | None:
    """Of a list of points the taker has some, in order; the source has them all in one run."""
    pieces = sorted(view.own, key=lambda p: p.source.start)
    if len(pieces) < 3:
        return None
    skipped = sum(1 for one, two in pairwise(pieces) if _skips(view, one, two))
    back = sum(1 for one, two in pairwise(pieces) if _skips_back(view, one, two))
    if skipped <= back:
        return None
    return Lean(0.7, "The one holds further points between the shared ones that the other leaves out.")


def _skips(view: View, one: Shared, two: Shared) -> bool:
    between = view.source.text[one.source.end : two.source.start]
    return 40 < len(between) < 700 and _is_list(between)


def _skips_back(view: View, one: Shared, two: Shared) -> bool:
    low, high = sorted((one.taker, two.taker), key=lambda side: side.start)
    between = view.taker.text[low.end : high.start]
    return 40 < len(between) < 700 and _is_list(between)


def _is_list(text: str) -> bool:
    marks = ("•", "-", "*", "–", "·", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    return any(line.lstrip().startswith(marks) for line in text.splitlines()[1:])


def loses_detail(view: View) -> Lean | None:
    """In lightly edited passages the source says more words than the taker: cutting is commoner than adding."""
    gained = lost = 0
    for piece in _edited(view):
        longer, shorter = len(words(piece.source.text)), len(words(piece.taker.text))
        lost += longer - shorter >= 2
        gained += shorter - longer >= 2
    if lost <= gained:
        return None
    return Lean(
        min(0.8, 0.3 * (lost - gained)),
        "Where the shared wording differs, the one has details that the other lacks.",
    )


def _edited(view: View) -> Iterator[Shared]:
    return (p for p in view.own if p.grade != "verbatim")
