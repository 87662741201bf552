"""The writer of a page by the element that is marked as holding the name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from corpus_tool.ingest.lexicon import table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SHORTEST, _LONGEST = 3, 119
"""Characters of a name, or of a few."""
_UNREAD = frozenset(("script", "style", "noscript", "template"))


def marked_author(tree: LexborHTMLParser) -> str | None:
    """What the first element marked as a byline says; null where none says anything of a name's length.

    Args:
        tree: The parsed page.
    """
    marks = _marks()
    others: set[int] | None = None
    for query in marks["likely"]:
        for node in tree.css(query):
            if others is None:
                others = {one.mem_id for one in tree.css(marks["not_in"])}
            said = " ".join(" ".join(_texts(node, others)).split()) if not _is_in(node, others) else ""
            if _SHORTEST <= len(said) <= _LONGEST:
                return said
    return None


def _is_in(node: LexborNode, others: set[int]) -> bool:
    here: LexborNode | None = node
    while here is not None:
        if here.mem_id in others:
            return True
        here = here.parent
    return False


def _texts(top: LexborNode, others: set[int]) -> Iterator[str]:
    """Texts below a node in page order, those of some elements left out."""
    stack = [top]
    while stack:
        node = stack.pop()
        if node.is_text_node:
            yield node.text_content or ""
            continue
        children = []
        child = node.child
        while child is not None:
            if child.mem_id not in others and child.tag not in _UNREAD:
                children.append(child)
            child = child.next
        stack.extend(reversed(children))


@lru_cache(maxsize=1)
def _marks() -> dict[str, Any]:
    found: dict[str, Any] = table("bylines.toml")["author"]
    return found
