"""``report.json`` as plain values, in the form that the contract fixes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from corpus_tool.models import Findings, Membership
from corpus_tool.rows import public
from corpus_tool.schema import REPORT_VERSION


def build(findings: Findings, mentions: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """The whole report as JSON values; ``mentions`` where their rows are made already."""
    return {
        "schema_version": REPORT_VERSION,
        "settings": findings.settings,
        "documents": [_without_text(public(document)) for document in findings.documents],
        "mentions": mention_rows(findings) if mentions is None else mentions,
        "claims": [public(claim) for claim in findings.claims],
        "derivations": [public(derivation) for derivation in findings.derivations],
        "externals": [public(external) for external in findings.externals],
        "flags": [public(flag) for flag in findings.flags],
    }


def mention_rows(findings: Findings) -> list[dict[str, Any]]:
    """Mentions with the claims they belong to, primary first."""
    memberships: dict[str, list[Membership]] = defaultdict(list)
    for membership in findings.memberships:
        memberships[membership.mention_id].append(membership)
    rows = []
    for mention in findings.mentions:
        own = sorted(memberships[mention.id], key=lambda item: (not item.primary, -item.score, item.claim_id))
        primary = next((item.claim_id for item in own if item.primary), None)
        rows.append({**public(mention), "claim_id": primary, "claim_ids": [item.claim_id for item in own]})
    return rows


def _without_text(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "text"}
