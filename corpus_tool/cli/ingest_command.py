"""``corpus-tool ingest``: files and web addresses to documents."""

from __future__ import annotations

from typing import Annotated

import typer

from corpus_tool import pipeline
from corpus_tool.cli.options import AllowPrivate, Config, Format, Output, Quiet, RowFormat, Sidecar, Store
from corpus_tool.cli.streams import STDIN, Outcome, Web, documents_of, request_of, write_rows
from corpus_tool.errors import UsageError
from corpus_tool.models import Document
from corpus_tool.models.given import FIELDS
from corpus_tool.rows import Row, public

Optional = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders, globs or web addresses; - reads JSON Lines from standard input.",
        show_default=False,
    ),
]
Feeds = Annotated[
    list[str] | None,
    typer.Option("--feed", help="Address of a feed: read the page of each entry. Repeatable."),
]
Sitemaps = Annotated[
    list[str] | None, typer.Option("--sitemap", help="Address of a sitemap: read its pages. Repeatable.")
]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="List what would be read, by which reader, and its size; read nothing."),
]
Changes = Annotated[
    bool,
    typer.Option(
        "--changes", help="Instead of documents, how the words of each page changed between captures."
    ),
]

Origins = Annotated[
    bool,
    typer.Option(
        "--origins",
        help="Say in each row where title, author, published and publisher were read, and what else the page gives for them.",
    ),
]


def ingest(
    paths: Optional = None,
    feeds: Feeds = None,
    sitemaps: Sitemaps = None,
    dry_run: DryRun = False,
    changes: Changes = False,
    origins: Origins = False,
    store: Store = None,
    allow_private: AllowPrivate = False,
    output: Output = None,
    form: Format = RowFormat.jsonl,
    sidecar: Sidecar = None,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Read articles and comment threads; write one row for each document."""
    web = Web(store, allow_private, tuple(feeds or ()), tuple(sitemaps or ()))
    named = paths or []
    if not named and not web.feeds and not web.sitemaps:
        raise UsageError("nothing to read", remedy="give files, folders, addresses, --feed or --sitemap")
    outcome = Outcome()
    if (dry_run or changes) and STDIN not in named:
        asked = request_of(named, sidecar=sidecar, web=web)
        rows = map(public, pipeline.plan(asked) if dry_run else pipeline.page_changes(asked))
    else:
        shown = _with_origins if origins else public
        rows = map(shown, documents_of(named, outcome, sidecar=sidecar, web=web))
    write_rows(rows, form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)


def _with_origins(document: Document) -> Row:
    """The row, and where its values come from: for each field the value taken first, then what differs."""
    return {
        **public(document),
        "origins": [public(one) for field in FIELDS for one in document.places(field)],
    }
