"""A derivation between two documents as this room works with it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from corpus_tool.models import DerivationRelation
from corpus_tool.provenance.overlap import View, covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That ``view.taker`` took something from ``view.source``, or, undirected, one from the other.

    Attributes:
        view: The two documents and all that they share.
        credited: Whether the taker names the source.
        by_credit: Whether a credit, either way, is what ties the two.
        wire: Whether both print one agency's text; such a link folds tellings and is no row of its own.
    """

    view: View
    relation: DerivationRelation
    directed: bool
    confidence: float
    credited: bool
    by_credit: bool
    evidence: tuple[str, ...]
    wire: bool = False

    @property
    def source_id(self) -> str:
        """The earlier document, or the one with the smaller id where direction is open."""
        return self.view.source.id

    @property
    def taker_id(self) -> str:
        """The later document."""
        return self.view.taker.id

    @property
    def taken(self) -> tuple[tuple[int, int], ...]:
        """The ranges of the taker's text that the source holds."""
        return tuple((p.taker.start, p.taker.end) for p in self.view.own)

    @property
    def weight(self) -> float:
        """Characters of the taker that the source explains, weighted by how alike they are."""
        length = covered(self.taken)
        total = sum((p.taker.end - p.taker.start) * p.similarity for p in self.view.own)
        raw = sum(p.taker.end - p.taker.start for p in self.view.own)
        return length * total / raw if raw else 0.0

    def with_confidence(self, confidence: float) -> Link:
        """The same link, otherwise sure."""
        return dataclasses.replace(self, confidence=confidence)
