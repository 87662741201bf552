"""Which marks belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.extract.attribution.quotations import quotations

ROWS = [
    ("He said “it leaks” twice.", ["“it leaks”"]),
    ('He said "it leaks" and "it rots".', ['"it leaks"', '"it rots"']),
    ("''It leaks,'' he said.", ["''It leaks,''"]),
    ("“It leaks,“ he said.", ["“It leaks,“"]),
    ("The mill’s ‘quiet’ pump isn’t.", ["‘quiet’"]),
    ("The boys' club isn't open.", []),
    ("“It leaks.\n\n“It rots.” He left.", ["“It leaks.\n\n“It rots.”"]),
    ("“It leaks.\n\nHe left.", ["“It leaks."]),
    ('A 6" pipe and a 4" pipe.', []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_pairs(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in quotations(text)] == expected


@given(st.text(alphabet="ab .,\n“”\"'‘’«»", max_size=80))
def test_quotations_are_ordered_and_apart(text: str) -> None:
    spans = quotations(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
