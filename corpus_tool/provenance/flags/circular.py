"""Circular reporting."""

from __future__ import annotations

from itertools import pairwise

from corpus_tool.provenance.chains import Step
from corpus_tool.provenance.flags.evidence import Evidence, Found, sureness_of_steps
from corpus_tool.provenance.origins import circles
from corpus_tool.provenance.pile import label

_MOST = 3
"""Steps of a ring that are told in words after the first."""


def circular(evidence: Evidence) -> Found | None:
    """Tellings that rest on one another in a ring, in any number of hops."""
    steps = evidence.chain.counted
    rings = circles((s.source.document_id, s.taker.document_id) for s in steps)
    if not rings:
        return None
    ring = set(rings[0])
    inside = [s for s in steps if s.source.document_id in ring and s.taker.document_id in ring]
    path = _ring_in_words(evidence, inside)
    return Found(
        severity="high" if len(ring) > 1 else "medium",
        sureness=sureness_of_steps(inside),
        reason=f"In this pile, these tellings rest on each other: {path}.{_way_out(evidence, steps, ring)}",
        mentions=tuple(m for s in inside for m in (s.taker, s.source)),
    )


def _way_out(evidence: Evidence, steps: tuple[Step, ...], ring: set[str]) -> str:
    """Whether the ring is all there is, or a telling outside it stands behind one of those inside."""
    behind = [s for s in steps if s.taker.document_id in ring and s.source.document_id not in ring]
    if not behind:
        return " None of them leads out of the ring."
    first = min(behind, key=lambda s: (-s.confidence, s.source.id))
    return f" One of them also has it, as it seems, from {evidence.who(first.source)}."


def _ring_in_words(evidence: Evidence, steps: list[Step]) -> str:
    """The ring as "A has it from B, B from C, C from A": the first ring found from the smallest id."""
    documents = evidence.chain.pile.documents
    following = {s.taker.document_id: s.source.document_id for s in reversed(steps)}
    current = min(following)
    path: list[str] = []
    while current in following and current not in path:
        path.append(current)
        current = following[current]
    names = [label(evidence.chain.pile, documents[d]) for d in (*path[path.index(current) :], current)]
    first, *rest = (
        f"{one} {'has it ' if not n else ''}from {other}" for n, (one, other) in enumerate(pairwise(names))
    )
    return ", ".join([first, *rest[:_MOST]])
