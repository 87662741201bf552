"""Which source a statement or a document names, and whether that source is in the pile."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corpus_tool.models import Document, Mention
from corpus_tool.provenance.dates import before
from corpus_tool.provenance.lexicon import fold, words_of
from corpus_tool.provenance.nameable import full_name
from corpus_tool.provenance.names import (
    looks_like_name,
    merged_keys,
    name_key,
    name_parts,
    quoted_title,
    shown_name,
    title_key,
    url_key,
)
from corpus_tool.provenance.pile import Pile, sentence_of
from corpus_tool.provenance.scan import NamedOutlet, named_outlets
from corpus_tool.provenance.shelf import Shelf, own_keys, shelf_of
from corpus_tool.provenance.wire import agencies

Matched = Literal["address", "title", "name"]
CHECKABLE = frozenset({"primary", "secondary"})
_WHOLE: tuple[None, ...] = (None,)
"""Stands for the document as a whole, where a link is in no statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One naming of a source.

    Attributes:
        document_id: Who names it.
        mention_id: For which statement, or null for the document as a whole.
        name: As written.
        target_id: The document of the pile that is meant, or null.
        key: The external's key where no document is meant; empty where nobody can be looked up.
        matched: What tied the name to the document.
        wire: Whether it is the agency of a dateline, whose text the document prints.
    """

    document_id: str
    mention_id: str | None
    name: str
    target_id: str | None = None
    key: str = ""
    matched: Matched = "name"
    wire: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """All namings of sources in a pile."""

    all: tuple[Reference, ...]
    by_mention: Mapping[str, tuple[Reference, ...]]
    by_document: Mapping[str, tuple[Reference, ...]]
    names: Mapping[str, str]

    def targets(self, mention_id: str) -> frozenset[str]:
        """Documents of the pile that this statement is credited to."""
        return frozenset(r.target_id for r in self.by_mention.get(mention_id, ()) if r.target_id)

    def externals(self, mention_id: str) -> frozenset[str]:
        """Keys of the sources outside the pile that this statement is credited to."""
        return frozenset(r.key for r in self.by_mention.get(mention_id, ()) if r.key)

    def wires(self, document_id: str) -> frozenset[str]:
        """Keys of the agencies outside the pile whose text a document prints."""
        return frozenset(r.key for r in self.by_document.get(document_id, ()) if r.wire and r.key)

    def credits_telling(self, document_id: str) -> bool:
        """Whether a document credits any other document of the pile."""
        return any(r.target_id for r in self.by_document.get(document_id, ()))


def is_checkable(mention: Mention) -> bool:
    """Whether a source one could check is given for this very statement."""
    return mention.attribution.grade in CHECKABLE and mention.attribution.scope == "sentence"


def references(pile: Pile) -> References:
    """All namings of sources, with each name tied to a document of the pile or to an external key."""
    shelf = shelf_of(pile)
    found = [*_from_mentions(pile, shelf), *_from_credits(pile, shelf), *_from_links(pile, shelf)]
    found += [*_from_text(pile, shelf), *_from_datelines(pile, shelf), *_from_authors(pile, shelf)]
    found += _from_known_names(pile, found)
    found = [r for r in found if not (r.key and r.key in shelf.posters)]
    found = _by_known_part(found)
    merged = merged_keys(r.key for r in found if r.key)
    unique = sorted(
        {dataclasses.replace(r, key=merged.get(r.key, r.key)) for r in found},
        key=lambda r: (r.document_id, r.mention_id or "", r.target_id or "", r.key, r.name),
    )
    return _indexed(unique)


def _by_known_part(found: list[Reference]) -> list[Reference]:
    """A longer naming ("headline, Outlet, 21 April") that holds the name of a source named for a statement is that one."""
    known = {ref.key for ref in found if ref.mention_id is not None and ref.key}
    return [_shortened(ref, known) if ref.key and ref.key not in known else ref for ref in found]


def _shortened(ref: Reference, known: set[str]) -> Reference:
    part = next((p for p in name_parts(ref.name)[1:] if name_key(p) in known), None)
    return ref if part is None else dataclasses.replace(ref, name=part, key=name_key(part))


def _indexed(rows: list[Reference]) -> References:
    by_mention: dict[str, list[Reference]] = defaultdict(list)
    by_document: dict[str, list[Reference]] = defaultdict(list)
    spellings: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for ref in rows:
        by_document[ref.document_id].append(ref)
        if ref.mention_id is not None:
            by_mention[ref.mention_id].append(ref)
        if ref.key:
            spellings[ref.key][shown_name(ref.name)] += 1
    names = {
        key: min(forms, key=lambda n: (name_key(n) != key, -forms[n], len(n), n))
        for key, forms in spellings.items()
    }
    return References(
        all=tuple(rows), names=names,
        by_mention={k: tuple(v) for k, v in by_mention.items()},
        by_document={k: tuple(v) for k, v in by_document.items()},
    )  # fmt: skip


def _from_mentions(pile: Pile, shelf: Shelf) -> Iterator[Reference]:
    for mention in pile.mentions.values():
        name = mention.attribution.external
        if not name or mention.attribution.scope != "sentence" or mention.attribution.grade not in CHECKABLE:
            continue
        yield _resolved(pile, shelf, (pile.documents[mention.document_id], mention.id, name))


def _from_credits(pile: Pile, shelf: Shelf) -> Iterator[Reference]:
    for document_id, rows in pile.credits_in.items():
        for credit in rows:
            byline = fold(credit.cue).strip(" :") in words_of("names", "byline_cues")
            name = credit.text[len(credit.cue) :] if byline else credit.external or credit.text
            ref = _resolved(pile, shelf, (pile.documents[document_id], None, name.strip(" :")))
            # Who wrote a text is not its source; a house in the byline whose text is here is.
            if ref.target_id or (credit.external and not byline):
                yield ref


def _from_links(pile: Pile, shelf: Shelf) -> Iterator[Reference]:
    for document in pile.documents.values():
        for link in document.links:
            target = shelf.by_url.get(url_key(link.href))
            if target is None or target == document.id or _same_thread(pile, document, target):
                continue
            name = document.text[link.start : link.end].strip() or link.href
            inside = [m.id for m in pile.mentions_in.get(document.id, ()) if _holds(m, link.start)]
            for mention_id in inside or _WHOLE:
                yield Reference(
                    document_id=document.id,
                    mention_id=mention_id,
                    name=name,
                    target_id=target,
                    matched="address",
                )


def _same_thread(pile: Pile, document: Document, target: str) -> bool:
    return pile.roots.get(document.id) == target


def _holds(mention: Mention, place: int) -> bool:
    return mention.field == "text" and mention.sentence.start <= place < mention.sentence.end


def _from_text(pile: Pile, shelf: Shelf) -> Iterator[Reference]:
    named = {k: v for k, v in shelf.by_name.items() if v}
    for outlet in named_outlets(pile, named, shelf.by_title):
        document = pile.documents[outlet.document_id]
        if {title_key(outlet.name), name_key(outlet.name)} & own_keys(document):
            continue
        target = _chosen(pile, document, outlet.candidates, how=outlet.matched)
        if target is not None:
            found = _reference_to(pile, outlet, target)
            if outlet.credited or _states_the_same(pile, found):
                yield found


def _states_the_same(pile: Pile, ref: Reference) -> bool:
    """Whether the statement in which an outlet is named is one that the document meant tells too.

    "The Example showed a drawing of the new bridge" credits the Example where that stands there.
    """
    told = pile.claim_ids_in(ref.target_id or "")
    return ref.mention_id is not None and not told.isdisjoint(pile.claims_of.get(ref.mention_id, ()))


def _from_known_names(pile: Pile, found: list[Reference]) -> Iterator[Reference]:
    """Statements that name, in their own sentence, a source that others give for the same claim."""
    given: dict[str, dict[str, str]] = defaultdict(dict)
    for ref in found:
        if ref.mention_id is not None and len(ref.key.split()) > 1:
            for claim_id in pile.claims_of.get(ref.mention_id, ()):
                given[claim_id].setdefault(ref.key, ref.name)
    done = {(ref.mention_id, ref.key) for ref in found}
    for claim_id, names in given.items():
        for mention in (pile.mentions[m] for m in pile.claims[claim_id].mention_ids if m in pile.mentions):
            sentence = fold(sentence_of(pile, mention))
            for key, name in names.items():
                if (mention.id, key) not in done and f"{key} " in f"{sentence} " and not mention.quoted:
                    yield Reference(
                        document_id=mention.document_id, mention_id=mention.id, name=name, key=key
                    )


def _from_authors(pile: Pile, shelf: Shelf) -> Iterator[Reference]:
    """Documents whose author is the outlet of another: a text printed from there."""
    for document in pile.documents.values():
        if (
            document.kind != "article"
            or not document.author
            or name_key(document.author) not in shelf.outlets
        ):
            continue
        target = _chosen(pile, document, shelf.called(name_key(document.author)), how="name")
        if target is not None:
            yield Reference(document_id=document.id, mention_id=None, name=document.author, target_id=target)


def _from_datelines(pile: Pile, shelf: Shelf) -> Iterator[Reference]:
    for name, document_ids in sorted(agencies(pile).items()):
        for document_id in document_ids:
            ref = _resolved(pile, shelf, (pile.documents[document_id], None, name))
            yield dataclasses.replace(ref, wire=True)


def _reference_to(pile: Pile, outlet: NamedOutlet, target: str) -> Reference:
    inside = (m.id for m in pile.mentions_in.get(outlet.document_id, ()) if _holds(m, outlet.start))
    return Reference(
        document_id=outlet.document_id, mention_id=next(inside, None), name=outlet.name, target_id=target,
        matched=outlet.matched,
    )  # fmt: skip


def _resolved(pile: Pile, shelf: Shelf, naming: tuple[Document, str | None, str]) -> Reference:
    document, mention_id, name = naming
    for how, candidates in _options(shelf, document, name):
        target = _chosen(pile, document, candidates, how=how)
        if target is not None:
            return Reference(
                document_id=document.id, mention_id=mention_id, name=name, target_id=target, matched=how
            )
    mention = pile.mentions[mention_id] if mention_id is not None else None
    full = full_name(document, mention, name)
    return Reference(
        document_id=document.id, mention_id=mention_id, name=full or name, key=_external_key(document, full)
    )


def _options(shelf: Shelf, document: Document, name: str) -> Iterator[tuple[Matched, tuple[str, ...]]]:
    """Documents that a name may mean, by address, then headline, then outlet or author; never the namer's own."""
    parts = name_parts(name)
    yield "address", tuple(filter(None, (shelf.by_url.get(url_key(part)) for part in parts)))
    own = own_keys(document)
    for part in parts:
        title = quoted_title(part) or title_key(part)
        if title not in own:
            yield "title", shelf.by_title.get(title, ())
    for part in parts:
        # "The Bulletin" may be short for an outlet; "the bulletin" is any bulletin.
        if name_key(part) not in own and looks_like_name(part):
            yield "name", shelf.called(name_key(part))
    yield "name", shelf.paper(name)


