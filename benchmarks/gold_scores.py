"""Scores of one corpus against its gold: mentions, attributions, slots, claims, origins."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from benchmarks.gold_align import Alignment
from benchmarks.gold_corpus import GoldClaim, GoldMention
from corpus_tool.models import Claim, Mention, Slot
from corpus_tool.text import words

NUMBERS = frozenset({"quantity", "range", "money", "percent", "ratio", "duration", "ordinal"})
DATES = frozenset({"date", "deadline"})
CLOSE = 0.005
"""Relative difference up to which two numbers are one: a gold third is written .333."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Right, missed and wrong ones of one task."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right; 1 where nothing was to be found and nothing was."""
        found = self.right + self.extra
        return self.right / found if found else float(not self.missed)

    @property
    def recall(self) -> float:
        """Share of the wanted that was found."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = 2 * self.right + self.missed + self.extra
        return 2 * self.right / total if total else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            right=self.right + other.right, missed=self.missed + other.missed, extra=self.extra + other.extra
        )


def missed_mentions(alignment: Alignment) -> list[GoldMention]:
    """Gold statements that no mention hits; quoted lines are left out of account."""
    return [
        mention
        for mention in alignment.gold.mentions
        if not mention.quoted and not alignment.hits.get(mention.id)
    ]


def false_mentions(alignment: Alignment) -> list[Mention]:
    """Mentions that hit nothing which the gold marks."""
    return [
        mention
        for mention in alignment.findings.mentions
        if mention.is_claim and not alignment.found[mention.id]
    ]


def mention_recall(alignment: Alignment) -> float:
    """Share of the gold's statements that are hit."""
    wanted = [mention for mention in alignment.gold.mentions if not mention.quoted]
    return 1 - len(missed_mentions(alignment)) / max(1, len(wanted))


def mention_precision(alignment: Alignment) -> float:
    """Share of the mentions that hit a statement; those that hit only a quoted line are left out."""
    wrong = len(false_mentions(alignment))
    right = sum(1 for key, hit in alignment.found.items() if hit and key not in alignment.neutral)
    return right / max(1, right + wrong)


def listed_precision(alignment: Alignment) -> float:
    """The same, where only a statement that the gold lists as none counts against a mention."""
    right = sum(1 for key, hit in alignment.found.items() if hit and key not in alignment.neutral)
    return right / max(1, right + len(alignment.listed))


def wrong_grades(alignment: Alignment) -> list[tuple[GoldMention, Mention]]:
    """Hit statements whose attribution has another grade than the gold's."""
    return [
        (mention, alignment.hits[mention.id][0])
        for mention in alignment.gold.mentions
        if alignment.hits.get(mention.id) and alignment.hits[mention.id][0].attribution.grade != mention.grade
    ]


def grade_accuracy(alignment: Alignment) -> float:
    """Share of the hit statements whose attribution has the gold's grade."""
    return 1 - len(wrong_grades(alignment)) / max(1, len(alignment.hits))


