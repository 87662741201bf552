"""Types to plain rows and back: the form that JSON, the project file and other processes see.

A row is a dict of JSON values. `public` leaves out the fields marked INTERNAL, so that it
has the contract's fields and no others; `stored` keeps all.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from corpus_tool.errors import SchemaError

T = TypeVar("T")
Row = dict[str, Any]


def _overrides(cls: type, *, keep_internal: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in dataclasses.fields(cls):
        hidden = bool(item.metadata.get("internal")) and not keep_internal
        name = item.metadata.get("name")
        if hidden or name:
            found[item.name] = override(rename=name, omit=hidden or None)
    return found


@cache
def _converter(keep_internal: bool) -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})

    def dump(cls: type) -> Callable[[Any], Row]:
        return make_dict_unstructure_fn(cls, converter, **_overrides(cls, keep_internal=keep_internal))

    def load(cls: type) -> Callable[[Any, Any], Any]:
        return make_dict_structure_fn(cls, converter, **_overrides(cls, keep_internal=keep_internal))

    converter.register_unstructure_hook_factory(dataclasses.is_dataclass, dump)
    converter.register_structure_hook_factory(dataclasses.is_dataclass, load)
    return converter


def public(thing: object) -> Row:
    """The row that the contract fixes."""
    return cast("Row", _converter(keep_internal=False).unstructure(thing))


def stored(thing: object) -> Row:
    """The row with every field, for the project file."""
    return cast("Row", _converter(keep_internal=True).unstructure(thing))


def field_names(cls: type) -> list[str]:
    """The names of the fields that `public` shows, in order."""
    return [
        item.metadata.get("name", item.name)
        for item in dataclasses.fields(cls)
        if not item.metadata.get("internal")
    ]


def load(cls: type[T], row: Row) -> T:
    """The typed thing that a stored row holds.

    Raises:
        SchemaError: The row does not fit the type.
    """
    if not isinstance(row, dict):
        raise SchemaError(f"a stored {cls.__name__} is no row but a {type(row).__name__}")
    try:
        return _converter(keep_internal=True).structure(row, cls)
    except (cattrs.BaseValidationError, KeyError, TypeError, ValueError) as error:
        raise SchemaError(f"a stored row does not fit {cls.__name__}: {error}") from error


def dumps(row: object) -> str:
    """One line of JSON, all beyond ASCII escaped, so that no reader sees a line end in a value."""
    return json.dumps(row, ensure_ascii=True, separators=(",", ":"))
