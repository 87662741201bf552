"""Which findings a reader should see first."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from corpus_tool.models import Claim, Findings, Flag, FlagCode

_SEVERITY = {"high": 3.0, "medium": 2.0, "low": 0.5}
_SURENESS = {"certain": 1.0, "probable": 0.8, "possible": 0.55}
_WEIGHT: dict[FlagCode, float] = {
    "caveat_not_carried": 1.30,
    "circular": 1.25,
    "certainty_gained": 1.15,
    "source_says_less": 1.15,
    "repeated_unsourced": 1.10,
    "contradicted": 1.00,
    "attribution_lost": 1.00,
    "thread_born": 1.00,
    "single_origin": 0.95,
    "actor_drift": 0.85,
    "value_drift": 0.85,
    "scope_drift": 0.75,
    "source_requested": 0.60,
}
"""A correction that did not travel changes what a reader may print; a question for the source seldom does."""
_WORTH = 0.6
"""What a claim is about weighs less than what was done to it, and decides between findings of one sort."""
_PER_CODE = 2
_PER_CLAIM = 2


def _rank(flag: Flag, claim: Claim, worth: float) -> tuple[float, str, str]:
    spread = min(claim.document_count, 10) / 10
    tracked = 0.5 if claim.tracked else 0.0
    score = _SEVERITY[flag.severity] * _SURENESS[flag.sureness] * _WEIGHT[flag.code] + spread + tracked
    score += _WORTH * worth
    return (-round(score, 6), flag.code, flag.claim_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A finding for the first screen: the gravest flag of its sort, and the claims it is the same for."""

    flag: Flag
    claim: Claim
    same: tuple[Claim, ...] = ()


def leading(findings: Findings, most: int) -> list[Lead]:
    """At most ``most`` findings: the gravest and surest first, of several kinds and claims.

    Flags of one code that rest on the same documents are one finding about several claims:
    a correction that did not travel is said once.
    """
    claims = {claim.id: claim for claim in findings.claims}
    homes = {mention.id: mention.document_id for mention in findings.mentions}
    worth = _worth(findings)
    ranked = sorted(
        findings.flags, key=lambda flag: _rank(flag, claims[flag.claim_id], worth.get(flag.claim_id, 0.0))
    )
    groups: dict[tuple[FlagCode, frozenset[str]], list[Flag]] = {}
    for flag in ranked:
        documents = frozenset(homes[mention] for mention in flag.mention_ids) or frozenset({flag.claim_id})
        groups.setdefault((flag.code, documents), []).append(flag)
    chosen: list[Lead] = []
    for first, *others in groups.values():
        if len(chosen) < most and _fresh(first, chosen):
            same = tuple(claims[flag.claim_id] for flag in others)
            chosen.append(Lead(flag=first, claim=claims[first.claim_id], same=same))
    return chosen


def _worth(findings: Findings) -> dict[str, float]:
    """Claim id to how much its tellings matter to a public, in the middle of them."""
    scores = {mention.id: mention.check_worthiness for mention in findings.mentions}
    told = {
        claim.id: [scores[one] for one in claim.mention_ids if one in scores] for claim in findings.claims
    }
    return {identity: round(median(held), 4) for identity, held in told.items() if held}


def _fresh(flag: Flag, chosen: list[Lead]) -> bool:
    same_code = sum(lead.flag.code == flag.code for lead in chosen)
    same_claim = sum(lead.claim.id == flag.claim_id for lead in chosen)
    return flag.severity != "low" and same_code < _PER_CODE and same_claim < _PER_CLAIM
