"""One earliest telling in this pile."""

from __future__ import annotations

from corpus_tool.provenance.flags.evidence import Evidence, Found, counted, listed
from corpus_tool.provenance.pile import label


def single_origin(evidence: Evidence) -> Found | None:
    """Three or more documents tell it, and folding copies leaves one origin.

    Sure when the certain derivations alone leave one; possible when doubtful ones are needed.
    """
    chain = evidence.chain
    documents = len(chain.tellings)
    if documents < chain.pile.settings.repeated_documents or len(evidence.origins) != 1:
        return None
    if len(evidence.articles()) < 2:
        return None
    origin = evidence.origins[0]
    earliest = listed((label(chain.pile, chain.pile.documents[d]) for d in origin.document_ids), 2)
    low, high = evidence.origin_range
    reason = f"In this pile, {counted(documents, 'document')} state this, and all go back to {counted(1, 'origin')}: {earliest}."
    if origin.open:
        reason += " Which of these came first is open."
    if high > 1:
        reason += f" With only the surest derivations there would be {high}."
    return Found(
        severity=evidence.severity(documents),
        sureness="certain"
        if high == low == 1 and not origin.open
        else "probable"
        if high <= 2
        else "possible",
        reason=reason,
        mentions=(*origin.mentions, *(m for m in chain.mentions if m not in origin.mentions)),
    )
