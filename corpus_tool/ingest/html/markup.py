"""Patterns of ``lexicons/html_comments.toml`` against an element's class, id and microdata."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus_tool.ingest.lexicon import table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_LONGEST = 120
_MARKED = "[class],[id],[itemtype],[itemprop]"
_ATTRIBUTES = frozenset({"id", "itemprop", "itemtype"})


def marked(tree: LexborHTMLParser | LexborNode, query: str = _MARKED) -> list[LexborNode]:
    """Elements with a class, an id or microdata, each once, in page order.

    Args:
        tree: Where to look.
        query: Fewer of them, as a list of selectors.
    """
    return tree.css(f":is({query})")


@dataclass(frozen=True, slots=True)
class PageIndex:
    """Elements of a page with their classes and with their ids, read once: to ask each for its attributes takes most of the time.

    It holds as long as nothing is moved or taken out of the tree.
    """

    classed: list[tuple[LexborNode, str | None]]
    named: list[tuple[LexborNode, str | None]]
    components: list[str | None]
    """Values of an attribute that one forum engine has in the place of classes."""

    @classmethod
    def of(cls, tree: LexborHTMLParser) -> PageIndex:
        """The index of a page as it is now."""
        return cls(
            [(node, node.attrs.get("class")) for node in tree.css("[class]")],
            [(node, node.id) for node in tree.css("[id]")],
            [node.attrs.get("component") for node in tree.css("[component]")],
        )

    def bearers(self, part: str) -> list[LexborNode]:
        """Elements whose class or id is one of a table of the lexicon, those by class first."""
        by_class, by_id = mark(part, "class"), mark(part, "id")
        found = [node for node, value in self.classed if by_class(value)]
        found += [node for node, value in self.named if by_id(value)]
        return list({node.mem_id: node for node in found}.values())

    def vocabulary(self) -> str:
        """All that the page's elements are called, each said once."""
        called = {value for pairs in (self.classed, self.named) for _, value in pairs}
        return "\n".join(filter(None, called.union(self.components)))


@dataclass(frozen=True, slots=True)
class Bearer:
    """An element with a class or microdata, its attributes read once."""

    node: LexborNode
    classes: str | None
    itemprop: str | None

    @classmethod
    def among(cls, nodes: Iterable[LexborNode]) -> list[Bearer]:
        """Those of some elements that have a class or microdata, in their order."""
        read = ((node, node.attrs) for node in nodes)
        told = [cls(node, attributes.get("class"), attributes.get("itemprop")) for node, attributes in read]
        return [one for one in told if one.classes or one.itemprop]


def bearing(bearers: Iterable[Bearer], part: str, name: str) -> list[LexborNode]:
    """Elements that bear a mark, in their order.

    Args:
        bearers: Elements with a class or microdata.
        part: Table of the lexicon, such as ``author``.
        name: ``itemprop``, or an entry of patterns of class tokens.
    """
    bears = mark(part, name)
    if name == "itemprop":
        return [one.node for one in bearers if one.itemprop and bears(one.itemprop)]
    return [one.node for one in bearers if one.classes and bears(one.classes)]


def has(node: LexborNode, part: str, *names: str) -> bool:
    """True where the node bears one of some marks.

    Each name is ``id``, ``class``, ``itemprop``, ``itemtype``, or an entry of patterns of class tokens.

    Args:
        node: An element.
        part: Table of the lexicon, such as ``unit``.
        names: Entries of the table.
    """
    attributes = node.attrs
    for name in names:
        value = attributes.get(name if name in _ATTRIBUTES else "class")
        if value and mark(part, name)(value):
            return True
    return False


@lru_cache(maxsize=128)
def mark(part: str, name: str) -> Callable[[str | None], bool]:
    """Whether the value of an attribute bears a mark, as a function that remembers what it was asked.

    Args:
        part: Table of the lexicon, such as ``unit``.
        name: Entry of the table, as for `has`.
    """
    wanted = _pattern(part, name)

    def bears(value: str | None) -> bool:
        tokens = [value.strip()] if value and name == "id" else (value or "").split()
        return any(len(token) <= _LONGEST and wanted.fullmatch(token) is not None for token in tokens)

    return lru_cache(maxsize=8192)(bears)


def is_elsewhere(node: LexborNode, known: dict[int, bool]) -> bool:
    """True for what lies in a block of comments on other pages, or of the article's own questions and answers.

    Args:
        node: An element.
        known: What was found out of elements so far; it is added to.
    """
    trail: list[int] = []
    here: LexborNode | None = node
    found = False
    while here is not None and here.tag not in {"body", "html"} and here.is_element_node:
        if here.mem_id in known:
            found = known[here.mem_id]
            break
        trail.append(here.mem_id)
        if has(here, "elsewhere", "class", "id", "itemtype"):
            found = True
            break
        here = here.parent
    known.update(dict.fromkeys(trail, found))
    return found


def tags(part: str) -> frozenset[str]:
    """Element names a table of the lexicon is limited to."""
    return _tags(part)


def words(part: str, name: str) -> tuple[str, ...]:
    """A list of literal words of the lexicon."""
    return _words(part, name)


def pattern(part: str, name: str) -> re.Pattern[str]:
    """One pattern of the lexicon, to be searched for."""
    return _pattern(part, name)


@lru_cache(maxsize=16)
def _tags(part: str) -> frozenset[str]:
    return frozenset(str(table("html_comments.toml")[part]["tags"]).split())


@lru_cache(maxsize=8)
def _words(part: str, name: str) -> tuple[str, ...]:
    return tuple(str(table("html_comments.toml")[part][name]).split())


@lru_cache(maxsize=64)
def _pattern(part: str, name: str) -> re.Pattern[str]:
    return re.compile(str(table("html_comments.toml")[part][name]), re.IGNORECASE)
