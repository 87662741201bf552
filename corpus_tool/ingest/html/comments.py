"""The comments of a page: words, author, time and parent of each; and the page without them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.furniture import announced, is_furniture
from corpus_tool.ingest.html.edges import trimmed_text
from corpus_tool.ingest.html.heads import heads_by_place
from corpus_tool.ingest.html.levels import Placed, parents
from corpus_tool.ingest.html.markup import Bearer, PageIndex, bearing, has, tags
from corpus_tool.ingest.html.names import name_said
from corpus_tool.ingest.html.paired import box_pairs
from corpus_tool.ingest.html.render import render
from corpus_tool.ingest.html.signed import box_signed
from corpus_tool.ingest.html.stamps import is_stamp, without_stamp
from corpus_tool.ingest.html.structure import is_box
from corpus_tool.ingest.html.units import Unit, find_units
from corpus_tool.ingest.html.walk import above, own_elements
from corpus_tool.ingest.textbuild import RichText

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TELLING = _HEADINGS | tags("meta") | {"cite"}
"""Elements that need no class to be told from a comment's words."""
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_RE = re.compile(r"re:(?:\s|$)", re.IGNORECASE)
_CONTENT = ("itemprop", "first", "second")
_REFRAIN = 3
"""A line is the page's where so many comments, and most of them, open or close with it …"""
_REFRAIN_WORDS = 6
"""… and it is no longer than a row of buttons."""
_HEAD_CHARS = 120
_JOINING = frozenset(
    ("by", "posted", "from", "says", "said", "on", "at", "utc", "gmt", "link", "permalink", "reply")
)
"""What may stand beside name and time in the line over a comment."""
_SMALL = 60
"""A section of fewer words is no article, nor is one that is small beside the page."""
_NOSCRIPTS = 50
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


def take_comments(tree: LexborHTMLParser, index: PageIndex) -> list[PageComment]:
    """Reads a page's comments and takes them, and the section around them, out of the tree.

    Args:
        tree: The parsed page. It is changed.
        index: Its elements by class and id.
    """
    changed = any([_open_unscripted(tree), box_pairs(tree), box_signed(tree)])
    units = find_units(tree, PageIndex.of(tree) if changed else index)
    read = [replace(one, text=_without_head(one.text, one.author)) for one in without_refrains(_read(units))]
    worded = [(unit, comment) for unit, comment in zip(units, read, strict=True) if comment.text.text]
    answered = parents([Placed(unit, comment.author) for unit, comment in worded])
    found = [replace(comment, parent=parent) for (_, comment), parent in zip(worded, answered, strict=True)]
    boxed = changed or any(is_box(unit.node) for unit in units)
    _remove(tree, units, PageIndex.of(tree) if boxed else index)
    return found


def _open_unscripted(tree: LexborHTMLParser) -> bool:
    """Opens what is shown without scripts where it holds comments: an engine's plain form of the thread."""
    opened = False
    for node in tree.css("noscript")[:_NOSCRIPTS]:
        if any(has(inner, "unit", "id", "class") for inner in node.css("li, div, article")[:_NOSCRIPTS]):
            node.unwrap()
            opened = True
    return opened


def _read(units: Sequence[Unit]) -> list[PageComment]:
    """Comments by what their elements are marked as, and by place where most are not marked."""
    marked_ones = [read_unit(unit) for unit in units]
    unnamed = sum(comment.author is None for comment in marked_ones) > 0.5 * len(units)
    undated = sum(comment.published is None for comment in marked_ones) > 0.5 * len(units)
    if not (unnamed or undated):
        return marked_ones
    found: list[PageComment] = []
    for unit, comment, head in zip(units, marked_ones, heads_by_place(units), strict=True):
        again = read_unit(unit, without=head.nodes) if unnamed else comment
        found.append(
            replace(
                again,
                author=comment.author or (head.author if unnamed else None),
                published=comment.published or head.published,
            )
        )
    return found


def without_refrains(comments: list[PageComment]) -> list[PageComment]:
    """Comments without the short lines that open or close most of them: those are the page's.

    Args:
        comments: All comments of a page; fewer than three show no refrain.
    """
    if len(comments) < _REFRAIN:
        return comments
    seen = Counter(
        line
        for one in comments
        for line in {*_edges(one.text.text)}
        if len(_WORD.findall(line)) <= _REFRAIN_WORDS
    )
    refrains = {line for line, count in seen.items() if count >= _REFRAIN and count > 0.6 * len(comments)}
    if not refrains:
        return comments
    return [
        replace(one, text=trimmed_text(one.text, lambda line: _NUMBER.sub("0", line) in refrains))
        for one in comments
    ]


def _edges(text: str) -> list[str]:
    lines = [_NUMBER.sub("0", line.strip()) for line in text.split("\n") if line.strip()]
    return [*lines[:2], *lines[-2:]]


def announced_count(tree: LexborHTMLParser) -> int | None:
    """How many comments the page's headings say there are."""
    for node in tree.css("h1, h2, h3, h4, h5, h6, .comments-title, .comment-count")[:200]:
        said = " ".join(node.text(separator=" ").split())
        if len(said) <= 120 and is_furniture(said, "pointer"):
            told = announced(said)
            if told is not None:
                return told
    return None


