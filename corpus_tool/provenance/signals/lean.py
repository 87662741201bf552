"""The answer of one signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from corpus_tool.provenance.overlap import View


@dataclass(frozen=True, slots=True)
class Lean:
    """How far one signal leans, in log-odds, and the sentence for the reader."""

    weight: float
    sentence: str


Signal: TypeAlias = Callable[[View], Lean | None]
