"""Figures differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus_tool.models import Mention, Slot, Sureness
from corpus_tool.provenance.flags.differences import ROUNDING, Difference, differences, has_figures
from corpus_tool.provenance.flags.evidence import TOLD, Evidence, Found, listed
from corpus_tool.provenance.flags.places import elsewhere
from corpus_tool.provenance.flags.values import apart, figures, slot_key

_PERCENT = re.compile(r"\s*(?:percent|per cent|%)")
_NUMBER = re.compile(r"\d[\d,.]*")
_DATES = frozenset({"date", "deadline"})
_MOST = 60
"""Tellings of one claim set side by side: enough to show that it drifts."""
_MINOR = 0.1
"""Figures closer than this differ, but not so that a reader need be led to it."""


def value_drift(evidence: Evidence) -> Found | None:
    """Tellings give values, dates or units that do not fit one another. Rounding is not drift."""
    if len(evidence.chain.mentions) < 2:
        return None
    clashing = list(_clashing(evidence))
    table: dict[str, list[Mention]] = defaultdict(list)
    for clash in clashing:
        table[_shown(clash.difference.one)].append(clash.one)
        table[_shown(clash.difference.other)].append(clash.other)
    table = _merged(table)
    if len(table) < 2:
        return None
    rows = sorted(table.items(), key=lambda row: (-len(set(row[1])), row[0]))
    told = _told_too(evidence, table)
    lines = "; ".join(
        f"“{value}” in {listed((evidence.who(m) for m in told[value]), 2)}" for value, _ in rows[:4]
    )
    widest = max(clash.difference.width for clash in clashing)
    # Whoever the sentence counts stands in the proof.
    mentions = tuple(dict.fromkeys(m for value, _ in rows for m in told[value]))
    documents = len({m.document_id for m in mentions})
    return Found(
        severity=evidence.severity(documents) if widest >= _MINOR else "low",
        sureness=_sureness(clashing, widest),
        reason=f"In this pile, the figures for this differ: {lines}.",
        mentions=mentions,
    )


def _merged(table: Mapping[str, list[Mention]]) -> dict[str, list[Mention]]:
    """Rows of one number and one noun are one: "42,000 kettles" and "42,000 electric kettles"."""
    rows: dict[tuple[str, ...], str] = {}
    found: dict[str, list[Mention]] = {}
    for value in sorted(table, key=lambda value: (len(value), value)):
        numbers, folded = _NUMBER.findall(value), value.casefold()
        alike = (*numbers, folded.split()[-1]) if numbers and "/" not in folded else (folded,)
        name = rows.setdefault(alike, value)
        found.setdefault(name, []).extend(table[value])
    return found


def _told_too(evidence: Evidence, table: Mapping[str, list[Mention]]) -> dict[str, list[Mention]]:
    """The rows of the table, each with all who give its figure: eight pages that agree are not left out.

    A telling whose figures stand in several rows is counted where the comparison put it, and nowhere else.
    """
    keys = {
        value: {slot_key(s) for m in ms for s in figures(m) if s.text.casefold() in value.casefold()}
        for value, ms in table.items()
    }
    told = {value: list(ms) for value, ms in table.items()}
    placed = {m.id for ms in table.values() for m in ms}
    for mention in evidence.chain.mentions[:_MOST]:
        own = {slot_key(s) for s in figures(mention)}
        rows = [value for value, known in keys.items() if known & own]
        if len(rows) == 1 and mention.id not in placed:
            told[rows[0]].append(mention)
    return told


def _shown(value: str) -> str:
    """A figure in one spelling, so that "38 percent" and "38%" are one row."""
    return _PERCENT.sub("%", value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clash:
    """Two tellings in different documents whose values do not fit, and which values."""

    one: Mention
    other: Mention
    difference: Difference
    compared: bool


def _sureness(clashing: list[_Clash], widest: float) -> Sureness:
    """Certain where the comparison of the wordings says so too, and the gap is wide."""
    if not any(clash.compared for clash in clashing):
        return "possible"
    return "certain" if widest >= 0.25 else "probable"


def _clashing(evidence: Evidence) -> Iterator[_Clash]:
    """Two tellings in different documents whose values do not fit."""
    pile = evidence.chain.pile
    told = [m for m in evidence.chain.mentions[:_MOST] if has_figures(m)]
    for place, mention in enumerate(told):
        for other in told[place + 1 :]:
            if not evidence.apart(mention, other) or not evidence.close(mention, other):
                continue
            if elsewhere(evidence, mention, other) or elsewhere(evidence, other, mention):
                continue
            pair = pile.pair(mention.id, other.id)
            conflict = pair is not None and pair.comparison.value_conflict
            close = pair is not None and pair.comparison.relation in TOLD
            for found in _found(mention, other, conflict=conflict):
                yield _Clash(one=mention, other=other, difference=found, compared=conflict or close)


def _found(one: Mention, other: Mention, *, conflict: bool) -> tuple[Difference, ...]:
    own = differences(one, other)
    if own or not conflict or not _comparable(one, other):
        return own
    width = _width(one, other)
    if width <= ROUNDING:
        return ()
    return (Difference(one=_told(one, other), other=_told(other, one), width=width),)


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


def _kind(slot: Slot) -> str:
    return "date" if slot.kind in _DATES else slot.kind


def _told(mention: Mention, against: Mention) -> str:
    theirs, kinds = {slot_key(s) for s in figures(against)}, {_kind(s) for s in figures(against)}
    apart_ones = [s.text for s in figures(mention) if slot_key(s) not in theirs and _kind(s) in kinds]
    own = apart_ones or [s.text for s in figures(mention)]
    # "An offer today, a duty in 2020": the day of writing is no figure where another date is given.
    own = [text for text in own if any(c.isdigit() for c in text)] or own
    return " / ".join(dict.fromkeys(own)) or "no figure"
