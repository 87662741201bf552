"""Hashes of runs of word numbers: equal runs, and only they, have one hash (but for one chance in 2⁶⁴)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def mixed(numbers: NDArray[np.generic]) -> Hashes:
    """64 well-mixed bits for each number (splitmix64 by Steele, Lea and Flood, 2014)."""
    z = numbers.astype(np.uint64) * _MULTIPLIER + _MULTIPLIER
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def window_hashes(ids: NDArray[np.int32], size: int) -> Hashes:
    """Hash of each run of ``size`` numbers; empty if there are fewer."""
    count = len(ids) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    codes = mixed(ids)
    state = codes[:count].copy()
    for offset in range(1, size):
        state = state * _MULTIPLIER + codes[offset : offset + count]
    return mixed(state)
