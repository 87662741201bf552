"""What each document took, from whom, added and left out: `show_document` for one, `stories` for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus_tool.models import Derivation, Document, Findings, Passage
from corpus_tool.provenance.headline import altered_headline
from corpus_tool.provenance.omitted import ListOmission, list_omissions
from corpus_tool.provenance.pile import labels_in
from corpus_tool.provenance.versions import edit_between, versions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a document took from one source."""

    source: str
    relation: str
    directed: bool
    confidence: float
    statements: tuple[str, ...]
    left_out: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStory:
    """A document: what it took, from whom; what it added and left out; who took from it; its headline.

    Attributes:
        added: Claims it tells that none of its sources in the pile tells.
        omissions: Points of a list that it left out, list by list.
        headline: How its headline differs from its source's or from its own text, in sentences.
        versions: How other saved copies of its page in this pile differ from it, in sentences.
    """

    document: Document
    label: str
    took: tuple[Taken, ...]
    given: tuple[str, ...]
    externals: tuple[str, ...]
    added: tuple[str, ...]
    omissions: tuple[ListOmission, ...]
    headline: tuple[str, ...]
    versions: tuple[str, ...] = ()


def show_document(findings: Findings, document_id: str) -> DocumentStory | None:
    """What a document took, from whom, added and left out; null when there is no such document.

    Args:
        findings: What a run found.
        document_id: Its id, or the path it was read from.
    """
    document = next((d for d in findings.documents if document_id in {d.id, d.path}), None)
    return None if document is None else _story(_Shelf.of(findings), document)


def stories(
    findings: Findings, kinds: frozenset[str] = frozenset({"article", "post"})
) -> Iterator[DocumentStory]:
    """The story of every document of the kinds asked for, in the order of the findings, from one index.

    Args:
        findings: What a run found.
        kinds: Kinds of document to tell of.
    """
    shelf = _Shelf.of(findings)
    for document in findings.documents:
        if document.kind in kinds:
            yield _story(shelf, document)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    """The findings, indexed once for all documents.

    Attributes:
        into, out_of, named: Document id to the derivations that end in it, that start in it, and
            that end in it from a source outside the pile.
        claims: Document id to the claims it tells: claim id to its first wording there.
        passages: Two document ids, in order, to the passages they share.
    """

    documents: Mapping[str, Document]
    labels: Mapping[str, str]
    externals: Mapping[str, str]
    claims: Mapping[str, Mapping[str, str]]
    into: Mapping[str, list[Derivation]]
    out_of: Mapping[str, list[Derivation]]
    named: Mapping[str, list[Derivation]]
    passages: Mapping[tuple[str, str], list[Passage]]
    copies: Mapping[str, tuple[str, ...]]

    @staticmethod
    def of(findings: Findings) -> _Shelf:
        """Index findings."""
        into, out_of, named = (defaultdict[str, list[Derivation]](list) for _ in range(3))
        for row in findings.derivations:
            if row.target.type != "document":
                continue
            if row.source.type == "external":
                named[row.target.id].append(row)
            elif row.source.type == "document":
                into[row.target.id].append(row)
                (out_of if row.directed else into)[row.source.id].append(row)
        passages = defaultdict[tuple[str, str], list[Passage]](list)
        for passage in findings.passages:
            one, other = sorted((passage.left.document_id, passage.right.document_id))
            passages[one, other].append(passage)
        return _Shelf(
            documents={d.id: d for d in findings.documents}, labels=labels_in(findings),
            externals={x.id: x.name for x in findings.externals}, claims=_claims_in(findings),
            into=into, out_of=out_of, named=named, passages=passages, copies=_copies(findings),
        )  # fmt: skip

    def between(self, one: str, other: str) -> list[Passage]:
        """The passages that two documents share."""
        low, high = sorted((one, other))
        return self.passages.get((low, high), [])


def _story(shelf: _Shelf, document: Document) -> DocumentStory:
    into = shelf.into.get(document.id, [])
    sources = [d.source.id if d.target.id == document.id else d.target.id for d in into]
    # What it left out or headed otherwise can be said only where the order is known.
    taken = [source for source, row in zip(sources, into, strict=True) if row.directed]
    unique = [shelf.documents[s] for s in dict.fromkeys(taken) if s in shelf.documents]
    return DocumentStory(
        document=document,
        label=shelf.labels[document.id],
        took=tuple(_taken(shelf, row, source, document) for row, source in zip(into, sources, strict=True)),
        given=tuple(shelf.labels[d.target.id] for d in shelf.out_of.get(document.id, ())),
        externals=tuple(shelf.externals.get(d.source.id, "") for d in shelf.named.get(document.id, ())),
        added=_added(shelf.claims, document.id, sources) if into else (),
        omissions=tuple(o for s in unique for o in list_omissions(s, document.id, shelf.between(s.id, document.id))),
        headline=altered_headline(document, unique),
        versions=tuple(
            edit_between(document, shelf.documents[other]).sentence for other in shelf.copies.get(document.id, ())
        ),
    )  # fmt: skip


def _copies(findings: Findings) -> dict[str, tuple[str, ...]]:
    """Document id to the other saved copies of its page."""
    found = versions_of({d.id: d for d in findings.documents}, findings.passages)
    pages: dict[str, list[str]] = defaultdict(list)
    for document_id, page in found.items():
        pages[page].append(document_id)
    return {d: tuple(o for o in pages[page] if o != d) for d, page in found.items()}


def _taken(shelf: _Shelf, row: Derivation, source: str, document: Document) -> Taken:
    ours, theirs = shelf.claims.get(document.id, {}), shelf.claims.get(source, {})
    return Taken(
        source=shelf.labels[source], relation=row.relation, directed=row.directed, confidence=row.confidence,
        statements=tuple(theirs[c] for c in theirs if c in ours),
        left_out=tuple(theirs[c] for c in theirs if c not in ours),
        evidence=row.evidence,
    )  # fmt: skip


def _claims_in(findings: Findings) -> dict[str, dict[str, str]]:
    """Document id to the claims it tells: claim id to its first wording there."""
    home = {m: c.id for c in findings.claims for m in c.mention_ids}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in sorted(findings.mentions, key=lambda m: (m.document_id, m.start)):
        if mention.id in home:
            found[mention.document_id].setdefault(home[mention.id], mention.text)
    return found


def _added(claims: Mapping[str, Mapping[str, str]], document_id: str, sources: list[str]) -> tuple[str, ...]:
    known = {c for s in sources for c in claims.get(s, {})}
    return tuple(text for c, text in claims.get(document_id, {}).items() if c not in known)
