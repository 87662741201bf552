"""Which mention of the tool is which mention of the gold.

A mention hits a gold mention when both stand in one document and share at least half the
characters of the shorter. One gold sentence may be hit by two clauses, one long mention may
hit two gold clauses: all are right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from benchmarks.gold_corpus import Gold, GoldDocument, GoldMention
from corpus_tool.models import Document, Findings, Mention
from corpus_tool.text import fold_space, same_length_punctuation

OVERLAP = 0.5
"""Share of the shorter span that two spans of one statement have in common."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A range of one field of one document of the tool."""

    document_id: str
    field: str
    start: int
    end: int

    def shared(self, other: Place) -> int:
        """Characters that both ranges cover."""
        if (self.document_id, self.field) != (other.document_id, other.field):
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def hits(self, other: Place) -> bool:
        """Whether enough of the shorter range is shared."""
        shorter = min(self.end - self.start, other.end - other.start)
        return shorter > 0 and self.shared(other) >= OVERLAP * shorter

    def likeness(self, other: Place) -> float:
        """Shared characters as a share of all that either covers."""
        shared = self.shared(other)
        return shared / max(1, (self.end - self.start) + (other.end - other.start) - shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The gold beside the findings.

    Attributes:
        documents: Gold document id to the tool's document id, where it was found.
        places: Gold mention id to every place of its quote in its document.
        hits: Gold mention id to the mentions that hit it, best first.
        found: Mention id to the gold mentions it hits.
        neutral: Mentions that hit only what the gold leaves out of account (quoted lines).
        listed: Mentions that hit a statement listed as none.
    """

    gold: Gold
    findings: Findings
    documents: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)
    hits: dict[str, list[Mention]] = field(default_factory=dict)
    found: dict[str, list[str]] = field(default_factory=dict)
    neutral: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)

    def gold_document(self) -> dict[str, str]:
        """The tool's document id to the gold's."""
        return {ours: theirs for theirs, ours in self.documents.items()}


def _folded(text: str) -> tuple[str, list[int]]:
    """Text with runs of white space as one space and plain quotes, and where each character stood."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, letter in enumerate(same_length_punctuation(text)):
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            letter = " "  # noqa: PLW2901 - the folded form of this letter
        letters.append(letter)
        offsets.append(offset)
    return "".join(letters), offsets


def occurrences(quote: str, text: str) -> list[tuple[int, int]]:
    """Every range of ``text`` that holds ``quote``, white space and the form of quote marks aside."""
    wanted = fold_space(same_length_punctuation(quote))
    folded, offsets = _folded(text)
    found = []
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        found.append((offsets[at], offsets[at + len(wanted) - 1] + 1))
        at = folded.find(wanted, at + 1)
    return found


def _fields(document: Document) -> Iterator[tuple[str, str]]:
    yield "text", document.text
    if document.title:
        yield "title", document.title


def _fits(kind: str, document: Document) -> bool:
    """An article is no comment; the post that opens a thread may pass for either."""
    return {kind, document.kind} != {"article", "comment"}


def find_document(wanted: GoldDocument, documents: Iterable[Document]) -> str | None:
    """The id of the document that the gold means.

    Of several that hold its words the one of like kind is taken, then the shortest.
    """
    holding = [
        document
        for document in documents
        if document.path == wanted.path
        and _fits(wanted.kind, document)
        and any(occurrences(wanted.has, text) for _, text in _fields(document))
    ]
    best = min(
        holding, key=lambda item: (item.kind != wanted.kind, len(item.text), item.part, item.id), default=None
    )
    return None if best is None else best.id


def _places(mention: GoldMention, document: Document | None) -> list[Place]:
    if document is None:
        return []
    return [
        Place(document_id=document.id, field=name, start=start, end=end)
        for name, text in _fields(document)
        for start, end in occurrences(mention.quote, text)
    ]


def place_of(mention: Mention) -> Place:
    """Where a mention of the tool stands."""
    return Place(document_id=mention.document_id, field=mention.field, start=mention.start, end=mention.end)


def _likeness(mention: Mention, places: Iterable[Place]) -> float:
    own = place_of(mention)
    return max((own.likeness(place) for place in places), default=0.0)


def _hits(mention: Mention, places: Iterable[Place]) -> bool:
    own = place_of(mention)
    return any(own.hits(place) for place in places)


def _own(gold_id: str, hits: list[Mention], best: dict[str, str]) -> list[Mention]:
    """The hits that are more this gold mention than another, unless there is none such."""
    return [mention for mention in hits if best[mention.id] == gold_id] or hits


def align(gold: Gold, findings: Findings) -> Alignment:
    """Find the gold's documents and mentions among the findings."""
    by_id = {document.id: document for document in findings.documents}
    documents = {
        wanted.id: home
        for wanted in gold.documents
        if (home := find_document(wanted, findings.documents)) is not None
    }
    everything = [*gold.mentions, *gold.not_mentions]
    located = {
        id(mention): _places(mention, by_id.get(documents.get(mention.document, "")))
        for mention in everything
    }
    places = {mention.id: located[id(mention)] for mention in gold.mentions}
    claims = [mention for mention in findings.mentions if mention.is_claim]
    found = _found(claims, places)
    quoted = {mention.id for mention in gold.mentions if mention.quoted}
    refused = [place for mention in gold.not_mentions for place in located[id(mention)]]
    return Alignment(
        gold=gold,
        findings=findings,
        documents=documents,
        places=places,
        hits=_by_gold(claims, found, places),
        found=found,
        neutral={mention for mention, hit in found.items() if hit and set(hit) <= quoted},
        listed={mention.id for mention in claims if not found[mention.id] and _hits(mention, refused)},
    )


def _found(claims: list[Mention], places: dict[str, list[Place]]) -> dict[str, list[str]]:
    """The gold mentions that each mention hits, the most alike first."""
    in_document: dict[str, list[str]] = defaultdict(list)
    for gold_id, spots in places.items():
        for document_id in {spot.document_id for spot in spots}:
            in_document[document_id].append(gold_id)
    found = {}
    for mention in claims:
        hit = [key for key in in_document[mention.document_id] if _hits(mention, places[key])]
        found[mention.id] = sorted(hit, key=lambda key: (-_likeness(mention, places[key]), key))
    return found


def _by_gold(
    claims: list[Mention], found: dict[str, list[str]], places: dict[str, list[Place]]
) -> dict[str, list[Mention]]:
    hits: dict[str, list[Mention]] = defaultdict(list)
    for mention in claims:
        for gold_id in found[mention.id]:
            hits[gold_id].append(mention)
    best = {mention: hit[0] for mention, hit in found.items() if hit}
    return {
        gold_id: sorted(
            _own(gold_id, mentions, best), key=lambda item: (-_likeness(item, places[gold_id]), item.id)
        )
        for gold_id, mentions in hits.items()
    }
