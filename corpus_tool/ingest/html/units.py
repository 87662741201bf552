"""Which elements of a page are single comments, and how they nest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus_tool.ingest.html.markup import PageIndex, has, is_elsewhere, marked, tags
from corpus_tool.ingest.html.repeated import repeated_units
from corpus_tool.ingest.html.stamps import is_stamp
from corpus_tool.ingest.html.structure import structural_units
from corpus_tool.ingest.html.walk import own_elements, own_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DIGITS = re.compile(r"\d+")
_WITH_PARENT = re.compile(r"^w(?:pd|c)-comm-(\d+)_\d+$")
"""One engine writes the number of the comment above behind its own."""
MOST = 20_000
"""More comments than this on one page are not read."""


@dataclass(eq=False, slots=True)
class Unit:
    """One comment's element; ``inner`` are the units right inside it, ``above`` the one around it."""

    node: LexborNode
    above: Unit | None = None
    inner: list[Unit] = field(default_factory=list)

    @property
    def number(self) -> str | None:
        """The digits of its id."""
        attributes = self.node.attributes
        name = attributes.get("id") or attributes.get("data-id") or ""
        found = _WITH_PARENT.findall(name) or _DIGITS.findall(name)
        return str(found[-1]) if found else None


def find_units(tree: LexborHTMLParser, index: PageIndex) -> list[Unit]:
    """Comments of a page in page order, each one element, wrappers of one comment merged.

    Marked comments (microdata, ids, classes) come first; where there are none, blocks that
    repeat with a time each, and last those that only repeat in a section named for comments.

    Args:
        tree: The parsed page.
        index: Its elements by class and id.
    """
    units = nested(_named(tree, index))
    if units and sum(map(_is_bare, units)) > 0.6 * len(units):
        wider = nested(structural_units(tree))
        if len(wider) >= 0.8 * len(merged(units)):
            return wider
    if not units:
        return nested(structural_units(tree)) or merged(nested(repeated_units(tree, index)))
    return merged(units)


def _is_bare(unit: Unit) -> bool:
    """True for an element with neither name nor time: the words of a comment without its head."""
    nodes = [unit.node, *own_elements(unit.node, {inner.node.mem_id for inner in unit.inner})]
    return not any(
        node.tag == "time"
        or has(node, "author", "class")
        or has(node, "author", "itemprop")
        or has(node, "date", "itemprop")
        or is_stamp(own_text(node))
        for node in nodes[1:]
    )


def _named(tree: LexborHTMLParser, index: PageIndex) -> list[LexborNode]:
    """Elements that are marked as one comment, in page order."""
    typed = [
        node for node in tree.css(":is([itemtype],[itemprop])") if has(node, "unit", "itemtype", "itemprop")
    ]
    marks = {node.mem_id for node in (*index.bearers("unit"), *typed)}
    if not marks:
        return []
    found = (node for node in marked(tree) if node.mem_id in marks)
    known: dict[int, bool] = {}
    return [node for node in found if _is_unit(node) and not is_elsewhere(node, known)][:MOST]


def _is_unit(node: LexborNode) -> bool:
    if node.tag not in tags("unit"):
        return False
    if has(node, "unit", "itemtype", "id", "itemprop"):
        return not has(node, "content", "first") or node.tag == "li"
    return has(node, "unit", "class") and not has(node, "content", "first")


def nested(nodes: Sequence[LexborNode]) -> list[Unit]:
    """Units in page order with their nearest unit above."""
    units: list[Unit] = []
    by_id: dict[int, Unit] = {}
    for node in nodes:
        unit = Unit(node)
        here = node.parent
        while here is not None and here.mem_id not in by_id:
            here = here.parent
        if here is not None:
            unit.above = by_id[here.mem_id]
            unit.above.inner.append(unit)
        by_id[node.mem_id] = unit
        units.append(unit)
    return units


def merged(units: list[Unit]) -> list[Unit]:
    """One unit for each comment: a wrapper and the element inside it that bears the comment are one."""
    kept = list(units)
    for unit in reversed(units):  # inside out
        same = next((inner for inner in unit.inner if _is_same(unit, inner)), None)
        if same is not None:
            kept.remove(same)
            _lift(same, unit, at=unit.inner.index(same))
        elif unit.inner and not _own_words(unit):
            kept.remove(unit)
            _dissolve(unit)
    return kept


def _is_same(unit: Unit, inner: Unit) -> bool:
    if unit.number is not None and inner.number is not None:
        return unit.number == inner.number
    own = _own_words(unit)
    if len(unit.inner) > 1 or own > 25:
        return False
    if _has_words_of_its_own(unit, inner) or not (_is_bare(unit) or _is_bare(inner)):
        return False
    listed = inner.node.tag == "li" or (
        inner.node.parent is not None and inner.node.parent.tag in {"ul", "ol"}
    )
    return not listed and (inner.number is None or unit.number is None)


def _has_words_of_its_own(unit: Unit, inner: Unit) -> bool:
    """True where the outer element marks a text outside the inner one: then the inner one is an answer."""
    within = {node.mem_id for node in inner.node.css("*")} | {inner.node.mem_id}
    return any(
        node.mem_id not in within and (has(node, "content", "itemprop") or has(node, "content", "first"))
        for node in marked(unit.node)
        if node.mem_id != unit.node.mem_id
    )


def _lift(inner: Unit, unit: Unit, *, at: int) -> None:
    """Puts what is inside the merged element in its place."""
    for below in inner.inner:
        below.above = unit
    unit.inner[at : at + 1] = inner.inner


def _dissolve(unit: Unit) -> None:
    """A wrapper of several comments and none of its own leaves them to what is above."""
    for below in unit.inner:
        below.above = unit.above
    if unit.above is not None:
        place = unit.above.inner.index(unit)
        unit.above.inner[place : place + 1] = unit.inner


def _own_words(unit: Unit) -> int:
    """Words of the unit outside of the units in it."""
    whole = len(unit.node.text(separator=" ").split())
    return whole - sum(len(inner.node.text(separator=" ").split()) for inner in unit.inner)