def _close(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and math.isclose(a, b, rel_tol=CLOSE, abs_tol=1e-9)


def _same_number(wanted: dict[str, Any], slot: Slot) -> bool:
    if "low" in wanted or "high" in wanted:
        low, high = wanted.get("low"), wanted.get("high")
        return (low is None or _close(low, slot.low)) and (high is None or _close(high, slot.high))
    bounds = {bound for bound in (slot.low, slot.high) if bound is not None}
    values = [wanted["value"]] + ([wanted["value"] * 100] if slot.unit == "percent" else [])
    return len(bounds) == 1 and any(_close(value, bound) for value in values for bound in bounds)


def _same_words(wanted: str, slot: Slot) -> bool:
    ours, theirs = set(words(slot.value or slot.text)), set(words(wanted))
    return bool(ours) and (ours <= theirs or theirs <= ours)


def same_value(wanted: dict[str, Any], slot: Slot) -> bool:
    """Whether a slot has the value that the gold gives; the kinds of numbers pass for one another."""
    kind = wanted["kind"]
    if kind in NUMBERS:
        return slot.kind in NUMBERS and _same_number(wanted, slot)
    if kind in DATES:
        return slot.kind in DATES and str(wanted["value"]) == (slot.value or "").strip("./~?%")
    return slot.kind == kind and _same_words(str(wanted.get("value", wanted["text"])), slot)


def wrong_slots(alignment: Alignment) -> list[tuple[GoldMention, dict[str, Any]]]:
    """Values of hit statements that no slot of a hitting mention has."""
    return [
        (mention, wanted)
        for mention in alignment.gold.mentions
        if (hits := alignment.hits.get(mention.id))
        for wanted in mention.slots
        if not any(same_value(wanted, slot) for hit in hits for slot in hit.slots)
    ]


def slot_accuracy(alignment: Alignment) -> float:
    """Share of the gold's values, on hit statements, that a slot has."""
    total = sum(len(mention.slots) for mention in alignment.gold.mentions if alignment.hits.get(mention.id))
    return 1 - len(wrong_slots(alignment)) / max(1, total)


def claims_of(alignment: Alignment) -> dict[str, set[str]]:
    """The tool's claims, by id, that the hits of each gold mention belong to."""
    member: dict[str, set[str]] = defaultdict(set)
    for membership in alignment.findings.memberships:
        member[membership.mention_id].add(membership.claim_id)
    return {
        gold_id: set().union(*(member[hit.id] for hit in hits)) for gold_id, hits in alignment.hits.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class PairVerdict:
    """Two hit gold mentions: whether the gold, and whether the tool, has them in one claim."""

    left: str
    right: str
    wanted: bool
    found: bool


def pair_verdicts(alignment: Alignment) -> list[PairVerdict]:
    """Every pair of hit gold mentions that either side has in one claim."""
    ours, theirs = claims_of(alignment), alignment.gold.claim_of()
    verdicts = (
        PairVerdict(
            left=left,
            right=right,
            wanted=left in theirs and theirs[left] == theirs.get(right),
            found=bool(ours[left] & ours[right]),
        )
        for left, right in combinations(sorted(ours), 2)
    )
    return [verdict for verdict in verdicts if verdict.wanted or verdict.found]


def pair_tally(alignment: Alignment) -> Tally:
    """Pairs in one claim, right, missed and wrong."""
    counts = Counter((verdict.wanted, verdict.found) for verdict in pair_verdicts(alignment))
    return Tally(right=counts[True, True], missed=counts[True, False], extra=counts[False, True])


def tracked_tally(alignment: Alignment) -> Tally:
    """Whether hit statements are attached to the codebook's claim that they state, and to no other."""
    tracked = {claim.id: claim.tracked for claim in alignment.findings.claims}
    wanted = {
        mention: claim.tracked
        for claim in alignment.gold.claims
        if claim.tracked
        for mention in claim.mentions
    }
    tally = Tally()
    for mention, claims in claims_of(alignment).items():
        ours = {tracked[claim] for claim in claims if tracked.get(claim)}
        want = {wanted[mention]} if mention in wanted else set()
        tally += Tally(right=len(ours & want), missed=len(want - ours), extra=len(ours - want))
    return tally


def best_gold_claims(alignment: Alignment) -> dict[str, str]:
    """For each of the tool's claims the gold claim with which it shares most mentions, if any."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    theirs = alignment.gold.claim_of()
    for mention, claims in claims_of(alignment).items():
        for claim in claims:
            if mention in theirs:
                shared[claim][theirs[mention]] += 1
    return {claim: min(counts, key=lambda key: (-counts[key], key)) for claim, counts in shared.items()}


def our_claim(alignment: Alignment, claim: GoldClaim) -> Claim | None:
    """The tool's claim that shares most mentions with a gold claim."""
    ours = claims_of(alignment)
    counts: Counter[str] = Counter()
    for mention in claim.mentions:
        counts.update(ours.get(mention, ()))
    by_id = {item.id: item for item in alignment.findings.claims}
    best = min(counts, key=lambda key: (-counts[key], key), default=None)
    return by_id.get(best) if best is not None else None


def told_twice(alignment: Alignment) -> list[GoldClaim]:
    """Gold claims with a known origin count that two or more documents state."""
    return [
        claim
        for claim in alignment.gold.claims
        if claim.origins is not None and len(alignment.gold.documents_of(claim)) >= 2
    ]


def wrong_origins(alignment: Alignment) -> list[tuple[GoldClaim, Claim | None]]:
    """Claims whose origins are counted otherwise, or that were not found."""
    pairs = [(claim, our_claim(alignment, claim)) for claim in told_twice(alignment)]
    return [(claim, ours) for claim, ours in pairs if ours is None or ours.origin_count != claim.origins]


def origin_rate(alignment: Alignment) -> float:
    """Share of claims of two documents or more whose origin count is the gold's."""
    return 1 - len(wrong_origins(alignment)) / max(1, len(told_twice(alignment)))


def origin_near(alignment: Alignment) -> float:
    """Share whose origin count lies within the gold's range."""
    claims = told_twice(alignment)
    return _mean(
        ours is not None and claim.origin_range[0] <= ours.origin_count <= claim.origin_range[1]
        for claim in claims
        for ours in (our_claim(alignment, claim),)
    )


def _mean(values: Iterable[bool]) -> float:
    items = list(values)
    return sum(items) / max(1, len(items))
