"""How much of one document stands in another, and how closely: one answer for two documents.

A passage has to stand by itself; a text reworded throughout may hold none, and yet share more short
runs of words with its source than two people who write about one thing ever do. So the share counts
the words of all such runs, and the likeness is that of the passages.

Source: shares of common word runs after Clough and Stevenson (2011), who grade short answers so.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus_tool.match.passages.anchors import seeds
from corpus_tool.match.passages.find import Finder, Portion, finder_of, portions
from corpus_tool.match.passages.grade import Likeness, grade
from corpus_tool.models import BorrowedSide, Document, DocumentReuse, Passage
from corpus_tool.settings import DEFAULT, MatchSettings


def shared_documents(
    documents: Sequence[Document], *, settings: MatchSettings = DEFAULT.match
) -> tuple[DocumentReuse, ...]:
    """Two documents a row, where one holds a passage of the other or enough short runs of its words.

    Sorted by left document, then right; the left one has the smaller id.
    """
    return shared_in(portions(documents, settings=settings))


def shared_in(portions: Sequence[Portion]) -> tuple[DocumentReuse, ...]:
    """The rows of some portions, in order."""
    return tuple(row for portion in portions for row in _rows(portion))


def _rows(portion: Portion) -> list[DocumentReuse]:
    finder = finder_of(portion)
    rows = (_measured(finder, left, right) for left, right in portion.pairs)
    least = portion.settings.borrowed_share
    return [row for row in rows if row.passages or max(row.left.share, row.right.share) >= least]


def _measured(finder: Finder, left: int, right: int) -> DocumentReuse:
    found = finder.between(left, right)
    pile = finder.pile
    one, two = pile.documents[left], pile.documents[right]
    runs = seeds(finder.shelf.sheet(left), finder.shelf.sheet(right)).telling_runs()
    alike = _likeness(found)
    return DocumentReuse(
        left=BorrowedSide(document_id=one.id, share=_share(len(pile.ids[left]), [(r.left, r.left_end) for r in runs])),
        right=BorrowedSide(
            document_id=two.id, share=_share(len(pile.ids[right]), [(r.right, r.right_end) for r in runs])
        ),
        similarity=alike.wording,
        grade=grade(alike, finder.settings),
        passages=len(found),
    )  # fmt: skip


def _share(words: int, ranges: Sequence[tuple[int, int]]) -> float:
    """Share of a document's words that some ranges cover."""
    marks = np.zeros(words, dtype=np.bool_)
    for start, end in ranges:
        marks[start:end] = True
    return round(float(marks.mean()), 4) if words else 0.0


def _likeness(passages: Sequence[Passage]) -> Likeness:
    """Likeness of the passages of two documents, long ones counting more; 0 where there are none.

    They are the same word for word where nearly all of them are.
    """
    sizes = [len(one.left.text) + len(one.right.text) for one in passages]
    total = max(1, sum(sizes))
    wording = sum(size * one.similarity for size, one in zip(sizes, passages, strict=True))
    whole = sum(size for size, one in zip(sizes, passages, strict=True) if one.grade == "verbatim")
    return Likeness(round(wording / total, 4), round(whole / total, 4))
