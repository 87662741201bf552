"""Mentions of a document: its sentences and clauses, and what each of them states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus_tool.extract.adapters import Sourcing, attributions_in, slots_at
from corpus_tool.extract.certainty import Certainty, certainty, governed
from corpus_tool.extract.claimhood import checkable
from corpus_tool.extract.kinds import kinds
from corpus_tool.extract.places import Place, Sentence, same_words, sentences_of
from corpus_tool.extract.polarity import polarity
from corpus_tool.extract.scope import scope
from corpus_tool.extract.statement import Statement
from corpus_tool.extract.worth import THRESHOLD, worth_of
from corpus_tool.models import Attribution, Document, Mention, MentionKind, Span, TextSpan
from corpus_tool.text import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What a place states, before it becomes a mention."""

    place: Place
    kinds: tuple[MentionKind, ...]
    worth: float
    is_claim: bool


def mentions(document: Document, *, every_sentence: bool = False) -> tuple[Mention, ...]:
    """Checkable statements of one document, in the order of its text, title first.

    Args:
        document: The document; its text is not changed.
        every_sentence: A row for each sentence instead, ``is_claim`` telling them apart.
    """
    return tuple(mentions_of([document], every_sentence=every_sentence))


def mentions_of(documents: Sequence[Document], *, every_sentence: bool = False) -> list[Mention]:
    """The same for a batch, in the order given; a document's mentions do not depend on its batch."""
    out: list[Mention] = []
    for first in range(0, len(documents), _TOGETHER):
        out += _mentions_of(documents[first : first + _TOGETHER], every_sentence=every_sentence)
    return out


_TOGETHER = 24
"""Documents judged together: enough to keep arrays busy, few enough to remember the layout of each."""


def _mentions_of(documents: Sequence[Document], *, every_sentence: bool) -> list[Mention]:
    laid_out = [list(sentences_of(document)) for document in documents]
    worth = iter(worth_of([place.words for sentences in laid_out for place in _places(sentences)]))
    out: list[Mention] = []
    for document, sentences in zip(documents, laid_out, strict=True):
        scores = {place: next(worth) for place in _places(sentences)}
        out.extend(_mentions(document, _readings(document, sentences, scores, every_sentence=every_sentence)))
    return out


def _places(sentences: Sequence[Sentence]) -> Iterator[Place]:
    """Each sentence and its parts."""
    for sentence in sentences:
        yield sentence.whole
        yield from sentence.parts


def _readings(
    document: Document, sentences: Sequence[Sentence], scores: Mapping[Place, float], *, every_sentence: bool
) -> list[_Reading]:
    parts = _read([part for one in sentences for part in (one.parts or (one.whole,))], scores)
    out: list[_Reading] = []
    at = 0
    for sentence in sentences:
        own = parts[at : at + max(1, len(sentence.parts))]
        at += len(own)
        if every_sentence:
            out.append(_whole(sentence, own, scores))
        elif not _repeats_title(document, sentence):
            claims = [part for part in own if part.is_claim]
            out.extend(claims or [one for one in (_whole(sentence, own, scores),) if one.is_claim])
    return out


def _whole(sentence: Sentence, parts: Sequence[_Reading], scores: Mapping[Place, float]) -> _Reading:
    """The sentence as one statement; it is one wherever a part of it is."""
    if not sentence.parts:
        return parts[0]
    (whole,) = _read([sentence.whole], scores)
    return replace(whole, is_claim=whole.is_claim or any(part.is_claim for part in parts))


def _read(places: Sequence[Place], scores: Mapping[Place, float]) -> list[_Reading]:
    """What each place of a document states; they are judged together, in order."""
    statements = [
        Statement(words=place.words, kinds=kinds(place.words), place=place.kind, worth=scores[place])
        for place in places
    ]
    return [
        _Reading(place=place, kinds=statement.kinds, worth=statement.worth, is_claim=is_claim)
        for place, statement, is_claim in zip(places, statements, checkable(statements), strict=True)
    ]


def _repeats_title(document: Document, sentence: Sentence) -> bool:
    place = sentence.whole
    return (
        place.kind == "heading"
        and document.title is not None
        and same_words(place.words.text, document.title)
    )


def _mentions(document: Document, readings: Sequence[_Reading]) -> list[Mention]:
    fields = {reading.place.field for reading in readings}
    sourcing = {
        field: Sourcing(attributions_in(document if field == "text" else _title_of(document)))
        for field in fields
    }
    return [_mention(document, reading, sourcing[reading.place.field]) for reading in readings]


def _title_of(document: Document) -> Document:
    """The title as a text of its own: "Rents fall, report finds" names its source itself."""
    return replace(document, text=document.title or "", links=(), block_quotes=(), notes=())


def _mention(document: Document, reading: _Reading, sourcing: Sourcing) -> Mention:
    place = reading.place
    start, end, text = place.span.start, place.span.end, place.words.text
    own = governed(certainty(text), place.lead)
    return Mention(
        id=digest(document.id, place.field, start, end, "mention"),
        document_id=document.id,
        field=place.field,
        start=start,
        end=end,
        text=text,
        sentence=place.sentence,
        kinds=reading.kinds,
        slots=slots_at(text, start, document.published),
        polarity=polarity(place.words),
        certainty=own.value,
        attribution=_attribution(place, sourcing),
        is_claim=reading.is_claim,
        check_worthiness=reading.worth,
        is_check_worthy=reading.worth >= THRESHOLD,
        quoted=place.quoted,
        governed_by=place.lead,
        context=place.context,
        subject=place.subject,
        strength=own.strength,
        scope=scope(place.words),
        hedges=_shifted(own, start),
    )


def _attribution(place: Place, sourcing: Sourcing) -> Attribution:
    lead = Span(start=place.lead.start, end=place.lead.end) if place.lead is not None else None
    return sourcing.of(place.span, lead)


def _shifted(own: Certainty, start: int) -> tuple[TextSpan, ...]:
    return tuple(TextSpan(start=cue.start + start, end=cue.end + start, text=cue.text) for cue in own.hedges)