def _external_key(document: Document, name: str) -> str:
    """Empty where a document names itself: an outlet is no source for its own words."""
    key = name_key(name)
    return "" if key in own_keys(document) else key


def _chosen(pile: Pile, document: Document, candidates: Iterable[str], *, how: Matched) -> str | None:
    """The one document meant, of several that bear the name.

    A name alone is not enough: an outlet prints many articles, so the one meant must
    tell something that the crediting document tells too, or hold some of its text.
    """
    others = [c for c in candidates if c != document.id and not _own(pile, document, c, how)]
    if not others:
        return None
    stated = pile.claim_ids_in(document.id)
    ranked = sorted(
        others,
        key=lambda c: (
            -len(stated & pile.claim_ids_in(c)),
            not pile.share(document.id, c),
            before(document.published, pile.documents[c].published),
            c,
        ),
    )
    best = ranked[0]
    if how == "name" and not stated & pile.claim_ids_in(best) and not pile.share(document.id, best):
        return None
    return best


def _own(pile: Pile, document: Document, other: str, how: Matched) -> bool:
    """By name, an outlet that names itself points at no other text of its own."""
    if pile.roots.get(document.id) == other:
        return True
    mine, theirs = document.publisher, pile.documents[other].publisher
    return how == "name" and mine is not None and theirs is not None and name_key(mine) == name_key(theirs)
