"""What `provenance` finds, what a person decides, and all that a run found."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

from corpus_tool.models.claims import Claim, FlagCode, Membership, Passage
from corpus_tool.models.documents import Document
from corpus_tool.models.mentions import Credit, Mention

EndType = Literal["mention", "document", "external"]
DerivationRelation = Literal["quotes", "copies", "paraphrases", "cites"]
Severity = Literal["low", "medium", "high"]
Sureness = Literal["certain", "probable", "possible"]
DecisionKind = Literal[
    "confirm_flag", "reject_flag", "must_link", "cannot_link", "set_parent", "not_a_claim", "note"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a derivation."""

    type: EndType
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """That one telling comes from another. ``source`` is written ``from`` in rows, ``target`` ``to``."""

    id: str
    source: End = dataclasses.field(metadata={"name": "from"})
    target: End = dataclasses.field(metadata={"name": "to"})
    relation: DerivationRelation
    directed: bool
    confidence: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class External:
    """A source that is named in the pile but not in it."""

    id: str
    name: str
    mention_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A finding about a claim, with the mentions that prove it."""

    code: FlagCode
    claim_id: str
    severity: Severity
    sureness: Sureness
    reason: str
    mention_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's judgement. Append-only; anchored by quote, so that it survives a new run."""

    id: str
    kind: DecisionKind
    path: str | None
    quote: str
    prefix: str = ""
    suffix: str = ""
    other_quote: str = ""
    value: str = ""
    reason: str = ""
    decided_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one document took and from whom, added and left out, in sentences a reader gets.

    ``headline`` says how its headline differs from its source's or from its own text.
    """

    document_id: str
    took: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that a run found: what the report is written from."""

    settings: dict[str, Any]
    documents: tuple[Document, ...] = ()
    mentions: tuple[Mention, ...] = ()
    credits: tuple[Credit, ...] = ()
    passages: tuple[Passage, ...] = ()
    memberships: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    externals: tuple[External, ...] = ()
    flags: tuple[Flag, ...] = ()
    accounts: tuple[Account, ...] = ()
