"""Two documents side by side: what they share, seen as if one had taken it from the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from corpus_tool.models import Attribution, Document, Mention, Pair, PassageSide, ReuseGrade
from corpus_tool.provenance.pile import Pile
from corpus_tool.provenance.references import Reference, References
from corpus_tool.text import word_spans

_QUOTED = re.compile(r"“[^“”]{1,3000}”|\"[^\"\n]{1,3000}\"|«[^«»]{1,3000}»")
GRADE_WEIGHT = {"verbatim": 1.0, "light": 0.85, "heavy": 0.45}
"""How much a shared word says about copying: reworded text may share words by chance."""
LITERAL_FROM = 0.8
"""Likeness from which a passage is the same text, touched up."""
_HARDLY_CHANGED, _CHANGED = 0.9, 6
"""Likeness from which a passage counts as one row, and the words that this row is shorter."""
LITERAL_LEAST = 10
"""Words of the shortest passage that counts as text and not as a phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One passage, read from the supposed source to the supposed taker."""

    source: PassageSide
    taker: PassageSide
    similarity: float
    grade: ReuseGrade


@dataclass(frozen=True, kw_only=True)
class View:
    """The question "did ``taker`` take this from ``source``?" with all that could answer it."""

    pile: Pile
    references: References
    source: Document
    taker: Document
    passages: tuple[Shared, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def common_quotes(self) -> tuple[Shared, ...]:
        """Passages that both documents give as somebody else's words."""
        return tuple(p for p in self.passages if _both_quote(self, p))

    @cached_property
    def own(self) -> tuple[Shared, ...]:
        """Passages that are not a third party's words in both documents, in the taker's order."""
        outside = [p for p in self.passages if p not in self.common_quotes]
        return tuple(sorted(outside, key=lambda p: (p.taker.start, p.source.start)))

    @cached_property
    def shared_words(self) -> float:
        """Words of the taker that the source holds, weighted by how literally; the names of sources are nobody's wording."""
        sizes = ((p, word_count(p.taker.text) - _named_words(self, p.taker)) for p in self.own)
        return sum(max(0, size) * GRADE_WEIGHT[p.grade] for p, size in sizes)

    @cached_property
    def literal_words(self) -> int:
        """Words of the taker in whole pieces that the source has nearly word for word: what copying alone explains."""
        sizes = ((p, word_count(p.taker.text)) for p in self.own)
        return sum(size for p, size in sizes if p.similarity >= LITERAL_FROM and size >= LITERAL_LEAST)

    @cached_property
    def longest_run(self) -> int:
        """The most words in a row that stand in both, letter for letter; the names of sources break a row.

        A passage in which hardly a word was changed counts as a row somewhat shorter than itself.
        """
        return max((_longest_run(self, p) for p in self.own), default=0)

    @cached_property
    def citations(self) -> tuple[Reference, ...]:
        """Where the taker names the source."""
        rows = self.references.by_document.get(self.taker.id, ())
        return tuple(r for r in rows if r.target_id == self.source.id)

    def mirrored(self) -> View:
        """The same two documents with the question turned round."""
        return View(
            pile=self.pile, references=self.references, source=self.taker, taker=self.source,
            passages=tuple(
                Shared(source=p.taker, taker=p.source, similarity=p.similarity, grade=p.grade) for p in self.passages
            ),
            pairs=self.pairs,
        )  # fmt: skip

    def oriented(self, pair: Pair) -> tuple[Mention, Mention]:
        """The mentions of a pair as (in the source, in the taker)."""
        left, right = self.pile.mentions[pair.left_id], self.pile.mentions[pair.right_id]
        return (left, right) if left.document_id == self.source.id else (right, left)


def quoted_share(document: Document, start: int, end: int) -> float:
    """Share of a range's characters that stand inside quotation marks or a quotation box."""
    spans = [*_quotations(document.text), *((q.start, q.end) for q in document.block_quotes)]
    inside = covered(((max(start, a), min(end, b)) for a, b in spans))
    return inside / max(1, end - start)


def quoted_line_share(document: Document, start: int, end: int) -> float:
    """Share of a range's characters that stand in lines marked ">" or in a quotation box."""
    marked = (m.span() for m in _MARKED.finditer(document.text))
    spans = [*marked, *((q.start, q.end) for q in document.block_quotes)]
    inside = covered((max(start, a), min(end, b)) for a, b in spans)
    return inside / max(1, end - start)


