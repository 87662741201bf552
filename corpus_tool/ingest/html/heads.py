"""Who wrote a comment and when, by place: what stands where, in most comments of a page, a name or a time stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.html.markup import pattern
from corpus_tool.ingest.html.names import name_said
from corpus_tool.ingest.html.stamps import is_stamp, said_in, without_stamp
from corpus_tool.ingest.html.units import Unit
from corpus_tool.ingest.html.walk import above, own_elements, own_text, signature

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SHARE = 0.6
"""A place is that of the name where it holds one in so many of the comments."""
_NAME_WORDS = 5
_TOP = 12
_FOOT = 6
"""Names stand among the first elements of a comment, or, on old pages, beside the time at its end."""
_META_WORDS = 15
_CARD_WORDS = 40
"""What tables write beside a post of its writer: name, rank, town, number of posts."""
_MARKED = frozenset(("a", "b", "strong", "cite", "h3", "h4", "h5", "h6", "dt", "em", "i"))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over one comment; ``nodes`` are the elements that hold it and are no words of the comment."""

    author: str | None = None
    published: str | None = None
    nodes: tuple[LexborNode, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    """What may be a name: the words, and the element that holds them and nothing else, or null."""

    said: str
    node: LexborNode | None


@dataclass(slots=True)
class _Seen:
    """Short texts of one comment by their place, the element that bears its time, and it again if it holds no more."""

    names: dict[tuple[str, str], _Name] = field(default_factory=dict)
    stamp: LexborNode | None = None
    bearer: LexborNode | None = None
    published: str | None = None


def heads_by_place(units: Sequence[Unit]) -> list[Head]:
    """Name and time of each comment as the page's own regularity shows them.

    A name is the text at that place which, in most of the comments, holds a short text
    that is neither time nor button, and not the same one everywhere. Name and time may
    share a line ("Ann, 3 May 2015").

    Args:
        units: All comments of a page.
    """
    seen = [_seen(unit) for unit in units]
    place = _name_place(seen)
    return [_head(one, place) for one in seen]


def _seen(unit: Unit) -> _Seen:
    found = _Seen()
    inner = {below.node.mem_id for below in unit.inner}
    nodes = [unit.node, *own_elements(unit.node, inner)]
    low: list[tuple[tuple[str, str], _Name]] = []
    for at, node in enumerate(nodes):
        said = own_text(node)
        place = (signature(node.parent) if node.parent is not None else "", signature(node))
        stamp = next((text for text in _own_texts(node) if is_stamp(text)), None)
        if stamp is not None or said_in(node):
            _note_time(found, node, stamp, place)
        elif said and len(said.split()) <= _NAME_WORDS and _may_be_name(said):
            if at <= _TOP:
                found.names.setdefault(place, _Name(said, node))
            else:
                low.append((place, _Name(said, node)))
    if found.stamp is not None and found.stamp.mem_id == unit.node.mem_id:
        found.stamp = (
            None  # the time stands right in the comment's element: to leave that out would leave nothing
        )
    for place, name in low[-_FOOT:]:
        if name.node is not None and found.bearer is not None and _are_siblings(name.node, found.bearer):
            found.names.setdefault(place, name)
    return found


def _may_be_name(said: str) -> bool:
    """True for words that are no button."""
    return name_said(said) is not None and pattern("evidence", "control").fullmatch(said) is None


def _are_siblings(one: LexborNode, other: LexborNode) -> bool:
    return one.parent is not None and other.parent is not None and one.parent.mem_id == other.parent.mem_id


def _note_time(found: _Seen, node: LexborNode, stamp: str | None, place: tuple[str, str]) -> None:
    """Keeps the first time of a comment, and the words beside it on its line."""
    if found.bearer is None:
        found.bearer = node
    if found.stamp is None:
        found.published = said_in(node) or to_edtf(stamp)
        whole = own_text(node)
        found.stamp = node if stamp is None or is_stamp(whole) else None
        beside = name_said(without_stamp(stamp)) if stamp is not None else None
        if beside is not None and len(beside.split()) <= _NAME_WORDS:
            found.names.setdefault((*place[:1], f"{place[1]} beside the time"), _Name(beside, None))
    elif found.published is None:
        found.published = said_in(node) or to_edtf(stamp)


def _own_texts(node: LexborNode) -> Iterator[str]:
    child = node.child
    while child is not None:
        if child.is_text_node:
            yield " ".join((child.text_content or "").split())
        child = child.next


def _name_place(seen: Sequence[_Seen]) -> tuple[str, str] | None:
    counts: Counter[tuple[str, str]] = Counter(place for one in seen for place in one.names)
    order = {place: at for at, place in enumerate(dict.fromkeys(p for one in seen for p in one.names))}
    fitting = [
        place
        for place, count in counts.items()
        if count >= _SHARE * len(seen) and (len(seen) == 1 or _varies(place, seen))
    ]
    return min(fitting, key=lambda place: (not _is_marked(place), order[place]), default=None)


def _varies(place: tuple[str, str], seen: Sequence[_Seen]) -> bool:
    said = {one.names[place].said for one in seen if place in one.names}
    return len(said) > 1


def _is_marked(place: tuple[str, str]) -> bool:
    return place[1].split(" ")[0] in _MARKED or place[0].split(" ")[0] in _MARKED


def _head(one: _Seen, place: tuple[str, str] | None) -> Head:
    name = one.names.get(place) if place is not None else None
    author = name_said(name.said) if name is not None else None
    nodes = [found for found in (name.node if name is not None else None, one.stamp) if found is not None]
    return Head(author, one.published, tuple(_lines(nodes)))


def _lines(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The elements themselves and the small ones around them, which hold only what belongs to a head."""
    found: list[LexborNode] = []
    for node in nodes:
        here = _cell(node) or node
        while here.parent is not None and len(here.parent.text(separator=" ").split()) <= _META_WORDS:
            if not _is_line(here.parent, nodes):
                break
            here = here.parent
        found.append(here)
    return found


def _cell(node: LexborNode) -> LexborNode | None:
    """The cell around a name, where it holds the writer's card and another cell of its row the words."""
    cell = next((one for one in above(node) if one.tag in {"td", "th"}), None)
    row = cell.parent if cell is not None else None
    if cell is None or row is None or row.tag != "tr":
        return None
    words = len(cell.text(separator=" ").split())
    rest = len(row.text(separator=" ").split()) - words
    return cell if words <= min(rest, _CARD_WORDS) else None


def _is_line(node: LexborNode, nodes: Sequence[LexborNode]) -> bool:
    """True for an element that holds both name and time: then all of it is the head."""
    below = {one.mem_id for one in node.css("*")}
    return len(nodes) > 1 and all(one.mem_id in below for one in nodes)
