"""How often a wording denies: "did not", "failed to", "lacks", "no longer", "without" each count once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus_tool.match.compare.lexicon import base

_PAIRED = {"nor": "neither"}
"""A word that goes on with a denial already begun."""
_SHORTENED = ("n't", "n’t")
_BY_ITSELF = frozenset({"not only", "no doubt", "not least", "nothing but", "fail safe", "no sooner"})
"""Runs that look like a denial and are none."""

_ENDING = frozenset(map(base, ("stop", "stopped", "cease", "quit")))
"""Verbs that deny the deed told behind them ("stopped using"); alone they tell a deed of their own ("the bus stops")."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial: the words it is made of, by position."""

    first: int
    last: int


@lru_cache(maxsize=1)
def _terms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Terms by their first stem, the longest first."""
    text = files(__package__).joinpath("lexicons", "denials.txt").read_text(encoding="utf-8")
    table: dict[str, list[tuple[str, ...]]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            term = tuple(base(word) for word in line.split())
            table.setdefault(term[0], []).append(term)
    return {first: tuple(sorted(terms, key=len, reverse=True)) for first, terms in table.items()}


def denials(words: Sequence[str]) -> tuple[Denial, ...]:
    """The denials among folded words, in order."""
    return denials_among(words, [base(word) for word in words])


def denials_among(words: Sequence[str], stems: Sequence[str]) -> tuple[Denial, ...]:
    """The same, where the stems of the words are known."""
    return tuple(_found(words, stems))


def _found(words: Sequence[str], stems: Sequence[str]) -> Iterator[Denial]:
    at, terms = 0, _terms()
    while at < len(words):
        begins = stems[at] in terms or stems[at] in _ENDING or words[at].endswith(_SHORTENED)
        size = _size(words, stems, at) if begins else 0
        if size:
            yield Denial(at, at + size - 1)
        at += max(1, size)


def _size(words: Sequence[str], stems: Sequence[str], at: int) -> int:
    if " ".join(words[at : at + 2]) in _BY_ITSELF:
        return 0
    if words[at].endswith(_SHORTENED):
        return 1
    if words[at] in _PAIRED and _PAIRED[words[at]] in words[:at]:
        return 0
    if stems[at] in _ENDING and at + 1 < len(words) and words[at + 1].endswith("ing"):
        return 1
    for term in _terms().get(stems[at], ()):
        if tuple(stems[at : at + len(term)]) == term:
            return len(term)
    return 0
