"""Where the headline, writer, day and publisher of a document were read, and what else its page said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from corpus_tool.text import normalise

GivenField = Literal["title", "author", "published", "publisher"]
GivenPlace = Literal[
    "sidecar", "json-ld", "opengraph", "meta", "heading", "byline", "window title", "masthead", "copyright",
    "url", "htmldate", "file",
]  # fmt: skip
FIELDS: Final[tuple[GivenField, ...]] = ("title", "author", "published", "publisher")
_LETTERS = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(("by", "the", "and", "of", "von", "par", "por", "for"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One value as one place gives it. The first of a field is the document's own; those after it differ from it."""

    field: GivenField
    place: GivenPlace
    value: str


def disputes(given: Sequence[Given]) -> tuple[tuple[Given, ...], ...]:
    """Field by field, what the places give where they do not agree; the document's own value first."""
    groups = (tuple(one for one in given if one.field == field) for field in FIELDS)
    return tuple(group for group in groups if len(group) > 1)


def agree(field: GivenField, one: str, other: str) -> bool:
    """Whether two values of a field can be one thing written twice.

    A day and its month agree, and so do two days that a time zone may have parted; so do a
    name and a longer form of it, a title and the same with the site's name behind it.

    Args:
        field: Which field they are values of.
        one: A value.
        other: Another.
    """
    if field == "published":
        return _same_day(one, other)
    left, right = _words(one), _words(other)
    if not left or not right:
        return True
    if field == "title":
        return (
            f" {' '.join(left)} " in f" {' '.join(right)} " or f" {' '.join(right)} " in f" {' '.join(left)} "
        )
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    return field == "publisher" and _same_name(left, right)


def _words(text: str) -> list[str]:
    found: list[str] = _LETTERS.findall(normalise(text.replace("'", "").replace("’", "")))
    return [word for word in found if word not in _SMALL] or found


def _same_name(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether they are one name run together, in part, or by its first letters ("SBC")."""
    one, other = "".join(left), "".join(right)
    initials = ("".join(word[0] for word in left), "".join(word[0] for word in right))
    return one in other or other in one or one == initials[1] or other == initials[0]


def _same_day(one: str, other: str) -> bool:
    if one[:10].startswith(other[:10]) or other[:10].startswith(one[:10]):
        return True
    if "T" not in one and "T" not in other:
        return False
    try:
        apart = date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])
    except ValueError:
        return False
    return abs(apart.days) <= 1
