"""The comments of a page: words, author, time and parent of each; and the page without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.furniture import announced, is_furniture
from corpus_tool.ingest.html.markup import has, marked, tags
from corpus_tool.ingest.html.paired import box_pairs
from corpus_tool.ingest.html.render import SKIPPED, render
from corpus_tool.ingest.html.units import Unit, find_units
from corpus_tool.ingest.textbuild import RichText

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SAID = re.compile(
    r"(?:\s+(?:says?|said|wrote|writes|sagt|schreibt|schrieb|meint|kommentierte|a dit|dit|dice|dijo|napisał))?"
    r"(?:\s+(?:on|am|um|le|at))?\s*(?:\.\.\.|…)?\s*:?\s*$",
    re.IGNORECASE,
)
_POSTED_BY = re.compile(
    r"^(?:originally posted by|quote from|quoting|zitat von)\s*:?\s*|\s+on\s.{1,40}\d{4}.{0,20}$",
    re.IGNORECASE,
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_RE = re.compile(r"re:(?:\s|$)", re.IGNORECASE)
_CONTENT = ("itemprop", "first", "second")
_OWN = ("data-id", "data-comment-id", "data-commentid", "data-post-id", "data-cid")
_ABOVE = ("data-parent", "data-parent-id", "data-parentid", "data-reply-to", "data-in-reply-to")
_META_WORDS = 15
"""What stands around a comment is short; longer text is the comment, whatever its class says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageComment:
    """One comment of a page; ``parent`` is the number of the one it answers, ``ping`` another site's link."""

    author: str | None
    published: str | None
    parent: int | None
    text: RichText
    ping: bool = False


def take_comments(tree: LexborHTMLParser) -> list[PageComment]:
    """Reads a page's comments and takes them, and the section around them, out of the tree.

    Args:
        tree: The parsed page. It is changed.
    """
    box_pairs(tree)
    units = find_units(tree)
    read = [read_unit(unit) for unit in units]
    worded = [bool(comment.text.text) for comment in read]
    numbers = {
        id(unit): number for number, unit in enumerate(u for u, w in zip(units, worded, strict=True) if w)
    }
    named = {
        name: number for name, unit in _named(units).items() if (number := numbers.get(id(unit))) is not None
    }
    found: list[PageComment] = []
    depths: list[int | None] = []
    for unit, comment, has_words in zip(units, read, worded, strict=True):
        if has_words:
            parent = _parent(unit, numbers)
            parent = parent if parent is not None else _by_reference(unit, named, len(found))
            depths.append(unit.depth)
            found.append(_with_parent(comment, parent if parent is not None else _by_depth(depths)))
    _remove(tree, units)
    return found


def announced_count(tree: LexborHTMLParser) -> int | None:
    """How many comments the page's headings say there are."""
    for node in tree.css("h1, h2, h3, h4, h5, h6, .comments-title, .comment-count")[:200]:
        said = " ".join(node.text(separator=" ").split())
        if len(said) <= 120 and is_furniture(said, "pointer"):
            told = announced(said)
            if told is not None:
                return told
    return None


def _with_parent(comment: PageComment, parent: int | None) -> PageComment:
    from dataclasses import replace

    return replace(comment, parent=parent)


def _parent(unit: Unit, numbers: dict[int, int]) -> int | None:
    above = unit.above
    while above is not None and id(above) not in numbers:
        above = above.above
    return None if above is None else numbers[id(above)]


def _named(units: list[Unit]) -> dict[str, Unit]:
    """Units by the names that answers may give them: their ids and data attributes."""
    found: dict[str, Unit] = {}
    for unit in reversed(units):
        for name in ("id", *_OWN):
            value = unit.node.attributes.get(name)
            if value:
                found[value] = unit
    return found


def _by_reference(unit: Unit, named: dict[str, int], before: int) -> int | None:
    """The comment that an attribute such as ``data-parent`` names."""
    for name in _ABOVE:
        value = unit.node.attributes.get(name)
        number = named.get(value.lstrip("#")) if value else None
        if number is not None and number < before:
            return number
    return None


