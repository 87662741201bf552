"""``corpus-tool claims``: the checkable statements of each document."""

from __future__ import annotations

from typing import Annotated

import typer

from corpus_tool import pipeline
from corpus_tool.cli.options import Config, Format, Output, Paths, Quiet, RowFormat, Sidecar
from corpus_tool.cli.streams import Outcome, documents_of, write_rows
from corpus_tool.rows import public


def claims(
    paths: Paths,
    every: Annotated[bool, typer.Option("--all", help="A row for every sentence, claim or not.")] = False,
    output: Output = None,
    form: Format = RowFormat.jsonl,
    sidecar: Sidecar = None,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Find the checkable statements (mentions), with their values, certainty and attribution."""
    outcome = Outcome()
    documents = list(documents_of(paths, outcome, sidecar=sidecar))
    write_rows(map(public, pipeline.claim_rows(documents, every_sentence=every)), form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)
