"""ClaimReview as desks publish it: JSON-LD of every shape, and the answers of fact-check search services.

The vocabulary is that of https://schema.org/ClaimReview. Pages wrap it in graphs and feeds, name
its keys in full or with a prefix, and give values as lists or as objects with ``@value``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")
_PREFIX = re.compile(r"^(?:https?://schema\.org/|schema:|sc:)")
_WORDS = ("@value", "alternateName", "name", "text", "@id", "url", "ratingValue")
"""Where the words of a nested value stand, the most telling first."""
_DEPTH = 6


def _named(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row with its keys as the vocabulary spells them, prefixes off."""
    return {_PREFIX.sub("", str(key)): value for key, value in row.items()}


def plain_value(value: object, depth: int = 0) -> str:
    """The words of a value: a list's first that says anything, an object's name; markup and entities taken off."""
    if value is None or isinstance(value, bool) or depth > _DEPTH:
        return ""
    if isinstance(value, list):
        return next((said for one in value if (said := plain_value(one, depth + 1))), "")
    if isinstance(value, Mapping):
        inner = _named(value)
        return next((said for key in _WORDS if (said := plain_value(inner.get(key), depth + 1))), "")
    said = html.unescape(str(value)) if "&" in str(value) else str(value)
    return _MARKUP.sub(" ", said) if "<" in said else said


def is_review(row: Mapping[str, Any]) -> bool:
    """Whether a row is one checked claim in the vocabulary's words."""
    names = _named(row)
    if plain_value(names.get("claimReviewed")):
        return True
    kinds = names.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    reviewed = any(_PREFIX.sub("", str(kind)) == "ClaimReview" for kind in kinds)
    return reviewed and bool(_claimed(names))


def reviews_in(value: object) -> Iterator[dict[str, Any]]:
    """Checked claims anywhere in a JSON value as plain rows, in order; no recursion: input nests to any depth."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            if is_review(one):
                yield _row(_named(one))
            elif _is_answer(one):
                yield from _answers(one)
            else:
                waiting.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            waiting.extend(reversed(one))


def _claimed(names: Mapping[str, Any]) -> str:
    """What was reviewed; older pages give it as the name of the thing reviewed."""
    return plain_value(names.get("claimReviewed")) or plain_value(names.get("itemReviewed"))


def _row(names: Mapping[str, Any]) -> dict[str, Any]:
    url = plain_value(names.get("url")) or plain_value(names.get("mainEntityOfPage"))
    return {
        "id": plain_value(names.get("@id")) or plain_value(names.get("id")) or url,
        "text": _claimed(names),
        "title": plain_value(names.get("headline")) or plain_value(names.get("name")),
        "rating": _rating(names.get("reviewRating")),
        "url": url,
    }


def _rating(value: object) -> str:
    """The verdict in words; a bare number with the scale it stands on."""
    value = next(iter(value), None) if isinstance(value, list) else value
    if not isinstance(value, Mapping):
        return plain_value(value)
    names = _named(value)
    said = plain_value(names.get("alternateName")) or plain_value(names.get("name"))
    number, best = plain_value(names.get("ratingValue")), plain_value(names.get("bestRating"))
    return said or (f"{number} of {best}" if number and best else number)


def _is_answer(row: Mapping[str, Any]) -> bool:
    """Whether it is a claim with its reviews, as search services answer: ``{"text", "claimReview": […]}``."""
    return isinstance(row.get("claimReview"), list) and bool(plain_value(row.get("text")))


def _answers(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for review in row["claimReview"]:
        if isinstance(review, Mapping):
            url = plain_value(review.get("url"))
            yield {
                "id": url,
                "text": row["text"],
                "title": plain_value(review.get("title")),
                "rating": plain_value(review.get("textualRating")),
                "url": url,
            }
