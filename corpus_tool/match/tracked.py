"""Codebook claims: their examples attract mentions by the comparison that groups the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def examples(codebook: Sequence[TrackedClaim], read: Callable[[str], Mention] | None = None) -> Examples:
    """Wordings of the codebook; ``read`` may fill slots in, where the caller can."""
    mentions: list[Mention] = []
    owners: list[int] = []
    for owner, claim in enumerate(codebook):
        for wording in dict.fromkeys((claim.statement, *claim.examples)):
            mentions.append(read(wording) if read else bare(wording))
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
    """The tracked claim whose best example is most like the wording, if ``least`` or more."""
    best = max(range(len(scores)), key=lambda at: (scores[at], -owners[at]), default=None)
    return owners[best] if best is not None and scores[best] >= least else None
