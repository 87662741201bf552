"""People who comment are shown by a stable pseudonym in every report and export.

The same name gives the same pseudonym in every run, so that a reader can see that one
person wrote two comments, and nobody can see who. Inside texts a name becomes a mark of
the same length, so that every offset holds.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote

from corpus_tool.models import Document, Link
from corpus_tool.text import digest, fold_space

_SHORTEST_NAME = 4
"""Shorter names ("Bob", "Al") are words too often: in a text they are masked only behind an "@"."""
_IMPERSONAL = re.compile(r"(?i)^(anonymous|anon|guest|admin|editor|moderator|unknown|deleted|user|reader)\b")
_WORD = re.compile(r"\w+")
_JOINTS = re.compile(r"[\W_]+")

Names = Mapping[str, tuple[str, ...]]
"""Names of one thread by their first word, folded; so that a text is walked once, however many there are."""


def pseudonym(name: str) -> str:
    """A stable stand-in for one person's name."""
    return f"Commenter {digest('commenter', fold_space(name).casefold(), size=6).upper()}"


def pseudonymised(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with every commenter's name replaced, as author and where fellow commenters write it."""
    names = {thread: _by_first_word(found) for thread, found in _names_by_thread(documents).items()}
    return tuple(_one(document, names.get(_thread(document), {})) for document in documents)


def _thread(document: Document) -> str:
    return document.thread_id or document.id


def _names_by_thread(documents: Iterable[Document]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if document.kind != "article" and document.author is not None:
            name = fold_space(document.author)
            if _WORD.search(name) and not _IMPERSONAL.match(name):
                names[_thread(document)].add(name)
    return names


def _by_first_word(names: Iterable[str]) -> Names:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        first = _WORD.search(name)
        if first is not None:
            found[first[0].casefold()].append(name)
    return {word: tuple(own) for word, own in found.items()}


def _one(document: Document, names: Names) -> Document:
    if document.kind == "article":
        return document
    return dataclasses.replace(
        document,
        author=pseudonym(document.author) if document.author else None,
        title=_masked(document.title, names) if document.title else document.title,
        text=_masked(document.text, names),
        links=tuple(_unnamed(link, names) for link in document.links),
    )


def _mark(length: int) -> str:
    return ("Commenter" + "·" * length)[:length]


def _masked(text: str, names: Names) -> str:
    pieces: list[str] = []
    done = 0
    for word in _WORD.finditer(text):
        for name in names.get(word[0].casefold(), ()):
            start = word.start() - _lead(name)
            end = start + len(name)
            if start >= done and _is_name(text, start, end, name):
                pieces += [text[done:start], _mark(end - start)]
                done = end
                break
    return "".join([*pieces, text[done:]])


def _lead(name: str) -> int:
    first = _WORD.search(name)
    return first.start() if first else 0


def _is_name(text: str, start: int, end: int, name: str) -> bool:
    """Whether the name stands here whole: a plain word as it is spelt ("Rose"), others in any case."""
    written = text[start:end]
    called = text[max(0, start - 1) : start] == "@"
    if len(name) < _SHORTEST_NAME and not called:
        return False
    if fold_space(written).casefold() != name.casefold() or (
        name.isalpha() and not called and written != name
    ):
        return False
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (before.isalnum() and written[:1].isalnum()) and not (
        after.isalnum() and written[-1:].isalnum()
    )


def _slug(text: str) -> str:
    return f"-{_JOINTS.sub('-', unquote(text).casefold()).strip('-')}-"


def _unnamed(link: Link, names: Names) -> Link:
    """The link without a page whose address is a commenter's name: their profile says who they are."""
    address = _slug(link.href)
    named = any(
        len(name) >= _SHORTEST_NAME and _slug(name) in address for own in names.values() for name in own
    )
    return dataclasses.replace(link, href="") if named else link
