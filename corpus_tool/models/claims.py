"""What `match` finds: shared passages, comparisons of wordings, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus_tool.models.mentions import Mention, MentionKind

Relation = Literal["verbatim", "near_copy", "paraphrase", "related", "unrelated"]
Change = Literal["gained", "lost", "same"]
ReuseGrade = Literal["verbatim", "light", "heavy"]
FlagCode = Literal[
    "repeated_unsourced", "single_origin", "circular", "attribution_lost", "source_says_less",
    "certainty_gained", "caveat_not_carried", "value_drift", "actor_drift", "scope_drift",
    "source_requested", "contradicted", "thread_born",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageSide:
    """One side of a shared passage."""

    document_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Text that two documents share, aligned. ``left`` has the smaller document id."""

    left: PassageSide
    right: PassageSide
    similarity: float
    grade: ReuseGrade


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowedSide:
    """One of two documents, and the share of its words that stand in short runs which the other has too (0–1)."""

    document_id: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReuse:
    """How much of two documents is one text, and how closely its passages keep the wording."""

    left: BorrowedSide
    right: BorrowedSide
    similarity: float
    grade: ReuseGrade
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two wordings have in common and where they part; changes are read from a to b."""

    relation: Relation
    similarity: float
    value_conflict: bool = False
    polarity_conflict: bool = False
    certainty_change: Change = "same"
    strength_change: Change = "same"
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """That a mention belongs to a claim, and how strongly (0–1)."""

    mention_id: str
    claim_id: str
    score: float
    primary: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The thing stated. Values, polarity, certainty and scope belong to its mentions."""

    id: str
    statement: str
    kinds: tuple[MentionKind, ...] = ()
    tracked: str | None = None
    mention_ids: tuple[str, ...] = ()
    document_count: int = 0
    origin_count: int = 0
    origin_range: tuple[int, int] = (0, 0)
    sourced_origin_count: int = 0
    earliest_mention_ids: tuple[str, ...] = ()
    flags: tuple[FlagCode, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two mentions that were compared; ``comparison`` reads from left to right. ``left_id < right_id``."""

    left_id: str
    right_id: str
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What `match` says of a pile: claims (no counts, no flags yet), memberships, compared pairs.

    ``pairs`` holds every pair inside a claim that was compared and every ``related`` pair
    between two claims; pairs that are unrelated are not kept. What differs (conflicts, changes, reasons)
    is worked out inside a claim and where two wordings say the same, not of pairs that are merely related.
    """

    claims: tuple[Claim, ...] = ()
    memberships: tuple[Membership, ...] = ()
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedClaim:
    """One entry of a user's codebook; ``readings`` are its wordings as `extract` reads them, if it has."""

    name: str
    statement: str
    examples: tuple[str, ...] = ()
    readings: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One known statement that a query may repeat; ``rank`` counts from 1."""

    query_id: str
    known_id: str
    rank: int
    score: float
    relation: Relation
    reasons: tuple[str, ...] = ()
