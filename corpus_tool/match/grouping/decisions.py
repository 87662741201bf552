"""What people decided, tied to wordings again by the words they quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus_tool.match.grouping.agglomerate import Links
from corpus_tool.match.grouping.units import Unit
from corpus_tool.match.normal import key
from corpus_tool.models import Decision, Document, Mention


def dismissed(
    mentions: Sequence[Mention], decisions: Sequence[Decision], paths: Mapping[str, str | None]
) -> frozenset[str]:
    """Ids of mentions that a person said state nothing checkable."""
    rulings = [decision for decision in decisions if decision.kind == "not_a_claim"]
    return frozenset(
        mention.id
        for mention in mentions
        for one in rulings
        if _is_meant(mention, one.quote, one.path, paths)
    )


def links(units: Sequence[Unit], decisions: Sequence[Decision], paths: Mapping[str, str | None]) -> Links:
    """Must-links and cannot-links between positions of ``units``."""
    must: set[tuple[int, int]] = set()
    cannot: set[tuple[int, int]] = set()
    for decision in decisions:
        held = must if decision.kind == "must_link" else cannot if decision.kind == "cannot_link" else None
        if held is None:
            continue
        ones = _positions(units, decision.quote, decision.path, paths)
        twos = _positions(units, decision.other_quote, None, paths)
        held.update((min(a, b), max(a, b)) for a in ones for b in twos if a != b)
    return Links(frozenset(must), frozenset(cannot - must))


def paths_of(documents: Sequence[Document]) -> dict[str, str | None]:
    """Where each document was read."""
    return {document.id: document.path for document in documents}


def _positions(
    units: Sequence[Unit], quote: str, path: str | None, paths: Mapping[str, str | None]
) -> list[int]:
    return [
        position
        for position, unit in enumerate(units)
        if any(_is_meant(mention, quote, path, paths) for mention in unit.mentions)
    ]


def _is_meant(mention: Mention, quote: str, path: str | None, paths: Mapping[str, str | None]) -> bool:
    wanted, held = key(quote), key(mention.text)
    if not wanted or (path is not None and paths.get(mention.document_id, path) not in (path, None)):
        return False
    return wanted == held or f" {wanted} " in f" {held} " or f" {held} " in f" {wanted} "
