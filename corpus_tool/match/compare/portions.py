"""Many comparisons in portions: each with its own wordings, so that it may be sent to another process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.match.compare.judge import compare_views, placed
from corpus_tool.match.compare.view import views
from corpus_tool.models import Comparison, Mention

PORTION_EDGES = 2_000
"""Pairs of one portion: a second or two of work, and some 80 megabytes of views while it lasts."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Wordings, and the pairs of their positions that are to be compared, in full or only `placed`."""

    faces: tuple[Mention, ...]
    edges: tuple[tuple[int, int], ...]
    full: bool = True


def portions(
    faces: Sequence[Mention], edges: Sequence[tuple[int, int]], *, full: bool = True
) -> list[Portion]:
    """The edges in portions, in order, each with no wordings but its own."""
    made = []
    for start in range(0, len(edges), PORTION_EDGES):
        here = edges[start : start + PORTION_EDGES]
        at = {end: place for place, end in enumerate(sorted({end for edge in here for end in edge}))}
        held = tuple(faces[end] for end in at)
        made.append(Portion(held, tuple((at[one], at[two]) for one, two in here), full))
    return made


def compared_in(portions: Sequence[Portion]) -> list[Comparison]:
    """The comparisons of some portions, in order."""
    return [one for portion in portions for one in _compared(portion)]


def _compared(portion: Portion) -> list[Comparison]:
    seen = views(portion.faces)
    compare = compare_views if portion.full else placed
    return [compare(seen[one], seen[two]) for one, two in portion.edges]
