"""The whole page as values, for the templates."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_tool.models import Findings
from corpus_tool.report.claim_view import ClaimView, claim_view
from corpus_tool.report.document_view import DocumentView, document_views
from corpus_tool.report.leading import Lead, leading
from corpus_tool.report.view import Index, Wanted, anchor, losses, lost_pointers, reading, unread, wanted
from corpus_tool.report.words import FLAG_NAMES, SURENESS

MOST_LEADING = 7
MOST_CLAIMS = 200
"""A page with more sections than this opens slowly on a phone; JSON and CSV hold them all."""
MOST_WANTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """One of the findings on the first screen; ``same`` holds anchors and statements of further claims."""

    anchor: str
    statement: str
    name: str
    reason: str
    sureness: str
    severity: str
    same: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything the templates lay out."""

    version: str
    reading: tuple[str, ...]
    losses: tuple[str, ...]
    unread: tuple[str, ...]
    leading: tuple[Leading, ...]
    wanted: tuple[Wanted, ...]
    pointers: tuple[str, ...]
    claims: tuple[ClaimView, ...]
    more_claims: int
    single: int
    documents: tuple[DocumentView, ...]
    codebook: tuple[str, ...]


def page(findings: Findings) -> Page:
    """Work out the page from the findings."""
    index = Index(findings=findings)
    leads = leading(findings, MOST_LEADING)
    shown = index.shown_claims([lead.claim.id for lead in leads])
    return Page(
        version=str(findings.settings.get("version", "")),
        reading=tuple(reading(findings)),
        losses=tuple(losses(findings)),
        unread=tuple(unread(findings)),
        leading=tuple(_leading(lead) for lead in leads),
        wanted=tuple(wanted(index)[:MOST_WANTED]),
        pointers=tuple(lost_pointers(findings.mentions)[:MOST_WANTED]),
        claims=tuple(claim_view(index, claim) for claim in shown[:MOST_CLAIMS]),
        more_claims=max(0, len(shown) - MOST_CLAIMS),
        single=len(findings.claims) - len(shown),
        documents=tuple(document_views(index)),
        codebook=tuple(findings.settings.get("codebook", ())),
    )


def _leading(lead: Lead) -> Leading:
    return Leading(
        anchor=anchor("claim", lead.claim.id),
        statement=lead.claim.statement,
        name=FLAG_NAMES[lead.flag.code],
        reason=lead.flag.reason,
        sureness=SURENESS[lead.flag.sureness],
        severity=lead.flag.severity,
        same=tuple((anchor("claim", claim.id), claim.statement) for claim in lead.same),
    )
