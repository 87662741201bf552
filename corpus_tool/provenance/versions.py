"""Saved copies of one page: one telling, read more than once.

Two files with one address hold one page at two times. Neither took from the other, and both are one
voice; what differs between them is an edit, silent where no note tells of it, or a late correction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus_tool.models import Document, Passage
from corpus_tool.provenance.dates import before
from corpus_tool.provenance.labels import first_words
from corpus_tool.provenance.names import url_key
from corpus_tool.text import normalise

_KEPT = 0.4
"""Share of the shorter text that must stand in the other: a site may show many texts under one address."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+|\n+")
_MOST = 2_000
"""Sentences of a page that are compared."""
_SHOWN, _SHOWN_WORDS = 2, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """How one saved copy of a page differs from another.

    Attributes:
        ordered: Whether it is known that ``later`` was saved later.
        removed: Sentences that the later copy lacks; ``added``: those that are new in it.
        notes: Notes of the later copy that the earlier one lacks.
    """

    earlier: Document
    later: Document
    ordered: bool
    removed: tuple[str, ...]
    added: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What a reader gets."""
        gone, new = _quoted(self.removed), _quoted(self.added)
        what = "; ".join(
            f"{len(s)} sentence{'s' * (len(s) > 1)} {how}: {shown}"
            for s, how, shown in ((self.removed, "gone", gone), (self.added, "new", new))
            if s
        )
        if not what:
            return (
                "Two saved copies of this page in this pile have the same words; they count as one telling."
            )
        told = (
            f"A note tells of it (“{' '.join(first_words(self.notes[0], _SHOWN_WORDS))}”)."
            if self.notes
            else "No note on the page tells of it."
        )
        order = "" if self.ordered else " Which copy is the later one, these files do not show."
        return f"Two saved copies of this page in this pile differ; they count as one telling. {what}. {told}{order}"


def _quoted(sentences: Sequence[str]) -> str:
    shown = [f"“{' '.join(first_words(s, _SHOWN_WORDS))}”" for s in sentences[:_SHOWN]]
    more = len(sentences) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def versions_of(documents: Mapping[str, Document], passages: Iterable[Passage]) -> Mapping[str, str]:
    """Id of each saved copy of a page that has several to the smallest of their ids.

    Args:
        documents: The pile, by id.
        passages: The text that documents share.
    """
    pages: dict[str, list[str]] = defaultdict(list)
    for document in documents.values():
        key = url_key(document.url or "") if document.kind != "comment" else ""
        if "/" in key:
            pages[key].append(document.id)
    several = {d for ids in pages.values() if len(ids) > 1 for d in ids}
    shared = _shared(passages, several) if several else {}
    found: dict[str, str] = {}
    for ids in pages.values():
        for group in _groups(sorted(ids), documents, shared):
            found |= dict.fromkeys(group, group[0])
    return found


def _shared(passages: Iterable[Passage], wanted: set[str]) -> dict[tuple[str, str], int]:
    """Characters of text that each two of some documents have in common."""
    total: dict[tuple[str, str], int] = defaultdict(int)
    for passage in passages:
        one, other = sorted((passage.left.document_id, passage.right.document_id))
        if one in wanted and other in wanted:
            total[one, other] += len(passage.left.text)
    return total


def _groups(
    ids: Sequence[str], documents: Mapping[str, Document], shared: Mapping[tuple[str, str], int]
) -> Iterator[list[str]]:
    """Of the documents under one address those that hold, in the main, one text."""
    left = list(ids)
    while len(left) > 1:
        first, *rest = left
        kin = [
            other
            for other in rest
            if _one_text(documents[first], documents[other], shared.get((first, other), 0))
        ]
        if kin:
            yield [first, *kin]
        left = [other for other in rest if other not in kin]


def _one_text(one: Document, other: Document, common: int) -> bool:
    if normalise(one.text) == normalise(other.text):
        return True
    return common >= _KEPT * max(1, min(len(one.text), len(other.text)))


def edit_between(one: Document, other: Document) -> Edit:
    """How two saved copies of a page differ, the earlier one first where notes or dates show it."""
    first = _comes_first(one, other)
    earlier, later = (other, one) if first is False else (one, other)
    old, new = _sentences(earlier), _sentences(later)
    removed, added = [], []
    for tag, a, b, c, d in SequenceMatcher(
        None, [normalise(s) for s in old], [normalise(s) for s in new], autojunk=False
    ).get_opcodes():
        if tag != "equal":
            removed += old[a:b]
            added += new[c:d]
    known = {normalise(note) for note in _notes(earlier)}
    moved = {normalise(s) for s in removed} & {normalise(s) for s in added}
    return Edit(
        earlier=earlier, later=later, ordered=first is not None,
        removed=tuple(s for s in removed if normalise(s) not in moved),
        added=tuple(s for s in added if normalise(s) not in moved),
        notes=tuple(note for note in _notes(later) if normalise(note) not in known),
    )  # fmt: skip


def _comes_first(one: Document, other: Document) -> bool | None:
    """Whether the first of two copies is the earlier one; null where neither notes nor dates show it."""
    left, right = ({normalise(n) for n in _notes(d)} for d in (one, other))
    if left != right and (left < right or right < left):
        return left < right
    if before(one.published, other.published) or before(other.published, one.published):
        return before(one.published, other.published)
    return None


def _notes(document: Document) -> list[str]:
    return [document.text[n.start : n.end] for n in document.notes]


def _sentences(document: Document) -> list[str]:
    parts = (part.strip() for part in _SENTENCE_END.split(document.text[:400_000]))
    return [part for part in parts if part][:_MOST]
