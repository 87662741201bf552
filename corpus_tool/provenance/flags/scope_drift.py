"""Who it covers differs."""

from __future__ import annotations

from corpus_tool.models import Mention
from corpus_tool.provenance.flags.evidence import Evidence, Found, sureness_of_steps
from corpus_tool.provenance.flags.replaced import widened
from corpus_tool.provenance.flags.values import breadth, counted

_APART = 2
"""Levels between "some" and "all": one level ("most", "all") is a manner of speaking."""


def scope_drift(evidence: Evidence) -> Found | None:
    """One telling covers a few, another everybody. Direction is said only where the chain shows it."""
    if len(evidence.chain.mentions) < 2:
        return None
    step = next((s for s in evidence.chain.counted if _wider(s.source, s.taker)), None)
    if step is not None:
        reason = f"In this pile, {evidence.says(step.source)} covers fewer than {evidence.says(step.taker)}, which took it from there."
        return Found(
            severity=evidence.severity(2, grave=True), sureness=sureness_of_steps([step]), reason=reason,
            mentions=(step.source, step.taker),
        )  # fmt: skip
    apart = _apart(evidence) or _replaced(evidence)
    if apart is None:
        return None
    narrow, wide = apart
    reason = f"In this pile, {evidence.says(narrow)} covers fewer than {evidence.says(wide)}; which came first is not shown."
    return Found(severity=evidence.severity(2), sureness="possible", reason=reason, mentions=apart)


def _replaced(evidence: Evidence) -> tuple[Mention, Mention] | None:
    """Two tellings of which one covers everybody where the others name one and the same group."""
    found = widened(evidence)
    return None if found is None else (found.kept, found.changed)


def _wider(narrow: Mention, wide: Mention) -> bool:
    if not 0 < breadth(narrow) <= breadth(wide) - _APART:
        return False
    # "Five families get new houses, and nobody asked them" covers the same five.
    return counted(narrow).isdisjoint(counted(wide))


def _apart(evidence: Evidence) -> tuple[Mention, Mention] | None:
    """The narrower and the wider of two tellings that were compared and found to say the same."""
    for narrow in evidence.chain.mentions:
        for pair in evidence.chain.pile.pairs_of.get(narrow.id, ()) if breadth(narrow) else ():
            wide = evidence.chain.pile.mentions[pair.right_id if pair.left_id == narrow.id else pair.left_id]
            same = wide in evidence.chain.mentions and evidence.alike(narrow, wide)
            if same and evidence.apart(narrow, wide) and _wider(narrow, wide):
                return narrow, wide
    return None
