"""Corrections that a paper prints on a page of their own: what "we reported" takes back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus_tool.models import Document
from corpus_tool.provenance.lexicon import fold
from corpus_tool.provenance.names import name_key
from corpus_tool.provenance.notes import weakening_notes

if TYPE_CHECKING:
    from corpus_tool.provenance.pile import Pile

_OURS: Final = re.compile(
    r"\b(?:we|our (?:article|story|report|post|page|piece|headline|edition)s?\b[^.]{0,60}?) "
    r"(?:had |have )?(?:wrongly |mistakenly )?(?:said|reported|stated|wrote|claimed|gave)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNote:
    """A note that takes back what "we reported", and the page it stands on."""

    text: str
    page: Document


def printed_notes(documents: Mapping[str, Document]) -> dict[str, tuple[PrintedNote, ...]]:
    """The notes of a pile that take back what their publisher printed, by publisher, in order of their pages."""
    found: dict[str, list[PrintedNote]] = {}
    for identity in sorted(documents):
        page = documents[identity]
        house = name_key(page.publisher or "")
        notes = [note for note in weakening_notes(page) if _OURS.search(fold(note))] if house else []
        if notes:
            found.setdefault(house, []).extend(PrintedNote(text=note, page=page) for note in notes)
    return {house: tuple(notes) for house, notes in found.items()}


def notes_elsewhere(pile: Pile, document: Document) -> Iterator[PrintedNote]:
    """Notes on other pages of a document's publisher that take back what it printed."""
    if not pile.printed:
        return
    for note in pile.printed.get(name_key(document.publisher or ""), ()):
        if note.page.id != document.id:
            yield note
