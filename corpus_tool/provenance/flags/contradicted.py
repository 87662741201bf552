"""Contradicted in the pile."""

from __future__ import annotations

from corpus_tool.models import Mention, Pair
from corpus_tool.provenance.flags.evidence import Evidence, Found, counted
from corpus_tool.provenance.lexicon import fold, patterns
from corpus_tool.provenance.opposed import (
    denies_outright,
    is_negative,
    opposes,
    says_no,
    taken_back,
    takes_back,
)

_NEAR = 0.68
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
        f"In this pile, {evidence.says(denial)} {_how(denial)} {evidence.says(told)}."
        + (f" {counted(documents, 'document')} deny it." if documents > 1 else "")
        + (
            " One of those who deny it names a source."
            if sourced and documents > 1
            else " The denial names a source."
            if sourced
            else ""
        )
    )
    return Found(
        severity=evidence.severity(len(evidence.chain.pages), grave=sourced),
        sureness="probable" if _compared(evidence, told, denial) else "possible",
        reason=reason,
        mentions=(*denials, *dict.fromkeys(m for m, _ in against)),
    )


def _how(denial: Mention) -> str:
    """In what way it is denied: a lack of evidence and a withdrawal are not yet the opposite."""
    if taken_back(denial):
        return "says that this was withdrawn:"
    if patterns("speech", "unshown").search(fold(denial.text)):
        return "says that nothing shows this:"
    return "says the opposite of"


def _compared(evidence: Evidence, told: Mention, denial: Mention) -> bool:
    """Whether the denial is of a claim that the user tracks, and its wording is like that of the telling.

    Which of two negative sentences denies what is the least sure thing that is read here.
    """
    pair = evidence.chain.pile.pair(told.id, denial.id)
    grouped = denial in evidence.chain.denials and evidence.chain.claim.tracked is not None
    return grouped and pair is not None and pair.comparison.relation in _SAME


def _against(evidence: Evidence) -> list[tuple[Mention, Mention]]:
    """Tellings with a mention elsewhere that says their opposite."""
    pile, denials = evidence.chain.pile, {m.id for m in evidence.chain.denials}
    found = []
    for mention in evidence.chain.mentions:
        for pair in pile.pairs_of.get(mention.id, ()):
            other = pile.mentions[pair.right_id if pair.left_id == mention.id else pair.left_id]
            if not evidence.apart(mention, other) or other.quoted:
                continue
            # A note that doubts or withdraws is no denial by another: it is told of as a caveat.
            if any(map(evidence.chain.in_note, (mention, other))):
                continue
            withdrawn = pair.comparison.relation in _SAME and takes_back(other, mention)
            if withdrawn or _denied(evidence, pair, (mention, other), known=other.id in denials):
                found.append((mention, other))
    return sorted(
        found,
        key=lambda ab: (
            ab[1].id not in denials,
            evidence.document(ab[0]).kind == "comment",
            ab[1].id,
            ab[0].id,
        ),
    )


def _denied(evidence: Evidence, pair: Pair, ends: tuple[Mention, Mention], *, known: bool) -> bool:
    """Whether the second of two statements says the opposite of the first."""
    mention, other = ends
    if is_negative(mention) == is_negative(other):
        return False
    known = known and (pair.comparison.polarity_conflict or denies_outright(other))
    negative, positive = (other, mention) if is_negative(other) else (mention, other)
    # Of a claim that the user tracks it is known what it is about: a plain "no" to it is enough.
    if known and evidence.chain.claim.tracked is not None and says_no(negative, positive):
        return True
    return (known or (_opposed(pair) and negative is other)) and opposes(negative, positive)


def _opposed(pair: Pair) -> bool:
    comparison = pair.comparison
    if not comparison.polarity_conflict or comparison.relation == "unrelated":
        return False
    return comparison.relation in _SAME and comparison.similarity >= _NEAR
