"""The two encoders of the semantic extra."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_tool import semantic

pytestmark = pytest.mark.skipif(not semantic.available(), reason="the [semantic] extra is not installed")

TOLD = "The bridge closes to lorries in May."
AGAIN = "From May no truck may cross the bridge any more."
NEIGHBOUR = "The bridge was paid for by the haulage firms."


@pytest.mark.parametrize("encoding", ["general", "claims"])
def test_vectors_are_unit_rows_that_no_neighbour_changes(encoding: semantic.Encoding) -> None:
    together = semantic.embed([TOLD, AGAIN], encoding)
    assert together.shape == (2, semantic.DIMENSIONS)
    assert np.allclose(np.linalg.norm(together, axis=1), 1)
    assert np.array_equal(together[1], semantic.embed([AGAIN], encoding)[0])


def test_the_encoder_of_claims_draws_tellings_together_and_neighbours_apart() -> None:
    def margin(encoding: semantic.Encoding) -> float:
        told, again, neighbour = semantic.embed([TOLD, AGAIN, NEIGHBOUR], encoding)
        return float(told @ again - told @ neighbour)

    assert margin("claims") > margin("general") + 0.1


def test_no_text_gives_no_rows() -> None:
    assert semantic.embed([], "claims").shape == (0, semantic.DIMENSIONS)
