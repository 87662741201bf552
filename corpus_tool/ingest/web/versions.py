"""Two captures of one address compared: what was taken out, what was put in, and whether a note says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus_tool.models import Document
from corpus_tool.text import fold_space, normalise

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How a page's article differs from an earlier capture.

    Attributes:
        removed: Sentences that are gone, in the earlier order.
        added: Sentences that are new, in the later order.
        notes: Notes of the later version that the earlier one lacks (a late correction).
    """

    removed: tuple[str, ...]
    added: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """True where the words changed and no new note says so."""
        return not self.notes


def change_between(earlier: Sequence[Document], later: Sequence[Document]) -> Change | None:
    """The change of the article between two captures; null where its words are the same.

    Comments are left out: threads grow, and that is no edit.
    """
    before, after = _article(earlier), _article(later)
    if before is None or after is None:
        return None
    old, new = _sentences(before), _sentences(after)
    removed, added = _differences(old, new)
    if not removed and not added:
        return None
    known = {normalise(note) for note in _notes(before)}
    return Change(
        removed=tuple(removed),
        added=tuple(added),
        notes=tuple(note for note in _notes(after) if normalise(note) not in known),
    )


def told(change: Change, since: str) -> str:
    """The change in one sentence, for a document's reason."""
    counts = f"{len(change.removed)} sentences gone, {len(change.added)} new"
    if change.silent:
        return f"changed since the capture of {since}: {counts}; no note on the page says so"
    return f"changed since the capture of {since}: {counts}; the page now carries a note on it"


def _article(documents: Sequence[Document]) -> Document | None:
    return next((one for one in documents if one.kind != "comment" and one.text), None)


def _notes(document: Document) -> list[str]:
    return [fold_space(document.text[note.start : note.end]) for note in document.notes]


def _sentences(document: Document) -> list[str]:
    parts = [document.title or "", *_SENTENCE_END.split(document.text)]
    return [found for part in parts if (found := fold_space(part))]


def _differences(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    removed: list[str] = []
    added: list[str] = []
    same = SequenceMatcher(a=[normalise(s) for s in old], b=[normalise(s) for s in new], autojunk=False)
    for kind, start, end, new_start, new_end in same.get_opcodes():
        if kind != "equal":
            removed += old[start:end]
            added += new[new_start:new_end]
    return removed, added
