"""Hypothesis strategies for every type that crosses rooms, read from the type hints."""

from __future__ import annotations

import dataclasses
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8),
    int: st.integers(min_value=-(2**53), max_value=2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
}


def things(cls: type) -> st.SearchStrategy[Any]:
    """Instances of one dataclass, every field drawn."""
    hints = get_type_hints(cls)
    return st.builds(cls, **{item.name: _values(hints[item.name]) for item in dataclasses.fields(cls)})


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([_values(kind) for kind in reversed(get_args(hint))])
    if get_origin(hint) is tuple:
        return _tuples(get_args(hint))
    return st.deferred(lambda: things(hint))


def _tuples(kinds: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if kinds[-1] is Ellipsis:
        return st.lists(_values(kinds[0]), max_size=2).map(tuple)
    return st.tuples(*[_values(kind) for kind in kinds])
