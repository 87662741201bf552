"""Where a page's headline, writer, day and publisher stand: what each place gives, and which of them was taken.

A page says the same thing in many places, and what was taken went through several hands. So each place is asked
by itself, and the value taken is put down to the first that gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

import orjson

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.lexicon import table
from corpus_tool.models import Given, GivenField, GivenPlace
from corpus_tool.models.given import FIELDS, agree

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_LARGEST = 1_000_000
"""Characters of a block of JSON-LD; larger ones hold a catalogue."""
_MOST = 200
"""Things that one block may hold at its top."""
_LONGEST = 300
_FALLBACK: dict[GivenField, GivenPlace] = {
    "title": "heading",
    "author": "byline",
    "published": "htmldate",
    "publisher": "url",
}
"""Who found what no place gives in these words: the search for a marked element, for a day, the site's address."""
_HEAD_PLACES: Final[tuple[GivenPlace, ...]] = ("opengraph", "meta")
_NOT_DISPUTING = frozenset(("window title", "masthead", "copyright", "url", "htmldate"))
"""What these say was made out, not told: it bears a value out and contradicts none."""


def page_given(tree: LexborHTMLParser) -> list[Given]:
    """What JSON-LD, OpenGraph and other meta elements give, in this order.

    Args:
        tree: The parsed page.
    """
    return [*_linked(tree), *_meta(tree)]


def taken(values: dict[GivenField, str | None], said: Sequence[Given]) -> tuple[Given, ...]:
    """The values taken with the place of each, and behind each what other places give that differs.

    Args:
        values: What the document says.
        said: What the places give, the most exact first.
    """
    found: list[Given] = []
    for field in FIELDS:
        value = values.get(field)
        if not value:
            continue
        of_field = [one for one in said if one.field == field]
        exact = [one.place for one in of_field if one.value == value]
        alike = [one.place for one in of_field if agree(field, one.value, value)]
        place = next(iter([*exact, *alike]), _FALLBACK[field])
        found.append(Given(field=field, place=place, value=value))
        found.extend(_others(found[-1], of_field, said))
    return tuple(found)


def _others(own: Given, of_field: Sequence[Given], said: Sequence[Given]) -> Iterator[Given]:
    """What differs from the value taken, each once. A site named as writer, or as headline, disputes neither."""
    known = [own.value]
    if own.field in {"author", "title"}:
        sites = [one.value for one in said if one.field == "publisher"]
        if any(agree(own.field, own.value, site) for site in sites):
            return
        known += sites
    for one in of_field:
        if one.place in _NOT_DISPUTING or any(agree(own.field, one.value, value) for value in known):
            continue
        known.append(one.value)
        yield one


def _one(field: str, place: GivenPlace, value: object) -> Iterator[Given]:
    said = " ".join(value.split()) if isinstance(value, str) else ""
    if not said or len(said) > _LONGEST or "://" in said or said.startswith(("@", "www.")):
        return
    written = to_edtf(said) if field == "published" else said
    if written:
        yield Given(field=cast("GivenField", field), place=place, value=written)


def _meta(tree: LexborHTMLParser) -> list[Given]:
    names = table("metadata.toml")
    found: list[Given] = []
    for node in tree.css("meta[content]"):
        attributes = node.attrs
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).casefold()
        for place in _HEAD_PLACES:
            field = names[place].get(name)
            if field is not None:
                found.extend(_one(field, place, attributes.get("content")))
    return sorted(found, key=lambda one: one.place != "opengraph")


def _linked(tree: LexborHTMLParser) -> list[Given]:
    """Of the first article that JSON-LD describes; the publisher else by the site it describes."""
    things: list[dict[str, Any]] = []
    for node in tree.css('script[type="application/ld+json" i]'):
        written = node.text()
        if len(written) > _LARGEST:
            continue
        try:
            things.extend(_things(orjson.loads(written)))
        except orjson.JSONDecodeError:
            continue
    by_id = {str(thing["@id"]): thing for thing in things if "@id" in thing and len(thing) > 1}
    kinds = table("metadata.toml")["json-ld"]
    article = next((thing for thing in things if _is(thing, kinds["articles"])), {})
    site = next((thing for thing in things if _is(thing, kinds["sites"])), {})
    publisher = _names(article.get("publisher"), by_id) or _names(site, by_id)
    return [
        *_one("title", "json-ld", article.get("headline") or article.get("name")),
        *_one("author", "json-ld", "; ".join(_names(article.get("author"), by_id))),
        *_one("published", "json-ld", article.get("datePublished")),
        *_one("publisher", "json-ld", publisher[0] if publisher else None),
    ]


def _things(value: object) -> list[dict[str, Any]]:
    """What stands at the top of a block, or in its graph."""
    top = value if isinstance(value, list) else [value]
    found: list[dict[str, Any]] = []
    for one in top[:_MOST]:
        if isinstance(one, dict):
            graph = one.get("@graph")
            found.extend(
                thing
                for thing in (graph if isinstance(graph, list) else [one])[:_MOST]
                if isinstance(thing, dict)
            )
    return found


def _is(thing: dict[str, Any], endings: str) -> bool:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.casefold().endswith(tuple(endings.split())) for one in kinds)


def _names(value: object, by_id: dict[str, dict[str, Any]]) -> list[str]:
    """Names of people or houses, told in words, as things, or by the id of a thing."""
    found: list[str] = []
    for one in (value if isinstance(value, list) else [value])[:_MOST]:
        thing = by_id.get(str(one.get("@id")), one) if isinstance(one, dict) else one
        name = thing.get("name") if isinstance(thing, dict) else thing
        if isinstance(name, str) and name.strip():
            found.append(name)
    return list(dict.fromkeys(found))
