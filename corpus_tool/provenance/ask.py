"""Questions to findings: `trace_claim`, `why_flag`, `show_document`. Plain answers that a report or a terminal prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corpus_tool.models import Claim, Derivation, Document, Findings, Flag, Mention, Sureness
from corpus_tool.provenance.headline import altered_headline
from corpus_tool.provenance.omitted import ListOmission, list_omissions
from corpus_tool.provenance.pile import document_label
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
    """

    depth: int
    mention_id: str
    document_id: str
    label: str
    text: str
    how: str = ""
    confidence: float = 1.0
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTrace:
    """A claim with its tellings as a tree, earliest first, in the order a terminal prints them."""

    claim: Claim
    tellings: tuple[Telling, ...]
    open_ties: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagReason:
    """Why a flag was raised: the sentence, the proof as quotations, and the derivations it walks."""

    flag: Flag
    statement: str
    sureness: Sureness
    proof: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a document took from one source."""

    source: str
    relation: str
    directed: bool
    confidence: float
    statements: tuple[str, ...]
    left_out: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStory:
    """A document: what it took, from whom; what it added and left out; who took from it; its headline.

    Attributes:
        added: Claims it tells that none of its sources in the pile tells.
        omissions: Points of a list that it left out, list by list.
        headline: How its headline differs from its source's or from its own text, in sentences.
    """

    document: Document
    label: str
    took: tuple[Taken, ...]
    given: tuple[str, ...]
    externals: tuple[str, ...]
    added: tuple[str, ...]
    omissions: tuple[ListOmission, ...]
    headline: tuple[str, ...]


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
    labels = _labels(findings)
    walked = _Tree(told=told, steps=_by_source(steps), labels=labels, names=names)
    return ClaimTrace(
        claim=claim,
        tellings=tuple(walked.lines(claim.earliest_mention_ids)),
        open_ties=tuple(_open(d, told, labels) for d in steps if not d.directed),
        sources=tuple(dict.fromkeys(names[m] for m in claim.mention_ids if m in names)),
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
        for start in (*roots, *sorted(self.told)):
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
            source=self.names.get(mention_id),
        )  # fmt: skip


def _by_source(steps: list[Derivation]) -> dict[str, tuple[Derivation, ...]]:
    lists: dict[str, list[Derivation]] = defaultdict(list)
    for step in sorted(steps, key=lambda d: (-d.confidence, d.target.id)):
        if step.directed:
            lists[step.source.id].append(step)
    return {key: tuple(rows) for key, rows in lists.items()}


def _open(row: Derivation, told: Mapping[str, Mention], labels: Mapping[str, str]) -> str:
    one, other = (labels.get(told[end.id].document_id, "") for end in (row.source, row.target))
    return f"{one} and {other}: which came first is open."


def _labels(findings: Findings) -> dict[str, str]:
    documents = {d.id: d for d in findings.documents}
    return {d.id: document_label(d, documents) for d in findings.documents}


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
    labels = _labels(findings)
    mentions = {m.id: m for m in findings.mentions}
    proof = [mentions[m] for m in flag.mention_ids if m in mentions]
    inside = set(flag.mention_ids)
    steps = [d for d in findings.derivations if d.source.id in inside and d.target.id in inside]
    return FlagReason(
        flag=flag,
        statement=claim.statement,
        sureness=flag.sureness,
        proof=tuple(f"{labels.get(m.document_id, '')}: “{excerpt(m.text, 200)}”" for m in proof),
        steps=tuple(_step_sentence(d, mentions, labels) for d in steps),
    )


def _step_sentence(row: Derivation, mentions: Mapping[str, Mention], labels: Mapping[str, str]) -> str:
    one, other = (labels.get(mentions[end.id].document_id, "") for end in (row.source, row.target))
    arrow = "took it from" if row.directed else "shares it with"
    return f"{other} {arrow} {one} ({row.relation}, {row.confidence:.0%}). {' '.join(row.evidence)}"


def show_document(findings: Findings, document_id: str) -> DocumentStory | None:
    """What a document took, from whom, added and left out; null when there is no such document.

    Args:
        findings: What a run found.
        document_id: Its id, or the path it was read from.
    """
    document = next((d for d in findings.documents if document_id in {d.id, d.path}), None)
    if document is None:
        return None
    labels = _labels(findings)
    rows = [d for d in findings.derivations if d.source.type == d.target.type == "document"]
    into = [d for d in rows if d.target.id == document.id or (not d.directed and d.source.id == document.id)]
    sources = [d.source.id if d.target.id == document.id else d.target.id for d in into]
    claims = _claims_in(findings)
    names = {x.id: x.name for x in findings.externals}
    return DocumentStory(
        document=document,
        label=labels[document.id],
        took=tuple(_taken(findings, row, source, document) for row, source in zip(into, sources, strict=True)),
        given=tuple(labels[d.target.id] for d in rows if d.directed and d.source.id == document.id),
        externals=tuple(
            names.get(d.source.id, "") for d in findings.derivations
            if d.source.type == "external" and d.target.id == document.id
        ),
        added=_added(claims, document.id, sources) if into else (),
        omissions=tuple(o for s in dict.fromkeys(sources) for o in list_omissions(findings, s, document.id)),
        headline=altered_headline(findings, document, sources),
    )  # fmt: skip


def _taken(findings: Findings, row: Derivation, source: str, document: Document) -> Taken:
    claims = _claims_in(findings)
    ours, theirs = claims.get(document.id, {}), claims.get(source, {})
    return Taken(
        source=_labels(findings)[source], relation=row.relation, directed=row.directed, confidence=row.confidence,
        statements=tuple(theirs[c] for c in theirs if c in ours),
        left_out=tuple(theirs[c] for c in theirs if c not in ours),
        evidence=row.evidence,
    )  # fmt: skip


def _claims_in(findings: Findings) -> dict[str, dict[str, str]]:
    """Document id to the claims it tells: claim id to its first wording there."""
    home = {m: c.id for c in findings.claims for m in c.mention_ids}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in sorted(findings.mentions, key=lambda m: (m.document_id, m.start)):
        if mention.id in home:
            found[mention.document_id].setdefault(home[mention.id], mention.text)
    return found


def _added(claims: Mapping[str, Mapping[str, str]], document_id: str, sources: list[str]) -> tuple[str, ...]:
    known = {c for s in sources for c in claims.get(s, {})}
    return tuple(text for c, text in claims.get(document_id, {}).items() if c not in known)
