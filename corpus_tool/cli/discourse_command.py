"""``corpus-tool discourse``: keywords of each document, one word's neighbours or contexts, or how each source writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from corpus_tool import discourse as words
from corpus_tool.cli.options import Config, Format, Output, Paths, Quiet, RowFormat
from corpus_tool.cli.streams import Outcome, documents_of, write_rows
from corpus_tool.errors import UsageError
from corpus_tool.extract.sentences import sentences
from corpus_tool.extract.tone import tone
from corpus_tool.models import Document
from corpus_tool.rows import public


class Shown(StrEnum):
    """What the rows are."""

    keyness = "keyness"
    collocates = "collocates"
    kwic = "kwic"
    profile = "profile"


Phrase = Annotated[str, typer.Option("--word", help="The word, or row of words, for collocates and kwic.")]
Show = Annotated[
    Shown,
    typer.Option(
        "--show",
        help="Keywords of each document; words beside --word; --word in context; how each source writes.",
    ),
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
    """Find what each document says more often than the others, what stands beside a word, and how each source writes."""
    if show in _SHOWN and not word.strip():
        raise UsageError(f"--show {show.value} needs a --word")
    outcome = Outcome()
    documents = list(documents_of(paths, outcome))
    found: Iterable[Any] = _SHOWN[show](documents, word) if show in _SHOWN else _WHOLE[show](documents)
    write_rows(map(public, found), form=form, output=output)
    if not quiet:
        outcome.tell()
    raise typer.Exit(outcome.exit_code)


def _profiles(documents: Sequence[Document]) -> Iterator[words.Profile]:
    """How each source writes: this stage's rates from the counts of the one before."""
    return words.profiles(
        [
            words.Reading(
                document=document,
                sentences=tuple(document.text[span.start : span.end] for span in sentences(document.text)),
                counts=tone(document.text),
            )
            for document in documents
        ]
    )


_WHOLE: dict[Shown, Callable[[Sequence[Document]], Iterable[Any]]] = {
    Shown.keyness: words.keyness,
    Shown.profile: _profiles,
}
_SHOWN = {Shown.collocates: words.collocates, Shown.kwic: words.kwic}
