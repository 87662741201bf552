"""Small piles built by hand: a line of text a statement, grouped by a name.

``pile()`` collects documents; ``told`` adds a statement to a document and puts it into a claim.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from corpus_tool.models import (
    Attribution,
    Claim,
    Comparison,
    Credit,
    Document,
    Grouping,
    Kept,
    Link,
    Mention,
    Note,
    Pair,
    Passage,
    PassageSide,
    Slot,
    Span,
    TextSpan,
)  # fmt: skip
from corpus_tool.provenance import Provenance, trace
from corpus_tool.provenance.wording import HEDGED_BELOW
from corpus_tool.settings import DEFAULT, ProvenanceSettings

KEPT = Kept(links=True, block_quotes=True, dates=True, images=True, bylines=True)
PRIMARY = "primary"


def source(name: str, grade: str = PRIMARY, kind: str = "organisation") -> Attribution:
    """A source given in the sentence."""
    return Attribution(kind=kind, grade=grade, scope="sentence", external=name)


VAGUE = Attribution(kind="vague", grade="uncheckable", scope="sentence")


def number(low: float, unit: str = "person", text: str | None = None, high: float | None = None) -> Slot:
    """A figure; its offsets do not matter here."""
    return Slot(
        kind="quantity", start=0, end=1, text=text or f"{low:g}", low=low, high=high or low, unit=unit
    )


def actor(text: str, value: str | None = None) -> Slot:
    """A doer."""
    return Slot(kind="actor", start=0, end=1, text=text, value=value or text.casefold())


@dataclass
class Pile:
    """A pile under construction."""

    documents: dict[str, Document] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    claims: dict[str, list[str]] = field(default_factory=dict)
    tracked: dict[str, str] = field(default_factory=dict)
    pairs: dict[tuple[str, str], Comparison] = field(default_factory=dict)

    def document(self, name: str, text: str = "", **more: object) -> str:
        """Add a document; ``text`` may be left out, statements bring their own."""
        more.setdefault("publisher", None if more.get("kind") == "comment" else f"The {name.title()} Paper")
        more.setdefault("kept", KEPT)
        self.documents[name] = Document(id=name, text=text, **more)
        return name

    def told(self, name: str, claim: str, text: str, **more: object) -> str:
        """Append a statement to a document's text and file it under a claim."""
        document = self.documents[name]
        start = len(document.text) + (2 if document.text else 0)
        joined = f"{document.text}\n\n{text}" if document.text else text
        self.documents[name] = _with_text(document, joined)
        if float(str(more.get("certainty", 1.0))) < HEDGED_BELOW:
            more.setdefault("hedges", (TextSpan(start=start, end=start + 1, text=text[:1]),))
        mention = Mention(
            id=f"m{len(self.mentions):03d}", document_id=name, start=start, end=start + len(text), text=text,
            sentence=Span(start=start, end=start + len(text)), is_claim=True, is_check_worthy=True,
            **{"check_worthiness": 0.8, **more},
        )  # fmt: skip
        self.mentions.append(mention)
        self.claims.setdefault(claim, []).append(mention.id)
        return mention.id

    def note(self, name: str, text: str, kind: str = "update") -> None:
        """Append a note that the document carries about itself."""
        document = self.documents[name]
        start = len(document.text) + 2
        joined = f"{document.text}\n\n{text}"
        notes = (*document.notes, Note(start=start, end=start + len(text), kind=kind))
        self.documents[name] = _with_text(document, joined, notes=notes)

    def link(self, name: str, href: str) -> None:
        """A link on the first word of a document's last statement."""
        document = self.documents[name]
        mention = [m for m in self.mentions if m.document_id == name][-1]
        link = Link(start=mention.start, end=mention.start + 3, href=href)
        self.documents[name] = _with_text(document, document.text, links=(*document.links, link))

    def credit(self, name: str, external: str, cue: str = "via") -> None:
        """A general credit."""
        self.credits.append(
            Credit(document_id=name, start=0, end=1, text=f"{cue} {external}", cue=cue, external=external)
        )

    def shared(self, one: str, other: str, *texts: str) -> None:
        """Text that stands in both documents."""
        for text in texts:
            left, right = sorted((one, other))
            sides = []
            for document_id in (left, right):
                start = self.documents[document_id].text.index(text)
                sides.append(
                    PassageSide(document_id=document_id, start=start, end=start + len(text), text=text)
                )
            self.passages.append(Passage(left=sides[0], right=sides[1], similarity=1.0, grade="verbatim"))

    def compared(self, one: str, other: str, relation: str = "paraphrase", **more: object) -> None:
        """How two mentions were compared, read from ``one`` to ``other``."""
        left, right = sorted((one, other))
        self.pairs[left, right] = Comparison(relation=relation, similarity=0.8, **more)

    def grouping(self) -> Grouping:
        """Claims with a paraphrase pair for any two mentions that were not compared by hand."""
        pairs = dict(self.pairs)
        for ids in self.claims.values():
            for left, right in itertools.combinations(sorted(ids), 2):
                pairs.setdefault((left, right), Comparison(relation="paraphrase", similarity=0.7))
        claims = tuple(
            Claim(id=c, statement=c, tracked=self.tracked.get(c), mention_ids=tuple(ids))
            for c, ids in self.claims.items()
        )
        return Grouping(
            claims=claims,
            pairs=tuple(Pair(left_id=a, right_id=b, comparison=c) for (a, b), c in sorted(pairs.items())),
        )

    def traced(self, settings: ProvenanceSettings = DEFAULT.provenance) -> Provenance:
        """The findings."""
        return trace(
            list(self.documents.values()),
            self.mentions,
            self.credits,
            self.passages,
            self.grouping(),
            settings=settings,
        )


def _with_text(document: Document, text: str, **more: object) -> Document:
    import dataclasses

    return dataclasses.replace(document, text=text, **more)


def governed(text: str) -> TextSpan:
    """A lead-in that governs a statement."""
    return TextSpan(start=0, end=len(text), text=text)


def codes(found: Provenance, claim: str = "c") -> set[str]:
    """The flags of one claim."""
    return {flag.code for flag in found.flags if flag.claim_id == claim}


def edges(found: Provenance) -> set[tuple[str, str]]:
    """Directed derivations between documents."""
    return {
        (d.source.id, d.target.id)
        for d in found.derivations
        if d.directed and d.source.type == d.target.type == "document"
    }


def open_edges(found: Provenance) -> set[tuple[str, str]]:
    """Undirected derivations between documents, the smaller id first."""
    return {
        (d.source.id, d.target.id)
        for d in found.derivations
        if not d.directed and d.source.type == "document"
    }
