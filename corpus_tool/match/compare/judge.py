"""From features to a relation: learnt weights, a rule for short statements, reasons in plain words."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus_tool.match.compare import deep, differences
from corpus_tool.match.compare.features import FEATURES, same_topic, words_contained, words_in_order
from corpus_tool.match.compare.frames import Alignment, align, causes_differ
from corpus_tool.match.compare.roles import Exchange, exchanged
from corpus_tool.match.compare.view import View
from corpus_tool.match.compare.wording import Piece, pieces
from corpus_tool.match.slot_compare import compare_slots
from corpus_tool.models import Comparison, Relation, Slot

NEAR_COPY = 0.9
"""Share of words in common order from which two wordings are one text with slips of the pen."""
SHORT = 3
"""Telling words up to which a statement is judged by its frame alone."""
MIDDLING = 8
"""Up to here frame or learnt weights may say that two tell the same; longer ones go by the weights."""
COVERED = 0.58
"""Share of both frames that must find a partner, where values of one measure stand on both sides."""
COVERED_PLAIN = 0.64
"""The same where no value helps to tell."""
FIGURE_COVERED, FIGURE_MEAN = 0.5, 0.35
"""Shares of the frames that suffice where both tell one uncommon figure."""
OPPOSED = 0.6
"""Share of either frame that must be covered before "the opposite" means anything."""
LEAST_SAID = 6.0
"""Nats of telling words below which a scrap ("it has announced that") tells no claim of its own."""
WHOLE = 3
"""Telling words, the same on both sides, that make even a short statement a whole one."""
STRANGERS = 0.25
"""Cosine below which wordings without a word or meaning in common need no closer look."""
LONE_EFFECT = 0.1
"""Where only one tells of an effect, more must be covered."""
SWAPPED_MUCH = 0.5
"""Beyond this share on both sides the learnt weights, which know no roles, are not asked."""
SWAPPED = 0.2
"""Where each side keeps more than this for itself, something was swapped."""
RELATED_WORDS = 0.25
"""Share of the shorter side's telling weight that makes two wordings worth setting side by side."""
RELATED_TOPIC = 0.45
"""Cosine of the embeddings that does the same without a word in common."""
UNMEASURED = 0.12
"""The least shared weight that lets two values of one measure make wordings related."""

EXCHANGED = 0.55
"""Likeness of two wordings of the same words in which two parties have changed places: close, another claim."""
NEAR = 0.4
"""Share of words in one order from which laying the wordings word by word against each other says anything."""
LONGEST_LAID = 1_000
"""Words of one side beyond which it is a whole text, which nobody reads word by word against another."""

PLAINLY_APART = 0.08
"""Chance by words below which the transformer, at some thirty milliseconds a pair, is not asked."""

