"""``corpus-tool lineage``: what became of a claim's id from run to run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from corpus_tool.cli.asked import AnswerFormat, Form, ProjectFile, existing
from corpus_tool.cli.options import Config, Quiet
from corpus_tool.errors import UsageError
from corpus_tool.rows import dumps, public
from corpus_tool.store import Step


def lineage(
    claim: Annotated[str, typer.Argument(help="The claim's id, of the last run or of an earlier one.")],
    project: ProjectFile,
    form: Form = AnswerFormat.text,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Show how a claim grew, split or merged between the runs of a project, and what it is called now."""
    with existing(project) as opened:
        steps = opened.lineage(claim)
        standing = claim in {row["id"] for row in opened.table("claims")}
    if not steps and not standing:
        raise UsageError(f"no run of this project knows claim {claim}", remedy="ids stand in claims.csv")
    if form is AnswerFormat.json:
        sys.stdout.writelines(dumps(public(step)) + "\n" for step in steps)
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(claim, steps))


def _lines(claim: str, steps: tuple[Step, ...]) -> Iterator[str]:
    if not steps:
        yield f"{claim}: the same in every run so far"
    yield from map(_line, steps)


def _line(step: Step) -> str:
    before = f"{step.before} “{step.statement_before}” ({step.size_before})"
    if step.after is None:
        return f"run {step.run}, gone: {before}"
    after = f"{step.after} “{step.statement_after}” ({step.size_after})"
    return f"run {step.run}, {step.change}: {before} → {after}; {step.shared} mentions in both"
