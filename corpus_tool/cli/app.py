"""The application: its commands, and what becomes of an error."""

from __future__ import annotations

import os
import sys

import typer

from corpus_tool import __version__
from corpus_tool.cli.ask_command import show, trace, why
from corpus_tool.cli.claims_command import claims
from corpus_tool.cli.compare_command import compare
from corpus_tool.cli.decide_command import decide
from corpus_tool.cli.discourse_command import discourse
from corpus_tool.cli.fault import FAILED, USAGE, FaultReport
from corpus_tool.cli.ingest_command import ingest
from corpus_tool.cli.lineage_command import lineage
from corpus_tool.cli.match_command import match
from corpus_tool.cli.quotes_command import quotes
from corpus_tool.cli.reuse_command import reuse
from corpus_tool.cli.run_command import run
from corpus_tool.errors import CorpusToolError, UsageError

app = typer.Typer(
    name="corpus-tool",
    help="Which claims in a pile of articles and comment threads spread by repetition without sourcing. "
    "Never says that a claim is true or false.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("run")(run)
app.command("ingest")(ingest)
app.command("claims")(claims)
app.command("quotes")(quotes)
app.command("compare")(compare)
app.command("match")(match)
app.command("reuse")(reuse)
app.command("discourse")(discourse)
app.command("trace")(trace)
app.command("why")(why)
app.command("show")(show)
app.command("lineage")(lineage)
app.command("decide")(decide)


def _version(value: bool) -> None:
    if value:
        sys.stdout.write(f"corpus-tool {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version."
    ),
) -> None:
    """Hold the options that stand before a command."""


def main() -> None:
    """Entry point of ``corpus-tool``."""
    with FaultReport():
        try:
            app()
        except CorpusToolError as error:
            sys.stderr.write(f"corpus-tool: {error}\n")
            raise SystemExit(USAGE if isinstance(error, UsageError) else FAILED) from None
        except BrokenPipeError:
            # The reader of our output has gone (``| head``): that is no fault, and nothing more can be said.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None
