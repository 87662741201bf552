"""Checks on a page's bytes before any parser sees them."""

from __future__ import annotations

import re

MAX_DEPTH = 1500
"""Real pages nest some dozens of elements deep; parsers that recurse die at some thousands."""
MAX_ELEMENTS = 60_000
"""Above this the careful extractors take minutes; the page is read block by block instead."""
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,20000}?(/?)>")
_UNCOUNTED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead "
    b"tbody tfoot colgroup optgroup rp rt html head body path".split()
)
"""Void elements, and those whose end tag may be left out: their depth says nothing."""


def depth(data: bytes) -> int:
    """Deepest nesting of elements, by counting tags; stops counting at `MAX_DEPTH`; 0 where it cannot be reached."""
    if elements(data) <= MAX_DEPTH:  # so few cannot nest deeper: most pages are answered here
        return 0
    deepest = level = 0
    for found in _TAG.finditer(data):
        name = found[2].lower()
        if name in _UNCOUNTED or found[3]:
            continue
        if found[1]:
            level = max(0, level - 1)
        else:
            level += 1
            if level > deepest:
                deepest = level
                if deepest > MAX_DEPTH:
                    break
    return deepest


def elements(data: bytes) -> int:
    """About how many elements the page has."""
    return data.count(b"<") - data.count(b"</") - data.count(b"<!--")
