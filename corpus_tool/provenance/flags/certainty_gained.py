"""Hedge dropped on the way."""

from __future__ import annotations

from corpus_tool.models import Document, Mention
from corpus_tool.provenance.flags.evidence import Evidence, Found, listed, sureness_of_steps
from corpus_tool.provenance.notes import content_words
from corpus_tool.provenance.wording import excerpt, governed_by_doubt, is_flat, is_hedged

_NAMED = 2
"""Words of a statement that a correction must use to be meant for it."""


def certainty_gained(evidence: Evidence) -> Found | None:
    """An earlier telling is hedged, in its sentence or by what governs it; a later one in the chain is not."""
    chain = evidence.chain
    carried = chain.carried_from(lambda m: _all_hedged(evidence, m))
    firm = {
        d: m
        for d in sorted(carried)
        for m in [_firm(evidence, chain.tellings[d], carried[d][1])]
        if m is not None and not _was_corrected(evidence.document(m), m)
    }
    articles = {d: m for d, m in firm.items() if evidence.document(m).kind != "comment"} or firm
    if not articles:
        return None
    _, carrier = carried[next(iter(articles))]
    hedge = _hedge(carrier)
    verb = "states" if len(articles) == 1 else "state"
    return Found(
        severity=evidence.severity(len(articles) + 1),
        sureness=sureness_of_steps(carried[d][0] for d in articles),
        reason=(
            f"In this pile, {evidence.who(carrier)} tells this with a hedge (“{hedge}”); "
            f"{listed((evidence.who(m) for m in articles.values()), 2)} {verb} it without."
        ),
        mentions=tuple(dict.fromkeys([*(carried[d][1] for d in articles), *articles.values()])),
    )


def _was_corrected(document: Document, mention: Mention) -> bool:
    """Whether a text says that it corrected this very statement: its firmer words may be the correction."""
    notes = (document.text[note.start : note.end] for note in document.notes if note.kind == "correction")
    shared = (len(content_words(note) & content_words(mention.text)) for note in notes)
    return any(number >= _NAMED for number in shared)


def _all_hedged(evidence: Evidence, mention: Mention) -> bool:
    """Whether a document hedges the claim wherever it tells it."""
    told = [m for m in evidence.chain.tellings[mention.document_id] if not evidence.chain.in_note(m)]
    return bool(told) and all(is_hedged(m) for m in told)


def _firm(evidence: Evidence, mentions: tuple[Mention, ...], carrier: Mention) -> Mention | None:
    """The telling that no longer has the hedge: flat, or free of the doubt that governed the earlier one."""
    for mention in mentions:
        if governed_by_doubt(mention) or evidence.chain.in_note(mention):
            continue
        if is_flat(mention) and mention.certainty - carrier.certainty >= 0.1:
            return mention
        if governed_by_doubt(carrier) and mention.certainty >= carrier.certainty:
            return mention
    return None


def _hedge(mention: Mention) -> str:
    if mention.hedges and not governed_by_doubt(mention):
        return excerpt(mention.hedges[0].text, 6)
    return excerpt(mention.governed_by.text, 8) if mention.governed_by else excerpt(mention.text, 10)
