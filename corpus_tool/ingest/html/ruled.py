"""Guestbooks: entries that lie side by side with a rule between them and nothing around each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.html.markup import pattern
from corpus_tool.ingest.html.stamps import LONGEST, is_stamp
from corpus_tool.ingest.html.walk import above, texts

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_LEAST = 2
_WORDS = 6
"""Name, day and a few words."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MOST = 2000


def box_ruled(tree: LexborHTMLParser, name: str) -> list[LexborNode]:
    """Boxes around entries that rules part, below a heading for what readers write; nothing where there are none.

    Each entry has exactly one time; only what stands before the first rule and after the last may have none.

    Args:
        tree: The parsed page. It is changed where there are entries.
        name: The attribute that marks a box.
    """
    parents = {rule.parent.mem_id: rule.parent for rule in tree.css("hr")[:_MOST] if rule.parent is not None}
    for parent in parents.values():
        runs = _runs(parent)
        entries = _entries(runs)
        if entries:
            return [_box(tree, entry, name) for entry in entries]
    return []


def _runs(parent: LexborNode) -> list[list[LexborNode]]:
    """What lies between rules, from the heading over the entries on; nothing where no such heading is told."""
    runs: list[list[LexborNode]] = [[]]
    told = any(_is_named(node) for node in (parent, *above(parent)))
    child = parent.child
    while child is not None:
        if child.tag == "hr":
            runs.append([])
        elif child.tag in _HEADINGS and _announces(child):
            runs, told = [[]], True
        elif child.is_element_node or (child.text_content or "").strip():
            runs[-1].append(child)
        child = child.next
    return [run for run in runs if run] if told else []


def _entries(runs: Sequence[list[LexborNode]]) -> list[list[LexborNode]]:
    times = [sum(is_stamp(text) for node in run for text in _said(node)) for run in runs]
    kept = list(range(len(runs)))
    while kept and times[kept[0]] == 0:
        kept.pop(0)
    while kept and times[kept[-1]] == 0:
        kept.pop()
    words = [sum(len(text.split()) for node in runs[at] for text in _said(node)) for at in kept]
    fitting = len(kept) >= _LEAST and all(times[at] == 1 for at in kept) and min(words) >= _WORDS
    return [runs[at] for at in kept] if fitting else []


def _said(node: LexborNode) -> list[str]:
    if node.is_text_node:
        return [" ".join((node.text_content or "").split())]
    return [" ".join((text.text_content or "").split()) for text in texts(node)]


def _announces(heading: LexborNode) -> bool:
    said = " ".join(heading.text(separator=" ").split())
    return 0 < len(said) <= LONGEST and is_furniture(said, "pointer")


def _is_named(node: LexborNode) -> bool:
    said = f"{node.attrs.get('class') or ''} {node.attrs.get('id') or ''}"
    return len(said) < 300 and pattern("evidence", "class").search(said) is not None


def _box(tree: LexborHTMLParser, entry: Sequence[LexborNode], name: str) -> LexborNode:
    made = tree.create_node("div")
    made.attrs[name] = ""
    entry[0].insert_before(made)
    box = entry[0].prev
    assert box is not None  # noqa: S101 - put there right now
    for node in entry:
        box.insert_child(node)
        node.decompose()
    return box
