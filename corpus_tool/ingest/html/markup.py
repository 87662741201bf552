"""Patterns of ``lexicons/html_comments.toml`` against an element's class, id and microdata."""

from __future__ import annotations

import re
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
    return list({node.mem_id: node for node in tree.css(query)}.values())


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
        if value and _bears(part, name, value):
            return True
    return False


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


@lru_cache(maxsize=65536)
def _bears(part: str, name: str, value: str) -> bool:
    pattern = _pattern(part, name)
    tokens = [value.strip()] if name == "id" else value.split()
    return any(len(token) <= _LONGEST and pattern.fullmatch(token) is not None for token in tokens)
