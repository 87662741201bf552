"""Patterns of ``lexicons/html_comments.toml`` against an element's class, id and microdata."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus_tool.ingest.lexicon import table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_LONGEST = 120


def marked(tree: LexborHTMLParser | LexborNode) -> list[LexborNode]:
    """Elements with a class, an id or microdata, each once, in page order."""
    found = tree.css("[class],[id],[itemtype],[itemprop]")
    return list({node.mem_id: node for node in found}.values())


def has(node: LexborNode, part: str, name: str) -> bool:
    """True where the node bears a mark: ``name`` is ``id``, ``class``, ``itemprop``, ``itemtype`` or a class list.

    Args:
        node: An element.
        part: Table of the lexicon, such as ``unit``.
        name: Entry of the table; entries other than the attributes' names are patterns of class tokens.
    """
    attribute = name if name in {"id", "itemprop", "itemtype"} else "class"
    value = node.attributes.get(attribute)
    return bool(value) and _bears(part, name, str(value))


def tags(part: str) -> frozenset[str]:
    """Element names a table of the lexicon is limited to."""
    return _tags(part)


def pattern(part: str, name: str) -> re.Pattern[str]:
    """One pattern of the lexicon, to be searched for."""
    return _pattern(part, name)


@lru_cache(maxsize=16)
def _tags(part: str) -> frozenset[str]:
    return frozenset(str(table("html_comments.toml")[part]["tags"]).split())


@lru_cache(maxsize=32)
def _pattern(part: str, name: str) -> re.Pattern[str]:
    return re.compile(str(table("html_comments.toml")[part][name]), re.IGNORECASE)


@lru_cache(maxsize=65536)
def _bears(part: str, name: str, value: str) -> bool:
    pattern = _pattern(part, name)
    tokens = [value.strip()] if name == "id" else value.split()
    return any(len(token) <= _LONGEST and pattern.fullmatch(token) is not None for token in tokens)
