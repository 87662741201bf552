"""Candidates: keys join what shares them, cells find most of what the product of all finds."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_tool.match import neighbours as near
from corpus_tool.match.candidates import stems
from corpus_tool.match.joins import Held, distinct, named, twos
from corpus_tool.match.neighbours import neighbours

ROWS = 900


def _clustered(groups: int, each: int) -> np.ndarray:
    """Unit vectors in groups around centres."""
    chance = np.random.default_rng(5)
    centres = np.repeat(chance.standard_normal((groups, 32)), each, axis=0)
    rows = (centres + 0.5 * chance.standard_normal(centres.shape)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _lots(rows: int) -> np.ndarray:
    return np.random.default_rng(6).permutation(rows)


def test_exact_neighbours_are_the_nearest() -> None:
    vectors = _clustered(6, 10)
    found = set(neighbours(vectors, _lots(60), count=3, least=0.2).tolist())
    cosines = vectors @ vectors.T - 2 * np.eye(60, dtype=np.float32)
    wanted = set()
    for row in range(60):
        for other in np.argsort(-cosines[row])[:3].tolist():
            if cosines[row, other] >= 0.2:
                wanted.add(min(row, other) * 60 + max(row, other))
    assert found == wanted


def test_cells_find_most_of_what_the_product_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors, lots = _clustered(ROWS // 6, 6), _lots(ROWS)
    exact = distinct(neighbours(vectors, lots, count=5, least=0.3))
    monkeypatch.setattr(near, "EXACT_UP_TO", 100)
    found = distinct(neighbours(vectors, lots, count=5, least=0.3))
    same_group = exact[exact // ROWS // 6 == exact % ROWS // 6]
    assert np.isin(same_group, found).mean() > 0.95
    assert (found // ROWS < found % ROWS).all()
    assert len(found) < ROWS * near._OPENED * near._EACH


def test_cells_know_no_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "EXACT_UP_TO", 100)
    vectors, lots = _clustered(ROWS // 6, 6), _lots(ROWS)
    order = np.random.default_rng(7).permutation(ROWS)
    plain = neighbours(vectors, lots, count=5, least=0.3)
    shuffled = neighbours(vectors[order], lots[order], count=5, least=0.3)
    one, two = order[shuffled // ROWS], order[shuffled % ROWS]
    assert distinct(np.minimum(one, two) * ROWS + np.maximum(one, two)).tolist() == distinct(plain).tolist()


@pytest.mark.parametrize("rows", [0, 1, 2, 150])
def test_rows_without_words_have_no_neighbours(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "EXACT_UP_TO", 100)
    nothing = np.zeros((rows, 8), dtype=np.float32)
    assert len(neighbours(nothing, np.arange(rows), count=3, least=0.3)) == 0


TEXTS = [
    "The ferry crossed the icy harbour.",
    "An icy harbour, with no ferry!",
    "Ferry: harbours again",
    "Bees sleep in winter",
    "",
]


@pytest.mark.parametrize(
    ("fan_out", "wanted"),
    [(1, []), (2, [(0, 1)]), (3, [(0, 1), (0, 2), (1, 2)]), (40, [(0, 1), (0, 2), (1, 2)])],
)
def test_two_long_words_join_what_few_hold(fan_out: int, wanted: list[tuple[int, int]]) -> None:
    codes = distinct(twos(TEXTS, stems, 8).pairs(fan_out, len(TEXTS)))
    assert [divmod(code, len(TEXTS)) for code in codes.tolist()] == wanted


def test_only_the_longest_words_are_keys() -> None:
    texts = ["parliamentary ombudsman refuses oat tax", "oat tax parliamentary ombudsman considerations"]
    assert len(twos(texts, stems, 2).pairs(40, 2)) == 0
    assert len(distinct(twos(texts, stems, 5).pairs(40, 2))) == 1


def test_names_join_their_rows() -> None:
    held = named([{"v:40", "v:2"}, set(), {"v:40"}, {"v:2"}])
    assert distinct(held.pairs(40, 4)).tolist() == [2, 3]


def test_keys_too_large_to_be_packed_join_the_same() -> None:
    keys, owners = np.array([7, 7, 9, 9, 9]), np.array([4, 1, 0, 1, 4])
    small = distinct(Held(keys, owners).pairs(40, 5)).tolist()
    large = distinct(Held(keys + 2**62, owners).pairs(40, 5)).tolist()
    assert small == large == [1, 4, 9]
