"""Which findings a reader should see first."""

from __future__ import annotations

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
_PER_CODE = 2
_PER_CLAIM = 2


def _rank(flag: Flag, claim: Claim) -> tuple[float, str, str]:
    spread = min(claim.document_count, 10) / 10
    tracked = 0.5 if claim.tracked else 0.0
    score = _SEVERITY[flag.severity] * _SURENESS[flag.sureness] * _WEIGHT[flag.code] + spread + tracked
    return (-round(score, 6), flag.code, flag.claim_id)


def leading_flags(findings: Findings, most: int) -> list[Flag]:
    """At most ``most`` flags: the gravest and surest, of several kinds and claims."""
    claims = {claim.id: claim for claim in findings.claims}
    ranked = sorted(findings.flags, key=lambda flag: _rank(flag, claims[flag.claim_id]))
    chosen: list[Flag] = []
    for flag in ranked:
        same_code = sum(other.code == flag.code for other in chosen)
        same_claim = sum(other.claim_id == flag.claim_id for other in chosen)
        if flag.severity != "low" and same_code < _PER_CODE and same_claim < _PER_CLAIM:
            chosen.append(flag)
        if len(chosen) == most:
            break
    return chosen
