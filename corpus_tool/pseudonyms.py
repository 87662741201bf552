"""People who comment are shown by a stable pseudonym in every report and export.

The same name gives the same pseudonym in every run, so that a reader can see that one
person wrote two comments, and nobody can see who.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus_tool.models import Document
from corpus_tool.text import digest, fold_space

_SHORTEST_NAME = 4
"""Shorter names ("Bob", "Al") are words too often to be masked inside a text."""
_IMPERSONAL = re.compile(r"(?i)^(anonymous|anon|guest|admin|editor|moderator|unknown|deleted|user|reader)\b")


def pseudonym(name: str) -> str:
    """A stable stand-in for one person's name."""
    return f"Commenter {digest('commenter', fold_space(name).casefold(), size=6).upper()}"


def _is_commenter(document: Document) -> bool:
    return document.kind != "article" and document.author is not None


def _names_by_thread(documents: Iterable[Document]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if _is_commenter(document) and document.author is not None:
            name = fold_space(document.author)
            if len(name) >= _SHORTEST_NAME and not _IMPERSONAL.match(name):
                names[document.thread_id or document.id].add(name)
    return names


def _masked(text: str, names: Iterable[str]) -> str:
    """Names of fellow commenters become a mark of the same length, so that every offset holds."""
    pattern = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    if not pattern:
        return text
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: ("Commenter" + "·" * len(found[0]))[: len(found[0])], text)


def pseudonymised(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with every commenter's name replaced, as author and where fellow commenters write it."""
    names = _names_by_thread(documents)
    return tuple(_one(document, names) for document in documents)


def _one(document: Document, names: dict[str, set[str]]) -> Document:
    if document.kind == "article":
        return document
    author = pseudonym(document.author) if document.author else None
    text = _masked(document.text, names.get(document.thread_id or document.id, ()))
    return dataclasses.replace(document, author=author, text=text)
