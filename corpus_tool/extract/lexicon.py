"""Word lists: plain data files under ``lexicons/``, read once, matched by first word.

A list is a ``.txt`` of one term a line or a ``.tsv`` of ``term<TAB>class[<TAB>number]``;
lines that begin with ``#`` are comments and name the list's sources. In a term the word
``_`` stands for up to twelve words of any kind ("if _ is accurate").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from corpus_tool.extract.tokens import Tokens, tokens

GAP = "_"
_GAP_WORDS = 12
_NO_STOP = frozenset({".", "!", "?", ";"})


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a list; ``gapped`` where its words need not follow each other."""

    words: tuple[str, ...]
    label: str
    value: float
    gapped: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found: token range ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    term: Term


Index = dict[str, tuple[Term, ...]]


def _lines(name: str) -> list[str]:
    folder = resources.files("corpus_tool.extract") / "lexicons"
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=64)
def terms(name: str) -> frozenset[str]:
    """The single terms of a ``.txt`` list, lower case."""
    return frozenset(line.strip().lower() for line in _lines(name))


def _term(line: str) -> Term:
    phrase, label, number = (*line.split("\t"), "", "")[:3]
    words = tokens(phrase.strip()).words
    return Term(words, label.strip(), float(number) if number.strip() else 0.0, GAP in words)


@lru_cache(maxsize=64)
def index(name: str) -> Index:
    """Terms of a list by their first word, longest first."""
    grouped: dict[str, list[Term]] = {}
    for line in _lines(name):
        term = _term(line)
        if term.words:
            grouped.setdefault(term.words[0], []).append(term)
    return {first: tuple(sorted(group, key=lambda t: -len(t.words))) for first, group in grouped.items()}


@lru_cache(maxsize=64)
def mapping(name: str) -> dict[str, str]:
    """Single words of a ``.tsv`` list and their class."""
    return {line.split("\t")[0].strip(): line.split("\t")[1].strip() for line in _lines(name)}


@lru_cache(maxsize=64)
def group(label: str, name: str = "statement_words.tsv") -> frozenset[str]:
    """The single words of one class of a ``.tsv`` list; a word may be in several classes."""
    pairs = (line.split("\t") for line in _lines(name))
    return frozenset(pair[0].strip() for pair in pairs if pair[1].strip() == label)


def _gapped(words: tuple[str, ...], at: int, pattern: tuple[str, ...]) -> int:
    """End of ``pattern`` when it stands at ``at`` with its gaps filled, else -1."""
    place = at
    for position, word in enumerate(pattern):
        if word == GAP:
            rest = pattern[position + 1 :]
            for skip in range(_GAP_WORDS + 1):
                end = _gapped(words, place + skip, rest)
                if end >= 0:
                    return end
                if place + skip >= len(words) or words[place + skip] in _NO_STOP:
                    return -1
            return -1
        if place >= len(words) or words[place] != word:
            return -1
        place += 1
    return place


def hits(words: Tokens, name: str) -> list[Hit]:
    """All terms of list ``name`` in the text, in order; longest wins, no overlaps."""
    found: list[Hit] | None = words.memo.get(name)
    if found is None:
        found = words.memo[name] = _hits(words.words, index(name))
    return found


def _hits(words: tuple[str, ...], table: Index) -> list[Hit]:
    found: list[Hit] = []
    free = 0
    for at in [at for at, word in enumerate(words) if word in table]:
        if at < free:
            continue
        for term in table[words[at]]:
            end = _end(words, at, term)
            if end >= 0:
                found.append(Hit(at, end, term))
                free = at + 1 if term.gapped else end
                break
    return found


def _end(words: tuple[str, ...], at: int, term: Term) -> int:
    """End of a term whose first word stands at ``at``, else -1."""
    if term.gapped:
        return _gapped(words, at, term.words)
    size = len(term.words)
    return at + size if size == 1 or words[at : at + size] == term.words else -1
