"""Every type that crosses rooms: one module per stage that makes them, all names exported here.

All are frozen, slotted, keyword-only dataclasses of plain values, so that they can be
hashed, sent to another process, stored as a row and compared in a test. Offsets are
code points; ``document.text[start:end]`` (or ``document.title[start:end]`` where
``field`` says so) is always the text meant.

Fields marked ``INTERNAL`` are for later stages and the project file; they are left
out of the rows and reports whose form the contract fixes (see `corpus_tool.rows`).
"""

from __future__ import annotations

from corpus_tool.models.claims import (
    BorrowedSide,
    Change,
    Claim,
    Comparison,
    DocumentReuse,
    FlagCode,
    Grouping,
    Match,
    Membership,
    Pair,
    Passage,
    PassageSide,
    Relation,
    ReuseGrade,
    TrackedClaim,
)
from corpus_tool.models.documents import (
    Document,
    DocumentKind,
    DocumentState,
    Kept,
    Link,
    Note,
    NoteKind,
    Status,
)
from corpus_tool.models.findings import (
    Account,
    Decision,
    DecisionKind,
    Derivation,
    DerivationRelation,
    End,
    EndType,
    External,
    Findings,
    Flag,
    Severity,
    Sureness,
)
from corpus_tool.models.given import Given, GivenField, GivenPlace
from corpus_tool.models.mentions import (
    Analysis,
    Attribution,
    AttributionKind,
    AttributionScope,
    Credit,
    Direction,
    Grade,
    Mention,
    MentionKind,
    Polarity,
    Slot,
    SlotKind,
)
from corpus_tool.models.spans import INTERNAL, Span, TextField, TextSpan

__all__ = [
    "INTERNAL",
    "Account",
    "Analysis",
    "Attribution",
    "AttributionKind",
    "AttributionScope",
    "BorrowedSide",
    "Change",
    "Claim",
    "Comparison",
    "Credit",
    "Decision",
    "DecisionKind",
    "Derivation",
    "DerivationRelation",
    "Direction",
    "Document",
    "DocumentKind",
    "DocumentReuse",
    "DocumentState",
    "End",
    "EndType",
    "External",
    "Findings",
    "Flag",
    "FlagCode",
    "Given",
    "GivenField",
    "GivenPlace",
    "Grade",
    "Grouping",
    "Kept",
    "Link",
    "Match",
    "Membership",
    "Mention",
    "MentionKind",
    "Note",
    "NoteKind",
    "Pair",
    "Passage",
    "PassageSide",
    "Polarity",
    "Relation",
    "ReuseGrade",
    "Severity",
    "Slot",
    "SlotKind",
    "Span",
    "Status",
    "Sureness",
    "TextField",
    "TextSpan",
    "TrackedClaim",
]
