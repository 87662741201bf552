"""``corpus-tool decide``: a person's judgement, kept for good and respected by every later run."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from corpus_tool.cli.options import Config, Quiet
from corpus_tool.models import Decision, DecisionKind
from corpus_tool.store import open_project
from corpus_tool.text import digest

Kind = StrEnum("Kind", {name: name for name in get_args(DecisionKind)})  # type: ignore[misc]


def decide(
    kind: Annotated[Kind, typer.Argument(help="What is decided.")],
    quote: Annotated[str, typer.Option("--quote", help="The words the decision is about, exactly.")],
    project: Annotated[
        Path, typer.Option("--project", envvar="CORPUS_TOOL_PROJECT", help="The project file that keeps it.")
    ],
    other: Annotated[str, typer.Option("--other", help="The second wording, for links.")] = "",
    path: Annotated[str | None, typer.Option("--path", help="The file the words stand in.")] = None,
    prefix: Annotated[
        str, typer.Option("--prefix", help="Words just before, where the quote stands twice.")
    ] = "",
    suffix: Annotated[str, typer.Option("--suffix", help="Words just after.")] = "",
    value: Annotated[str, typer.Option("--value", help="A flag's code, a parent's id, or a note.")] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why, in your own words.")] = "",
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Confirm or reject a flag, join or part two wordings, or say that words are no claim."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with open_project(project) as opened:
        decision = Decision(
            id=digest(kind.value, path, quote, other, value, len(opened.decisions())),
            kind=cast("DecisionKind", kind.value),
            path=path,
            quote=quote,
            prefix=prefix,
            suffix=suffix,
            other_quote=other,
            value=value,
            reason=reason,
            decided_at=now,
        )
        opened.decide(decision)
    if not quiet:
        sys.stderr.write(f"corpus-tool: kept as decision {decision.id}\n")
