"""Every type that crosses rooms is frozen, slotted, keyword-only, hashable, and fit for another process."""

from __future__ import annotations

import dataclasses
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool import models
from tests.strategies import things

TYPES = sorted(
    (
        cls
        for cls in vars(models).values()
        if dataclasses.is_dataclass(cls) and isinstance(cls, type) and cls is not models.Findings
    ),
    key=lambda cls: cls.__name__,
)


@pytest.mark.parametrize("cls", [*TYPES, models.Findings], ids=lambda cls: cls.__name__)
def test_a_type_is_frozen_slotted_and_keyword_only(cls: type) -> None:
    options = cls.__dataclass_params__  # type: ignore[attr-defined]
    assert options.frozen
    assert "__slots__" in vars(cls)
    assert all(item.kw_only for item in dataclasses.fields(cls))
    assert cls.__doc__
    assert not cls.__doc__.startswith(f"{cls.__name__}(")


@given(thing=st.sampled_from(TYPES).flatmap(things))
def test_a_thing_is_hashable_and_survives_the_way_to_another_process(thing: object) -> None:
    again = pickle.loads(pickle.dumps(thing))  # noqa: S301 our own bytes
    assert again == thing
    assert hash(again) == hash(thing)
