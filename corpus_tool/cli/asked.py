"""What the commands share that ask a project: its file, and how an answer is written."""

from __future__ import annotations

from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus_tool.errors import UsageError
from corpus_tool.store import Project, open_project


class AnswerFormat(StrEnum):
    """How an answer is written."""

    text = "text"
    json = "json"


ProjectFile = Annotated[
    Path, typer.Option("--project", envvar="CORPUS_TOOL_PROJECT", help="The project file of the run.")
]
Form = Annotated[
    AnswerFormat, typer.Option("--format", envvar="CORPUS_TOOL_ANSWER_FORMAT", case_sensitive=False)
]


def existing(project: Path) -> AbstractContextManager[Project]:
    """The project, to be used with ``with``.

    Raises:
        UsageError: There is no such file; a question makes none.
    """
    if not project.is_file():
        raise UsageError("no such project file", place=str(project), remedy="make one: run … --project FILE")
    return open_project(project)
