"""Appeared in a comment first."""

from __future__ import annotations

from corpus_tool.models import Document, Mention, Sureness
from corpus_tool.provenance.dates import before
from corpus_tool.provenance.flags.differences import differences
from corpus_tool.provenance.flags.evidence import Evidence, Found

_TOLD = frozenset({"verbatim", "near_copy", "paraphrase"})


def thread_born(evidence: Evidence) -> Found | None:
    """The earliest dated telling is a comment or a post in a thread, and an article states it later."""
    told = {d: evidence.chain.pile.documents[d] for d in sorted(evidence.chain.tellings)}
    articles = [d for d in told.values() if d.kind == "article"]
    threads = [d for d in told.values() if d.kind != "article" and _in_thread(evidence, d)]
    if not articles or not threads:
        return None
    first = next((t for t in threads if _before_all(t, articles)), None)
    if first is None:
        return None
    later = next(a for a in articles if before(first.published, a.published))
    comment, article = evidence.chain.tellings[first.id][0], evidence.chain.tellings[later.id][0]
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
    pair = evidence.chain.pile.pair(comment.id, article.id)
    close = pair is not None and pair.comparison.relation in _TOLD
    return "probable" if steps or close else "possible"
