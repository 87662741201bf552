"""Questions in a person's own words: which claim, document or flag is meant."""

from __future__ import annotations

import pytest

from corpus_tool.cli.meant import meant_claim, meant_code, meant_document
from corpus_tool.errors import UsageError
from corpus_tool.models import Claim, Document, Findings, Mention, Span


def _mention(number: str, text: str) -> Mention:
    span = Span(start=0, end=len(text))
    return Mention(id=number, document_id="aa11bb22", start=0, end=len(text), text=text, sentence=span)


FINDINGS = Findings(
    settings={},
    documents=(
        Document(id="aa11bb22", text="", title="Off the rails", publisher="Harrow Post", path="a/harrow-post.html"),
        Document(id="aa11cc33", text="", kind="comment", part=1, path="a/harrow-post.html"),
        Document(id="dd44ee55", text="", title="Paid to peek", publisher="Pennant Post", path="a/pennant.md"),
    ),
    mentions=(_mention("m1", "The lift is free."), _mention("m2", "Nobody pays for the elevator.")),
    claims=(
        Claim(id="f00d0001", statement="The lift is free.", mention_ids=("m1", "m2")),
        Claim(id="f00d0002", statement="The lift was built in 1961.", tracked="lift-year", mention_ids=()),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "expected"), [
    ("f00d0001", "f00d0001"), ("f00d0002", "f00d0002"), ("lift-year", "f00d0002"), ("year", "f00d0002"),
    ("free lift", "f00d0001"), ("elevator", "f00d0001"), ("1961", "f00d0002"),
])  # fmt: skip
def test_a_claim_in_ones_own_words(asked: str, expected: str) -> None:
    assert meant_claim(FINDINGS, asked) == expected


@pytest.mark.parametrize(("asked", "said"), [
    ("lift", "2 claims fit"), ("f00d", "f00d0002"), ("escalator", "knows no claim"), ("lift-yaer", "lift-year"), ("?", "knows no claim"),
])  # fmt: skip
def test_where_none_or_several_claims_fit(asked: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        meant_claim(FINDINGS, asked)


@pytest.mark.parametrize(("asked", "expected"), [
    ("aa11bb22", "aa11bb22"), ("a/harrow-post.html", "aa11bb22"), ("harrow-post", "aa11bb22"), ("pennant.md", "dd44ee55"),
    ("aa11c", "aa11cc33"), ("peek", "dd44ee55"), ("Harrow", "aa11bb22"),
])  # fmt: skip
def test_a_document_in_ones_own_words(asked: str, expected: str) -> None:
    found = meant_document(FINDINGS, asked)
    assert found == expected


@pytest.mark.parametrize(("asked", "said"), [("Post", "2 documents fit"), ("penant.md", "pennant.md")])
def test_where_none_or_several_documents_fit(asked: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        meant_document(FINDINGS, asked)


@pytest.mark.parametrize("asked", ["value_drift", "value drift", "Value-Drift"])
def test_a_flag_in_ones_own_words(asked: str) -> None:
    assert meant_code(asked) == "value_drift"


def test_a_flag_that_there_is_not() -> None:
    with pytest.raises(UsageError, match="value_drift"):
        meant_code("value_drfit")
