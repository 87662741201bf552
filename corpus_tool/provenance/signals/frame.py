"""Signals from the frame around shared text: credit, quotation, byline, title, first person."""

from __future__ import annotations

import re

from corpus_tool.models import Document
from corpus_tool.provenance.lexicon import fold, patterns
from corpus_tool.provenance.names import name_key, title_key
from corpus_tool.provenance.overlap import View, quoted_share
from corpus_tool.provenance.pile import label
from corpus_tool.provenance.signals.lean import Lean
from corpus_tool.provenance.wording import excerpt

_HEAD = 400
"""Bylines and repost lines stand in the first or last so many characters."""


def names_source(view: View) -> Lean | None:
    """The taker names the source, by address, headline, outlet or author."""
    cites = view.citations
    if not cites:
        return None
    best = min(cites, key=lambda r: (("address", "title", "name").index(r.matched), r.name))
    how = {"address": "links to", "title": "names the headline of", "name": "credits"}[best.matched]
    weight = {"address": 3.0, "title": 3.0, "name": 4.0}[best.matched]
    sentence = f"{_capital(label(view.pile, view.taker))} {how} {label(view.pile, view.source)} (“{excerpt(best.name)}”)."
    return Lean(weight, sentence)


def presents_as_quotation(view: View) -> Lean | None:
    """The taker sets the shared text apart as a quotation; in the source it is running text."""
    weight = sum(len(p.taker.text) for p in view.own)
    if not weight:
        return None
    there = sum(quoted_share(view.source, p.source.start, p.source.end) * len(p.taker.text) for p in view.own)
    here = sum(quoted_share(view.taker, p.taker.start, p.taker.end) * len(p.taker.text) for p in view.own)
    if here / weight < 0.5 or there / weight > 0.35:
        return None
    return Lean(
        2.6,
        f"{_capital(label(view.pile, view.taker))} sets the shared text apart as a quotation; the other has it as its own running text.",
    )


def calls_itself_repost(view: View) -> Lean | None:
    """A line at the head or foot says that the text appeared elsewhere first."""
    text = view.taker.text
    edges = fold(text[:_HEAD]) + "\n" + fold(text[-_HEAD:])
    if view.shared_words < 20 or not patterns("speech", "repost").search(edges):
        return None
    if patterns("speech", "repost").search(
        fold(view.source.text[:_HEAD]) + "\n" + fold(view.source.text[-_HEAD:])
    ):
        return None
    return Lean(1.6, f"{_capital(label(view.pile, view.taker))} says that it is a repost.")


def byline_elsewhere(view: View) -> Lean | None:
    """The taker's byline names the source's outlet, or the source's author under another outlet."""
    if view.shared_words < 15:
        return None
    byline = fold(f"{view.taker.author or ''}\n{_byline_line(view.taker)}")
    outlet = name_key(view.source.publisher or "")
    other = name_key(view.taker.publisher or "")
    if outlet and outlet != other and re.search(rf"\b{re.escape(outlet)}\b", byline):
        return Lean(
            3.0,
            f"The byline of {label(view.pile, view.taker)} names {view.source.publisher}, where the other text stands.",
        )
    house = _house(view.source)
    if (
        not outlet
        and house
        and re.search(rf"\b{re.escape(house)}\b", byline)
        and not _house_in_byline(view.source)
    ):
        return Lean(
            1.2,
            f"The byline of {label(view.pile, view.taker)} introduces the author to readers of another house; the other text has no need to.",
        )
    return None


def _byline_line(document: Document) -> str:
    for line in document.text[:_HEAD].splitlines()[:6]:
        if re.match(r"\s*(?:by|from|posted by|\()", line, re.IGNORECASE):
            return line[:200]
    return ""


_HOUSE = re.compile(r"\b(?:[Aa]t|[Hh]ere at|[Ww]e at) the ([A-Z][\w&.-]{2,30}(?: [A-Z][\w&.-]+){0,3}),? we\b")


def _house(document: Document) -> str:
    """The house a text speaks for: "at the Example Union we are …"."""
    found = _HOUSE.search(document.text[:60_000])
    return name_key(found.group(1)) if found else ""


def _house_in_byline(document: Document) -> bool:
    house = _house(document)
    return bool(house) and house in fold(f"{document.author or ''}\n{_byline_line(document)}")


def speaks_with_own_name(view: View) -> Lean | None:
    """The shared text says "we" of the house that publishes the source and not the taker."""
    house = _house(view.taker) or _house(view.source)
    if not house or view.shared_words < 15:
        return None
    if name_key(view.source.publisher or "") == house and name_key(view.taker.publisher or "") not in {
        house,
        "",
    }:
        return Lean(
            2.2,
            f"The shared text speaks as “we” of {view.source.publisher}, which publishes only one of the two.",
        )
    return None


def speaks_of_own_source(view: View) -> Lean | None:
    """The source tells in the first person what it is based on, or corrects itself; the taker lacks that."""
    if view.shared_words < 15:
        return None
    own = _first_person_notes(view.source)
    if not own or _first_person_notes(view.taker):
        return None
    return Lean(
        1.6,
        f"Only {label(view.pile, view.source)} says in the first person what the text rests on (“{excerpt(own)}”): its author speaks there.",
    )


def _first_person_notes(document: Document) -> str:
    for note in document.notes:
        text = document.text[note.start : note.end]
        if patterns("notes", "first_person_source").search(fold(text)):
            return text
    return ""


def extends_title(view: View) -> Lean | None:
    """The taker's headline is the source's with words added."""
    source, taker = title_key(view.source.title or ""), title_key(view.taker.title or "")
    if len(source.split()) < 4 or source == taker:
        return None
    if taker.startswith(source + " ") or taker.endswith(" " + source):
        return Lean(
            1.2, f"The headline of {label(view.pile, view.taker)} is that of the other with words added."
        )
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
