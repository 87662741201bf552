"""The tree of errors is the one drawn in its docstring, and each says where and what to do."""

from __future__ import annotations

import inspect
import re

import pytest

from corpus_tool import errors
from corpus_tool.errors import CorpusToolError

ALL = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, CorpusToolError)]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_error_is_in_the_drawing(kind: type) -> None:
    assert re.search(rf"\b{kind.__name__}\b", errors.__doc__ or "")
    assert kind.__doc__


@pytest.mark.parametrize(
    ("place", "remedy", "expected"),
    [
        (None, None, "it broke"),
        ("a.txt", None, "a.txt: it broke"),
        ("a.txt, line 7", "mend it", "a.txt, line 7: it broke (mend it)"),
    ],
)
def test_an_error_reads_as_a_sentence(place: str | None, remedy: str | None, expected: str) -> None:
    error = CorpusToolError("it broke", place=place, remedy=remedy)
    assert str(error) == expected
    assert (error.message, error.place, error.remedy) == ("it broke", place, remedy)
