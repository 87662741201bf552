"""Circular reporting."""

from __future__ import annotations

from corpus_tool.provenance.chains import Step
from corpus_tool.provenance.flags.evidence import Evidence, Found, sureness_of_steps
from corpus_tool.provenance.origins import circles
from corpus_tool.provenance.pile import label


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
        reason=f"In this pile, these tellings rest on each other: {path}. None of them leads out of the ring.",
        mentions=tuple(m for s in inside for m in (s.taker, s.source)),
    )


def _ring_in_words(evidence: Evidence, steps: list[Step]) -> str:
    documents = evidence.chain.pile.documents
    following = {s.taker.document_id: s.source.document_id for s in reversed(steps)}
    start = current = min(following)
    parts: list[str] = []
    while current in following and len(parts) <= len(following):
        parts.append(label(evidence.chain.pile, documents[current]))
        current = following.pop(current)
    closing = label(evidence.chain.pile, documents[current if current != start else start])
    return " has it from ".join(parts[:1]) + "".join(f" has it from {p}" for p in [*parts[1:], closing])
