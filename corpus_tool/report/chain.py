"""The chain of retelling of one claim, drawn as inline SVG: who took it from whom, left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from corpus_tool.report.words import count, shortened

_WIDTH, _HEIGHT = 190, 46
_GAP_X, _GAP_Y = 64, 16
_MARGIN = 8
MOST_NODES = 40
"""A drawing with more boxes than this is a carpet; the table says the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box: a telling, or a source that is not in the pile."""

    id: str
    label: str
    note: str
    external: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow; dashed where not sure, without a head where the order is open."""

    source: str
    target: str
    directed: bool
    sure: bool
    label: str


def _depths(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, int]:
    """Column of each node: the longest way from a beginning, circles cut where they close."""
    parents: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.directed:
            parents[edge.target].add(edge.source)
    depths: dict[str, int] = {}

    def depth(node: str, above: frozenset[str]) -> int:
        if node not in depths:
            upward = [
                depth(parent, above | {node})
                for parent in sorted(parents[node])
                if parent not in above | {node}
            ]
            found = 1 + max(upward, default=-1)
            if above & parents[node]:
                return found
            depths[node] = found
        return depths[node]

    return {node.id: depth(node.id, frozenset()) for node in nodes}


def _places(nodes: Sequence[Node], depths: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    rows: dict[int, int] = defaultdict(int)
    places: dict[str, tuple[int, int]] = {}
    for node in nodes:
        column = depths[node.id]
        places[node.id] = (
            _MARGIN + column * (_WIDTH + _GAP_X),
            _MARGIN + rows[column] * (_HEIGHT + _GAP_Y),
        )
        rows[column] += 1
    return places


def _box(node: Node, place: tuple[int, int]) -> Markup:
    x, y = place
    kind = "external" if node.external else "telling"
    return Markup(
        '<g class="{kind}"><title>{full}</title><rect x="{x}" y="{y}" width="{w}" height="{h}" rx="4"/>'
        '<text x="{tx}" y="{t1}">{label}</text><text x="{tx}" y="{t2}" class="note">{note}</text></g>'
    ).format(
        kind=kind,
        full=node.label,
        x=x,
        y=y,
        w=_WIDTH,
        h=_HEIGHT,
        tx=x + 10,
        t1=y + 19,
        t2=y + 36,
        label=shortened(node.label, 26),
        note=shortened(node.note, 30),
    )


def _arrow(edge: Edge, places: Mapping[str, tuple[int, int]], marker: str) -> Markup:
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    if x2 > x1:
        x1 += _WIDTH
    elif x1 > x2:
        x2 += _WIDTH
    y1, y2 = y1 + _HEIGHT // 2, y2 + _HEIGHT // 2
    bend = _GAP_X // 2 if x2 >= x1 else -_GAP_X // 2
    same = x1 == x2
    path = (
        f"M{x1},{y1} C{x1 - 30},{y1} {x2 - 30},{y2} {x2},{y2}"
        if same
        else f"M{x1},{y1} C{x1 + bend},{y1} {x2 - bend},{y2} {x2},{y2}"
    )
    head = Markup(' marker-end="url(#{})"').format(marker) if edge.directed else Markup("")
    return Markup('<path class="{kind}" d="{path}"{head}><title>{label}</title></path>').format(
        kind="sure" if edge.sure else "unsure", path=path, head=head, label=edge.label
    )


def draw(nodes: Sequence[Node], edges: Sequence[Edge], *, name: str) -> Markup:
    """The drawing, or nothing where there is too little or too much to draw.

    Args:
        nodes: Boxes, in the order in which they should stand in their column.
        edges: Arrows between them.
        name: Makes the drawing's ids its own within the page.
    """
    if not edges or len(nodes) > MOST_NODES:
        return Markup("")
    depths = _depths(nodes, edges)
    places = _places(nodes, depths)
    width = max(x for x, _ in places.values()) + _WIDTH + _MARGIN
    height = max(y for _, y in places.values()) + _HEIGHT + _MARGIN
    marker = f"head-{escape(name)}"
    body = Markup("").join(
        [*(_arrow(edge, places, marker) for edge in edges), *(_box(n, places[n.id]) for n in nodes)]
    )
    return Markup(
        '<svg class="chain" role="img" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        "<title>{title}</title>"
        '<defs><marker id="{marker}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" '
        'markerHeight="8" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z"/></marker></defs>{body}</svg>'
    ).format(
        w=width,
        h=height,
        title=f"Chain of retelling: {count(len(nodes), 'box', 'boxes')}",
        marker=marker,
        body=body,
    )
