"""How often Python looks for circles of dead objects.

A pile is hundreds of thousands of small objects that live until the end, and each full look walks
over all of them: a tenth of a run. What stages leave behind is freed by counting references, so that
looking a hundred times less often costs no memory to speak of.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_CREATED = 70_000
"""Objects made and not freed between two looks at the young; Python's own figure is 700."""


def seldom() -> None:
    """From now on, look seldom; processes forked from this one do the same."""
    gc.set_threshold(_CREATED, *gc.get_threshold()[1:])


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look seldom within."""
    before = gc.get_threshold()
    seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
