"""Checks on a page's bytes before any parser sees them."""

from __future__ import annotations

import re
from collections import Counter

MAX_DEPTH = 1500
"""Real pages nest some dozens of elements deep; parsers that recurse die at some thousands."""
MAX_ELEMENTS = 120_000
"""Above this comments are not looked for: no page that a browser can show has so many."""
CAREFUL_ELEMENTS = 12_000
"""What is left without the comments is read block by block above this: the careful extractor's time grows
with the square. The longest of three hundred real pages has half of it."""
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,20000}?(/?)>")
_OPENED = re.compile(rb"<([a-zA-Z][a-zA-Z0-9]*)")
_CLOSED = re.compile(rb"</([a-zA-Z][a-zA-Z0-9]*)\s*>")
_STRETCH = 16 * 1024
_UNCOUNTED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead "
    b"tbody tfoot colgroup optgroup rp rt html head body path".split()
)
"""Void elements, and those whose end tag may be left out: their depth says nothing."""


def depth(data: bytes, many: int) -> int:
    """Deepest nesting of elements, by counting tags; stops counting at `MAX_DEPTH`; 0 where it cannot be reached.

    Args:
        data: The page.
        many: How many `elements` it has.
    """
    if many <= MAX_DEPTH:  # so few cannot nest deeper: most pages are answered here
        return 0
    if _at_most(data) <= MAX_DEPTH:
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


def _at_most(data: bytes) -> int:
    """A depth that the page does not exceed, counted stretch by stretch: ten times as fast as tag by tag.

    Inside a stretch every opening may come before every closing; at its end at most as many are open
    as it opened, or as were open before and it did not close.
    """
    most = level = start = 0
    while start < len(data):
        end = data.find(b"<", start + _STRETCH)
        stretch = data[start : end if end > 0 else len(data)]
        opened = _counted(_OPENED.findall(stretch))
        most = max(most, level + opened)
        level = max(level + opened - _counted(_CLOSED.findall(stretch)), opened)
        start += len(stretch)
    return most


def _counted(names: list[bytes]) -> int:
    return sum(count for name, count in Counter(names).items() if name.lower() not in _UNCOUNTED)


def elements(data: bytes) -> int:
    """About how many elements the page has: comments are few, and count as one each."""
    return data.count(b"<") - data.count(b"</")
