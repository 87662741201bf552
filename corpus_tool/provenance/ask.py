"""Questions to findings: `trace_claim`, `why_flag`. Plain answers that a report or a terminal prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corpus_tool.models import Claim, Derivation, Findings, Flag, Mention, Sureness
from corpus_tool.provenance.pile import labels_in
from corpus_tool.provenance.turning import resting_on_dates, turns
from corpus_tool.provenance.wording import excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One telling in the tree of a claim's retelling.

    Attributes:
        depth: Steps from an earliest telling; 0 for those.
        mention_id, document_id, label, text: Which statement, where, in which words.
        how: How it is tied to the telling above it, in words; empty at depth 0.
        confidence: Of that step; 1 at depth 0.
        source: What the statement gives as its source, or null.
        negative: Whether it is told in the negative where most tell it in the positive.
    """

    depth: int
    mention_id: str
    document_id: str
    label: str
    text: str
    how: str = ""
    confidence: float = 1.0
    source: str | None = None
    negative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTrace:
    """A claim with its tellings as a tree, earliest first, in the order a terminal prints them."""

    claim: Claim
    tellings: tuple[Telling, ...]
    open_ties: tuple[str, ...]
    sources: tuple[str, ...]
    turns: tuple[str, ...] = ()
    """What would change the count of origins or the order: one document taken out, or dated otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagReason:
    """Why a flag was raised: the sentence, the proof as quotations, and the derivations it walks."""

    flag: Flag
    statement: str
    sureness: Sureness
    proof: tuple[str, ...]
    steps: tuple[str, ...]


def trace_claim(findings: Findings, claim_id: str) -> ClaimTrace | None:
    """The tree of one claim's retelling; null when there is no such claim.

    Args:
        findings: What a run found.
        claim_id: The claim's id, or the codebook name it is tracked under.
    """
    claim = next((c for c in findings.claims if claim_id in {c.id, c.tracked}), None)
    if claim is None:
        return None
    told = {m.id: m for m in findings.mentions if m.id in set(claim.mention_ids)}
    steps = [d for d in findings.derivations if d.source.id in told and d.target.id in told]
    names = {m: x.name for x in findings.externals for m in x.mention_ids}
    labels = labels_in(findings)
    walked = _Tree(told=told, steps=_by_source(steps), labels=labels, names=names)
    return ClaimTrace(
        claim=claim,
        tellings=tuple(walked.lines(claim.earliest_mention_ids)),
        open_ties=tuple(_open(d, told, labels) for d in steps if not d.directed),
        sources=tuple(dict.fromkeys(names[m] for m in claim.mention_ids if m in names)),
        turns=(*(turn.sentence for turn in turns(findings, claim)), *resting_on_dates(findings, claim)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    told: Mapping[str, Mention]
    steps: Mapping[str, tuple[Derivation, ...]]
    labels: Mapping[str, str]
    names: Mapping[str, str]

    def lines(self, roots: tuple[str, ...]) -> list[Telling]:
        """Depth first from the earliest tellings, each telling once; what is left stands at depth 0."""
        done: set[str] = set()
        lines: list[Telling] = []
        for start in (*roots, *sorted(self.told, key=lambda m: (self._negative(m), m))):
            stack: list[tuple[str, int, Derivation | None]] = [(start, 0, None)]
            while stack:
                mention_id, depth, step = stack.pop()
                if mention_id in done or mention_id not in self.told:
                    continue
                done.add(mention_id)
                lines.append(self._line(mention_id, depth, step))
                stack += [(d.target.id, depth + 1, d) for d in reversed(self.steps.get(mention_id, ()))]
        return lines

    def _line(self, mention_id: str, depth: int, step: Derivation | None) -> Telling:
        mention = self.told[mention_id]
        return Telling(
            depth=depth, mention_id=mention_id, document_id=mention.document_id,
            label=self.labels.get(mention.document_id, mention.document_id), text=mention.text,
            how=step.relation if step is not None else "", confidence=step.confidence if step is not None else 1.0,
            source=self.names.get(mention_id), negative=self._negative(mention_id),
        )  # fmt: skip

    def _negative(self, mention_id: str) -> bool:
        negatives = sum(m.polarity == "negative" for m in self.told.values())
        return self.told[mention_id].polarity == "negative" and 2 * negatives < len(self.told)


def _by_source(steps: list[Derivation]) -> dict[str, tuple[Derivation, ...]]:
    lists: dict[str, list[Derivation]] = defaultdict(list)
    for step in sorted(steps, key=lambda d: (-d.confidence, d.target.id)):
        if step.directed:
            lists[step.source.id].append(step)
    return {key: tuple(rows) for key, rows in lists.items()}


def _open(row: Derivation, told: Mapping[str, Mention], labels: Mapping[str, str]) -> str:
    one, other = (labels.get(told[end.id].document_id, "") for end in (row.source, row.target))
    return f"{one} and {other}: which came first is open."


def why_flag(findings: Findings, code: str, claim_id: str) -> FlagReason | None:
    """The chain of facts behind one flag; null when it was not raised.

    Args:
        findings: What a run found.
        code: The flag's code.
        claim_id: The claim's id or codebook name.
    """
    claim = next((c for c in findings.claims if claim_id in {c.id, c.tracked}), None)
    flag = next(
        (f for f in findings.flags if claim is not None and f.code == code and f.claim_id == claim.id), None
    )
    if claim is None or flag is None:
        return None
    labels = labels_in(findings)
    mentions = {m.id: m for m in findings.mentions}
    proof = [mentions[m] for m in flag.mention_ids if m in mentions]
    inside = set(flag.mention_ids)
    steps = [d for d in findings.derivations if d.source.id in inside and d.target.id in inside]
    return FlagReason(
        flag=flag,
        statement=claim.statement,
        sureness=flag.sureness,
        proof=tuple(f"{labels.get(m.document_id, '')}: “{excerpt(m.text, 40)}”" for m in proof),
        steps=tuple(_step_sentence(d, mentions, labels) for d in steps),
    )


def _step_sentence(row: Derivation, mentions: Mapping[str, Mention], labels: Mapping[str, str]) -> str:
    one, other = (labels.get(mentions[end.id].document_id, "") for end in (row.source, row.target))
    arrow = "took it from" if row.directed else "shares it with"
    return f"{other} {arrow} {one} ({row.relation}, {row.confidence:.0%}). {' '.join(row.evidence)}"