def read_unit(
    unit: Unit, names: Sequence[str] = _CONTENT, *, without: Sequence[LexborNode] = ()
) -> PageComment:
    """Words, author and time of one comment's element, those of the comments inside it left out.

    Args:
        unit: The comment's element.
        names: Entries of the lexicon's ``content`` that mark its words, in the order they are tried.
        without: Elements known to be none of its words.
    """
    inner = {below.node.mem_id for below in unit.inner}
    nodes = list(own_elements(unit.node, inner))
    bearers = Bearer.among(nodes)
    meta = [node for node in nodes if _is_meta(node)]
    left = [*(below.node for below in unit.inner), *meta, *without]
    author = _author(nodes, bearers)
    return PageComment(
        author=author,
        published=_date(nodes, bearers),
        parent=None,
        text=_without_head(_without_buttons(_content(unit.node, bearers, left, names)), author),
        ping="pingback" in (unit.node.attributes.get("class") or "")
        or "trackback" in (unit.node.attributes.get("class") or ""),
    )


def _content(
    top: LexborNode, bearers: list[Bearer], without: list[LexborNode], names: Sequence[str]
) -> RichText:
    for name in names:
        chosen = _longest(bearing(bearers, "content", name), without)
        if chosen.text:
            return chosen
    whole = render(top, without=without)
    if whole.text and not is_furniture(whole.text, "control"):
        return whole
    return render(top, without=[node for node in without if node.tag in tags("meta") or not _is_meta(node)])


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
    if node.tag not in _TELLING and not node.attrs.get("class"):
        return False
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


def _author(nodes: list[LexborNode], bearers: list[Bearer]) -> str | None:
    """The name as the page marks it; a name that is not marked is not looked for."""
    for name in ("itemprop", "class"):
        marked = bearing(bearers, "author", name)
        for node in sorted(
            marked, key=lambda one: 0 if "fn" in (one.attributes.get("class") or "").split() else 1
        ):
            inner = node.css_first(".fn, .p-name, [itemprop=name]") or node.css_first("b, cite, strong, a")
            for candidate in (inner, node):
                said = name_said(candidate.text(separator=" ", strip=True)) if candidate is not None else None
                if said:
                    return said
    cite = next((node for node in nodes if node.tag == "cite" and _word_count(node) <= 6), None)
    return name_said(cite.text(separator=" ", strip=True)) if cite is not None else None


def _date(nodes: list[LexborNode], bearers: list[Bearer]) -> str | None:
    dated = {node.mem_id for node in bearing(bearers, "date", "itemprop")}
    for node in nodes:
        if node.tag == "time" or node.mem_id in dated:
            attributes = node.attributes
            written = attributes.get("datetime") or attributes.get("content") or attributes.get("title")
            found = to_edtf(written) or to_edtf(node.text(separator=" ", strip=True))
            if found:
                return found
    for node in bearing(bearers, "date", "class"):
        if _word_count(node) <= _META_WORDS:
            found = to_edtf(node.text(separator=" ", strip=True)) or to_edtf(node.attributes.get("title"))
            if found:
                return found
    for node in bearing(bearers, "author", "class"):
        if _word_count(node) <= _META_WORDS:
            found = to_edtf(node.text(separator=" ", strip=True))
            if found:
                return found
    return None


def _without_buttons(text: RichText) -> RichText:
    """Cuts "Reply" and the like off the ends; inside a comment such a line is left alone."""
    cut = trimmed_text(text, lambda line: is_furniture(line, "control"), head=False)
    return trimmed_text(cut, lambda line: is_stamp(line) and not without_stamp(line))


def _without_head(text: RichText, author: str | None) -> RichText:
    """Cuts the line of name and time off the top, where its parts are not marked as such."""
    if author is None:
        return text
    return trimmed_text(text, lambda line: _is_head(line, author), tail=False)


def _is_head(line: str, author: str) -> bool:
    """True for a short line of the writer's name, a time, and nothing more than the words that join them."""
    if len(line) > _HEAD_CHARS or not (author in line or is_stamp(line)):
        return False
    rest = without_stamp(line) if is_stamp(line) else without_stamp(f"{line} ")
    return all(word in _JOINING for word in _WORD.findall(rest.replace(author, " ").casefold()))


def _remove(tree: LexborHTMLParser, units: list[Unit], index: PageIndex) -> None:
    """Takes comments and their section off the page, unless the section holds the article too."""
    tops = [unit.node for unit in units if unit.above is None]
    going = {node.mem_id for node in tops}
    regions = [
        node
        for node in index.bearers("region")
        if node.tag not in {"body", "html", "main", "a"} and not _is_in(node, going)
    ]
    large = [(node, words) for node in regions if (words := _words_in(node)) >= _SMALL]
    filled = _filled(tops, {node.mem_id for node, _ in large})
    apart = [(node, words) for node, words in large if filled[node.mem_id] < 0.5 * words]
    whole = _words_in(tree.body) if apart else 0
    kept = {node.mem_id for node, words in apart if words > 0.3 * whole}
    for node in [*tops, *(node for node in regions if node.mem_id not in kept)]:
        if node.parent is not None:
            node.decompose()


def _filled(tops: list[LexborNode], sections: set[int]) -> Counter[int]:
    """How many words of comments each section holds."""
    found: Counter[int] = Counter()
    for top in tops if sections else ():
        inside = [node.mem_id for node in above(top) if node.mem_id in sections]
        found.update(dict.fromkeys(inside, _words_in(top) if inside else 0))
    return found


def _words_in(node: LexborNode | None) -> int:
    return len(node.text().split()) if node is not None else 0


def _is_in(node: LexborNode, tops: set[int]) -> bool:
    here: LexborNode | None = node
    while here is not None:
        if here.mem_id in tops:
            return True
        here = here.parent
    return False
