"""Every type that crosses rooms.

All are frozen, slotted, keyword-only dataclasses of plain values, so that they can be
hashed, sent to another process, stored as a row and compared in a test. Offsets are
code points; ``document.text[start:end]`` (or ``document.title[start:end]`` where
``field`` says so) is always the text meant.

Fields marked ``INTERNAL`` are for later stages and the project file; they are left
out of the rows and reports whose form the contract fixes (see `corpus_tool.rows`).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Final, Literal

DocumentKind = Literal["article", "post", "comment"]
DocumentState = Literal["published", "unapproved", "deleted", "ping"]
Status = Literal["ok", "partial", "failed"]
NoteKind = Literal["update", "correction", "caveat"]
TextField = Literal["text", "title"]
MentionKind = Literal[
    "fact", "forecast", "mandate", "effect", "comparison", "experience", "opinion", "question", "other"
]
Polarity = Literal["positive", "negative"]
SlotKind = Literal[
    "quantity", "range", "money", "percent", "date", "deadline", "duration", "ratio", "ordinal",
    "actor", "condition", "effect", "scope",
]  # fmt: skip
Direction = Literal[
    "by", "from", "since", "until", "in", "before", "after",  # dates and deadlines
    "raises", "lowers", "changes", "causes", "prevents", "allows", "requires",  # effects
]  # fmt: skip
AttributionKind = Literal[
    "person", "organisation", "document", "link", "outlet", "vague", "self", "lost", "none"
]
Grade = Literal["primary", "secondary", "uncheckable", "absent"]
AttributionScope = Literal["sentence", "document"]
Relation = Literal["verbatim", "near_copy", "paraphrase", "related", "unrelated"]
Change = Literal["gained", "lost", "same"]
ReuseGrade = Literal["verbatim", "light", "heavy"]
EndType = Literal["mention", "document", "external"]
DerivationRelation = Literal["quotes", "copies", "paraphrases", "cites"]
FlagCode = Literal[
    "repeated_unsourced", "single_origin", "circular", "attribution_lost", "source_says_less",
    "certainty_gained", "caveat_not_carried", "value_drift", "actor_drift", "scope_drift",
    "source_requested", "contradicted", "thread_born",
]  # fmt: skip
Severity = Literal["low", "medium", "high"]
Sureness = Literal["certain", "probable", "possible"]
DecisionKind = Literal[
    "confirm_flag", "reject_flag", "must_link", "cannot_link", "set_parent", "not_a_claim", "note"
]

INTERNAL: Final = {"internal": True}
"""Field metadata: kept in the project file, left out of contract rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpan:
    """A range of code points with the text it cuts."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink: the span of its anchor text, and where it led."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An update, correction or caveat that a text carries about itself."""

    start: int
    end: int
    kind: NoteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What survived in this file of what a page usually has. Loss is never held against an author."""

    links: bool = False
    block_quotes: bool = False
    dates: bool = False
    images: bool = False
    bylines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article, a post that opens a thread, or one comment.

    ``published`` is EDTF or null, never guessed. ``path`` is relative to the input root;
    several documents of one file differ by ``part`` (0, 1, 2, …).
    """

    id: str
    kind: DocumentKind = "article"
    state: DocumentState = "published"
    parent_id: str | None = None
    thread_id: str | None = None
    author: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    text: str = ""
    links: tuple[Link, ...] = ()
    block_quotes: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    kept: Kept = dataclasses.field(default_factory=Kept)
    path: str | None = None
    part: int = 0
    content_hash: str = ""
    status: Status = "ok"
    status_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A normalised value inside a mention. Flat: unused fields are null.

    Attributes:
        kind: What sort of value this is.
        start, end, text: Where it stands, in the coordinates of its mention's ``field``.
        value: The normal form as text: an EDTF date or interval, the actor's or affected
            thing's head words, the condition's words; null for plain numbers.
        low, high: The number, or the bounds of a range or threshold, in `unit`; a bound
            that is not given is null ("up to 950": low null, high 950).
        unit: Singular normal form ("point", "person", "USD", "percent", "times", "year").
        approximator: The written hedge of the value ("almost", "more than"), lower case.
        direction: For dates how it bounds ("by", "from"); for effects which way ("lowers").
    """

    kind: SlotKind
    start: int
    end: int
    text: str
    value: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    approximator: str | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What a statement rests on, as the text gives it.

    ``external`` is the name of the source where it is one that could be looked up
    (an outlet, a document, a person, an organisation), else null.
    """

    kind: AttributionKind = "none"
    grade: Grade = "absent"
    scope: AttributionScope = "sentence"
    source: TextSpan | None = None
    cue: TextSpan | None = None
    content: TextSpan | None = None
    external: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A document's general credit: "H/t", "via", a Sources list, an opening "I read X's article".

    Recorded and shown; it does not make any one statement sourced.
    """

    document_id: str
    start: int
    end: int
    text: str
    cue: str
    external: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One checkable statement at one place.

    Attributes:
        start, end, text: The statement's own clause, list item or headline.
        sentence: The sentence it stands in.
        certainty: 0 (doubted) to 1 (asserted flatly), its own cues and what governs it.
        governed_by: The lead-in, hedge or heading that governs it, or null.
        quoted: Inside words that the document gives as somebody else's, set apart (a
            quotation box, a quoted article line in a comment).
        context: Words lent by an antecedent, lead-in or heading, for matching.
        subject: What the statement is about, resolved where plain ("it" → "the score").
        strength: Causal strength: 0 none stated, 1 association, 2 conditional causal, 3 causal.
        scope: Breadth of who is covered: null, "one", "some", "most", "all".
        hedges: The cues that lowered or raised certainty.
    """

    id: str
    document_id: str
    field: TextField = "text"
    start: int
    end: int
    text: str
    sentence: Span
    kinds: tuple[MentionKind, ...] = ()
    slots: tuple[Slot, ...] = ()
    polarity: Polarity = "positive"
    certainty: float = 1.0
    attribution: Attribution = dataclasses.field(default_factory=Attribution)
    is_claim: bool = False
    check_worthiness: float = 0.0
    is_check_worthy: bool = False
    quoted: bool = False
    governed_by: TextSpan | None = None
    context: str = dataclasses.field(default="", metadata=INTERNAL)
    subject: str | None = dataclasses.field(default=None, metadata=INTERNAL)
    strength: int = dataclasses.field(default=0, metadata=INTERNAL)
    scope: str | None = dataclasses.field(default=None, metadata=INTERNAL)
    hedges: tuple[TextSpan, ...] = dataclasses.field(default=(), metadata=INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that `extract` finds in one document: what the project file remembers of it."""

    mentions: tuple[Mention, ...] = ()
    credits: tuple[Credit, ...] = ()


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
    between two claims; pairs that are unrelated are not kept.
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
class Match:
    """One known statement that a query may repeat; ``rank`` counts from 1."""

    query_id: str
    known_id: str
    rank: int
    score: float
    relation: Relation
    reasons: tuple[str, ...] = ()


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
