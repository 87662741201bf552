"""``docs/commands.md`` from the command line's own help: ``make docs`` writes it, a test compares it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer.main

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
HEAD = """# Commands

Written by `make docs` from the help texts; `corpus-tool COMMAND --help` says the same.

Data goes to standard output, everything else to standard error. `-` reads JSON Lines from
standard input. A flag stands over its environment variable, that over the `--config` file.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | findings, only with `run --check` |
| 2 | wrong call |
| 3 | done in part: what could not be read is listed, the rest is done |
| 4 | failed; after a fault of the tool itself a file with the details is named |
"""


def commands() -> dict[str, Any]:
    """Every command by name, in the order of the help."""
    from corpus_tool.cli.app import app

    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for name, command in commands().items():
        parts.append("\n".join(_section(name, command)))
    return "\n".join(parts)


def _section(name: str, command: Any) -> Iterator[str]:
    arguments = [found for found in command.params if found.param_type_name == "argument"]
    options = [
        found for found in command.params if found.param_type_name == "option" and found.name != "help"
    ]
    usage = " ".join([f"corpus-tool {name}", *map(_usage, arguments), "[OPTIONS]"])
    yield f"## `{name}`"
    yield from ("", " ".join((command.help or "").split()), "", "```", usage, "```", "")
    yield from (f"- `{argument.name.upper()}`: {argument.help}" for argument in arguments if argument.help)
    yield from ("", "| option | environment | |", "|---|---|---|")
    for option in options:
        yield f"| `{_spelling(option)}` | {_variable(option)} | {_help(option)} |"
    yield ""


def _usage(argument: Any) -> str:
    name = f"{argument.name.upper()}{'…' if argument.nargs == -1 else ''}"
    return name if argument.required else f"[{name}]"


def _spelling(option: Any) -> str:
    spelling = ", ".join(option.opts)
    if option.is_flag:
        return spelling
    if isinstance(option.default, Enum):
        return f"{spelling} {'/'.join(str(choice.value) for choice in type(option.default))}"
    return f"{spelling} {option.opts[0].lstrip('-').upper()}"


def _variable(option: Any) -> str:
    return f"`{option.envvar}`" if option.envvar else ""


def _help(option: Any) -> str:
    words = (option.help or "").replace("|", "\\|")
    default = getattr(option.default, "value", option.default)
    shown = default if isinstance(default, str | int | float) and not isinstance(default, bool) else None
    extra = " Required." if option.required else f" Default: {shown}." if shown not in {None, ""} else ""
    return f"{words}{extra}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
