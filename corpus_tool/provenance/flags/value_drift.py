"""Figures differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from corpus_tool.models import Mention, Slot
from corpus_tool.provenance.flags.evidence import Evidence, Found, listed
from corpus_tool.provenance.flags.values import apart, figures, slot_key

_DATES = frozenset({"date", "deadline"})
_ROUNDING = 0.03
"""Figures closer than this are one figure rounded differently."""
_MINOR = 0.1
"""Figures closer than this differ, but not so that a reader need be led to it."""


def value_drift(evidence: Evidence) -> Found | None:
    """Tellings give values, dates or units that do not fit one another. Rounding is not drift."""
    clashing = list(_clashing(evidence))
    if not clashing:
        return None
    table: dict[str, list[Mention]] = defaultdict(list)
    for one, other in clashing:
        for mention, against in ((one, other), (other, one)):
            table[_told(mention, against)].append(mention)
    if len(table) < 2:
        return None
    rows = sorted(table.items(), key=lambda row: (-len(row[1]), row[0]))
    lines = "; ".join(f"{value}: {listed((evidence.who(m) for m in ms), 3)}" for value, ms in rows[:6])
    widest = max(_width(one, other) for one, other in clashing)
    mentions = tuple(dict.fromkeys(m for _, ms in rows for m in ms))
    documents = len({m.document_id for m in mentions})
    return Found(
        severity=evidence.severity(documents) if widest >= _MINOR else "low",
        sureness="certain" if widest >= 0.25 else "probable",
        reason=f"In this pile, the figures for this differ. {lines}.",
        mentions=mentions,
    )


def _clashing(evidence: Evidence) -> Iterator[tuple[Mention, Mention]]:
    """Two tellings in different documents whose values were found not to fit."""
    pile, told = evidence.chain.pile, {m.id: m for m in evidence.chain.mentions}
    for mention in evidence.chain.mentions:
        for pair in pile.pairs_of.get(mention.id, ()):
            if pair.left_id != mention.id or pair.right_id not in told or not pair.comparison.value_conflict:
                continue
            other = told[pair.right_id]
            if other.document_id == mention.document_id or not _comparable(mention, other):
                continue
            if _width(mention, other) > _ROUNDING:
                yield mention, other


def _comparable(one: Mention, other: Mention) -> bool:
    """Whether each gives a figure of a sort the other gives too: a share and a count are two matters."""
    return any(
        (a.kind == b.kind or a.unit == b.unit is not None or {a.kind, b.kind} <= _DATES)
        and slot_key(a) != slot_key(b)
        for a in figures(one)
        for b in figures(other)
    )


def _width(one: Mention, other: Mention) -> float:
    """How far apart the nearest figures of two tellings lie that differ at all."""
    gaps = [_nearest(s, figures(other)) for s in figures(one)] + [
        _nearest(s, figures(one)) for s in figures(other)
    ]
    return max((g for g in gaps if g is not None), default=1.0)


def _nearest(slot: Slot, others: tuple[Slot, ...]) -> float | None:
    same = [apart(slot, o) for o in others if o.kind == slot.kind and o.unit == slot.unit]
    if any(slot_key(slot) == slot_key(o) for o in others):
        return 0.0
    return min(same, default=None)


def _told(mention: Mention, against: Mention) -> str:
    theirs = {slot_key(s) for s in figures(against)}
    own = [s.text for s in figures(mention) if slot_key(s) not in theirs] or [
        s.text for s in figures(mention)
    ]
    return " / ".join(dict.fromkeys(own)) or "no figure"
