"""One document as the page shows it: what it took, from whom, added and left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from corpus_tool.models import Document
from corpus_tool.models.given import disputes
from corpus_tool.report.view import Index, anchor
from corpus_tool.report.words import KEPT, disputed, listed, shortened

_LISTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """All that the page says about one document and the thread under it."""

    anchor: str
    name: str
    facts: tuple[str, ...]
    link: str | None
    lost: str
    disputed: tuple[str, ...]
    status: str
    took: tuple[str, ...]
    added: tuple[str, ...]
    left_out: tuple[str, ...]
    headline: tuple[str, ...]
    versions: tuple[str, ...]
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
        disputed=tuple(map(disputed, disputes(document.given))),
        status="" if document.status == "ok" else f"{document.status}: {document.status_reason}",
        took=account.took if account else (),
        added=_statements(account.added) if account else (),
        left_out=_statements(account.left_out) if account else (),
        headline=account.headline if account else (),
        versions=account.versions if account else (),
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


def _statements(texts: tuple[str, ...]) -> tuple[str, ...]:
    shown = [shortened(text, 220) for text in texts[:_LISTED]]
    more = len(texts) - _LISTED
    return tuple([*shown, f"and {more} more"] if more > 0 else shown)
