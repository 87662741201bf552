"""A doubt or correction did not travel."""

from __future__ import annotations

from corpus_tool.models import Document, Mention
from corpus_tool.provenance.dates import before, date_in
from corpus_tool.provenance.flags.evidence import Evidence, Found, listed, sureness_of_steps
from corpus_tool.provenance.flags.values import figures
from corpus_tool.provenance.house import notes_elsewhere
from corpus_tool.provenance.notes import (
    bears_on,
    content_words,
    note_effect,
    note_numbers,
    points,
    weakening_notes,
)
from corpus_tool.provenance.pile import Pile
from corpus_tool.provenance.wording import excerpt
from corpus_tool.text import words

_NAMED = 2
"""Words of a note that must be words of the claim, in whichever telling."""
_MOSTLY = 0.6
"""Share of a statement's words that a correction elsewhere must hold to be meant for it."""
_MOST = 60
"""Tellings of one claim from which its words are taken."""
_EFFECT = {
    "weakens": "casts doubt on it",
    "withdraws": "takes it back",
    "changes": "corrects it",
    "unclear": "corrects it",
}


def caveat_not_carried(evidence: Evidence) -> Found | None:
    """An earlier telling's document carries a note that weakens, withdraws or changes it; a later one lacks that."""
    chain = evidence.chain
    carried = chain.carried_from(lambda m: _note(evidence, m) is not None)
    without = {
        d: chain.tellings[d][0]
        for d in sorted(carried)
        if evidence.chain.pile.documents[d].kind != "comment" and not _carries(evidence, d, carried[d][1])
    }
    if not without:
        return None
    first = next(iter(without))
    _, carrier = carried[first]
    note = _note(evidence, carrier) or ""
    return Found(
        severity=evidence.severity(len(without) + 1, grave=note_effect(note) != "weakens"),
        sureness=sureness_of_steps(carried[d][0] for d in without),
        reason=(
            f"In this pile, {evidence.who(carrier)} has a note that {_EFFECT.get(note_effect(note), 'limits it')} "
            f"(“{excerpt(note, 6)}”); {listed((evidence.who(m) for m in without.values()), 2)} "
            f"{'does' if len(without) == 1 else 'do'} not carry it. {_order(evidence, note, list(without.values()))}"
        ),
        mentions=tuple(dict.fromkeys([*(carried[d][1] for d in without), *without.values()])),
    )


def _note(evidence: Evidence, mention: Mention) -> str | None:
    """The first weakening note of a mention's document that bears on it."""
    pile = evidence.chain.pile
    document = evidence.document(mention)
    resting = pile.resting_on_source(document.id)
    # A correction that a later saved copy of the page carries is a correction of the page.
    notes = [n for copy in pile.copies_of(document.id) for n in weakening_notes(pile.documents[copy])]
    own = (
        n
        for n in notes
        if bears_on(n, mention, among=resting)
        or _means_claim(evidence, document.id, n)
        or _means_all(evidence, document, n)
    )
    elsewhere = (n.text for n in notes_elsewhere(pile, document) if _takes_back(n.text, mention))
    return next(own, None) or next(elsewhere, None)


def _takes_back(note: str, mention: Mention) -> bool:
    """Whether a correction on a page of its own speaks of this very statement: of most of its words."""
    content = mention.attribution.content
    told = content_words(mention.text if content is None else content.text)
    return len(told & content_words(note)) >= max(_NAMED, _MOSTLY * len(told))


def _means_claim(evidence: Evidence, document_id: str, note: str) -> bool:
    """Whether a note speaks of the claim in words that other tellings use for it, and of no other claim of its text more.

    "The passage about the herring quota is withdrawn" names a claim that the text itself words otherwise.
    """
    said = content_words(note)
    pile = evidence.chain.pile
    shared = {c: len(said & _vocabulary(pile, c)) for c in pile.claim_ids_in(document_id)}
    own = shared.get(evidence.chain.claim.id, 0)
    # "The passage about the tolls" points at one statement, and one word tells which.
    pointed = points(note) and list(shared.values()).count(own) == 1
    return own >= (1 if pointed else _NAMED) and own == max(shared.values())


def _means_all(evidence: Evidence, document: Document, note: str) -> bool:
    """Whether a caveat that names no statement of its text speaks of the whole of it."""
    kinds = {n.kind for n in document.notes if document.text[n.start : n.end] == note}
    if "caveat" not in kinds or points(note):
        return False
    said = content_words(note)
    return not any(
        len(said & content_words(m.text)) > 1
        for m in evidence.chain.pile.mentions_in.get(document.id, ())
        if m.is_claim and m.text not in note
    )


def _vocabulary(pile: Pile, claim_id: str) -> frozenset[str]:
    """The words in which a pile tells a claim."""
    told = (pile.mentions[m].text for m in pile.claims[claim_id].mention_ids[:_MOST] if m in pile.mentions)
    return frozenset(word for text in told for word in content_words(text))


def _carries(evidence: Evidence, document_id: str, carrier: Mention) -> bool:
    """Whether a later document has the note, one like it, or already the corrected value."""
    note = _note(evidence, carrier)
    if note is None:
        return True
    document = evidence.chain.pile.documents[document_id]
    wanted = content_words(note)
    for theirs in weakening_notes(document):
        if len(content_words(theirs) & wanted) >= 2 or bears_on(theirs, carrier):
            return True
    return note_effect(note) == "changes" and _corrected(evidence.chain.tellings[document_id], note)


def _corrected(mentions: tuple[Mention, ...], note: str) -> bool:
    """Whether the figures told are those a correction puts in place of others."""
    old, new = note_numbers(note)
    told = {w for m in mentions for s in figures(m) for w in words(s.text)} | {
        w for m in mentions for w in words(m.text) if w[0].isdigit()
    }
    return bool(told & (new - old)) and not told & (old - new)


def _printed_on(evidence: Evidence, note: str) -> str | None:
    """The day of a correction's own page: the day it names is that of what it corrects."""
    pile = evidence.chain.pile
    for mention in evidence.chain.mentions:
        for found in notes_elsewhere(pile, evidence.document(mention)):
            if found.text == note:
                return found.page.published
    return None


def _order(evidence: Evidence, note: str, mentions: list[Mention]) -> str:
    """Whether the later tellings were written before or after the note, where that is known."""
    dated = _printed_on(evidence, note) or date_in(note)
    if dated is None:
        return "The order of note and copy is open."
    shown = f"from {dated.replace('/', ' to ')}" if "/" in dated else dated
    documents = [evidence.document(m) for m in mentions]
    after = sum(before(dated, d.published) for d in documents)
    earlier = sum(before(d.published, dated) for d in documents)
    if after == len(documents):
        return f"The note ({shown}) came before {'it was' if after == 1 else 'they were'} written."
    if earlier == len(documents):
        return f"The note ({shown}) came after {'it was' if earlier == 1 else 'they were'} written."
    if after or earlier:
        open_ones = len(documents) - after - earlier
        parts = ((earlier, "earlier than that"), (after, "later"), (open_ones, "of unknown order"))
        said = ", ".join(f"{number} {which}" for number, which in parts if number)
        return f"The note is of {shown}; of the texts without it, {said}."
    return f"The order of note ({shown}) and copy is open."
