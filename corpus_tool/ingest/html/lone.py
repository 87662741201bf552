"""A page's only comment, where nothing is marked: there is no second block to be like it.

So more is asked of the place: it is named for comments, or a heading says that there is one; and all of it
but heading and form is one block with one time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.furniture import announced, is_furniture
from corpus_tool.ingest.html.markup import is_elsewhere, pattern
from corpus_tool.ingest.html.stamps import LONGEST, said_in
from corpus_tool.ingest.html.walk import above

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_STAMPS = 60
"""So many times from the end of a page are tried: comments stand below."""
_MOST = 0.5
"""A comment that is more of the page than this may be its article."""
_WORDS = 12
"""Name, time and a button or two are no comment."""
_MOST_HEADINGS = 60
_HEAD = 12
"""Words of an entry in which name and day stand."""
_HEADINGS = "h1, h2, h3, h4, h5, h6, strong, b, legend, summary"
_APART = "form, textarea, h1, article article"


def lone_unit(tree: LexborHTMLParser, stamps: Sequence[LexborNode]) -> LexborNode | None:
    """The block of the only comment; null where there is no place for one, or more than one time in it.

    Args:
        tree: The parsed page.
        stamps: Texts that bear a time, in page order.
    """
    listed = _listed(tree)
    if listed is not None:
        return listed
    whole = len(tree.body.text().split()) if stamps and tree.body is not None else 0
    paths = [list(above(stamp)) for stamp in stamps[-_STAMPS:]]
    for path in reversed(paths):
        place = next((node for node in reversed(path) if _is_named(node)), None) or _announced(path)
        if place is None or is_elsewhere(place, {}):
            continue
        inside = path[: [node.mem_id for node in path].index(place.mem_id) + 1]
        block = next((node for node in reversed(inside) if _is_apart(node)), None)
        if block is None or sum(any(one.mem_id == block.mem_id for one in other) for other in paths) > 1:
            continue
        words = block.text(separator=" ").split()
        if len(words) >= _WORDS and len(" ".join(words)) > LONGEST / 2 and len(words) <= _MOST * whole:
            return block
    return None


def _listed(tree: LexborHTMLParser) -> LexborNode | None:
    """The one entry of the list right below a heading that says there is one comment, or whose entry has name and time."""
    for heading in tree.css("h2, h3, h4, h5, h6")[:_MOST_HEADINGS]:
        entries = _after(heading)
        if len(entries) != 1 or entries[0].tag != "li" or is_elsewhere(entries[0], {}):
            continue
        said = " ".join(heading.text(separator=" ").split())
        if (
            not 0 < len(said) <= LONGEST
            or not is_furniture(said, "pointer")
            or announced(said) not in {None, 1}
        ):
            continue
        words = entries[0].text(separator=" ").split()
        signed = entries[0].css_first("b, strong, cite, h4, h5, h6") is not None
        dated = any(said_in(node) for node in entries[0].css("*")[:_STAMPS]) or to_edtf(
            " ".join(words[:_HEAD])
        )
        whole = len(tree.body.text().split()) if tree.body is not None else 0
        if _WORDS <= len(words) <= _MOST * whole and (announced(said) == 1 or (signed and dated)):
            return entries[0]
    return None


def _after(heading: LexborNode) -> list[LexborNode]:
    """Entries of the list that stands right after a heading; none where something else does."""
    after = heading.next
    while after is not None and not after.is_element_node:
        after = after.next
    if after is None or after.tag not in {"ol", "ul"}:
        return []
    found = []
    child = after.child
    while child is not None:
        if child.is_element_node:
            found.append(child)
        child = child.next
    return found


def _is_named(node: LexborNode) -> bool:
    """True for an element named for comments that is not the whole page, headline and all."""
    said = f"{node.attrs.get('class') or ''} {node.attrs.get('id') or ''}"
    wanted = pattern("evidence", "class")
    return len(said) < 300 and wanted.search(said) is not None and node.css_first("h1") is None


def _announced(path: Sequence[LexborNode]) -> LexborNode | None:
    """The element around the time that stands below a heading such as "1 Comment"."""
    for node in path:
        before = node.prev
        while before is not None:
            if before.is_element_node and _says_one(before):
                return node
            before = before.prev
    return None


def _says_one(node: LexborNode) -> bool:
    for heading in (node, *node.css(_HEADINGS)[:5]):
        said = " ".join(heading.text(separator=" ").split())
        if 0 < len(said) <= LONGEST and is_furniture(said, "pointer") and announced(said) == 1:
            return True
    return False


def _is_apart(node: LexborNode) -> bool:
    """True for a block without form, headline and the heading over the comments."""
    if node.css_first(_APART) is not None:
        return False
    headings = (" ".join(one.text(separator=" ").split()) for one in node.css(_HEADINGS)[:20])
    return not any(0 < len(said) <= LONGEST and is_furniture(said, "pointer") for said in headings)
