"""``corpus-tool run``: everything, from files to the report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus_tool import pipeline, report
from corpus_tool.cli.fault import DONE, FOUND
from corpus_tool.cli.options import AllowPrivate, Config, Paths, Project, Quiet, Sidecar, Store
from corpus_tool.cli.progress import shown
from corpus_tool.cli.streams import Outcome, Web, documents_of
from corpus_tool.cli.summary import print_summary
from corpus_tool.errors import OutputError, UsageError
from corpus_tool.ingest.codebook import read_codebook
from corpus_tool.models import Findings

Directory = Annotated[
    Path,
    typer.Option("--output", "-o", envvar="CORPUS_TOOL_OUTPUT", help="Folder for the report; it may exist."),
]
Codebook = Annotated[
    Path | None,
    typer.Option("--codebook", envvar="CORPUS_TOOL_CODEBOOK", help="TOML list of claims to track by name."),
]


def run(
    paths: Paths,
    output: Directory,
    codebook: Codebook = None,
    sidecar: Sidecar = None,
    project: Project = None,
    store: Store = None,
    allow_private: AllowPrivate = False,
    names: Annotated[str, typer.Option("--names", help="keep: show commenters by name.")] = "pseudonym",
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 where there are findings.")] = False,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Read a pile, work out who repeated whom, and write a report on its sourcing."""
    if names not in {"keep", "pseudonym"}:
        raise UsageError(f"--names {names} is not known", remedy="keep or pseudonym")
    outcome = Outcome()
    folder = _folder(output)
    with shown(quiet=quiet) as progress:
        tracked = read_codebook(codebook) if codebook is not None else ()
        documents = tuple(documents_of(paths, outcome, sidecar=sidecar, web=Web(store, allow_private)))
        progress("ingest", len(documents), len(documents))
        request = pipeline.RunRequest(
            documents=documents,
            codebook=tracked,
            project=project,
            keep_names=names == "keep",
            progress=progress,
        )
        findings = pipeline.run(request)
        _write(findings, folder)
        progress("report", 1, 1)
    if not quiet:
        print_summary(findings, output)
        outcome.tell()
    raise typer.Exit(outcome.exit_code or (FOUND if check and findings.flags else DONE))


def _write(findings: Findings, folder: Path) -> None:
    try:
        report.write(findings, folder)
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", place=error.filename or str(folder)
        ) from error


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder cannot be made: {error.strerror}", place=str(path)) from error
    sys.stderr.flush()
    return path
