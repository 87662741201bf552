"""Sources that are named in the pile and are not in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from corpus_tool.models import Derivation, DerivationRelation, End, External
from corpus_tool.provenance.link import Link
from corpus_tool.provenance.overlap import covered
from corpus_tool.provenance.pile import Pile, label
from corpus_tool.provenance.references import References
from corpus_tool.text import digest

_PRINTS = 0.6
"""Share of a text from which it is a print of the agency's, though it does not say so."""


def external_id(key: str) -> str:
    """The id of the source with this name key."""
    return "x" + digest("external", key)


def externals(pile: Pile, references: References) -> tuple[External, ...]:
    """Every source named and absent, with the statements that are credited to it, by id.

    On the agency whose text a document prints rest all of its statements that others tell too.
    """
    mentions: dict[str, set[str]] = defaultdict(set)
    for ref in references.all:
        if ref.key:
            mentions[ref.key] |= {ref.mention_id} if ref.mention_id else set()
            if ref.wire:
                own = (m.id for m in pile.mentions_in.get(ref.document_id, ()))
                mentions[ref.key] |= {m for m in own if passed_on(pile, m)}
    rows = [
        External(id=external_id(key), name=references.names[key], mention_ids=tuple(sorted(ids)))
        for key, ids in mentions.items()
    ]
    return tuple(sorted(rows, key=lambda x: x.id))


def external_derivations(
    pile: Pile, references: References, silent: Mapping[str, str]
) -> tuple[Derivation, ...]:
    """One derivation from each absent source to each document that rests on it.

    A source named for a statement that only one document makes is listed among the externals
    and is no derivation: nothing was passed on.
    """
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ref in references.all:
        if ref.key and (ref.mention_id is None or passed_on(pile, ref.mention_id)):
            named[ref.key, ref.document_id] |= {ref.mention_id} if ref.mention_id else set()
    rows = [_row(pile, references, key, named[key]) for key in sorted(named)]
    rows += [
        _print(pile, references, key, document_id)
        for document_id, key in silent.items()
        if (key, document_id) not in named
    ]
    return tuple(rows)


def passed_on(pile: Pile, mention_id: str) -> bool:
    """Whether a statement is told by more than one document, or tracked."""
    claims = [pile.claims[c] for c in pile.claims_of.get(mention_id, ())]
    return any(
        c.tracked is not None
        or len({pile.mentions[m].document_id for m in c.mention_ids if m in pile.mentions}) > 1
        for c in claims
    )


def _row(pile: Pile, references: References, ends: tuple[str, str], mention_ids: set[str]) -> Derivation:
    key, document_id = ends
    who, name = label(pile, pile.documents[document_id]), references.names[key]
    count = len(mention_ids)
    statements = "one of its statements" if count == 1 else f"{count} of its statements"
    what = f"for {statements}" if count else "as a general credit"
    return Derivation(
        id="d" + digest("external", key, document_id),
        source=End(type="external", id=external_id(key)), target=End(type="document", id=document_id),
        relation=_relation(pile, mention_ids), directed=True, confidence=0.9 if count else 0.7,
        evidence=(f"{who[:1].upper()}{who[1:]} names {name} {what}; {name} is not in this pile.",),
    )  # fmt: skip


def _relation(pile: Pile, mention_ids: set[str]) -> DerivationRelation:
    quoted = any(pile.mentions[m].quoted for m in mention_ids)
    return "quotes" if quoted else "cites"


def silent_prints(references: References, links: Iterable[Link]) -> Mapping[str, str]:
    """Documents that print an agency's text without naming it, as others that share it show, with its key."""
    prints = {}
    for link in links:
        ends = ((link.source_id, link.taker_id), (link.taker_id, link.source_id))
        for credited, silent in ends:
            wires, own = references.wires(credited), references.wires(silent)
            if wires and not own and not link.credited and _mostly(link, silent):
                prints[silent] = min(wires)
    return dict(sorted(prints.items()))


def reprints(references: References, link: Link, silent: Mapping[str, str]) -> bool:
    """Whether a link only ties two prints of one agency, of which one does not name it."""
    one, other = link.source_id, link.taker_id
    return any(
        silent.get(a) in ({silent.get(b), *references.wires(b)} - {None})
        for a, b in ((one, other), (other, one))
    )


def _mostly(link: Link, document_id: str) -> bool:
    mine = link.view.taker if link.taker_id == document_id else link.view.source
    sides = [p.taker if link.taker_id == document_id else p.source for p in link.view.own]
    return mine.kind != "comment" and covered((s.start, s.end) for s in sides) >= _PRINTS * max(
        1, len(mine.text)
    )


def _print(pile: Pile, references: References, key: str, document_id: str) -> Derivation:
    who, name = label(pile, pile.documents[document_id]), references.names[key]
    return Derivation(
        id="d" + digest("external", key, document_id),
        source=End(type="external", id=external_id(key)), target=End(type="document", id=document_id),
        relation="copies", directed=True, confidence=0.75,
        evidence=(f"{who[:1].upper()}{who[1:]} prints the text that others print from {name}; it does not say so.",),
    )  # fmt: skip
