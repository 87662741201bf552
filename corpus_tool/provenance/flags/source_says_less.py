"""The source says less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus_tool.models import Comparison, Mention
from corpus_tool.provenance.chains import Step
from corpus_tool.provenance.flags.differences import larger
from corpus_tool.provenance.flags.evidence import TOLD, Evidence, Found, sureness_of_steps
from corpus_tool.provenance.flags.replaced import widened
from corpus_tool.provenance.flags.values import ALL, breadth, exceeds
from corpus_tool.provenance.notes import content_words

_QUOTING = frozenset({"quotes", "cites"})


def source_says_less(evidence: Evidence) -> Found | None:
    """A telling credits or quotes another text of the pile, and that text supports less than the telling says."""
    less = [
        (step, why)
        for s in evidence.chain.counted
        for step in _readings(evidence, s)
        if _credits(evidence, step)
        for why in [_less(evidence, step)]
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


def _readings(evidence: Evidence, step: Step) -> Iterator[Step]:
    """A step as it was aligned, and with the very statements of the taker that name the source.

    Each against the tellings of the source that give no more than the first: a text that also says the larger
    figure supports it.
    """
    yield step
    source, taker = step.source.document_id, step.taker.document_id
    told = evidence.chain.tellings[source]
    for mention in evidence.chain.tellings[taker]:
        named = source in evidence.chain.references.targets(mention.id)
        if named and mention.id != step.taker.id and not any(larger(other, step.source) for other in told):
            yield replace(step, taker=mention)


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
    if 0 < breadth(source) <= breadth(taker) - 2 or _widened(evidence, source, taker):
        return "covers fewer"
    if taker.strength > source.strength > 0 and _gained(comparison):
        return "states a weaker link between the two things"
    return ""


def _widened(evidence: Evidence, source: Mention, taker: Mention) -> bool:
    """Whether the source names the group that other tellings name too, and the taker everybody in its place."""
    if breadth(taker) < ALL or breadth(source) == ALL:
        return False
    found = widened(evidence)
    return found is not None and set(found.was.split()) <= content_words(source.text)


def _comparison(evidence: Evidence, source: Mention, taker: Mention) -> Comparison | None:
    pair = evidence.chain.pile.pair(source.id, taker.id)
    return None if pair is None else pair.comparison


def _gained(comparison: Comparison | None) -> bool:
    return comparison is None or comparison.strength_change != "same"
