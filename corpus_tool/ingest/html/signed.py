"""Comments on wikis' talk pages: paragraphs that end with a link to their writer and the time, and nothing else marks them.

"I counted two boats. Ann (talk) 09:31, 2 October 2015 (UTC)": the signature closes a comment; what stands
unsigned right before it, up to the signature or heading above, is its beginning; answers are set in.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus_tool.ingest.html.walk import above, texts

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_WIKI = (
    'meta[name="generator"][content^="MediaWiki"], .mw-parser-output, #mw-content-text, [href*="User_talk:"]'
)
_SIGNED = re.compile(
    r"(?P<time>\d{1,2}:\d{2}), (?P<day>[^():]{6,30}\d{4}) \((?P<zone>[A-Z]{2,5}|[+-]\d\d)\)\W*$"
)
_WRITER = re.compile(r"(?:^|[/=?:])(?:[^\W\d_]{3,14}(?:[ _][^\W\d_]{3,14})?):(?P<name>[^#?&/]{1,80})")
"""The page of a user or of what they wrote, in any language of the wiki: "User:Ann", "Benutzer Diskussion:Ann"."""
_BLOCKS = frozenset(("p", "dd", "li"))
_SET_IN = frozenset(("dd", "li"))
_NEAR = 6
"""A signature has a link or two more, and the words between them, between its first link and its time."""
_CLOSED = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dl", "table", "hr", "div", "section"))
_LEAST = 2
_SHORTEST = 18
_TAIL = 200
"""So many characters at the end of a text hold its signature."""
_MOST = 5000
"""Comments that are read of one talk page."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """A link to a user's page: whose page it is, and the name as shown."""

    page: str
    name: str


@dataclass(frozen=True, slots=True)
class _Signature:
    """A signed block: the nodes of its words, those of the signature, whose it is and of when."""

    block: LexborNode
    words: tuple[LexborNode, ...]
    marks: tuple[LexborNode, ...]
    writer: str
    day: str


def box_signed(tree: LexborHTMLParser) -> bool:
    """Puts a ``div class="comment"`` with name and time around each signed comment.

    Args:
        tree: The parsed page. It is changed.

    Returns:
        Whether it was changed.
    """
    if tree.body is None or tree.css_first(_WIKI) is None:
        return False
    signed: dict[int, _Signature] = {}
    for node in texts(tree.body):
        said = " ".join((node.text_content or "")[-_TAIL:].split())
        time = _SIGNED.search(said) if len(said) > _SHORTEST else None
        block = next((one for one in above(node) if one.tag in _BLOCKS), None) if time is not None else None
        if time is None or block is None or block.mem_id in signed or len(signed) >= _MOST:
            continue
        one = _signature(node, block, time)
        if one is not None:
            signed[block.mem_id] = one
    if len(signed) < _LEAST:
        return False
    for one in signed.values():
        _box(tree, one, signed)
    return True


def _signature(node: LexborNode, block: LexborNode, time: re.Match[str]) -> _Signature | None:
    """The signature that a text closes; null where no writer is linked before the time."""
    children = _children_to(block, node)
    near = range(max(0, len(children) - _NEAR), len(children))
    linked = [(at, link) for at in near if (link := _writer_in(children[at])) is not None]
    own = [(at, link) for at, link in linked if link.page == linked[-1][1].page]
    if not own:
        return None
    at, link = own[0]
    day = f"{time['day']} {time['time']} {time['zone']}"
    return _Signature(block, tuple(children[:at]), tuple(children[at:]), link.name, day)


def _children_to(block: LexborNode, node: LexborNode) -> list[LexborNode]:
    """Children of a block up to the one that is, or holds, a node."""
    inside = {node.mem_id, *(one.mem_id for one in above(node))}
    found: list[LexborNode] = []
    child = block.child
    while child is not None:
        found.append(child)
        if child.mem_id in inside:
            break
        child = child.next
    return found


def _writer_in(node: LexborNode) -> _Writer | None:
    """Whose page a link in a node leads to."""
    if not node.is_element_node:
        return None
    for link in (node, *node.css("a[href]")):
        found = _WRITER.search(unquote(link.attributes.get("href") or "")) if link.tag == "a" else None
        if found is not None:
            page = found["name"].replace("_", " ")
            said = " ".join(link.text(separator=" ").split())
            return _Writer(page, said if len(said) > 2 and said[0].isalnum() else page)
    return None


def _box(tree: LexborHTMLParser, one: _Signature, blocks: Container[int]) -> None:
    """Puts words, name and time of one comment into a box at the top of its block."""
    box = tree.create_node("div")
    depth = 1 + sum(node.tag in _SET_IN for node in (one.block, *above(one.block)))
    box.attrs["class"] = f"comment depth-{depth}"
    first = one.block.child
    if first is None:
        return
    first.insert_before(box)
    made = first.prev
    if made is None:
        return
    for kind, said in (("author", one.writer), ("date", one.day)):
        head = tree.create_node("span")
        head.attrs["class"] = kind
        head.insert_child(said)
        made.insert_child(head)
    for node in (*_before(one.block, blocks), *one.words):
        made.insert_child(node)
        node.decompose()
    for node in one.marks:
        node.decompose()


def _before(block: LexborNode, blocks: Container[int]) -> list[LexborNode]:
    """Unsigned paragraphs right before a signed one: the beginning of its comment."""
    found: list[LexborNode] = []
    node = block.prev
    while node is not None and block.tag == "p" and node.tag not in _CLOSED and node.mem_id not in blocks:
        if node.is_element_node:
            found.append(node)
        node = node.prev
    return found[::-1]
