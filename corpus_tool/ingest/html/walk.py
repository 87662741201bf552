"""Small walks over a page's tree that several readers of comments need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus_tool.ingest.html.render import SKIPPED

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

ALTERNATING = frozenset(("odd", "even", "alt", "alternate", "first", "last"))
"""Classes that rows of one kind bear in turn."""


def own_elements(top: LexborNode, inner: set[int]) -> Iterator[LexborNode]:
    """Elements below a node, those of nested comments left out, in page order.

    Args:
        top: Where to begin; it is not given itself.
        inner: ``mem_id`` of elements that are left out with all below them.
    """
    stack = [top]
    while stack:
        node = stack.pop()
        if node is not top:
            yield node
        children: list[LexborNode] = []
        child = node.child
        while child is not None:
            if child.is_element_node and child.mem_id not in inner and is_read(child):
                children.append(child)
            child = child.next
        stack.extend(reversed(children))


def is_read(node: LexborNode) -> bool:
    """True for an element whose text somebody reads; a button may bear a writer's name."""
    return node.tag == "button" or node.tag not in SKIPPED


def texts(top: LexborNode) -> Iterator[LexborNode]:
    """Text nodes below a node that somebody reads, in page order."""
    stack = [top]
    while stack:
        node = stack.pop()
        child = node.child
        children: list[LexborNode] = []
        while child is not None:
            if child.is_text_node or (child.is_element_node and is_read(child)):
                children.append(child)
            child = child.next
        if node.is_text_node:
            yield node
        else:
            stack.extend(reversed(children))


def above(node: LexborNode) -> Iterator[LexborNode]:
    """Elements around a node, the nearest first, without the body and the document."""
    here = node.parent
    while here is not None and here.tag not in {"body", "html"} and here.is_element_node:
        yield here
        here = here.parent


def element_before(node: LexborNode) -> LexborNode | None:
    """The element right before a node, text between them passed over."""
    before = node.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    return before


def own_text(node: LexborNode) -> str:
    """Words right in an element and in no element below it."""
    parts: list[str] = []
    child = node.child
    while child is not None:
        if child.is_text_node:
            parts.append(child.text_content or "")
        child = child.next
    return " ".join("".join(parts).split())


def signature(node: LexborNode) -> str:
    """What like elements share: their name and the first class without figures, every other row's classes left out."""
    classes = (node.attrs.get("class") or "").split()
    first = next(
        (token for token in classes if token not in ALTERNATING and not any(map(str.isdigit, token))), ""
    )
    return f"{node.tag} {first}"
