"""``corpus-tool reuse``: text that two documents share."""

from __future__ import annotations

from typing import Annotated

import typer

from corpus_tool import pipeline
from corpus_tool.cli.options import Config, Format, Output, Paths, Quiet, RowFormat, Sidecar
from corpus_tool.cli.streams import Outcome, documents_of, write_rows
from corpus_tool.rows import public


def reuse(
    paths: Paths,
    output: Output = None,
    form: Format = RowFormat.jsonl,
    sidecar: Sidecar = None,
    quiet: Quiet = False,
    config: Config = None,
    by_document: Annotated[
        bool,
        typer.Option(
            "--documents",
            help="One row for two documents: how much of each stands in the other, and how closely.",
        ),
    ] = False,
) -> None:
    """Find shared passages over the whole pile, aligned, with both places."""
    outcome = Outcome()
    documents = list(documents_of(paths, outcome, sidecar=sidecar))
    found = pipeline.document_reuse_rows if by_document else pipeline.reuse_rows
    write_rows(map(public, found(documents)), form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)
