"""``corpus-tool ingest``: files to documents."""

from __future__ import annotations

import typer

from corpus_tool.cli.options import Config, Format, Output, Paths, Quiet, RowFormat, Sidecar
from corpus_tool.cli.streams import Outcome, documents_of, write_rows
from corpus_tool.rows import public


def ingest(
    paths: Paths,
    output: Output = None,
    form: Format = RowFormat.jsonl,
    sidecar: Sidecar = None,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Read articles and comment threads; write one row for each document."""
    outcome = Outcome()
    write_rows(map(public, documents_of(paths, outcome, sidecar=sidecar)), form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)
