"""Who it covers differs."""

from __future__ import annotations

from corpus_tool.models import Mention
from corpus_tool.provenance.flags.evidence import Evidence, Found, sureness_of
from corpus_tool.provenance.flags.values import breadth

_APART = 2
"""Levels between "some" and "all": one level ("most", "all") is a manner of speaking."""


def scope_drift(evidence: Evidence) -> Found | None:
    """One telling covers a few, another everybody. Direction is said only where the chain shows it."""
    widest = _by_breadth(evidence, narrow=False)
    narrowest = _by_breadth(evidence, narrow=True)
    if widest is None or narrowest is None or widest.document_id == narrowest.document_id:
        return None
    if breadth(widest) - breadth(narrowest) < _APART:
        return None
    step = next(
        (
            s
            for s in evidence.chain.counted
            if breadth(s.source) and breadth(s.taker) - breadth(s.source) >= _APART
        ),
        None,
    )
    if step is not None:
        reason = f"In this pile, {evidence.says(step.source)} covers fewer than {evidence.says(step.taker)}, which took it from there."
        return Found(
            severity=evidence.severity(2, grave=True), sureness=sureness_of(step.confidence), reason=reason,
            mentions=(step.source, step.taker),
        )  # fmt: skip
    reason = f"In this pile, {evidence.says(narrowest)} covers fewer than {evidence.says(widest)}; which came first is not shown."
    return Found(
        severity=evidence.severity(2), sureness="probable", reason=reason, mentions=(narrowest, widest)
    )


def _by_breadth(evidence: Evidence, *, narrow: bool) -> Mention | None:
    told = [m for m in evidence.chain.mentions if breadth(m)]
    sign = 1 if narrow else -1
    return min(told, key=lambda m: (sign * breadth(m), m.document_id, m.start), default=None)
