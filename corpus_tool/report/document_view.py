"""One document as the page shows it: what it took, from whom, added and left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from corpus_tool.models import Document, Taking
from corpus_tool.report.view import Index, anchor
from corpus_tool.report.words import KEPT, RELATIONS, listed, shortened

_LISTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """All that the page says about one document and the thread under it."""

    anchor: str
    name: str
    facts: tuple[str, ...]
    link: str | None
    lost: str
    status: str
    took: tuple[str, ...]
    added: tuple[str, ...]
    left_out: tuple[str, ...]
    headline: str | None
    credits: tuple[str, ...]
    comments: int


def document_views(index: Index) -> list[DocumentView]:
    """Articles and posts, and comments whose article is not in the pile, in reading order."""
    threads = Counter(
        document.thread_id for document in index.findings.documents if document.kind == "comment"
    )
    return [
        _view(index, document, threads[document.id])
        for document in index.findings.documents
        if document.kind != "comment"
    ]


def _view(index: Index, document: Document, comments: int) -> DocumentView:
    account = index.accounts.get(document.id)
    return DocumentView(
        anchor=anchor("document", document.id),
        name=index.names[document.id],
        facts=_facts(document),
        link=document.url if document.url and document.url.startswith(("https://", "http://")) else None,
        lost=listed([words for name, words in KEPT.items() if not getattr(document.kept, name)]),
        status="" if document.status == "ok" else f"{document.status}: {document.status_reason}",
        took=tuple(_taking(index, taking) for taking in account.took) if account else (),
        added=_statements(index, account.added) if account else (),
        left_out=_statements(index, account.left_out) if account else (),
        headline=account.headline if account else None,
        credits=tuple(
            shortened(credit.text, 160)
            for credit in index.findings.credits
            if credit.document_id == document.id
        ),
        comments=comments,
    )


def _facts(document: Document) -> tuple[str, ...]:
    kept = document.kind == "article"
    pairs = (
        ("title", document.title),
        ("by", document.author if kept else None),
        ("published", document.published),
        ("file", document.path),
    )
    return tuple(f"{label}: {value}" for label, value in pairs if value)


def _taking(index: Index, taking: Taking) -> str:
    outside = taking.source.type == "external"
    source = f"{index.externals.get(taking.source.id, taking.source.id)} (not in the pile)" if outside else ""
    if not source:
        identity = taking.source.id
        home = index.mentions[identity].document_id if taking.source.type == "mention" else identity
        source = index.names[home]
    share = f", {taking.share:.0%} of its text" if taking.share else ""
    verb = RELATIONS[taking.relation] if taking.directed else "shares with, order open,"
    why = f" — {'; '.join(taking.evidence[:3])}" if taking.evidence else ""
    return f"{verb} {source}{share} (confidence {taking.confidence:.2f}){why}"


def _statements(index: Index, identities: tuple[str, ...]) -> tuple[str, ...]:
    texts = [shortened(index.mentions[identity].text, 180) for identity in identities[:_LISTED]]
    more = len(identities) - _LISTED
    return tuple([*texts, f"and {more} more"] if more > 0 else texts)
