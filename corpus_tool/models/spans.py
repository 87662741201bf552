"""Ranges of code points, and how the metadata of a field is marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

INTERNAL: Final = {"internal": True}
"""Field metadata: kept in the project file, left out of contract rows."""
TextField = Literal["text", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpan:
    """A range of code points with the text it cuts."""

    start: int
    end: int
    text: str
