"""Nearest vectors: exact in blocks while that is cheap, by sorted sign signatures beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

EXACT_UP_TO = 50_000
"""Blocked products of this many vectors take about a minute on one core."""
_BLOCK = 1024
_TABLES = 12
_WINDOW = 8
_SEED = 20_151_008


def neighbours(vectors: Vectors, *, count: int, least: float) -> set[tuple[int, int]]:
    """Pairs ``(low, high)`` where one is among the other's ``count`` nearest at cosine ``least`` or more.

    Args:
        vectors: Unit rows, shape ``(n, d)``; a zero row has no neighbours.
        count: Neighbours asked for each row.
        least: Smallest cosine.
    """
    if len(vectors) < 2:
        return set()
    return _exact(vectors, count, least) if len(vectors) <= EXACT_UP_TO else _signed(vectors, least)


def _exact(vectors: Vectors, count: int, least: float) -> set[tuple[int, int]]:
    pairs: set[tuple[int, int]] = set()
    wanted = min(count, len(vectors) - 1)
    for start in range(0, len(vectors), _BLOCK):
        block = vectors[start : start + _BLOCK] @ vectors.T
        block[np.arange(len(block)), np.arange(start, start + len(block))] = -1
        best = np.argpartition(-block, wanted - 1, axis=1)[:, :wanted]
        rows, columns = np.nonzero(np.take_along_axis(block, best, axis=1) >= least)
        ends = best[rows, columns]
        pairs.update(_ordered(rows + start, ends))
    return pairs


def _ordered(one: NDArray[np.int64], two: NDArray[np.int64]) -> set[tuple[int, int]]:
    low, high = np.minimum(one, two), np.maximum(one, two)
    return set(zip(low.tolist(), high.tolist(), strict=True))


def _signed(vectors: Vectors, least: float) -> set[tuple[int, int]]:
    """Sort rows by the signs of random projections, compare each with those that follow it.

    Source: Charikar (2002), sign signatures; sorted tables after Manku, Jain and Sarma (2007).
    The projections are fixed, so that a row's signature never depends on other rows.
    """
    generator = np.random.default_rng(_SEED)
    pairs: set[tuple[int, int]] = set()
    weights = (1 << np.arange(31, dtype=np.int64))[::-1]
    for _ in range(_TABLES):
        planes = generator.standard_normal((vectors.shape[1], 31)).astype(np.float32)
        codes = (vectors @ planes > 0) @ weights
        order = np.argsort(codes, kind="stable")
        for step in range(1, _WINDOW + 1):
            one, two = order[:-step], order[step:]
            close = np.einsum("ij,ij->i", vectors[one], vectors[two]) >= least
            pairs.update(_ordered(one[close], two[close]))
    return pairs
