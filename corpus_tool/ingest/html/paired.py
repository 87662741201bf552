"""Comments written as definition lists (Blogger and its kin): each term and what follows it become one box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_tool.ingest.html.markup import has

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


def box_pairs(tree: LexborHTMLParser) -> bool:
    """Puts a ``div class="comment"`` around each name and the texts that follow it.

    A list counts where its terms are marked as commenters or comments; others are left alone.

    Args:
        tree: The parsed page. It is changed.

    Returns:
        Whether it was changed.
    """
    changed = False
    for listed in tree.css("dl"):
        children = _elements(listed)
        if any(_opens(child) for child in children) and any(child.tag == "dd" for child in children):
            _box(tree, children)
            changed = True
    return changed


def _box(tree: LexborHTMLParser, children: list[LexborNode]) -> None:
    box: LexborNode | None = None
    for child in children:
        if _opens(child):
            made = tree.create_node("div")
            made.attrs["class"] = "comment"
            made.attrs["id"] = f"comment-{child.attributes.get('id') or ''}"
            child.insert_before(made)
            box = child.prev
        if box is not None:
            box.insert_child(child)
            child.decompose()


def _opens(node: LexborNode) -> bool:
    return node.tag == "dt" and (
        has(node, "author", "class") or has(node, "unit", "class") or has(node, "unit", "id")
    )


def _elements(node: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    child = node.first_child
    while child is not None:
        if child.is_element_node:
            found.append(child)
        child = child.next
    return found
