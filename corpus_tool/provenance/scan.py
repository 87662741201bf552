"""Outlets and headlines of the pile, named in running text beyond what attribution caught."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corpus_tool.models import Document
from corpus_tool.provenance.lexicon import fold, patterns
from corpus_tool.provenance.pile import Pile
from corpus_tool.text import word_spans

_WINDOW = 60
"""Characters either side of a name in which a word of crediting must stand."""
_LONGEST_NAME = 6
_PREFIX = 4
_MARKS = frozenset("\"'“”‘’«»*_")
_BESIDE = 8
"""Words beside a headline on the line of a list of sources: an outlet, a date."""
_TITLE_WORDS = 4
"""Shorter headlines turn up in running text by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOutlet:
    """A place where a text names a publisher, author or headline of the pile."""

    document_id: str
    start: int
    name: str
    candidates: tuple[str, ...]
    matched: Literal["title", "name"]
    credited: bool = True
    """Whether a word of crediting stands by it; where it only prints or shows, it is a source of what is stated there."""


def named_outlets(
    pile: Pile, by_name: Mapping[str, tuple[str, ...]], by_title: Mapping[str, tuple[str, ...]]
) -> Iterator[NamedOutlet]:
    """Namings in the texts of all documents, in order of document and place.

    Args:
        pile: The pile.
        by_name: Name key (see `names.name_key`) to the documents that bear it.
        by_title: Headline key to the documents under it.
    """
    names = {k: v for k, v in by_name.items() if 1 <= len(k.split()) <= _LONGEST_NAME}
    titles = {k: v for k, v in by_title.items() if len(k.split()) >= _TITLE_WORDS}
    starts = _title_starts(titles)
    first = _first_letters([*names, *starts])
    for document in pile.documents.values():
        yield from _in_document(document, names, (starts, titles), first)


def _first_letters(keys: list[str]) -> frozenset[str]:
    """How names begin: a token that begins otherwise opens none of them, and is passed over."""
    return frozenset(key[:length] for key in keys for length in range(1, _PREFIX + 1))


def _title_starts(titles: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    starts: dict[str, list[str]] = {}
    for title in sorted(titles):
        starts.setdefault(" ".join(title.split()[:_TITLE_WORDS]), []).append(title)
    return starts


def _in_document(
    document: Document,
    names: Mapping[str, tuple[str, ...]],
    shelves: tuple[Mapping[str, list[str]], Mapping[str, tuple[str, ...]]],
    first: frozenset[str],
) -> Iterator[NamedOutlet]:
    starts, titles = shelves
    text = document.text
    spans = word_spans(text)
    tokens = [_bare(text[a:b].casefold()) for a, b in spans]
    for place, token in enumerate(tokens):
        if token[:_PREFIX] not in first:
            continue
        head = " ".join(tokens[place : place + _TITLE_WORDS])
        for title in starts.get(head, ()):
            length = len(title.split())
            if " ".join(tokens[place : place + length]) == title and _set_apart(
                text, spans[place][0], spans[place + length - 1][1]
            ):
                yield NamedOutlet(
                    document_id=document.id,
                    start=spans[place][0],
                    name=title,
                    candidates=titles[title],
                    matched="title",
                )
        yield from _names_at(document, (tokens, spans), place, names)


def _bare(token: str) -> str:
    """A word without the mark of possession."""
    if token[-1] in "'’":
        return token[:-1]
    return token[:-2] if token.endswith(("'s", "’s")) else token


def _set_apart(text: str, start: int, end: int) -> bool:
    """Whether a headline is given as one: in quotation marks, behind a word of crediting, or nearly alone on its line.

    A headline states something, and so may a sentence in the same words.
    """
    before, behind = text[:start].rstrip()[-1:], text[end:].lstrip()[:2]
    if before in _MARKS and any(mark in _MARKS for mark in behind):
        return True
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    rest = text[line_start:start] + " " + text[end : line_end if line_end >= 0 else len(text)]
    return len(rest.split()) <= _BESIDE and not text[end:].startswith((".", "!", "?"))


def _names_at(
    document: Document,
    read: tuple[list[str], list[tuple[int, int]]],
    place: int,
    names: Mapping[str, tuple[str, ...]],
) -> Iterator[NamedOutlet]:
    tokens, spans = read
    start = spans[place][0]
    if not document.text[start].isupper():
        return
    for length in range(_LONGEST_NAME, 0, -1):
        key = " ".join(tokens[place : place + length])
        if key not in names:
            key = key.replace(" ", "")
        if key in names and place + length <= len(tokens):
            end = spans[place + length - 1][1]
            credited = (_credited if length > 1 else _credited_alone)(document.text, start, end)
            if credited or (length > 1 and _prints(document.text, end)):
                yield NamedOutlet(
                    document_id=document.id, start=start, name=document.text[start:end], candidates=names[key],
                    matched="name", credited=credited,
                )  # fmt: skip
            return


def _prints(text: str, end: int) -> bool:
    """Whether the name does what houses do: it printed, showed, described, revealed."""
    return patterns("speech", "printing_behind").search(fold(text[end : end + _WINDOW])) is not None


def _credited_alone(text: str, start: int, end: int) -> bool:
    """Whether a single word is credited as an outlet is: "in Norland" and "from Norland" speak of a place."""
    near = fold(text[max(0, start - _WINDOW) : start])
    if re.search(r"\b(?:in|from|at|of|to|near)\s*$", near):
        return False
    return _credited(text, start, end)


def _credited(text: str, start: int, end: int) -> bool:
    """Whether a name stands by a word of crediting, alone in brackets as agencies do, or alone on its line."""
    if text[:start].rstrip()[-1:] in {"(", "["} and text[end:].lstrip()[:1] in {")", "]"}:
        return True
    before, behind = fold(text[max(0, start - _WINDOW) : start]), fold(text[end : end + _WINDOW])
    if patterns("speech", "credit_before").search(before) or patterns("speech", "credit_behind").search(
        behind
    ):
        return True
    line = (
        text[text.rfind("\n", 0, start) + 1 : start]
        + text[end : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    )
    return not line.strip(" \t.,:;-–—*•[]()\"'“”")
