"""Where a document may state something: its title, its sentences, their clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus_tool.extract.blocks import Block
from corpus_tool.extract.clauses import clauses
from corpus_tool.extract.context import context
from corpus_tool.extract.openings import statement_start
from corpus_tool.extract.sentences import layout
from corpus_tool.extract.subjects import Thread, antecedent, subject
from corpus_tool.extract.tokens import Tokens, tokens
from corpus_tool.models import Document, Span, TextField, TextSpan
from corpus_tool.text import normalise

_SET_APART = frozenset({"quote"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """One stretch that may state something. No two are equal: each is its own key.

    Attributes:
        field: What its offsets count in.
        span: Its offsets.
        sentence: Those of the sentence it stands in.
        words: Its tokens; offsets from its start.
        kind: Its block's kind, or "title".
        lead: The sentence that governs it, or null.
        quoted: Whether it stands in words set apart as somebody else's.
        subject: What it is about, null where not plain.
        context: Words lent by lead-in, antecedent and heading.
    """

    field: TextField
    span: Span
    sentence: Span
    words: Tokens
    kind: str
    lead: TextSpan | None
    quoted: bool
    subject: str | None
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and its parts; ``parts`` is empty where it is one statement."""

    whole: Place
    parts: tuple[Place, ...] = ()


def sentences_of(document: Document) -> Iterator[Sentence]:
    """The title's sentence, then those of the text, in order."""
    thread = Thread()
    if document.title and document.title.strip():
        yield _title(document.title)
    heading = ""
    for block, spans in layout(document.text):
        if block.heading != heading:
            heading = block.heading
        for span in spans:
            yield _sentence(document, block, span, thread)


def _title(title: str) -> Sentence:
    inside = Span(start=len(title) - len(title.lstrip()), end=len(title.rstrip()))
    start = inside.start + statement_start(title[inside.start : inside.end])
    span = Span(start=start, end=inside.end)
    words = tokens(title[span.start : span.end])
    about = subject(words)
    name = about.text if about and not about.pronoun else None
    return Sentence(
        whole=Place(
            field="title",
            span=span,
            sentence=inside,
            words=words,
            kind="title",
            lead=None,
            quoted=False,
            subject=name,
            context="",
        )
    )


def _sentence(document: Document, block: Block, span: Span, thread: Thread) -> Sentence:
    whole_span = span
    span = Span(start=span.start + statement_start(document.text[span.start : span.end]), end=span.end)
    words = tokens(document.text[span.start : span.end])
    quoted = block.kind in _SET_APART or _inside(span, document.block_quotes)
    pieces = clauses(words) if block.kind not in ("furniture", "byline", "sources") else []
    if len(pieces) < 2:
        return Sentence(whole=_place(block, span, words, quoted=quoted, thread=thread, inside=whole_span))
    parts = []
    for piece in pieces:
        at = Span(start=span.start + piece.start, end=span.start + piece.end)
        own = tokens(document.text[at.start : at.end])
        place = _place(block, at, own, quoted=quoted, thread=thread, inside=whole_span)
        parts.append(replace(place, subject=_said_of(words, piece) or place.subject))
    whole = _place(block, span, words, quoted=quoted, thread=Thread(), inside=whole_span)
    return Sentence(whole=whole, parts=tuple(parts))


def _place(block: Block, span: Span, words: Tokens, *, quoted: bool, thread: Thread, inside: Span) -> Place:  # noqa: PLR0913
    about = subject(words)
    resolved = thread.resolve(about)
    antecedent = resolved if about is not None and about.pronoun else None
    return Place(
        field="text",
        span=span,
        sentence=inside,
        words=words,
        kind=block.kind,
        lead=block.lead,
        quoted=quoted,
        subject=resolved,
        context=context(block, antecedent),
    )


def _said_of(words: Tokens, piece: Span) -> str | None:
    """What a clause that opens with "which" is said of, where the words before it show it."""
    at = bisect_left(words.starts, piece.start)
    return antecedent(words, at) if 0 < at < len(words) and words.words[at] == "which" else None


def _inside(span: Span, quotes: tuple[Span, ...]) -> bool:
    return any(quote.start <= span.start and span.end <= quote.end for quote in quotes)


def same_words(left: str, right: str) -> bool:
    """Whether two headlines are one."""
    return normalise(left) == normalise(right)
