"""One earliest telling in this pile."""

from __future__ import annotations

from corpus_tool.models import Sureness
from corpus_tool.provenance.flags.evidence import Evidence, Found, counted, listed
from corpus_tool.provenance.flags.values import figures, slot_key
from corpus_tool.provenance.origins import Origin
from corpus_tool.provenance.pile import label


def single_origin(evidence: Evidence) -> Found | None:
    """Three or more documents tell it, and folding copies leaves one origin."""
    chain = evidence.chain
    documents = len(chain.pages)
    if documents < chain.pile.settings.repeated_documents or len(evidence.origins) != 1:
        return None
    if len(evidence.articles()) < 2 or _told_elsewhere(evidence):
        return None
    origin = evidence.origins[0]
    first = sorted(
        (chain.pile.documents[d] for d in origin.document_ids), key=lambda d: d.published or "9999"
    )
    earliest = listed((label(chain.pile, document) for document in first), 2)
    high = evidence.origin_range[1]
    reason = f"In this pile, {counted(documents, 'document')} state this, and all go back to {counted(1, 'origin')}: {earliest}."
    if len(first) > 1 and not origin.open:
        reason = f"{reason[:-1]}, counted as one since they rest on one another or on one source."
    if origin.open:
        reason += " Which of these came first is open."
    if high > 1:
        reason += f" With only the surest derivations there would be {high}."
    return Found(
        severity=evidence.severity(documents) if evidence.matters else "low",
        sureness=_how_sure(evidence, origin),
        reason=reason,
        mentions=(*origin.mentions, *(m for m in chain.mentions if m not in origin.mentions)),
    )


def _told_elsewhere(evidence: Evidence) -> bool:
    """Whether a document outside the claim, with no text in common with its documents, may tell the same."""
    pile, told = evidence.chain.pile, evidence.chain.tellings
    given = {slot_key(s) for m in evidence.chain.mentions for s in figures(m)}
    others = {
        m.document_id
        for m in evidence.near
        # Another figure is as often another matter as a change of this one.
        if not (given and figures(m)) or not given.isdisjoint(slot_key(s) for s in figures(m))
    } - set(told)
    return any(not any(pile.one_page(d, t) or pile.share(d, t) for t in told) for d in others)


def _how_sure(evidence: Evidence, origin: Origin) -> Sureness:
    """Sure where the certain derivations alone leave one, less sure where doubtful ones are needed.

    One telling that was not recognised would be another origin: so a claim that no user tracks is
    never more than possible here.
    """
    low, high = evidence.origin_range
    plain = high == low == 1 and not origin.open
    if evidence.chain.claim.tracked is not None:
        return "certain" if plain else "probable" if high <= 2 else "possible"
    return "possible"
