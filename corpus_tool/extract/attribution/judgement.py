"""What a source phrase is taken to be: kind, grade, the name to look up, and why."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_tool.models import AttributionKind, Grade


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a source phrase is taken to be, and why."""

    kind: AttributionKind
    grade: Grade
    external: str | None
    reason: str


VAGUE = Judgement("vague", "uncheckable", None, "a class of people or papers, none of them named")
"""Nobody of them could be asked."""


def body(name: str) -> Judgement:
    """An organisation under its name."""
    return Judgement(
        "organisation", "primary", name, "a body speaking on the record of what it knows or does"
    )
