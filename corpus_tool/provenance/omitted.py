"""Points of a list that a copy left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus_tool.models import Document, Passage
from corpus_tool.provenance.overlap import covered

_ITEM = re.compile(r"(?m)^[ \t]*(?:[•*·‣◦–-]|\(?\d{1,2}[.)])[ \t]+(\S.*)$")
_LEAST_ITEMS = 3
_HELD = 0.5
"""Share of a point's characters that must stand in the copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOmission:
    """A list of which the copy has some points and not others, in the list's own words."""

    source_id: str
    total: int
    kept: tuple[str, ...]
    left_out: tuple[str, ...]


def list_omissions(source: Document, taker_id: str, passages: Iterable[Passage]) -> tuple[ListOmission, ...]:
    """The lists of a source that a document took in part; empty where it took all or none.

    Args:
        source: The document taken from.
        taker_id: Who took.
        passages: The text that the two share.
    """
    ranges = [r for p in passages for r in _in_source(p, source.id, taker_id)]
    if not ranges:
        return ()
    found = []
    for items in _lists(source):
        kept = [i for i in items if _inside(i, ranges) >= _HELD * (i[1] - i[0])]
        if kept and len(kept) < len(items):
            left = [i for i in items if i not in kept]
            found.append(
                ListOmission(
                    source_id=source.id, total=len(items),
                    kept=tuple(source.text[a:b] for a, b in kept), left_out=tuple(source.text[a:b] for a, b in left),
                )
            )  # fmt: skip
    return tuple(found)


def _in_source(passage: Passage, source_id: str, taker_id: str) -> list[tuple[int, int]]:
    for here, there in ((passage.left, passage.right), (passage.right, passage.left)):
        if here.document_id == source_id and there.document_id == taker_id:
            return [(here.start, here.end)]
    return []


def _inside(item: tuple[int, int], ranges: list[tuple[int, int]]) -> int:
    return covered((max(item[0], a), min(item[1], b)) for a, b in ranges)


def _lists(document: Document) -> list[list[tuple[int, int]]]:
    """Runs of list items with no more than a blank line between them."""
    runs: list[list[tuple[int, int]]] = []
    for found in _ITEM.finditer(document.text):
        gap = document.text[runs[-1][-1][1] : found.start()] if runs else ""
        if runs and not gap.strip():
            runs[-1].append(found.span(1))
        else:
            runs.append([found.span(1)])
    return [run for run in runs if len(run) >= _LEAST_ITEMS]
