"""The pile, indexed once: what every signal and flag looks things up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus_tool.models import Claim, Credit, Document, Findings, Grouping, Mention, Pair, Passage
from corpus_tool.provenance.house import PrintedNote, printed_notes
from corpus_tool.provenance.labels import labels_of
from corpus_tool.provenance.names import name_key
from corpus_tool.provenance.nearby import Wordings
from corpus_tool.provenance.versions import versions_of
from corpus_tool.settings import ProvenanceSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """All inputs of `trace`, with the look-ups that keep it near linear.

    Attributes:
        documents: By id, in order of id.
        mentions: By id, in order of id.
        mentions_in: Document id to its mentions, by place.
        claims: By id.
        claims_of: Mention id to the ids of its claims.
        pairs_between: Two mention ids, in order, to their compared pair.
        pairs_of: Mention id to its pairs.
        replies: Document id to the comments under it.
        roots: Comment id to the article or post its thread hangs under.
        threads: Article or post id to all comments of its thread.
        labels: Document id to what it is called in sentences.
        sharing: Two document ids, in order, that have text in common.
        versions: Id of each saved copy of a page that has several to the smallest of their ids.
        wordings: All statements by the words they use.
        outlets: The names of the publishers in the pile, as keys.
        printed: The same to the notes that take back what they printed.
    """

    documents: Mapping[str, Document]
    mentions: Mapping[str, Mention]
    mentions_in: Mapping[str, tuple[Mention, ...]]
    credits_in: Mapping[str, tuple[Credit, ...]]
    passages: tuple[Passage, ...]
    claims: Mapping[str, Claim]
    claims_of: Mapping[str, tuple[str, ...]]
    pairs_between: Mapping[tuple[str, str], Pair]
    pairs_of: Mapping[str, tuple[Pair, ...]]
    replies: Mapping[str, tuple[str, ...]]
    roots: Mapping[str, str]
    threads: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    sharing: frozenset[tuple[str, str]]
    versions: Mapping[str, str]
    wordings: Wordings
    outlets: frozenset[str]
    printed: Mapping[str, tuple[PrintedNote, ...]]
    settings: ProvenanceSettings

    def pair(self, one: str, other: str) -> Pair | None:
        """How two mentions were compared, if they were."""
        return self.pairs_between.get((one, other) if one < other else (other, one))

    def page_of(self, document_id: str) -> str:
        """What stands for a document where pages are counted: saved copies of one page have one."""
        return self.versions.get(document_id, document_id)

    def one_page(self, one: str, other: str) -> bool:
        """Whether two documents are saved copies of one page."""
        return self.page_of(one) == self.page_of(other)

    def copies_of(self, document_id: str) -> tuple[str, ...]:
        """All saved copies of a document's page, itself among them."""
        page = self.versions.get(document_id)
        return (document_id,) if page is None else tuple(d for d, p in self.versions.items() if p == page)

    def share(self, one: str, other: str) -> bool:
        """Whether two documents have text in common."""
        return ((one, other) if one < other else (other, one)) in self.sharing

    def claim_ids_in(self, document_id: str) -> frozenset[str]:
        """The claims that a document states."""
        return frozenset(
            c for m in self.mentions_in.get(document_id, ()) for c in self.claims_of.get(m.id, ())
        )

    def thread_of(self, document_id: str) -> tuple[str, ...]:
        """All comments of the thread that a document opens or stands in."""
        return self.threads.get(self.roots.get(document_id, document_id), ())

    def resting_on_source(self, document_id: str) -> frozenset[str]:
        """Statements of a document that hang on a lead-in, or that it says it has from elsewhere."""
        mentions = self.mentions_in.get(document_id, ())
        governed = frozenset(m.id for m in mentions if m.governed_by is not None)
        elsewhere = frozenset(m.id for m in mentions if m.attribution.kind in {"lost", "vague", "outlet"})
        return governed | elsewhere if governed else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What `trace` is given, as one value."""

    documents: Sequence[Document]
    mentions: Sequence[Mention]
    credits: Sequence[Credit]
    passages: Sequence[Passage]
    grouping: Grouping
    settings: ProvenanceSettings


def _grouped(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    lists: dict[str, list[str]] = defaultdict(list)
    for key, value in rows:
        lists[key].append(value)
    return {key: tuple(dict.fromkeys(values)) for key, values in lists.items()}


def pile_of(inputs: Inputs) -> Pile:
    """Index the inputs; their order makes no difference."""
    documents = {d.id: d for d in sorted(inputs.documents, key=lambda d: d.id)}
    ordered = sorted((m for m in inputs.mentions if m.document_id in documents), key=lambda m: m.id)
    mentions = {m.id: m for m in ordered}
    by_place = sorted(ordered, key=lambda m: (m.document_id, m.field != "title", m.start, m.id))
    pairs = sorted(
        (p for p in inputs.grouping.pairs if p.left_id in mentions and p.right_id in mentions),
        key=lambda p: (p.left_id, p.right_id),
    )
    roots = roots_of(documents)
    passages = tuple(sorted((p for p in inputs.passages if _known(p, documents)), key=_passage_order))
    return Pile(
        documents=documents,
        mentions=mentions,
        mentions_in=_by(by_place),
        credits_in=_credits(inputs.credits, documents),
        passages=passages,
        sharing=frozenset(_ends(p) for p in passages),
        versions=versions_of(documents, passages),
        wordings=Wordings(mentions),
        outlets=frozenset(name_key(d.publisher) for d in documents.values() if d.publisher),
        printed=printed_notes(documents),
        claims={c.id: c for c in sorted(inputs.grouping.claims, key=lambda c: c.id)},
        claims_of=_claims_of(inputs.grouping, mentions),
        pairs_between={(p.left_id, p.right_id): p for p in pairs},
        pairs_of=_pairs_of(pairs),
        replies=_grouped((d.parent_id, d.id) for d in documents.values() if d.parent_id is not None),
        roots=roots,
        threads=_grouped((root, comment) for comment, root in sorted(roots.items())),
        labels=labels_of(documents.values(), roots),
        settings=inputs.settings,
    )


def _passage_order(passage: Passage) -> tuple[str, str, int, int]:
    return passage.left.document_id, passage.right.document_id, passage.left.start, passage.right.start


def _ends(passage: Passage) -> tuple[str, str]:
    one, other = passage.left.document_id, passage.right.document_id
    return (one, other) if one < other else (other, one)


def _known(passage: Passage, documents: Mapping[str, Document]) -> bool:
    left, right = passage.left.document_id, passage.right.document_id
    return left != right and left in documents and right in documents


def _by(mentions: Sequence[Mention]) -> dict[str, tuple[Mention, ...]]:
    lists: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        lists[mention.document_id].append(mention)
    return {key: tuple(values) for key, values in lists.items()}


def _credits(rows: Sequence[Credit], documents: Mapping[str, Document]) -> dict[str, tuple[Credit, ...]]:
    lists: dict[str, list[Credit]] = defaultdict(list)
    for credit in sorted(rows, key=lambda c: (c.document_id, c.start, c.end, c.external or "")):
        if credit.document_id in documents:
            lists[credit.document_id].append(credit)
    return {key: tuple(values) for key, values in lists.items()}


def _pairs_of(pairs: Sequence[Pair]) -> dict[str, tuple[Pair, ...]]:
    lists: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        lists[pair.left_id].append(pair)
        lists[pair.right_id].append(pair)
    return {key: tuple(values) for key, values in lists.items()}


def _claims_of(grouping: Grouping, mentions: Mapping[str, Mention]) -> dict[str, tuple[str, ...]]:
    rows = {(m, c.id) for c in grouping.claims for m in c.mention_ids if m in mentions}
    return _grouped(sorted(rows))


def roots_of(documents: Mapping[str, Document]) -> dict[str, str]:
    """Comment id to the article or post its thread hangs under."""
    openers: dict[str, str] = {}
    for document in documents.values():
        if document.kind != "comment":
            openers.setdefault(document.thread_id or document.id, document.id)
    result = {}
    for document in documents.values():
        if document.kind == "comment":
            root = openers.get(document.thread_id or "") or _climb(document, documents)
            if root is not None:
                result[document.id] = root
    return result


def _climb(document: Document, documents: Mapping[str, Document]) -> str | None:
    seen = {document.id}
    current: Document | None = document
    while current is not None and current.kind == "comment":
        parent = current.parent_id or current.thread_id
        if parent is None or parent in seen:
            return None
        seen.add(parent)
        current = documents.get(parent)
    return None if current is None else current.id


def label(pile: Pile, document: Document) -> str:
    """How a document is called in a sentence; commenters are never named."""
    return pile.labels[document.id]


def sentence_of(pile: Pile, mention: Mention) -> str:
    """The sentence a mention stands in."""
    document = pile.documents[mention.document_id]
    text = document.text if mention.field == "text" else document.title or ""
    return text[mention.sentence.start : mention.sentence.end] or mention.text


def labels_in(findings: Findings) -> dict[str, str]:
    """What the documents of findings are called, as in a pile."""
    documents = {d.id: d for d in findings.documents}
    return labels_of(findings.documents, roots_of(documents))
