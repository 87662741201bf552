"""Appeared in a comment first."""

from __future__ import annotations

from corpus_tool.models import Document, Mention, Sureness
from corpus_tool.provenance.dates import before
from corpus_tool.provenance.flags.differences import differences
from corpus_tool.provenance.flags.evidence import Evidence, Found


def thread_born(evidence: Evidence) -> Found | None:
    """The earliest dated telling is a comment or a post in a thread, and an article states it later."""
    documents = evidence.chain.pile.documents
    told = {d: ms[0] for d, ms in sorted(evidence.chain.tellings.items())}
    threads = [
        m
        for d, m in told.items()
        if documents[d].kind != "article"
        and _in_thread(evidence, documents[d])
        # Who answers with a paper has it from there.
        and not evidence.rests_on_something(m)
    ]
    articles = [m for d, m in told.items() if documents[d].kind == "article"]
    for comment in threads:
        alike = [a for a in articles if evidence.alike(comment, a)]
        found = None if _told_before(evidence, comment) else _told_first(evidence, comment, alike)
        if found is not None:
            return found
    return None


def _told_before(evidence: Evidence, comment: Mention) -> bool:
    """Whether an article outside the claim that is dated, and not after the comment, may tell the same."""
    written = evidence.document(comment).published
    near = (evidence.document(m) for m in evidence.near)
    return any(
        d.kind == "article" and d.published is not None and not before(written, d.published) for d in near
    )


def _told_first(evidence: Evidence, comment: Mention, told: list[Mention]) -> Found | None:
    """The finding, where the comment is dated before every article that tells the same and some article is dated."""
    first = evidence.document(comment)
    articles = [evidence.document(m) for m in told]
    if not _before_all(first, articles):
        return None
    article, later = next(
        (m, d) for m, d in zip(told, articles, strict=True) if before(first.published, d.published)
    )
    if not _alike(evidence, comment, article):
        return None
    undated = [a for a in articles if a.published is None]
    return Found(
        severity=evidence.severity(len(articles)),
        sureness="possible" if undated else _how_sure(evidence, comment, article),
        reason=(
            f"In this pile, this is told first in {evidence.who(comment)} ({(first.published or '')[:10]}), "
            f"and {evidence.who(article)} states it later ({(later.published or '')[:10]}). Whether it took it from there is not shown."
        ),
        mentions=(comment, article),
        lost=evidence.lost((comment, article), "dates") if undated else "",
    )


def _alike(evidence: Evidence, comment: Mention, article: Mention) -> bool:
    """Whether the two say the same with the same figures."""
    pair = evidence.chain.pile.pair(comment.id, article.id)
    conflict = pair is not None and (pair.comparison.value_conflict or pair.comparison.polarity_conflict)
    return not conflict and not differences(comment, article)


def _before_all(thread: Document, articles: list[Document]) -> bool:
    """Whether it is dated before some article, and no article could be as early."""
    dated = [a for a in articles if a.published is not None]
    return bool(dated) and all(before(thread.published, a.published) for a in dated)


def _in_thread(evidence: Evidence, document: Document) -> bool:
    pile = evidence.chain.pile
    return document.kind == "comment" or bool(pile.replies.get(document.id)) or document.thread_id is not None


def _how_sure(evidence: Evidence, comment: Mention, article: Mention) -> Sureness:
    steps = [
        s
        for s in evidence.chain.steps_into(article.document_id)
        if s.source.document_id == comment.document_id
    ]
    return "probable" if steps else "possible"
