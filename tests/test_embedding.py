"""Static embeddings: unit length, the same in any batch, near for like and far for unlike."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_tool.embedding import DIMENSIONS, embed

FEE = "The harbour charges every boat forty crowns."
LIKE = "Each boat in the port must pay a fee of forty crowns."
OTHER = "Bees sleep in winter."


def test_no_text_gives_no_rows() -> None:
    assert embed([]).shape == (0, DIMENSIONS)


def test_vectors_have_unit_length() -> None:
    found = embed([FEE, LIKE, OTHER])
    assert found.shape == (3, DIMENSIONS)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1.0, atol=1e-5)


@pytest.mark.parametrize("empty", ["", " ", "\u200b"])
def test_a_text_without_words_is_no_nan(empty: str) -> None:
    found = embed([empty, FEE])
    assert np.isfinite(found).all()


def test_repeats_and_neighbours_in_a_batch_do_not_matter() -> None:
    together = embed([FEE, OTHER, FEE, LIKE])
    assert np.array_equal(together[0], together[2])
    assert np.allclose(together[0], embed([FEE])[0], atol=1e-6)


def test_like_sentences_are_nearer_than_unlike() -> None:
    fee, like, other = embed([FEE, LIKE, OTHER])
    assert fee @ like > 0.5 > fee @ other


def test_half_a_character_is_no_fault() -> None:
    found = embed(["The fee \ud800 is 40 crowns.", FEE])
    assert np.isfinite(found).all()


ODD = [
    "",
    "two  spaces",
    "a\u2581b c",
    "<s>",
    "x <s> y",
    "</s> a",
    "line\nbreak",
    " edge",
    "😀 漢字",
    "…",
    "\x00 a",
]


@pytest.mark.parametrize("text", ODD)
def test_a_word_is_the_same_alone_and_among_thousands(text: str) -> None:
    many = [f"{FEE} {number} {OTHER[number % 20 :]}" for number in range(600)]
    assert np.array_equal(embed([*many, text, *ODD])[600], embed([text])[0])
