"""Codebook claims: their examples attract mentions by the comparison that groups the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.models import Mention, TrackedClaim
from corpus_tool.text import digest

_DOCUMENT = "codebook"


@dataclass(frozen=True, slots=True)
class Examples:
    """Every wording of a codebook as a mention, and the claim that each belongs to.

    Attributes:
        mentions: Statement and examples of each tracked claim, in order.
        owners: For each mention the position of its tracked claim.
    """

    mentions: tuple[Mention, ...] = ()
    owners: tuple[int, ...] = ()


def examples(codebook: Sequence[TrackedClaim]) -> Examples:
    """Wordings of the codebook, as they read where that is known, else bare."""
    mentions: list[Mention] = []
    owners: list[int] = []
    for owner, claim in enumerate(codebook):
        for wording in dict.fromkeys((claim.statement, *claim.examples)):
            known = next((one for one in claim.readings if one.text == wording), None)
            mentions.append(known if known is not None else bare(wording))
            owners.append(owner)
    return Examples(tuple(mentions), tuple(owners))


def bare(wording: str) -> Mention:
    """A wording without a document, as a mention."""
    from corpus_tool.models import Span

    return Mention(
        id=f"{_DOCUMENT}-{digest(wording)}",
        document_id=_DOCUMENT,
        start=0,
        end=len(wording),
        text=wording,
        sentence=Span(start=0, end=len(wording)),
        is_claim=True,
    )


def attraction(scores: Sequence[float], owners: Sequence[int], least: float) -> int | None:
    """The tracked claim whose two best examples are on average most like the wording, if ``least`` or more.

    Two, so that one stray likeness does not draw a wording; a claim with one example has that one.
    """
    held: dict[int, list[float]] = {}
    for score, owner in zip(scores, owners, strict=True):
        held.setdefault(owner, []).append(score)
    means = {owner: sum(sorted(found)[-2:]) / min(2, len(found)) for owner, found in held.items()}
    best = max(means, key=lambda owner: (means[owner], -owner), default=None)
    return best if best is not None and means[best] >= least else None