NOTHING_SHARED = "They have no telling word in common."


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation with its likeness and how the frames lay against each other."""

    relation: Relation
    similarity: float
    alignment: Alignment
    swap: Exchange | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """The chance that two wordings say the same, and the chance from which they are taken to."""

    chance: float
    threshold: float


Weigh = Callable[[View, View], Weighed]


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, Any]:
    raw = files(__package__).joinpath("weights", name).read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(raw)
    return table


def _weighed_by(name: str, names: Sequence[str], values: Sequence[float]) -> Weighed:
    table = _table(name)
    held = zip(names, values, strict=True)
    total = table["intercept"] + sum(table["weights"][feature] * value for feature, value in held)
    return Weighed(1 / (1 + math.exp(-total)), table["paraphrase"])


def static(a: View, b: View) -> Weighed:
    """By words, letters and static likeness: what the default install has."""
    names = [feature.__name__ for feature in FEATURES]
    return _weighed_by("compare.json", names, [feature(a, b) for feature in FEATURES])


def semantic(a: View, b: View) -> Weighed:
    """By the transformer's view of both beside those; pairs that are plainly apart are not put to it.

    Raises:
        MissingExtraError: The extra is not installed.
    """
    first = static(a, b)
    if first.chance < PLAINLY_APART:
        return first
    return _weighed_by("compare_deep.json", deep.NAMES, deep.features(a, b))


def verdict(a: View, b: View, weigh: Weigh = static) -> Verdict:
    """Relation and likeness of two wordings."""
    alignment = align(a, b)
    if a.key == b.key and a.words:
        return Verdict("verbatim", 1.0, alignment)
    swap = exchanged(a, b)
    return (
        _weighed(a, b, alignment, weigh) if swap is None else Verdict("related", EXCHANGED, alignment, swap)
    )


def _weighed(a: View, b: View, alignment: Alignment, weigh: Weigh) -> Verdict:
    """By rules of thumb while statements are short or the default table weighs, which sees words alone.

    The transformer sees what figures and frames stand for, so that its table decides on all longer
    statements; figures and denials then are differences, and part no claim.
    """
    order = words_in_order(a, b)
    length = min(len(a.frame), len(b.frame))
    if length <= SHORT or weigh is static:
        ruled = _ruled(a, b, alignment, order)
        if ruled is not None:
            return ruled
    if order >= NEAR_COPY:
        return Verdict("near_copy", max(0.9, order), alignment)
    weighed = weigh(a, b)
    probability, threshold = weighed.chance, weighed.threshold
    if probability >= threshold:
        return Verdict("paraphrase", 0.6 + 0.3 * (probability - threshold) / (1 - threshold), alignment)
    return Verdict(_distant(a, b), 0.6 * probability / threshold, alignment)


def _ruled(a: View, b: View, alignment: Alignment, order: float) -> Verdict | None:
    """What figures and frames say; nothing where statements are long enough to be weighed."""
    length = min(len(a.frame), len(b.frame))
    if order < NEAR_COPY and _told_with_one_figure(a, b, alignment):
        return Verdict("paraphrase", 0.6 + 0.3 * alignment.covered, alignment)
    if length > MIDDLING:
        return None
    short = _short(a, b, alignment, order)
    alike = short.relation in {"near_copy", "paraphrase"}
    return short if length <= SHORT or alike or _is_swapped(a, b, alignment) else None


def _told_with_one_figure(a: View, b: View, alignment: Alignment) -> bool:
    """Whether a figure that is no everyday one stands in both, and the shorter frame is mostly covered."""
    if max(alignment.a.covered, alignment.b.covered) < FIGURE_COVERED or alignment.covered < FIGURE_MEAN:
        return False
    return not causes_differ(a, b) and any(
        compare_slots(x, y).relation in {"equal", "compatible"}
        for x in a.values
        if _is_telling(x)
        for y in b.values
        if _is_telling(y)
    )


def _is_telling(slot: Slot) -> bool:
    """A range with both ends, or a figure of a hundred or more: two people do not name it by chance."""
    if slot.kind in {"date", "deadline", "ordinal", "ratio"}:
        return False
    if slot.kind == "range" and slot.low is not None and slot.high is not None:
        return True
    return (slot.low or slot.high or 0) >= 100 and slot.unit not in {None, "percent"}


def _is_swapped(a: View, b: View, alignment: Alignment) -> bool:
    return min(alignment.a.swapped, alignment.b.swapped) > SWAPPED_MUCH or causes_differ(a, b)


def _short(a: View, b: View, alignment: Alignment, order: float) -> Verdict:
    """A short statement: one word swapped makes another claim, other figures do not."""
    least = COVERED if same_measure(a, b) else COVERED_PLAIN
    least += LONE_EFFECT if bool(a.effects) != bool(b.effects) else 0
    if _is_scrap(a, b) and not same_measure(a, b):
        return Verdict(_distant(a, b), min(0.55, 0.6 * alignment.covered), alignment)
    kept = min(alignment.a.swapped, alignment.b.swapped) <= SWAPPED and not causes_differ(a, b)
    covered = alignment.covered
    if kept and order >= NEAR_COPY:
        return Verdict("near_copy", max(0.9, order), alignment)
    if kept and covered >= least:
        return Verdict("paraphrase", 0.6 + 0.3 * (covered - least) / (1 - least), alignment)
    return Verdict(_distant(a, b), min(0.55, 0.6 * covered), alignment)


def _is_scrap(a: View, b: View) -> bool:
    """Whether one says too little to tell a claim; not where both say all the same, doer, deed and what it was done to."""
    if min(a.frame_weight, b.frame_weight) >= LEAST_SAID:
        return False
    return len(a.by_stem) < WHOLE or a.by_stem.keys() != b.by_stem.keys()


def same_measure(a: View, b: View) -> bool:
    """Whether some value of a and some value of b measure the same thing."""
    return not a.measures.isdisjoint(b.measures)


def _distant(a: View, b: View) -> Relation:
    contained = words_contained(a, b)
    if contained >= RELATED_WORDS or same_topic(a, b) >= RELATED_TOPIC:
        return "related"
    return "related" if contained >= UNMEASURED and same_measure(a, b) else "unrelated"


def placed(a: View, b: View) -> Comparison:
    """Compare two wordings of two claims: in full where they say the same after all, else the relation alone.

    What differs between two claims nobody asks, and that is the better half of the work.
    """
    if _are_strangers(a, b):
        return Comparison(relation="unrelated", similarity=0.0)
    found = verdict(a, b)
    if found.relation in {"related", "unrelated"}:
        return Comparison(relation=found.relation, similarity=round(found.similarity, 4))
    return _explained(a, b, found)


def compare_views(a: View, b: View, weigh: Weigh = static) -> Comparison:
    """Compare two wordings; b is the later."""
    if _are_strangers(a, b):
        return Comparison(relation="unrelated", similarity=0.0, reasons=(NOTHING_SHARED,))
    return _explained(a, b, verdict(a, b, weigh))


def _explained(a: View, b: View, found: Verdict) -> Comparison:
    """The verdict with what the two disagree on, and why."""
    if found.relation == "unrelated":
        return Comparison(
            relation="unrelated", similarity=round(found.similarity, 4), reasons=(_shared(a, b),)
        )
    laid = pieces(a, b) if _can_be_laid(a, b) else ()
    values = differences.values(a.values, b.values)
    moments = list(differences.moments(a, b, laid))
    opposed = _may_oppose(found) and differences.polarity_conflict(a, b, found.alignment, laid)
    reasons = [item.reason for item in values.clashing] + moments
    reasons += [_opposed(found.alignment, laid)] if opposed else []
    doers = _exchange(found.swap) if found.swap else differences.actors(a, b, laid)
    reasons += [said for said in (doers, differences.breadth(a, b, laid)) if said]
    reasons += [item.reason for item in values.agreeing][:2]
    return Comparison(
        relation=found.relation,
        similarity=round(found.similarity, 4),
        value_conflict=bool(values.clashing or moments),
        polarity_conflict=opposed,
        certainty_change=differences.certainty_change(a, b),
        strength_change=differences.strength_change(a, b),
        reasons=(_shared(a, b), *reasons, *_lacking(found.alignment)),
    )


def _can_be_laid(a: View, b: View) -> bool:
    return max(len(a.words), len(b.words)) <= LONGEST_LAID and words_in_order(a, b) >= NEAR


def _exchange(swap: Exchange) -> str:
    return f"Who did it differs: “{swap.one}” and “{swap.other}” have changed places."


def _are_strangers(a: View, b: View) -> bool:
    """Nothing in common to the eye: most candidate pairs end here, cheaply."""
    if not a.frame_stems.isdisjoint(b.frame_stems) or not a.classes.isdisjoint(b.classes) or a.key == b.key:
        return False
    return same_topic(a, b) < STRANGERS and not same_measure(a, b)


def _may_oppose(found: Verdict) -> bool:
    return found.relation != "related" or max(found.alignment.a.covered, found.alignment.b.covered) >= OPPOSED


def _shared(a: View, b: View) -> str:
    common = [word for word, one in zip(a.content, a.stems, strict=True) if one in b.by_stem]
    if not common:
        return NOTHING_SHARED
    return f"Both have: {', '.join(dict.fromkeys(common))}."


def _opposed(alignment: Alignment, laid: Sequence[Piece]) -> str:
    turned = differences.turned(laid)
    if turned is not None:
        return f"They say opposite things: “{turned.a}” against “{turned.b}”."
    if alignment.opposites:
        pairs = "; ".join(f"“{one}” against “{other}”" for one, other in alignment.opposites)
        return f"They say opposite things: {pairs}."
    return "One denies what the other says."


def _lacking(alignment: Alignment) -> list[str]:
    sides = (("first", alignment.a.lacking), ("second", alignment.b.lacking))
    return [f"Only the {name} has: {', '.join(words[:8])}." for name, words in sides if words]
