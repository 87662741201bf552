"""The pile's documents by what they can be called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corpus_tool.models import Document
from corpus_tool.provenance.issued import is_issued
from corpus_tool.provenance.masthead import mastheads
from corpus_tool.provenance.names import name_key, name_parts, title_key, url_key
from corpus_tool.provenance.notes import content_words
from corpus_tool.provenance.pile import Pile
from corpus_tool.provenance.wire import agencies, own_agency

_TITLE_WORDS = 3
_PAPER_WORDS = 2
"""Words of matter by which a paper is called in short: one ("the report") is any paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Documents by name, headline and address.

    Attributes:
        by_name: Key of an outlet, an author, a masthead or a site to its documents.
        by_title: Key of a headline to the documents under it.
        by_url: Key of an address to its document.
        outlets: Keys that are publishers, or agencies by which texts of the pile are signed.
        posters: Keys of people who write in threads: of the pile, and no sources to look up.
        papers: Papers that a body puts out itself, with the words of their title.
    """

    by_name: Mapping[str, tuple[str, ...]]
    by_title: Mapping[str, tuple[str, ...]]
    by_url: Mapping[str, str]
    outlets: frozenset[str]
    posters: frozenset[str]
    papers: tuple[tuple[str, frozenset[str]], ...] = ()

    def paper(self, name: str) -> tuple[str, ...]:
        """The one body's own paper whose title has all words of a name: "the police summary"."""
        wanted = content_words(name)
        found = [d for d, title in self.papers if wanted <= title] if len(wanted) >= _PAPER_WORDS else []
        return tuple(found) if len(found) == 1 else ()

    def called(self, key: str) -> tuple[str, ...]:
        """Documents that bear a name, also where it is a site's address written in one word."""
        return self.by_name.get(key) or self.by_name.get(key.replace("&", "and").replace(" ", ""), ())


def shelf_of(pile: Pile) -> Shelf:
    """Index all documents by what they can be called."""
    articles = [d for d in pile.documents.values() if d.kind != "comment"]
    outlets = frozenset(name_key(d.publisher) for d in articles if d.publisher) - {""}
    wires = frozenset(key for d in articles if (key := own_agency(d))) | frozenset(
        map(name_key, agencies(pile))
    )
    names: dict[str, list[str]] = defaultdict(list)
    titles: dict[str, list[str]] = defaultdict(list)
    for document in articles:
        for key in sorted(_names(document, outlets | wires)):
            names[key].append(document.id)
        if document.title and len(title_key(document.title).split()) >= _TITLE_WORDS:
            titles[title_key(document.title)].append(document.id)
    for short, key in _short_names(_plain(articles)).items():
        names.setdefault(short, names.get(key, []))
    return Shelf(
        by_name={k: tuple(v) for k, v in names.items() if v},
        by_title={k: tuple(v) for k, v in titles.items()},
        by_url=_addresses(pile),
        outlets=outlets | wires,
        posters=frozenset(
            name_key(d.author) for d in pile.documents.values() if d.author and d.kind != "article"
        ),
        papers=tuple((d.id, content_words(d.title)) for d in articles if d.title and is_issued(d)),
    )


def _names(document: Document, outlets: frozenset[str]) -> set[str]:
    """All a document may be called by; an author who is somebody else's outlet is that outlet's name."""
    own = name_key(document.publisher or "")
    author = name_key(document.author or "")
    found = {own} | set(mastheads(document)) | _site(document)
    if author not in outlets or author == own or own_agency(document):
        found |= {author, own_agency(document)}
    return found - {""}


def _site(document: Document) -> set[str]:
    """The name in a web address: "greenery" of www.greenery.example/a."""
    labels = url_key(document.url or "").split("/")[0].split(".")
    return {labels[-2]} if len(labels) > 1 and len(labels[-2]) > 4 else set()


def _plain(articles: list[Document]) -> set[str]:
    return {name_key(name) for d in articles for name in (d.publisher, d.author) if name} - {""}


def _short_names(keys: set[str]) -> dict[str, str]:
    """The last word of a longer name, where only one name of the pile ends so: "the Ledger"."""
    lasts: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        if " " in key and len(key.split()[-1]) > 4:
            lasts[key.split()[-1]].append(key)
    return {short: found[0] for short, found in lasts.items() if len(found) == 1 and short not in keys}


def _addresses(pile: Pile) -> dict[str, str]:
    urls: dict[str, str] = {}
    for document in pile.documents.values():
        if document.url:
            urls.setdefault(url_key(document.url), document.id)
    return urls


def own_keys(document: Document) -> frozenset[str]:
    """What a document is itself called: it cannot credit another by these words."""
    title = title_key(document.title or "")
    parts = (part for name in (document.publisher, document.author) if name for part in name_parts(name))
    keys = {name_key(part) for part in parts} | mastheads(document) | _site(document) | {own_agency(document)}
    return frozenset({title, *keys, *(key.split()[-1] for key in keys if key)} - {""})
