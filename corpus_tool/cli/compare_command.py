"""``corpus-tool compare``: two wordings of what may be one statement."""

from __future__ import annotations

import math
from typing import Annotated, Any

import typer

from corpus_tool import pipeline
from corpus_tool.cli.interlinear import write_explained
from corpus_tool.cli.options import Config, Format, Output, Quiet, RowFormat
from corpus_tool.cli.streams import Outcome, json_rows, write_rows


def compare(
    path: Annotated[
        str, typer.Argument(help='JSON Lines of {"id","a","b"}, b the later; - is standard input.')
    ] = "-",
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Write the two wordings one above the other for a reader, what differs marked by its kind, "
            "and no rows.",
        ),
    ] = False,
    semantic: Annotated[
        bool,
        typer.Option(
            "--semantic/--no-semantic",
            envvar="CORPUS_TOOL_SEMANTIC",
            help="Put longer pairs to the transformer of the extra [semantic] too, some thirty milliseconds each.",
            show_default=False,
        ),
    ] = False,
    output: Output = None,
    form: Format = RowFormat.jsonl,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Say of each pair what is the same, what differs, and how sure each side is."""
    outcome = Outcome()
    pairs = (_checked(row, outcome) for row in json_rows(path, outcome))
    found = pipeline.compared(pairs, deep=semantic, explain=explain)
    if explain:
        write_explained(found, output=output)
    else:
        write_rows((one.row() for one in found), form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)


def _checked(row: dict[str, Any], outcome: Outcome) -> pipeline.PairRow:
    if "__failed__" in row:
        return pipeline.PairRow(id=None, fault=str(row["__failed__"]))
    identity = _sayable(row.get("id"))
    sides = row.get("a"), row.get("b")
    if not all(isinstance(side, str) for side in sides):
        fault = f"row {identity!r} needs the texts a and b"
        outcome.problems.append(f"compare: failed: {fault}")
        return pipeline.PairRow(id=identity, fault=fault)
    return pipeline.PairRow(id=identity, a=str(sides[0]), b=str(sides[1]))


def _sayable(identity: Any) -> Any:
    """An id as it came, but for "NaN" and the like, which Python reads and no JSON may hold."""
    return str(identity) if isinstance(identity, float) and not math.isfinite(identity) else identity
