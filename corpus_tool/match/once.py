"""A property that is worked out when it is first asked for, and kept.

As `functools.cached_property`, which until Python 3.12 takes a lock each time: a third of what
many small properties cost. Nothing here is shared between threads that could disagree: two that
ask at once work out the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Result = TypeVar("Result")


class once(Generic[Result]):  # noqa: N801 - it is written as a decorator
    """Turns a method without arguments into such a property."""

    def __init__(self, work: Callable[[Any], Result]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> once[Result]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> Result: ...

    def __get__(self, owner: object | None, kind: type) -> once[Result] | Result:
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._work(owner)
        return found
