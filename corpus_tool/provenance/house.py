"""Corrections that a paper prints on a page of their own: what "we reported" takes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus_tool.models import Document
from corpus_tool.provenance.lexicon import fold
from corpus_tool.provenance.names import name_key
from corpus_tool.provenance.notes import weakening_notes
from corpus_tool.provenance.pile import Pile

_OURS: Final = re.compile(
    r"\b(?:we|our (?:article|story|report|post|page|piece|headline|edition)s?\b[^.]{0,60}?) "
    r"(?:had |have )?(?:wrongly |mistakenly )?(?:said|reported|stated|wrote|claimed|gave)\b"
)


def notes_elsewhere(pile: Pile, document: Document) -> Iterator[tuple[str, Document]]:
    """Notes on other pages of a document's publisher that take back what it printed, each with its page."""
    house = name_key(document.publisher or "")
    if not house:
        return
    for identity in sorted(pile.documents):
        other = pile.documents[identity]
        if other.id == document.id or name_key(other.publisher or "") != house or not other.notes:
            continue
        for note in weakening_notes(other):
            if _OURS.search(fold(note)):
                yield note, other