def _by_depth(depths: list[int | None]) -> int | None:
    """Pages that state depths in classes but do not nest: the nearest above that is one less deep."""
    own = depths[-1]
    if own is None or own <= 1:
        return None
    for place in range(len(depths) - 2, -1, -1):
        above = depths[place]
        if above is None:
            return None
        if above < own:
            return place if above == own - 1 else None
    return None


def read_unit(unit: Unit, names: Sequence[str] = _CONTENT) -> PageComment:
    """Words, author and time of one comment's element, those of the comments inside it left out.

    Args:
        unit: The comment's element.
        names: Entries of the lexicon's ``content`` that mark its words, in the order they are tried.
    """
    inner = {below.node.mem_id for below in unit.inner}
    nodes = list(_own_elements(unit.node, inner))
    bearing = [node for node in nodes if _bears_marks(node)]
    meta = [node for node in nodes if _is_meta(node)]
    without = [*(below.node for below in unit.inner), *meta]
    return PageComment(
        author=_author(nodes, bearing),
        published=_date(nodes, bearing),
        parent=None,
        text=_without_buttons(_content(unit.node, bearing, without, names)),
        ping="pingback" in (unit.node.attributes.get("class") or "")
        or "trackback" in (unit.node.attributes.get("class") or ""),
    )


def _bears_marks(node: LexborNode) -> bool:
    """True for an element with a class or microdata: of the others no mark need be looked for."""
    attributes = node.attrs
    return bool(attributes.get("class") or attributes.get("itemprop"))


def _own_elements(top: LexborNode, inner: set[int]) -> Iterator[LexborNode]:
    """Elements below a node, those of nested comments left out, in page order."""
    stack = [top]
    while stack:
        node = stack.pop()
        if node is not top:
            yield node
        children: list[LexborNode] = []
        child = node.child
        while child is not None:
            if child.is_element_node and child.mem_id not in inner and child.tag not in SKIPPED:
                children.append(child)
            child = child.next
        stack.extend(reversed(children))


def _content(
    top: LexborNode, nodes: list[LexborNode], without: list[LexborNode], names: Sequence[str]
) -> RichText:
    for name in names:
        chosen = _longest([node for node in nodes if has(node, "content", name)], without)
        if chosen.text:
            return chosen
    return render(top, without=without)


def _longest(candidates: list[LexborNode], without: list[LexborNode]) -> RichText:
    """The candidate with the most text; of two with the same words the inner one adds nothing."""
    best = RichText()
    for node in candidates[:20]:
        text = render(node, without=[left for left in without if left.mem_id != node.mem_id])
        if len(text.text) > len(best.text):
            best = text
    return best


def is_quote_label(node: LexborNode) -> bool:
    """True for the "Name wrote:" that an engine prints over a quotation."""
    above = node.parent
    if node.tag == "cite":
        return name_said(node.text(separator=" ", strip=True)) != " ".join(node.text(separator=" ").split())
    if not has(node, "quote", "label"):
        return False
    after = node.next
    while after is not None and not after.is_element_node:
        after = after.next
    return (above is not None and has(above, "quote", "class")) or (
        after is not None and after.tag == "blockquote"
    )


def _is_meta(node: LexborNode) -> bool:
    if is_quote_label(node) or _is_subject(node):
        return True
    if node.tag == "cite" and _is_in_quote(node):
        return False
    if node.tag in tags("meta"):
        return node.tag in {"form", "button", "time", "label"} or _word_count(node) <= _META_WORDS
    if not has(node, "meta", "class") or has(node, "content", "first"):
        return False
    return _word_count(node) <= _META_WORDS


def _is_subject(node: LexborNode) -> bool:
    """True for the "Re: subject" line that an engine prints over an answer."""
    if node.tag not in _HEADINGS and not has(node, "post", "subject"):
        return False
    return _word_count(node) <= _META_WORDS and _RE.match(node.text(separator=" ", strip=True)) is not None


