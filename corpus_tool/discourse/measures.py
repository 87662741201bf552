"""How unusual a count is, and by how much: log-likelihood and log ratio."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, log2

DIGITS = 4
"""Decimals of a figure in a row, so that sums in another order give the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How often a thing stands in a part and in the rest, and how many words these have."""

    here: int
    size_here: int
    there: int
    size_there: int


def log_likelihood(counts: Counts) -> float:
    """G² of a word in two parts; negative where it is rarer here than there.

    Of the contingency table's four cells (Dunning 1993); 3.84 is the .05 level of one test, 15.13 that of .0001.
    """
    total = counts.size_here + counts.size_there
    if not counts.size_here or not counts.size_there:
        return 0.0
    cells = (
        (counts.here, counts.here + counts.there, counts.size_here),
        (counts.there, counts.here + counts.there, counts.size_there),
        (counts.size_here - counts.here, total - counts.here - counts.there, counts.size_here),
        (counts.size_there - counts.there, total - counts.here - counts.there, counts.size_there),
    )
    found = 2 * sum(seen * log(seen * total / (row * column)) for seen, row, column in cells if seen > 0)
    fewer = counts.here * counts.size_there < counts.there * counts.size_here
    return round(-found if fewer else max(0.0, found), DIGITS)


def log_ratio(counts: Counts) -> float:
    """Binary logarithm of the two relative frequencies (Hardie 2014): 1 is twice as often, 2 four times.

    Half an occurrence is added to both counts, so that a word which one side lacks has a ratio, too.
    """
    if not counts.size_here or not counts.size_there:
        return 0.0
    here = (counts.here + 0.5) / (counts.size_here + 1)
    there = (counts.there + 0.5) / (counts.size_there + 1)
    return round(log2(here / there), DIGITS)
