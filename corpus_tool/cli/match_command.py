"""``corpus-tool match``: which known statements new text repeats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus_tool import pipeline
from corpus_tool import semantic as transformer
from corpus_tool.cli.options import Config, Format, Output, Quiet, RowFormat
from corpus_tool.cli.streams import Outcome, json_rows, write_rows
from corpus_tool.errors import UsageError
from corpus_tool.match.bank import Bank, Query
from corpus_tool.rows import public
from corpus_tool.settings import DEFAULT


def match(
    queries: Annotated[str, typer.Argument(help='JSON Lines of {"id","text"}; - is standard input.')],
    against: Annotated[
        Path | None,
        typer.Option("--against", help="Known statements: JSON Lines, CSV, ClaimReview JSON-LD, or a bank."),
    ] = None,
    top: Annotated[int, typer.Option("--top", min=1, help="How many answers a query gets at the most.")] = 5,
    bank: Annotated[
        Path | None,
        typer.Option(
            "--bank",
            envvar="CORPUS_TOOL_BANK",
            help="A bank kept on disk: what --against holds beyond it is added, then all of it is searched.",
        ),
    ] = None,
    semantic: Annotated[
        bool | None,
        typer.Option(
            "--semantic/--no-semantic",
            envvar="CORPUS_TOOL_SEMANTIC",
            help="Read the best 50 again with the transformer: slower, better. As a rule where the extra "
            "[semantic] is installed and the queries are not too many.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    form: Format = RowFormat.jsonl,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Find the known statements that each query may repeat, best first."""
    outcome = Outcome()
    known = _bank(against, bank, outcome)
    rows = [_query(row, number, outcome) for number, row in enumerate(json_rows(queries, outcome), start=1)]
    asked = [row for row in rows if row is not None]
    deep = _is_deep(semantic, known, len(asked), quiet=quiet)
    write_rows(map(public, known.match(asked, top=top, deep=deep)), form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)


def _bank(against: Path | None, bank: Path | None, outcome: Outcome) -> Bank:
    if bank is not None:
        return pipeline.grown_bank(bank, against, outcome.problems)
    if against is None:
        raise UsageError("no known statements", remedy="name them with --against FILE or --bank FILE")
    return pipeline.open_bank(against, outcome.problems)


def _is_deep(wanted: bool | None, bank: Bank, queries: int, *, quiet: bool) -> bool:
    """Whether to re-rank: as told; else where it can be done in some minutes."""
    if wanted is not None:
        return wanted
    if not transformer.available():
        return False
    fits = bank.rerank_texts(queries) <= DEFAULT.match.rerank_texts
    if not fits and not quiet:
        sys.stderr.write("corpus-tool: too many queries to re-rank in minutes; --semantic does it anyway\n")
    return fits


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