def _is_in_quote(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.tag in {"p", "div", "footer"}:
        above = above.parent
    return above is not None and above.tag == "blockquote"


def _word_count(node: LexborNode) -> int:
    return len(node.text(separator=" ").split())


def _author(nodes: list[LexborNode], bearing: list[LexborNode]) -> str | None:
    """The name as the page marks it; a name that is not marked is not looked for."""
    for name in ("itemprop", "class"):
        marked = [node for node in bearing if has(node, "author", name)]
        for node in sorted(
            marked, key=lambda one: 0 if "fn" in (one.attributes.get("class") or "").split() else 1
        ):
            inner = node.css_first(".fn, [itemprop=name], b, cite, strong, a")
            for candidate in (inner, node):
                said = name_said(candidate.text(separator=" ", strip=True)) if candidate is not None else None
                if said:
                    return said
    cite = next((node for node in nodes if node.tag == "cite" and _word_count(node) <= 6), None)
    return name_said(cite.text(separator=" ", strip=True)) if cite is not None else None


def name_said(said: str) -> str | None:
    """The name in "Name says:"; null where the words are no name."""
    folded = _POSTED_BY.sub("", " ".join(said.split()))
    name = _SAID.sub("", folded).strip(" ,:–-|·•@")
    if not name or len(name) > 60 or len(name.split()) > 7 or to_edtf(name) is not None:
        return None
    return None if is_furniture(name, "control") or not re.search(r"\w", name) else name


def _date(nodes: list[LexborNode], bearing: list[LexborNode]) -> str | None:
    for node in nodes:
        if node.tag == "time" or has(node, "date", "itemprop"):
            attributes = node.attributes
            written = attributes.get("datetime") or attributes.get("content") or attributes.get("title")
            found = to_edtf(written) or to_edtf(node.text(separator=" ", strip=True))
            if found:
                return found
    for node in bearing:
        if has(node, "date", "class") and _word_count(node) <= _META_WORDS:
            found = to_edtf(node.text(separator=" ", strip=True)) or to_edtf(node.attributes.get("title"))
            if found:
                return found
    for node in bearing:
        if has(node, "author", "class") and _word_count(node) <= _META_WORDS:
            found = to_edtf(node.text(separator=" ", strip=True))
            if found:
                return found
    return None


def _without_buttons(text: RichText) -> RichText:
    """Cuts "Reply" and the like off the ends; inside a comment such a line is left alone."""
    start, end = 0, len(text.text)
    while end > start:
        cut = text.text.rfind("\n", start, end)
        if cut < 0 or not is_furniture(text.text[cut + 1 : end].strip(), "control"):
            break
        end = len(text.text[:cut].rstrip())
    if end == len(text.text):
        return text
    return RichText(
        text.text[:end],
        tuple(link for link in text.links if link.end <= end),
        tuple(span for span in text.block_quotes if span.end <= end),
    )


def _remove(tree: LexborHTMLParser, units: list[Unit]) -> None:
    """Takes comments and their section off the page, unless the section holds the article too."""
    regions = [node for node in marked(tree, "[class],[id]") if has(node, "region", "id", "class")]
    body = len(tree.body.text().split()) if tree.body is not None else 0
    doomed = [
        node
        for node in regions
        if node.tag not in {"body", "html", "main", "a"} and _may_go(node, units, body)
    ]
    for node in [*(unit.node for unit in units if unit.above is None), *doomed]:
        if node.parent is not None:
            node.decompose()


def _may_go(node: LexborNode, units: list[Unit], body: int) -> bool:
    """True for a section whose text is mostly comments or that is small beside the page."""
    own = len(node.text().split())
    if own <= 0.3 * body or own < 60:
        return True
    inside = sum(
        len(unit.node.text().split()) for unit in units if unit.above is None and _is_below(unit.node, node)
    )
    return inside >= 0.5 * own


def _is_below(node: LexborNode, top: LexborNode) -> bool:
    here: LexborNode | None = node
    while here is not None:
        if here.mem_id == top.mem_id:
            return True
        here = here.parent
    return False
