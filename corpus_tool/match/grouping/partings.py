"""What parts two wordings however near their sentences lie: a form that is filled in otherwise.

The weights of `corpus_tool.match.grouping.features` are learnt mostly from wordings about one topic at a time,
where a near sentence is another telling as a rule. In a pile of several topics forms repeat ("The recall
covers X, sold between …"), and what is filled in decides.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from corpus_tool.match.grouping.features import Likened, figures_agree
from corpus_tool.match.normal import listed
from corpus_tool.match.senses import lemma_stem

PARTED: Final = 0.5
"""Chance left where something parts two wordings: a reader would be undecided, and no group forms by it alone."""
_HALF: Final = 0.45
"""Less of the longer wording's matter than this is found in the other: they share little but the form."""
_QUARTER: Final = 0.25
"""Less of the shorter wording's matter than this is found in the other: of such pairs nine in ten are strangers."""
_NAMED_ALIKE: Final = 0.25
"""Share of name words in common below which two wordings name others."""
_DAYS: Final = frozenset({"date"})


def form_alone(pair: Likened) -> bool:
    """Nothing in common but a day, a figure or a measure, and other figures besides ("£260 a year", "£640 million a year")."""
    shared = _shared(pair)
    if not pair.a.figures or not pair.b.figures or not (shared or pair.a.units | pair.b.units <= _DAYS):
        return False
    if pair.less >= _HALF or figures_agree(pair) >= _HALF:
        return False
    return all(not stem.isalpha() or stem in _stems("measure_words.txt") for stem in shared)


def nothing_alike(pair: Likened) -> bool:
    """Hardly a word of either that the other has too, in whatever words: all that brings them together is what they are about."""
    return pair.more < _QUARTER


def telling_alone(pair: Likened) -> bool:
    """Nothing in common but that it was reported, said or confirmed."""
    shared = _shared(pair)
    return bool(shared) and shared <= _stems("telling_words.txt") and pair.less < _HALF


def other_names(pair: Likened) -> bool:
    """A form that both use, and each names what the other does not; who tells of one rare figure tells of one thing."""
    return pair.less >= _HALF and figures_agree(pair) < _HALF and _others(pair.a.names, pair.b.names)


def other_matter(pair: Likened) -> bool:
    """Other names, another thing counted and little matter in common: "Alda recalls 42,000 kettles", "Borin recalls 42,000 heaters"."""
    counted = bool(pair.a.units) and bool(pair.b.units) and not pair.a.units & pair.b.units
    return (
        counted
        and pair.less < _HALF
        and _others(pair.a.names | pair.a.opening, pair.b.names | pair.b.opening)
    )


def _shared(pair: Likened) -> frozenset[str]:
    """Stems that both use."""
    return frozenset(pair.a.columns.keys() & pair.b.columns.keys())


@lru_cache(maxsize=2)
def _stems(name: str) -> frozenset[str]:
    """The stems of a list of words."""
    return frozenset(lemma_stem(word) for word in listed(name))


def _others(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one) and bool(two) and len(one & two) < _NAMED_ALIKE * len(one | two)


PARTINGS: Final[tuple[tuple[Callable[[Likened], bool], float], ...]] = (
    (nothing_alike, 0.85),
    (form_alone, 0.85),
    (telling_alone, 0.85),
    (other_names, 1.0),
    (other_matter, 1.0),
)
"""Each with the chance from which it is overruled. Two in three pairs as likely as .85 that have only a measure in common
do tell one thing in other words with another figure; of the less likely ones one in two, of strangers none."""


def parted(pair: Likened, chance: float) -> bool:
    """Whether anything parts two wordings that are else as likely as this to tell one thing."""
    return any(chance < sure and ask(pair) for ask, sure in PARTINGS)
