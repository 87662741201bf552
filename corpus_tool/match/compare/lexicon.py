"""Word classes of this room, looked up by stem: same meaning, opposite meaning, breadth."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from corpus_tool.match.normal import stem


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath("lexicons", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("synonyms.txt")):
        for word in line.split():
            table.setdefault(base(word), set()).add(number)
    return {word: frozenset(classes) for word, classes in table.items()}


@lru_cache(maxsize=1)
def _antonyms() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _lines("antonyms.tsv"):
        left, right = line.split("\t")
        for one in left.split():
            for other in right.split():
                table.setdefault(base(one), set()).add(base(other))
                table.setdefault(base(other), set()).add(base(one))
    return {word: frozenset(others) for word, others in table.items()}


@lru_cache(maxsize=1)
def breadths() -> dict[str, int]:
    """Quantifier → how widely it holds, 0 (none) to 4 (all)."""
    return {
        word: int(row.split("\t")[1]) for row in _lines("scopes.tsv") for word in row.split("\t")[0].split()
    }


@lru_cache(maxsize=1)
def times() -> dict[str, int]:
    """Words that name a time ("monday", "march") → the class within which two are two times."""
    return {word: number for number, line in enumerate(_lines("calendar.txt")) for word in line.split()}


@lru_cache(maxsize=1)
def links() -> frozenset[str]:
    """Stems of words that tie an effect to a cause."""
    return frozenset(base(word) for line in _lines("links.txt") for word in line.split())


@lru_cache(maxsize=1)
def opposed() -> dict[frozenset[str], str]:
    """Two closed-class words that turn a statement round → the kind of difference that makes."""
    rows = (line.split("\t") for line in _lines("opposed.tsv"))
    return {frozenset({one, other}): kind for kind, one, other in rows}


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    rows = (line.split("\t") for line in _lines("irregular.tsv"))
    return {form: base for forms, base in rows for form in forms.split()}


@lru_cache(maxsize=1)
def light_words() -> frozenset[str]:
    """Words that carry little of what is told."""
    return frozenset(word for line in _lines("light_words.txt") for word in line.split())


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """The stem of a word, irregular forms joined with their base; twice, since "ratings" is "rating"."""
    return stem(stem(_irregular().get(word, word)))


def synonyms(one: str) -> frozenset[int]:
    """Classes of meaning that a stem belongs to."""
    return _synonyms().get(one, frozenset())


def antonyms(one: str) -> frozenset[str]:
    """Stems that say the opposite of a stem."""
    return _antonyms().get(one, frozenset())


_SHORTEST_DENIED = 5
_ADJECTIVES = (
    "able",
    "ible",
    "ent",
    "ant",
    "ate",
    "ive",
    "al",
    "ic",
    "ar",
    "ect",
    "ete",
    "ite",
    "ure",
    "ial",
)
"""Endings by which "in-" denies ("inactive") and is no part of a verb or noun ("inform", "income")."""


def denied_forms(word: str) -> frozenset[str]:
    """Stems of a word with a denying prefix put before it, or taken away: "aware", "unaware"."""
    found = [f"un{word}"] if len(word) >= _SHORTEST_DENIED - 1 else []
    if word.startswith("un") and len(word) - 2 >= _SHORTEST_DENIED - 1:
        found.append(word[2:])
    if word.endswith(_ADJECTIVES) and len(word) >= _SHORTEST_DENIED:
        prefix = {"m": "im", "p": "im", "b": "im", "l": "il", "r": "ir"}.get(word[0], "in")
        found.append(prefix + word)
        if word.startswith(("in", "im", "il", "ir")) and len(word) - 2 >= _SHORTEST_DENIED:
            found.append(word[2:])
    return frozenset(map(base, found))
