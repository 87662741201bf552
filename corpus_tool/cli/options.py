"""Options that mean the same in every command: a flag, then the environment, then ``--config``."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus_tool.errors import UsageError


class RowFormat(StrEnum):
    """How rows are written."""

    jsonl = "jsonl"
    json = "json"
    csv = "csv"


def _load_config(context: typer.Context, path: Path | None) -> Path | None:
    if path is None:
        return None
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"the configuration cannot be read: {error}", place=str(path), remedy="it must be a TOML file"
        ) from error
    shared = {key: value for key, value in table.items() if not isinstance(value, dict)}
    own = table.get(context.info_name or "", {})
    context.default_map = {
        **_by_parameter(context, shared),
        **_by_parameter(context, own if isinstance(own, dict) else {}, known_only=path),
    }
    return path


def _by_parameter(
    context: typer.Context, table: dict[str, Any], *, known_only: Path | None = None
) -> dict[str, Any]:
    """Values by the name of the parameter, from values by the option's spelling.

    Raises:
        UsageError: An option is not known to this command, and the table is for this command alone.
    """
    names = {
        spelling.lstrip("-").replace("-", "_"): parameter.name or ""
        for parameter in context.command.params
        for spelling in parameter.opts
    }
    found: dict[str, Any] = {}
    for key, value in table.items():
        name = names.get(key.replace("-", "_"))
        if name is not None:
            found[name] = value
        elif known_only is not None:
            raise UsageError(
                f"the option {key!r} is not known to {context.info_name}",
                place=str(known_only),
                remedy=f"see corpus-tool {context.info_name} --help",
            )
    return found


Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, globs or web addresses; - reads JSON Lines from standard input.",
        show_default=False,
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        is_eager=True,
        callback=_load_config,
        envvar="CORPUS_TOOL_CONFIG",
        help="TOML file of options: top level for all commands, [COMMAND] for one.",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", envvar="CORPUS_TOOL_QUIET", help="No progress on standard error.")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", envvar="CORPUS_TOOL_OUTPUT", help="Write here instead of to standard output."
    ),
]
Format = Annotated[
    RowFormat,
    typer.Option("--format", envvar="CORPUS_TOOL_FORMAT", help="Form of the rows.", case_sensitive=False),
]
Sidecar = Annotated[
    Path | None,
    typer.Option(
        "--sidecar",
        envvar="CORPUS_TOOL_SIDECAR",
        help="CSV or JSON (path, title, publisher, author, published, url) that fills what copies lost.",
    ),
]
Store = Annotated[
    Path | None,
    typer.Option(
        "--store",
        envvar="CORPUS_TOOL_STORE",
        help="Folder that keeps what was read, so that a second time costs nothing, and pages from the web as "
        "they came. Without it only the latter are kept, in the user's data folder.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        envvar="CORPUS_TOOL_ALLOW_PRIVATE",
        help="Fetch from this machine and private networks too (an intranet).",
    ),
]
Project = Annotated[
    Path | None,
    typer.Option(
        "--project", envvar="CORPUS_TOOL_PROJECT", help="The SQLite project file that remembers runs."
    ),
]
