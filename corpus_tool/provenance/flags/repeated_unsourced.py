"""Repeated; no source given."""

from __future__ import annotations

from corpus_tool.models import Mention, Sureness
from corpus_tool.provenance.flags.evidence import Evidence, Found, counted
from corpus_tool.provenance.issued import is_issued
from corpus_tool.provenance.notes import content_words

_TOLD_AGAIN = 0.6
"""Of a headline's words: so many in one sentence tell it again."""
_GENERAL = "General credits give none for this statement."


def repeated_unsourced(evidence: Evidence) -> Found | None:
    """Many documents state it, and no telling, followed to the end of its chain, rests on a source one could check.

    Comments that restate count as tellings, but two articles or posts are asked for. A credit
    to another telling in the pile is followed, and is itself no source. What an office puts out
    itself ("Ostmark Police: recorded crime 2025") is a source that one can ask. A statement outside the claim that
    may tell the same and rests on something stops it: "none" is said of all tellings or not at all.
    """
    chain = evidence.chain
    documents, articles = len(chain.pages), evidence.articles()
    if documents < chain.pile.settings.repeated_documents or len(articles) < 2:
        return None
    # A headline sums up the page under it, whose own statements give the sources or give none.
    if chain.claim.tracked is None and sum(_in_its_text(chain.tellings[d]) for d in articles) < 2:
        return None
    if not evidence.matters or any(
        chain.sourced(m) or _sourced_below(evidence, m) or evidence.rests_on_something(m)
        for m in chain.mentions
    ):
        return None
    if any(is_issued(evidence.document(m)) for m in chain.mentions):
        return None
    if any(evidence.rests_on_something(m) and evidence.has_core(m) for m in evidence.near):
        return None
    pointers, lost = _pointers(evidence), evidence.lost(chain.mentions, "links")
    reason = (
        f"In this pile, {counted(documents, 'document')} state this; followed back to the earliest telling here, "
        f"none gives a source one could check."
    )
    if pointers:
        reason += (
            f" Vague or lost pointers stand in {counted(len({m.document_id for m in pointers}), 'document')}."
        )
    if not lost and any(chain.pile.credits_in.get(d) for d in chain.tellings):
        reason += f" {_GENERAL}"
    return Found(
        severity="medium" if lost else evidence.severity(documents, grave=True),
        sureness=_how_sure(evidence, pointers),
        reason=reason,
        mentions=chain.mentions,
        lost=lost,
    )


def _in_its_text(told: tuple[Mention, ...]) -> bool:
    return any(m.field != "title" for m in told)


def _sourced_below(evidence: Evidence, mention: Mention) -> bool:
    """Whether a headline's article says the same again with a source."""
    if mention.field != "title":
        return False
    told = content_words(mention.text)
    return any(
        other.field != "title"
        and len(told & content_words(other.text)) >= _TOLD_AGAIN * len(told)
        and evidence.chain.sourced(other)
        for other in evidence.chain.pile.mentions_in.get(mention.document_id, ())
    )


def _how_sure(evidence: Evidence, pointers: list[Mention]) -> Sureness:
    """Certain only of a claim that the user tracks: one telling more that was not recognised could give a source."""
    if evidence.chain.claim.tracked is not None:
        return "probable" if pointers else "certain"
    return "possible" if pointers else "probable"


def _pointers(evidence: Evidence) -> list[Mention]:
    return [m for m in evidence.chain.mentions if m.attribution.kind in {"lost", "vague"}]
