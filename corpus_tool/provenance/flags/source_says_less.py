"""The source says less."""

from __future__ import annotations

from corpus_tool.models import Comparison, Mention
from corpus_tool.provenance.chains import Step
from corpus_tool.provenance.flags.differences import larger
from corpus_tool.provenance.flags.evidence import TOLD, Evidence, Found, sureness_of_steps
from corpus_tool.provenance.flags.values import breadth, exceeds

_QUOTING = frozenset({"quotes", "cites"})


def source_says_less(evidence: Evidence) -> Found | None:
    """A telling credits or quotes another text of the pile, and that text supports less than the telling says."""
    less = [
        (s, why)
        for s in evidence.chain.counted
        if _credits(evidence, s)
        for why in [_less(evidence, s)]
        if why
    ]
    if not less:
        return None
    step, why = less[0]
    reason = f"In this pile, {evidence.says(step.taker)} rests on {evidence.says(step.source)}, which {why}."
    boxes = any(s.link.relation == "quotes" and not s.credited for s, _ in less)
    mentions = tuple(m for s, _ in less for m in (s.source, s.taker))
    return Found(
        severity=evidence.severity(len(less) + 1, grave=True),
        sureness=sureness_of_steps([step]),
        reason=reason,
        mentions=mentions,
        lost=evidence.lost(mentions, "block_quotes") if boxes else "",
    )


def _credits(evidence: Evidence, step: Step) -> bool:
    named = step.source.document_id in evidence.chain.references.targets(step.taker.id)
    comment = evidence.document(step.taker).kind == "comment"
    if named:
        return True
    pair = evidence.chain.pile.pair(step.source.id, step.taker.id)
    same = step.literal or (pair is not None and pair.comparison.relation in TOLD)
    return not comment and same and (step.credited or step.link.relation in _QUOTING)


def _less(evidence: Evidence, step: Step) -> str:
    """What the source says less of, as the end of a sentence; empty when it supports as much."""
    source, taker = step.source, step.taker
    comparison = _comparison(evidence, source, taker)
    if larger(taker, source) or (
        comparison is not None and comparison.value_conflict and exceeds(taker, source)
    ):
        return "gives a smaller figure"
    if 0 < breadth(source) <= breadth(taker) - 2:
        return "covers fewer"
    if taker.strength > source.strength > 0 and _gained(comparison):
        return "states a weaker link between the two things"
    return ""


def _comparison(evidence: Evidence, source: Mention, taker: Mention) -> Comparison | None:
    pair = evidence.chain.pile.pair(source.id, taker.id)
    return None if pair is None else pair.comparison


def _gained(comparison: Comparison | None) -> bool:
    return comparison is None or comparison.strength_change != "same"