_MARKED = re.compile(r"^[ \t]{0,8}>.*$", re.MULTILINE)


@lru_cache(maxsize=4096)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in _QUOTED.finditer(text))


def covered(ranges: Iterable[tuple[int, int]]) -> int:
    """Length of the union of half-open ranges; empty and reversed ones count nothing."""
    total, edge = 0, -1
    for start, end in sorted(ranges):
        total += max(0, end - max(start, edge))
        edge = max(edge, end)
    return total


def _longest_run(view: View, shared: Shared) -> int:
    ours, theirs = _tokens(view, shared.source, "<"), _tokens(view, shared.taker, ">")
    same = ours == theirs
    longest = (
        len(ours) if same else SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match().size
    )
    touched_up = (
        round(shared.similarity * len(theirs)) - _CHANGED if shared.similarity >= _HARDLY_CHANGED else 0
    )
    return max(longest, touched_up)


def _tokens(view: View, side: PassageSide, mark: str) -> list[str]:
    """The words of one side of a passage; a word of a source's name is a mark that matches nothing on the other side."""
    names = [(a - side.start, b - side.start) for a, b in _names(view, side)]
    return [
        mark if any(a <= start < b for a, b in names) else side.text[start:end].casefold()
        for start, end in word_spans(side.text)
    ]


def _named_words(view: View, side: PassageSide) -> int:
    """Words of one side of a passage that name a source: two who rest on one source both name it."""
    text = view.pile.documents[side.document_id].text
    return sum(word_count(text[start:end]) for start, end in _names(view, side))


def _names(view: View, side: PassageSide) -> frozenset[tuple[int, int]]:
    """Where one side of a passage names sources."""
    spans = {
        (max(side.start, start), min(side.end, end))
        for mention in view.pile.mentions_in.get(side.document_id, ())
        if mention.field == "text" and _near(mention.attribution, side)
        for start, end in [_name_in(mention.attribution)]
    }
    return frozenset((start, end) for start, end in spans if start < end)


def _near(given: Attribution, side: PassageSide) -> bool:
    """Whether a source stands where a side is, or close: folding may make a letter three, and never fewer."""
    source = given.source
    return source is not None and source.start < side.end and source.start + 3 * len(source.text) > side.start


def _name_in(given: Attribution) -> tuple[int, int]:
    """Where a source's name stands: inside what is marked as the source, which may run on; empty where nobody is named."""
    if given.source is None:
        return 0, 0
    whole = given.source.text.casefold()
    at = whole.find(given.external.casefold()) if given.external else -1
    if at >= 0 and given.external:
        return given.source.start + at, given.source.start + at + len(given.external)
    return given.source.start, given.source.start + len(whole.split(",")[0])


def _both_quote(view: View, shared: Shared) -> bool:
    left = quoted_share(view.source, shared.source.start, shared.source.end)
    right = quoted_share(view.taker, shared.taker.start, shared.taker.end)
    if left >= 0.6 and right >= 0.6:
        return not (_block(view.taker, shared.taker) or _block(view.source, shared.source))
    return min(left, right) >= 0.3 and _one_speaker(view, shared)


def _block(document: Document, side: PassageSide) -> bool:
    """A quotation box that holds more than the one utterance is a quotation of the document itself."""
    inside = covered((max(side.start, q.start), min(side.end, q.end)) for q in document.block_quotes)
    return inside >= 0.6 * (side.end - side.start)


def _one_speaker(view: View, shared: Shared) -> bool:
    sources = _speakers(view, view.source.id, shared.source)
    return bool(sources & _speakers(view, view.taker.id, shared.taker))


def _speakers(view: View, document_id: str, side: PassageSide) -> frozenset[str]:
    return frozenset(
        key
        for mention in view.pile.mentions_in.get(document_id, ())
        if mention.field == "text" and mention.start < side.end and mention.end > side.start
        for key in view.references.externals(mention.id)
    )


def word_total(document: Document) -> int:
    """Words of a document's own text."""
    return word_count(document.text)


@lru_cache(maxsize=65536)
def word_count(text: str) -> int:
    """Number of word and number tokens; remembered, since a text stands in many pairs."""
    return len(word_spans(text))
