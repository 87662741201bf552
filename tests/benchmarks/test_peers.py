"""The peers find what is plain, so that the comparison with them is a fair one."""

from __future__ import annotations

import pytest

from benchmarks import peers
from benchmarks.reuse import scored
from benchmarks.reuse_corpus import Pile, Planted
from corpus_tool.match import passages
from corpus_tool.models import Document

STORY = (
    "The ferry to Marrow Island was cancelled for the third time this week after a crack was found in its hull. "
    "Engineers from the harbour office said the vessel would stay in dry dock until the autumn."
)
OTHER = (
    "Bakers in Port Ansel sold nine hundred loaves before noon, and the organ was tuned by a stranger twice."
)


def _pile() -> Pile:
    texts = {
        "a": STORY,
        "b": f"{STORY} {OTHER}",
        "c": OTHER.replace("Bakers", "Weavers").replace("nine", "four"),
    }
    span = (0, len(STORY))
    known = Planted(source="a", source_range=span, target="b", target_range=span, kind="copy", words=36)
    return Pile([Document(id=name, text=text) for name, text in texts.items()], [known])


def test_both_find_a_plain_copy() -> None:
    made = _pile()
    pairs = {(one.left.document_id, one.right.document_id) for one in peers.minhash_passages(made.documents)}
    assert ("a", "b") in pairs
    assert scored(made, passages(made.documents)).recall == 1.0


def test_candidates_are_measured_against_all_pairs() -> None:
    share, faster = peers.candidate_rows(400)
    assert share.value > 0.9 or share.note == "0 pairs"
    assert faster.value > 0


@pytest.mark.parametrize("count", [1, 50])
def test_mentions_are_different_statements(count: int) -> None:
    texts = [one.text for one in peers.mentions(count)]
    assert len(set(texts)) == len(texts) == count
