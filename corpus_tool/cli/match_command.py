"""``corpus-tool match``: which known statements new text repeats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from corpus_tool import pipeline
from corpus_tool.cli.options import Config, Format, Output, Quiet, RowFormat
from corpus_tool.cli.streams import Outcome, json_rows, write_rows
from corpus_tool.match.bank import Query
from corpus_tool.rows import public


def match(
    queries: Annotated[str, typer.Argument(help='JSON Lines of {"id","text"}; - is standard input.')],
    against: Annotated[
        Path,
        typer.Option("--against", help="Known statements: JSON Lines, CSV, ClaimReview JSON-LD, or a bank."),
    ],
    top: Annotated[int, typer.Option("--top", min=1, help="How many answers a query gets at the most.")] = 5,
    output: Output = None,
    form: Format = RowFormat.jsonl,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Find the known statements that each query may repeat, best first."""
    outcome = Outcome()
    bank = pipeline.open_bank(against, outcome.problems)
    rows = [_query(row, number, outcome) for number, row in enumerate(json_rows(queries, outcome), start=1)]
    asked = [row for row in rows if row is not None]
    write_rows(map(public, bank.match(asked, top=top)), form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)


def _query(row: dict[str, Any], number: int, outcome: Outcome) -> Query | None:
    if "__failed__" in row:
        return None
    text, identity = row.get("text"), row.get("id")
    if not isinstance(text, str):
        outcome.problems.append(
            f"query {identity if identity is not None else number}: failed: it has no text"
        )
        return None
    return Query(id=str(number) if identity is None else str(identity), text=text)
