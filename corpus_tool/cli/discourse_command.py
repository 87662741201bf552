"""``corpus-tool discourse``: keywords of each document, or one word's neighbours or contexts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from corpus_tool import discourse as words
from corpus_tool.cli.options import Config, Format, Output, Paths, Quiet, RowFormat
from corpus_tool.cli.streams import Outcome, documents_of, write_rows
from corpus_tool.errors import UsageError
from corpus_tool.rows import public


class Shown(StrEnum):
    """What the rows are."""

    keyness = "keyness"
    collocates = "collocates"
    kwic = "kwic"


Phrase = Annotated[str, typer.Option("--word", help="The word, or row of words, for collocates and kwic.")]
Show = Annotated[
    Shown, typer.Option("--show", help="Keywords of each document; words beside --word; --word in context.")
]


def discourse(
    paths: Paths,
    show: Show = Shown.keyness,
    word: Phrase = "",
    output: Output = None,
    form: Format = RowFormat.jsonl,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Find what each document says more often than the others, and what stands beside a word."""
    if show is not Shown.keyness and not word.strip():
        raise UsageError(f"--show {show.value} needs a --word")
    outcome = Outcome()
    documents = list(documents_of(paths, outcome))
    found = words.keyness(documents) if show is Shown.keyness else _SHOWN[show](documents, word)
    write_rows(map(public, found), form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)


_SHOWN = {Shown.collocates: words.collocates, Shown.kwic: words.kwic}
