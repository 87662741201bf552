"""``corpus-tool quotes``: who is said to have said what."""

from __future__ import annotations

from typing import Any

import typer

from corpus_tool import pipeline
from corpus_tool.cli.options import Config, Format, Output, Paths, Quiet, RowFormat, Sidecar
from corpus_tool.cli.streams import Outcome, documents_of, write_rows
from corpus_tool.models import Attribution, Document
from corpus_tool.rows import public

_FIELDS = ("kind", "grade", "source", "cue", "content")


def _row(document: Document, attribution: Attribution) -> dict[str, Any]:
    row = public(attribution)
    return {"document_id": document.id, **{name: row[name] for name in _FIELDS}}


def quotes(
    paths: Paths,
    output: Output = None,
    form: Format = RowFormat.jsonl,
    sidecar: Sidecar = None,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Find attributions: the source, the cue and the content of each."""
    outcome = Outcome()
    documents = list(documents_of(paths, outcome, sidecar=sidecar))
    found = (_row(document, item) for document, item in pipeline.quote_rows(documents))
    write_rows(found, form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)
