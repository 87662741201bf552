"""``corpus-tool trace``, ``why`` and ``show``: questions about the last run of a project."""

from __future__ import annotations

import dataclasses
import shutil
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from corpus_tool import provenance
from corpus_tool.cli.asked import AnswerFormat, Form, ProjectFile, existing
from corpus_tool.cli.meant import meant_claim, meant_code, meant_document
from corpus_tool.cli.options import Config, Quiet
from corpus_tool.errors import UsageError
from corpus_tool.models import Findings
from corpus_tool.rows import dumps, public

Answer = TypeVar("Answer")
_NARROW = 40
"""Columns below which a terminal is not broken for."""


def _findings(project: Path) -> Findings:
    with existing(project) as opened:
        return opened.findings()


def _known(answer: Answer | None, what: str) -> Answer:
    if answer is None:
        raise UsageError(
            f"the last run knows no {what}", remedy="ids stand in claims.csv, flags.csv, documents.jsonl"
        )
    return answer


def _tell(lines: Iterator[str], answer: object, form: AnswerFormat) -> None:
    if form is AnswerFormat.json:
        sys.stdout.write(dumps(public(answer)) + "\n")
    else:
        sys.stdout.writelines(f"{_fitted(line)}\n" for line in lines)


def _fitted(line: str) -> str:
    """A line broken at words for a terminal; piped, a line stays one line."""
    # Text of strangers cannot steer the terminal.
    line = "".join(letter if letter.isprintable() else " " for letter in line)
    if not sys.stdout.isatty():
        return line
    body = line.lstrip(" ")
    indent = " " * (len(line) - len(body))
    return textwrap.fill(
        body, max(_NARROW, shutil.get_terminal_size().columns), initial_indent=indent,
        subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def trace(
    claim: Annotated[
        str,
        typer.Argument(
            help="The claim's id or the beginning of it, the name it is tracked under, or some of its words."
        ),
    ],
    project: ProjectFile,
    form: Form = AnswerFormat.text,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Show a claim's tellings as a tree, earliest in the pile first."""
    findings = _findings(project)
    answer = _known(provenance.trace_claim(findings, meant_claim(findings, claim)), f"claim {claim}")
    _tell(_trace_lines(answer), answer, form)


def _trace_lines(answer: provenance.ClaimTrace) -> Iterator[str]:
    yield answer.claim.statement
    for telling in answer.tellings:
        how = f" [{telling.how}, {telling.confidence:.2f}]" if telling.how else ""
        source = f" (source: {telling.source})" if telling.source else ""
        source += " (in the negative)" if telling.negative else ""
        yield f"{'  ' * telling.depth}- {telling.label}{how}: {telling.text}{source}"
    yield from (f"open: {tie}" for tie in answer.open_ties)
    yield from (f"named, not in the pile: {source}" for source in answer.sources)
    yield from (f"hangs on: {turn}" for turn in answer.turns)


def why(
    code: Annotated[str, typer.Argument(help="The flag's code.")],
    claim: Annotated[
        str, typer.Argument(help="The claim's id or the beginning of it, its name, or some of its words.")
    ],
    project: ProjectFile,
    form: Form = AnswerFormat.text,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Show the chain of facts behind a flag."""
    findings = _findings(project)
    code, owner = meant_code(code), meant_claim(findings, claim)
    answer = provenance.why_flag(findings, code, owner)
    if answer is None:
        raised = [flag.code for flag in findings.flags if flag.claim_id == owner]
        raise UsageError(
            f"the last run knows no flag {code} on {claim}",
            remedy=f"it has {', '.join(raised)}" if raised else "no flag was raised on this claim",
        )
    _tell(_why_lines(answer), answer, form)


def _why_lines(answer: provenance.FlagReason) -> Iterator[str]:
    yield answer.statement
    yield f"{answer.flag.code} ({answer.flag.sureness}, {answer.flag.severity}): {answer.flag.reason}"
    yield from (f"- {line}" for line in answer.proof)
    yield from (f"step: {line}" for line in answer.steps)


def show(
    document: Annotated[
        str,
        typer.Argument(
            help="The document's id or the beginning of it, its path or file name, or words of its title."
        ),
    ],
    project: ProjectFile,
    form: Form = AnswerFormat.text,
    quiet: Quiet = False,
    config: Config = None,
) -> None:
    """Show what a document took, from whom, what it added and left out."""
    findings = _findings(project)
    answer = _known(
        provenance.show_document(findings, meant_document(findings, document)), f"document {document}"
    )
    if form is AnswerFormat.json:
        answer = dataclasses.replace(answer, document=dataclasses.replace(answer.document, text=""))
    _tell(_show_lines(answer), answer, form)


def _show_lines(answer: provenance.DocumentStory) -> Iterator[str]:
    yield answer.label
    for taken in answer.took:
        if taken.directed:
            yield f"took from {taken.source} ({taken.relation}, {taken.confidence:.2f})"
        else:
            yield f"has something in common with {taken.source}, which came first is open ({taken.confidence:.2f})"
        yield from (f"  = {text}" for text in taken.statements)
    yield from (f"gave to {label}" for label in answer.given)
    yield from (f"names {name}, not in the pile" for name in dict.fromkeys(answer.externals) if name)
    yield from (f"added: {text}" for text in answer.added)
    yield from (f"left out: {text}" for omission in answer.omissions for text in omission.left_out)
    yield from (f"headline: {line}" for line in answer.headline)
    yield from (f"versions: {line}" for line in answer.versions)
