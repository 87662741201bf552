"""A part of a web page as plain text with spans. Walks the tree without recursion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus_tool.ingest.html.markup import has
from corpus_tool.ingest.textbuild import RichText, TextBuilder

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    "p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table "  # noqa: SIM905
    "figure figcaption form fieldset address hr details summary center body".split()
)
_LINES = frozenset(("tr", "dt", "dd", "caption"))
SKIPPED = frozenset(
    "script style noscript template svg button select option input textarea iframe head title object "  # noqa: SIM905
    "embed canvas video audio math label dialog".split()
)
"""Elements whose text nobody reads."""


def render(node: LexborNode, *, without: Iterable[LexborNode] = ()) -> RichText:
    """Plain text of a node: blank lines between blocks, "• " before list items.

    Args:
        node: Where to begin; its own tag counts, but it is no quotation of itself.
        without: Nodes to leave out, with all below them.
    """
    out = TextBuilder()
    skipped = {left.mem_id for left in without}
    here: LexborNode | None = node
    closing: list[str] = []
    while here is not None:
        if _enter(here, out, skipped, is_top=here.mem_id == node.mem_id):
            closing.append(here.tag or "")
            if here.child is not None:
                here = here.child
                continue
            _leave(here, out, is_top=here.mem_id == node.mem_id)
            closing.pop()
        here = _next(here, node, out, closing)
    return out.result()


def _next(here: LexborNode, top: LexborNode, out: TextBuilder, closing: list[str]) -> LexborNode | None:
    """The node after this one in document order, leaving what ends on the way."""
    while closing or here.mem_id != top.mem_id:
        if here.mem_id == top.mem_id:
            return None
        if here.next is not None:
            return here.next
        parent = here.parent
        if parent is None or not closing:
            return None
        _leave(parent, out, is_top=parent.mem_id == top.mem_id)
        closing.pop()
        here = parent
    return None


def _enter(node: LexborNode, out: TextBuilder, skipped: set[int], *, is_top: bool) -> bool:
    """Opens a node; true where its children are to be visited and it is to be left again."""
    tag = node.tag or ""
    if tag == "-text":
        _text(node, out)
        return False
    if tag.startswith("-") or tag in SKIPPED or node.mem_id in skipped:
        return False
    if tag == "br":
        out.brk(1)
        return False
    if tag in _BLOCKS:
        out.brk(2)
    elif tag in _LINES:
        out.brk(1)
    elif tag == "li" and not is_top:
        out.bullet()
    elif tag in {"td", "th"}:
        out.add(" ")
    if not is_top and is_quote(node):
        out.open("quote")
    elif tag == "a":
        out.open("link", _href(node))
    return True


def is_quote(node: LexborNode) -> bool:
    """True for a quotation box: the element made for it, or a block that an engine marks as one."""
    if node.tag == "blockquote":
        return not has(node, "content", "forum")  # one engine sets every post in it
    return node.tag in {"div", "td"} and has(node, "quote", "class")


def _leave(node: LexborNode, out: TextBuilder, *, is_top: bool) -> None:
    tag = node.tag or ""
    if tag == "a" or (not is_top and is_quote(node)):
        out.close()
    if tag in _BLOCKS:
        out.brk(2)
    elif tag in _LINES or tag == "li":
        out.brk(1)
    elif tag in {"td", "th"}:
        out.add(" ")


def _text(node: LexborNode, out: TextBuilder) -> None:
    content = node.text_content or ""
    parent = node.parent
    if parent is not None and parent.tag == "pre":
        out.add(content, verbatim=True)
    else:
        out.add(content)


def _href(node: LexborNode) -> str:
    return (node.attributes.get("href") or "").strip()
