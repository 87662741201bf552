"""Comments without marks: repeated blocks in the part of a page that is named for comments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpus_tool.ingest.furniture import announced, is_furniture
from corpus_tool.ingest.html.markup import PageIndex
from corpus_tool.ingest.html.walk import ALTERNATING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS = frozenset(("div", "li", "article", "section", "dd", "tr", "blockquote", "table"))
_PLACES = 50
"""So many places are looked at: each heading of a page may stand over all that follows it."""
_WALK = 4
"""How many levels below a section's element its comments may lie."""


def repeated_units(tree: LexborHTMLParser, index: PageIndex) -> list[LexborNode]:
    """The largest set of like siblings with text in a comment section; nothing where there is none.

    Args:
        tree: The parsed page.
        index: Its elements by class and id.
    """
    best: list[LexborNode] = []
    for region in [*_named(index), *_headed(tree)]:
        found = _siblings(region)
        if len(found) > len(best):
            best = found
    return _with_answers(best)


def _with_answers(found: list[LexborNode]) -> list[LexborNode]:
    """The siblings and, inside them, the blocks of the same class: answers nest in what they answer."""
    if not found or " " not in _signature(found[0]).strip():
        return found
    signature = _signature(found[0])
    whole: list[LexborNode] = []
    for node in found:
        whole.append(node)
        whole.extend(
            below
            for below in node.css(f"{node.tag}[class]")
            if below.mem_id != node.mem_id and _signature(below) == signature
        )
    return list({node.mem_id: node for node in whole}.values())


def _named(index: PageIndex) -> list[LexborNode]:
    return [
        node for node in index.bearers("region") if node.tag not in {"body", "html", "form", "a", "span", "p"}
    ][:50]


def _headed(tree: LexborHTMLParser) -> list[LexborNode]:
    """What stands around or after a heading such as "12 Comments"."""
    found: list[LexborNode] = []
    for heading in tree.css("h1,h2,h3,h4,h5,h6"):
        said = heading.text(separator=" ", strip=True)
        if len(said) > 120 or not is_furniture(said, "pointer") or announced(said) is None:
            continue
        after = heading.next
        while after is not None and len(found) < _PLACES:
            if after.tag in _BLOCKS or after.tag in {"ol", "ul", "dl"}:
                found.append(after)
            after = after.next
        if heading.parent is not None and heading.parent.tag not in {"body", "main", "article"}:
            found.append(heading.parent)
        if len(found) >= _PLACES:
            break
    return found[:_PLACES]


def _siblings(region: LexborNode) -> list[LexborNode]:
    """Like children with text, at the first level that has two or more."""
    level = [region]
    for _ in range(_WALK):
        children = [child for node in level for child in _elements(node)]
        like = _most_like(children)
        if len(like) >= 2:
            return like
        level = children[:200]
        if not level:
            break
    return []


def _most_like(nodes: list[LexborNode]) -> list[LexborNode]:
    signatures = Counter(_signature(node) for node in nodes)
    if not signatures:
        return []
    best, count = max(signatures.items(), key=lambda item: (item[1], item[0]))
    like = [node for node in nodes if _signature(node) == best]
    worded = [node for node in like if len(node.text(separator=" ").split()) >= 4 and not _is_form(node)]
    return worded if count >= 2 and len(worded) >= 0.6 * count and not _are_links(worded) else []


def _is_form(node: LexborNode) -> bool:
    """True for a form to sign in or to write one's own."""
    return node.css_first("input[type=password], input[type=email], input[type=tel], textarea") is not None


def _are_links(nodes: list[LexborNode]) -> bool:
    """A list of links is a menu or a list of headlines."""
    linked = sum(len(link.text()) for node in nodes for link in node.css("a"))
    return linked > 0.6 * sum(len(node.text()) for node in nodes)


def _signature(node: LexborNode) -> str:
    classes = sorted(
        token
        for token in (node.attributes.get("class") or "").split()
        if token not in ALTERNATING and not any(map(str.isdigit, token))
    )
    return f"{node.tag} {classes[0] if classes else ''}"


def _elements(node: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    child = node.child
    while child is not None:
        if child.tag in _BLOCKS or child.tag in {"ol", "ul", "dl", "tbody"}:
            found.append(child)
        child = child.next
    return found
