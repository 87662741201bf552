"""The application: its commands, and what becomes of an error."""

from __future__ import annotations

import os
import sys

import typer

from corpus_tool import __version__
from corpus_tool.cli import (
    ask_command,
    claims_command,
    compare_command,
    decide_command,
    ingest_command,
    match_command,
    quotes_command,
    reuse_command,
    run_command,
)
from corpus_tool.cli.fault import FAILED, USAGE, FaultReport
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
app.command("run")(run_command.run)
app.command("ingest")(ingest_command.ingest)
app.command("claims")(claims_command.claims)
app.command("quotes")(quotes_command.quotes)
app.command("compare")(compare_command.compare)
app.command("match")(match_command.match)
app.command("reuse")(reuse_command.reuse)
app.command("trace")(ask_command.trace)
app.command("why")(ask_command.why)
app.command("show")(ask_command.show)
app.command("decide")(decide_command.decide)


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
