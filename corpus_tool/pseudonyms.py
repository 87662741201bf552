"""People who comment are shown by a stable pseudonym in every report and export.

The same name gives the same pseudonym in every run, so that a reader can see that one
person wrote two comments, and nobody can see who. Inside texts a name becomes a mark of
the same length, so that every offset holds.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from corpus_tool.models import Document, Link
from corpus_tool.text import digest, fold_space

_SHORTEST_NAME = 4
"""Shorter names ("Bob", "Al") are words too often: in a text they are masked only behind an "@"."""
_IMPERSONAL = re.compile(r"(?i)^(anonymous|anon|guest|admin|editor|moderator|unknown|deleted|user|reader)\b")
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
"""Letters and digits with the marks that stand on them: "zelda_reef" is two."""
_JOIN = re.compile(r"[^\w\n]{0,2}_?|\s{1,3}")
"""What may stand between the tokens of one name: nothing, a blank, a dot, an underscore."""
_MOST_TOKENS = 8
_JOINED_SHORTEST = 8
"""Letters from which a name is known with its parts run together or set apart ("@ZeldaReef", "zelda.reef")."""
_SAYS = re.compile(r"\s{0,3}(?:wrote|writes|said|says|asked|asks|replied|replies)\b", re.IGNORECASE)
_JOINTS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Name:
    """A commenter's name: as written, and its tokens folded; ``first`` where only the first of them is meant."""

    written: str
    tokens: tuple[str, ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Names of one thread by their letters and digits alone, folded; so that a text is walked once.

    ``starts`` holds the first one, two and three letters of each: most words begin no name.
    """

    by_letters: Mapping[str, tuple[_Name, ...]]
    starts: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Names as they are written."""
        found = _by_letters(names)
        return cls(found, frozenset(letters[:size] for letters in found for size in (1, 2, 3)))


_NOBODY: Final = Names({}, frozenset())


def pseudonym(name: str) -> str:
    """A stable stand-in for one person's name."""
    return f"Commenter {digest('commenter', fold_space(name).casefold(), size=6).upper()}"


def pseudonymised(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with every commenter's name replaced, as author and where fellow commenters write it."""
    names = {thread: Names.of(found) for thread, found in _names_by_thread(documents).items()}
    return tuple(_one(document, names.get(_thread(document), _NOBODY)) for document in documents)


def _thread(document: Document) -> str:
    return document.thread_id or document.id


def _names_by_thread(documents: Iterable[Document]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if document.kind != "article" and document.author is not None:
            name = fold_space(document.author)
            if _TOKEN.search(name) and not _IMPERSONAL.match(name):
                names[_thread(document)].add(name)
    return names


def _by_letters(names: Iterable[str]) -> dict[str, tuple[_Name, ...]]:
    found: dict[str, list[_Name]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        tokens = _tokens(name)
        found["".join(tokens)].append(_Name(name, tokens))
        if len(tokens) > 1 and len(tokens[0]) >= _SHORTEST_NAME and tokens[0].isalpha():
            found[tokens[0]].append(_Name(_TOKEN.findall(name)[0], tokens[:1], first=True))
    return {letters: tuple(own) for letters, own in found.items()}


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_folded(token) for token in _TOKEN.findall(text))


def _folded(token: str) -> str:
    """Letters without case and marks: "Ümit" is "umit"."""
    if token.isascii():
        return token.casefold()
    apart = unicodedata.normalize("NFKD", token.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def _one(document: Document, names: Names) -> Document:
    if document.kind == "article":
        return document
    return dataclasses.replace(
        document,
        author=pseudonym(document.author) if document.author else None,
        title=_masked(document.title, names) if document.title else document.title,
        text=_masked(document.text, names),
        url=None if document.url and _names_someone(document.url, names) else document.url,
        links=tuple(_unnamed(link, names) for link in document.links),
        given=(),
    )


def _mark(length: int) -> str:
    return ("Commenter" + "·" * length)[:length]


def _masked(text: str, names: Names) -> str:
    if not names.starts:
        return text
    pieces: list[str] = []
    done = 0
    runs = _Runs(text, [token.span() for token in _TOKEN.finditer(text)])
    for at, (start, _) in enumerate(runs.spans):
        end = runs.name_at(at, names) if start >= done else 0
        if end:
            pieces += [text[done:start], _mark(end - start)]
            done = end
    return "".join([*pieces, text[done:]])


@dataclass(frozen=True, slots=True)
class _Runs:
    """A text with its tokens by position."""

    text: str
    spans: Sequence[tuple[int, int]]

    def name_at(self, at: int, names: Names) -> int:
        """Where the longest name ends that begins with a token; 0 where none does."""
        if _folded(self.text[slice(*self.spans[at])])[:3] not in names.starts:
            return 0
        letters, best = "", 0
        for last in range(at, min(len(self.spans), at + _MOST_TOKENS)):
            start, end = self.spans[last]
            if last > at and _JOIN.fullmatch(self.text, self.spans[last - 1][1], start) is None:
                break
            letters += _folded(self.text[start:end])
            run = (self.spans[at][0], end, last - at + 1)
            if any(self._is_named(name, *run) for name in names.by_letters.get(letters, ())):
                best = end
        return best

    def _is_named(self, name: _Name, start: int, end: int, tokens: int) -> bool:
        """Whether the name stands here: a plain word as it is spelt ("Rose"), others in any case and joined anyhow."""
        written = self.text[start:end]
        called = self.text[max(0, start - 1) : start] == "@"
        if name.first:
            spoken = written == name.written and _SAYS.match(self.text, end) is not None
            return called or spoken
        if len(name.written) < _SHORTEST_NAME:
            return called
        if len(name.tokens) == 1 and name.written.isalpha():
            return tokens == 1 and (called or written == name.written)
        return tokens == len(name.tokens) or len("".join(name.tokens)) >= _JOINED_SHORTEST


def _slug(text: str) -> str:
    return f"-{_JOINTS.sub('-', unquote(text).casefold()).strip('-')}-"


def _unnamed(link: Link, names: Names) -> Link:
    """The link without a page whose address is a commenter's name: their profile says who they are."""
    return dataclasses.replace(link, href="") if _names_someone(link.href, names) else link


def _names_someone(href: str, names: Names) -> bool:
    address = _slug(href)
    return any(
        not name.first and len(name.written) >= _SHORTEST_NAME and _slug(name.written) in address
        for own in names.by_letters.values()
        for name in own
    )
