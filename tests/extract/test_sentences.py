import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.extract.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill closed. It never reopened.", ["The mill closed.", "It never reopened."]),
        ("Rents rose in the U.S. banks say.", ["Rents rose in the U.S. banks say."]),
        ("He moved to the U.S. The rents rose.", ["He moved to the U.S.", "The rents rose."]),
        ("Dr. J. K. Lund paid 3.5 million.", ["Dr. J. K. Lund paid 3.5 million."]),
        ("Wait... it goes on. Then it ends.", ["Wait... it goes on.", "Then it ends."]),
        ('"Is it open?" she asked. It was.', ['"Is it open?" she asked.', "It was."]),
        ("“It is shut.” He left.", ["“It is shut.”", "He left."]),
        ("no capitals here. they do not care.", ["no capitals here.", "they do not care."]),
        ("Lund Ltd. The firm closed.", ["Lund Ltd.", "The firm closed."]),
        ("One sentence only", ["One sentence only"]),
        ("", []),
    ],
)
def test_sentence_boundaries(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_list_items_and_headings_are_sentences_of_their_own() -> None:
    text = "Rules of the pool\n\nThe pool opens at nine.\n\n• Towels cost two euros\n• Dogs stay out"
    assert cut(text) == [
        "Rules of the pool",
        "The pool opens at nine.",
        "Towels cost two euros",
        "Dogs stay out",
    ]


@given(st.text(alphabet=st.sampled_from("aB. !?…\n\"”'>-•1)("), max_size=120))
def test_spans_are_in_order_and_bare(text: str) -> None:
    last = 0
    for span in sentences(text):
        piece = text[span.start : span.end]
        assert span.start >= last
        assert piece == piece.strip()
        assert piece
        last = span.end


@pytest.mark.parametrize("unit", [".", '."', "a. ", "x", "- ", "?!", "\n"])
def test_long_hostile_lines_stay_linear(unit: str) -> None:
    started = time.process_time()
    sentences(unit * (400_000 // len(unit)))
    assert time.process_time() - started < 8
