"""Nearest vectors: exact in blocks while that is cheap, by sorted sign signatures beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.match.joins import distinct

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Codes = NDArray[np.int64]

EXACT_UP_TO = 50_000
"""Blocked products of this many vectors take about a minute on one core."""
_BLOCK = 512
_GROUP = 32
"""Columns of which only the largest is looked at first."""
_TABLES = 12
_WINDOW = 8
_SEED = 20_151_008


def neighbours(vectors: Vectors, *, count: int, least: float) -> Codes:
    """Pairs where one is among the other's ``count`` nearest at cosine ``least`` or more.

    Args:
        vectors: Unit rows, shape ``(n, d)``; a zero row has no neighbours.
        count: Neighbours asked for each row; more where several are equally near.
        least: Smallest cosine.

    Returns:
        Codes ``low × n + high``, sorted.
    """
    if len(vectors) < 2:
        return np.zeros(0, dtype=np.int64)
    return _exact(vectors, count, least) if len(vectors) <= EXACT_UP_TO else _signed(vectors, least)


def _exact(vectors: Vectors, count: int, least: float) -> Codes:
    rows = len(vectors)
    columns = np.zeros((rows + -rows % _GROUP, vectors.shape[1]), dtype=np.float32)
    columns[:rows] = vectors
    turned = np.ascontiguousarray(columns.T)
    found = []
    for start in range(0, rows, _BLOCK):
        block = vectors[start : start + _BLOCK] @ turned
        block[np.arange(len(block)), np.arange(start, start + len(block))] = -1
        block[:, rows:] = -1
        one, two = np.divmod(np.flatnonzero(block >= _bars(block, count, least)[:, None]), block.shape[1])
        found.append(_codes(one + start, two, rows))
    return distinct(np.concatenate(found))


def _bars(block: Vectors, count: int, least: float) -> Vectors:
    """For each row a bar that its ``count`` largest reach, and few others: exact, without sorting the row.

    The count-th largest of the largest of groups is no larger than the count-th largest of all;
    the few above it are sorted out.
    """
    tops = block.reshape(len(block), _GROUP, -1).max(axis=1)
    wanted = min(count, tops.shape[1])
    low = np.maximum(np.partition(tops, -wanted, axis=1)[:, -wanted], least)
    one, two = np.divmod(np.flatnonzero(block >= low[:, None]), block.shape[1])
    values = block[one, two]
    order = np.lexsort((-values, one))
    one, values = one[order], values[order]
    place = np.arange(len(one)) - np.searchsorted(one, one)
    last = place == count - 1
    bars = low.copy()
    bars[one[last]] = values[last]
    return bars


def _codes(one: Codes, two: Codes, rows: int) -> Codes:
    codes: Codes = np.minimum(one, two) * rows + np.maximum(one, two)
    return codes


def _signed(vectors: Vectors, least: float) -> Codes:
    """Sort rows by the signs of random projections, compare each with those that follow it.

    Source: Charikar (2002), sign signatures; sorted tables after Manku, Jain and Sarma (2007).
    The projections are fixed, so that a row's signature never depends on other rows.
    """
    generator = np.random.default_rng(_SEED)
    found = []
    weights = (1 << np.arange(31, dtype=np.int64))[::-1]
    for _ in range(_TABLES):
        planes = generator.standard_normal((vectors.shape[1], 31)).astype(np.float32)
        codes = (vectors @ planes > 0) @ weights
        order = np.argsort(codes, kind="stable")
        for step in range(1, _WINDOW + 1):
            one, two = order[:-step], order[step:]
            close = np.einsum("ij,ij->i", vectors[one], vectors[two]) >= least
            found.append(_codes(one[close], two[close], len(vectors)))
    return distinct(np.concatenate(found))
