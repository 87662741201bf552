"""What `extract` finds: statements, the values in them, and what they rest on."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Literal

from corpus_tool.models.spans import INTERNAL, Span, TextField, TextSpan

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
