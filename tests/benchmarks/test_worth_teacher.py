import numpy as np

from benchmarks.worth_teacher import blended, unlabelled

ROWS = [
    "The council spent 40 million on the new bridge, and the ferry still runs at a loss.",
    "I think the ferry is the best part of the whole town, because it brings the people together.",
    "The bridge and the ferry cost the council more than the school does.",
]


def test_made_up_sentences_are_the_same_each_time() -> None:
    assert unlabelled(ROWS) == unlabelled(ROWS)


def test_made_up_sentences_are_none_of_the_rows() -> None:
    made = set(unlabelled(ROWS))
    assert "And the ferry still runs at a loss." not in made
    assert "The council spent 40 million on the new bridge." in made


def test_the_teacher_follows_both_opinions() -> None:
    vectors = np.array([[1.0, 0.1], [0.9, -0.1], [-1.0, 0.1], [-0.9, -0.1]])
    labels = np.array([1.0, 1.0, 0.0, 0.0])
    likely, unlikely = blended(np.array([2.0, -2.0]), vectors, labels, np.array([[1.0, 0.0], [-1.0, 0.0]]))
    assert likely > 0.8
    assert unlikely < 0.2
