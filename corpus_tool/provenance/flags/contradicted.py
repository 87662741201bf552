"""Contradicted in the pile."""

from __future__ import annotations

from corpus_tool.models import Mention, Pair
from corpus_tool.provenance.flags.evidence import Evidence, Found, counted
from corpus_tool.provenance.lexicon import fold, patterns

_NEAR = 0.6
"""Likeness from which a statement of another claim that says the opposite is about the same thing."""
_SAME = frozenset({"verbatim", "near_copy", "paraphrase"})


def contradicted(evidence: Evidence) -> Found | None:
    """Another document or comment says the opposite of what is told."""
    against = _against(evidence)
    if not against:
        return None
    told, denial = against[0]
    denials = tuple(dict.fromkeys(m for _, m in against))
    documents = len({m.document_id for m in denials})
    sourced = any(evidence.chain.sourced(m) for m in denials)
    reason = (
        f"In this pile, {evidence.says(denial)} says the opposite of {evidence.says(told)}."
        + (f" {counted(documents, 'document')} in all deny it." if documents > 1 else "")
        + (" The denial gives a source one could check." if sourced else "")
    )
    return Found(
        severity=evidence.severity(len(evidence.chain.tellings), grave=sourced),
        sureness="probable" if denial in evidence.chain.denials else "possible",
        reason=reason,
        mentions=(*denials, *dict.fromkeys(m for m, _ in against)),
    )


def _against(evidence: Evidence) -> list[tuple[Mention, Mention]]:
    """Tellings with a mention elsewhere that says their opposite."""
    pile, denials = evidence.chain.pile, {m.id for m in evidence.chain.denials}
    found = []
    for mention in evidence.chain.mentions:
        for pair in pile.pairs_of.get(mention.id, ()):
            other = pile.mentions[pair.right_id if pair.left_id == mention.id else pair.left_id]
            if other.document_id == mention.document_id or other.quoted or mention.polarity == other.polarity:
                continue
            known = other.id in denials and pair.comparison.polarity_conflict
            if (known or _opposed(pair)) and not (_faint(mention) or _faint(other)):
                found.append((mention, other))
    return sorted(found, key=lambda ab: (ab[1].id not in denials, ab[1].id, ab[0].id))


def _faint(mention: Mention) -> bool:
    """Whether a "not" only weakens: "will not score well", "not only", "not yet" deny nothing."""
    return patterns("speech", "faint").search(fold(mention.text)) is not None


def _opposed(pair: Pair) -> bool:
    comparison = pair.comparison
    if not comparison.polarity_conflict or comparison.relation == "unrelated":
        return False
    return comparison.relation in _SAME and comparison.similarity >= _NEAR
