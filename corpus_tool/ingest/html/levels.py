"""Which comment answers which, as far as the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_tool.ingest.html.markup import pattern
from corpus_tool.ingest.html.units import Unit
from corpus_tool.ingest.html.walk import above, element_before, own_elements, signature
from corpus_tool.text import normalise

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_OWN = (
    "id",
    "data-id",
    "data-comment-id",
    "data-commentid",
    "data-post-id",
    "data-cid",
    "data-message-id",
    "name",
)
_ABOVE = (
    "data-parent",
    "data-parent-id",
    "data-parentid",
    "data-reply-to",
    "data-in-reply-to",
    "data-parent-comment-id",
)
_LEVELS = ("indent", "data-depth", "data-level", "data-indent", "data-nesting-level", "aria-level")
_LEFT = re.compile(r"(?:margin|padding)-left\s*:\s*(\d{1,4})|(?:^|;)\s*left\s*:\s*(\d{1,4})", re.IGNORECASE)
_SHORT = 120


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment's element and its writer's name."""

    unit: Unit
    author: str | None


def parents(placed: Sequence[Placed]) -> list[int | None]:
    """Number of the comment that each one answers; null where the page does not show it.

    In this order: the comment it lies in; the one that an attribute or a link beside its
    name points at; the one by the writer it says it answers; the nearest above that is set
    in less. Depths count where the page states them for most comments.

    Args:
        placed: All comments of a page with words, in page order.
    """
    numbers = {id(one.unit): number for number, one in enumerate(placed)}
    named = _named(placed)
    depths = _depths(placed)
    last: dict[str, int] = {}
    found: list[int | None] = []
    for number, one in enumerate(placed):
        ways = (
            _around(one.unit, numbers),
            _pointed_at(one.unit, named, number),
            _answered(one.unit, named, number, last),
        )
        shown = next((way for way in ways if way is not None), None)
        found.append(shown if shown is not None else _by_depth(depths, number))
        if one.author:
            last[normalise(one.author)] = number
    return found


def _around(unit: Unit, numbers: dict[int, int]) -> int | None:
    here = unit.above
    while here is not None and id(here) not in numbers:
        here = here.above
    return None if here is None else numbers[id(here)]


def _named(placed: Sequence[Placed]) -> dict[str, int]:
    """Comments by the names that answers may give them: ids, data attributes, the anchor right before."""
    found: dict[str, int] = {}
    for number in range(len(placed) - 1, -1, -1):
        node = placed[number].unit.node
        before = element_before(node)
        anchors = [before] if before is not None and before.tag == "a" else []
        for one in (*anchors, node):
            for name in _OWN:
                value = one.attributes.get(name)
                if value:
                    found[value] = number
    return found


def _pointed_at(unit: Unit, named: dict[str, int], before: int) -> int | None:
    """The comment that an attribute such as ``data-parent`` names."""
    for name in _ABOVE:
        value = unit.node.attributes.get(name)
        number = named.get(value.lstrip("#")) if value else None
        if number is not None and number < before:
            return number
    return None


def _answered(unit: Unit, named: dict[str, int], before: int, last: dict[str, int]) -> int | None:
    """The comment that "in reply to" names, by the link on the name, else by the writer."""
    answering = pattern("evidence", "answers")
    before_it = ""
    for node in own_elements(unit.node, {inner.node.mem_id for inner in unit.inner}):
        said = " ".join(node.text(separator=" ").split())
        if not 0 < len(said) <= _SHORT or said == before_it:
            continue  # the only element in one with the same words says nothing new
        before_it = said
        answers = answering.search(said)
        if answers is None or answers.start() > 60 or "@" in answers.group()[:1]:
            continue
        for link in (node, *node.css("a[href*='#']")):
            number = named.get((link.attributes.get("href") or "").rpartition("#")[2])
            if number is not None and number < before:
                return number
        return next(
            (number for name, number in last.items() if _begins(normalise(answers["to"]), name)), None
        )
    return None


def _begins(said: str, name: str) -> bool:
    return said == name or said.startswith((f"{name} ", f"{name},"))


def _depths(placed: Sequence[Placed]) -> list[int | None]:
    """How far in each comment is set, by stated depths, else by indentation, else by blocks named for answers.

    Where some comments lie in others, the blocks around them say no more than that does.
    """
    by_blocks = () if any(one.unit.above is not None for one in placed) else (_nests, _wrapped)
    for measure in (_stated, _indented, *by_blocks):
        found = [measure(one.unit.node) for one in placed]
        told = [depth for depth in found if depth is not None]
        if len(set(told)) > 1 and len(told) > 0.5 * len(placed):
            return found
    return [None] * len(placed)


def _stated(node: LexborNode) -> int | None:
    for one in _close(node):
        if not one.is_element_node:
            continue
        for name in _LEVELS:
            value = one.attributes.get(name) or ""
            if value.isdigit() and len(value) < 4:
                return int(value)
        for token in (one.attributes.get("class") or "").split():
            found = pattern("evidence", "depth").search(token)
            if found is not None:
                return int(found["depth"])
    return None


def _indented(node: LexborNode) -> int | None:
    whole = 0
    for one in (node, *list(above(node))[:6]):
        found = _LEFT.search(one.attributes.get("style") or "")
        whole += int(found[1] or found[2]) if found is not None else 0
    spacer = node.css_first("td > img[width]:first-child")
    width = (spacer.attributes.get("width") or "") if spacer is not None and not whole else ""
    return whole + (int(width) if width.isdigit() and len(width) < 5 else 0)


def _nests(node: LexborNode) -> int:
    """In how many blocks named for answers it lies, or in how many quotation boxes: old pages set in by these."""
    nest = pattern("evidence", "nest")
    return sum(
        one.tag == "blockquote"
        or any(nest.fullmatch(token) is not None for token in (one.attributes.get("class") or "").split())
        for one in list(above(node))[:60]
    )


def _wrapped(node: LexborNode) -> int:
    """In how many blocks like the one around it the comment lies: threads that hold threads, items in items."""
    around = node.parent
    if around is None or (signature(around).endswith(" ") and around.tag != "li"):
        return 0
    kind = signature(around)
    return sum(signature(one) == kind for one in list(above(node))[:60])


def _close(node: LexborNode) -> Iterator[LexborNode]:
    """The element, the one around it, the cells before it, and the first ones in it: there engines write depths."""
    yield node
    if node.parent is not None:
        yield node.parent
    before = node.prev if node.tag == "td" else None
    while before is not None:
        yield before
        before = before.prev
    yield from list(own_elements(node, set()))[:6]


def _by_depth(depths: Sequence[int | None], number: int) -> int | None:
    """The nearest comment above that is set in less; null for those set in least."""
    own = depths[number]
    least = min((depth for depth in depths if depth is not None), default=0)
    if own is None or own <= least:
        return None
    for place in range(number - 1, -1, -1):
        above_it = depths[place]
        if above_it is None:
            return None
        if above_it < own:
            return place
    return None
