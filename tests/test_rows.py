"""Types to rows and back."""

from __future__ import annotations

import dataclasses
import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool import rows
from corpus_tool.errors import SchemaError
from corpus_tool.models import Analysis, Derivation, Document, End, Mention
from tests.factory import document, mention
from tests.strategies import things
from tests.test_models import TYPES


@given(thing=st.sampled_from(TYPES).flatmap(things))
def test_a_stored_row_brings_the_thing_back_through_json(thing: object) -> None:
    line = rows.dumps(rows.stored(thing))
    assert rows.load(type(thing), json.loads(line)) == thing
    assert rows.load(type(thing), orjson.loads(orjson.dumps(rows.stored(thing)))) == thing


@given(thing=st.sampled_from(TYPES).flatmap(things))
def test_a_public_row_has_the_shown_fields_and_no_others(thing: object) -> None:
    row = rows.public(thing)
    assert list(row) == rows.field_names(type(thing))
    assert set(row) <= set(rows.stored(thing))


@given(thing=st.sampled_from(TYPES).flatmap(things))
def test_a_line_is_ascii_and_one_line(thing: object) -> None:
    line = rows.dumps(rows.public(thing))
    assert line.isascii()
    assert len(line.splitlines()) == 1
    assert json.loads(line) == rows.public(thing)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\n", "\r", "\ud800"])
def test_no_line_end_and_no_half_character_stands_bare_in_a_line(mark: str) -> None:
    line = rows.dumps(rows.public(document(text=f"one{mark}two")))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == f"one{mark}two"


def test_the_ends_of_a_derivation_are_written_from_and_to() -> None:
    link = Derivation(
        id="r",
        source=End(type="external", id="x"),
        target=End(type="document", id="d"),
        relation="cites",
        directed=True,
        confidence=0.5,
    )
    row = rows.public(link)
    assert row["from"] == {"type": "external", "id": "x"}
    assert row["to"] == {"type": "document", "id": "d"}
    assert not {"source", "target"} & set(row)


def test_internal_fields_are_stored_and_not_shown() -> None:
    home = document(text="The fee is 40 crowns.")
    found = mention(home, "The fee is 40 crowns.", context="the harbour", subject="fee", strength=2)
    hidden = {item.name for item in dataclasses.fields(Mention) if item.metadata.get("internal")}
    assert hidden == {"context", "subject", "strength", "scope", "hedges"}
    assert not hidden & set(rows.public(found))
    assert rows.load(Mention, rows.stored(found)) == found


def test_internal_fields_are_hidden_inside_other_things_too() -> None:
    home = document(text="The fee is 40 crowns.")
    row = rows.public(Analysis(mentions=(mention(home, "The fee"),)))
    assert "context" not in row["mentions"][0]


@pytest.mark.parametrize(
    "row", [{}, {"id": "d", "kept": 3}, {"id": "d", "part": "two"}, {"id": "d", "links": [{"start": 1}]}]
)
def test_a_row_that_does_not_fit_is_named(row: dict[str, object]) -> None:
    with pytest.raises(SchemaError, match="Document"):
        rows.load(Document, row)
