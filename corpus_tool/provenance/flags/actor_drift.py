"""Who did it differs."""

from __future__ import annotations

from collections import defaultdict

from corpus_tool.models import Mention
from corpus_tool.provenance.flags.doers import Doer, doers, may_be_one
from corpus_tool.provenance.flags.evidence import TOLD, Evidence, Found, listed
from corpus_tool.provenance.flags.replaced import Replaced, replaced_agent
from corpus_tool.provenance.names import name_key


def actor_drift(evidence: Evidence) -> Found | None:
    """Different documents name different doers for the same deed, no two of which could be one."""
    if len(evidence.chain.mentions) < 2:
        return None
    told = [(m, own) for m in evidence.chain.mentions if (own := _parties(evidence, m))]
    clashing = _clashing(evidence, told)
    if not clashing:
        return _replaced(evidence, replaced_agent(evidence))
    table: dict[str, list[Mention]] = defaultdict(list)
    for mention, own in clashing:
        table[_key(own[0])].append(mention)
    if len(table) < 2:
        return _replaced(evidence, replaced_agent(evidence))
    shown = {_key(own[0]): own[0].text for _, own in reversed(clashing)}
    rows = sorted(table.items(), key=lambda row: (-len(row[1]), row[0]))
    lines = "; ".join(f"“{shown[key]}” in {listed((evidence.who(m) for m in ms), 2)}" for key, ms in rows[:3])
    mentions = tuple(m for _, ms in rows for m in ms)
    return Found(
        severity=evidence.severity(len({m.document_id for m in mentions})),
        sureness="probable" if _plainly(clashing) else "possible",
        reason=f"In this pile, documents differ on who does this: {lines}.",
        mentions=mentions,
    )


def _parties(evidence: Evidence, mention: Mention) -> tuple[Doer, ...]:
    """Who acts in a statement; the outlet that reports it, or that it is credited to, does not act in it."""
    named = evidence.chain.pile.outlets | evidence.chain.references.externals(mention.id)
    return tuple(d for d in doers(mention) if name_key(d.text) not in named)


def _replaced(evidence: Evidence, found: tuple[Replaced, ...]) -> Found | None:
    """The finding where most wordings agree on a party, and a telling has another in its place."""
    if not found:
        return None
    first = found[0]
    changed = listed((f"“{one.now}” in {evidence.who(one.changed)}" for one in found), 2)
    mentions = tuple(dict.fromkeys(m for one in found for m in (one.kept, one.changed)))
    return Found(
        severity=evidence.severity(len({m.document_id for m in mentions})),
        sureness="possible",
        reason=f"In this pile, documents differ on who does this: “{first.was}” in {evidence.who(first.kept)}; {changed}.",
        mentions=mentions,
    )


_Told = list[tuple[Mention, tuple[Doer, ...]]]


def _clashing(evidence: Evidence, told: _Told) -> _Told:
    """The tellings whose doers could be none of another document's, and those that agree with one of these."""
    apart = {
        place
        for a, (one, ours) in enumerate(told)
        for b, (other, theirs) in enumerate(told)
        if evidence.apart(one, other) and _differ(ours, theirs) and _plain(evidence, one, other)
        for place in (a, b)
    }
    known = [doer for place in sorted(apart) for doer in told[place][1] if doer.sort]
    agree = {
        place
        for place, (_, own) in enumerate(told)
        if any(d.sort == k.sort and may_be_one(d, k) for d in own for k in known)
    }
    return [told[place] for place in sorted(apart | agree)]


def _differ(ours: tuple[Doer, ...], theirs: tuple[Doer, ...]) -> bool:
    return not any(may_be_one(a, b) for a in ours for b in theirs)


def _plain(evidence: Evidence, one: Mention, other: Mention) -> bool:
    """Whether two doers are of a known class; two bare names clash only where the rest says the same."""
    if all(any(d.sort for d in doers(m)) for m in (one, other)):
        return evidence.close(one, other)
    pair = evidence.chain.pile.pair(one.id, other.id)
    return pair is not None and pair.comparison.relation in TOLD


def _plainly(clashing: _Told) -> bool:
    """Whether two doers of known class stand against one another, a firm and a public body."""
    sorts = {own[0].sort for _, own in clashing} - {""}
    return "company" in sorts and len(sorts) > 1


def _key(doer: Doer) -> str:
    return " ".join([doer.number, doer.sort, *sorted(doer.names)]).strip()
