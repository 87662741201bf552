"""Which files to read: folders walked in order, globs, and names as rows shall show them."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus_tool.ingest.source import Source

_SKIPPED = frozenset({"__pycache__", "node_modules"})


def sources(paths: Sequence[Path], root: Path | None) -> Iterator[Source]:
    """Files behind the given paths, each once, in the given order; folders sorted by name.

    Args:
        paths: Files, folders or glob patterns. One that does not exist is given all the
            same, so that it is reported.
        root: Folder that names are relative to; by default the folder given, or the file's own.
    """
    seen: set[str] = set()
    for path in paths:
        base = root or (path if path.is_dir() else path.parent)
        for file in _expanded(path):
            marker = os.path.abspath(file)  # noqa: PTH100 - resolve() would follow links
            if marker not in seen:
                seen.add(marker)
                yield Source(file, file.name if file == base else _name(file, base))


def _expanded(path: Path) -> Iterator[Path]:
    if path.is_dir():
        inside = list(_walk(path))
        yield from inside or [path]
    elif not os.path.lexists(path) and any(mark in str(path) for mark in "*?["):
        matches = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 - absolute patterns too
        for match in matches:
            yield from _expanded(Path(match))
        if not matches:
            yield path
    else:
        yield path


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder; links to folders are not followed, hidden ones are passed over."""
    for here, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(here) / name


def _name(file: Path, base: Path) -> str:
    try:
        return file.relative_to(base).as_posix()
    except ValueError:
        pass
    try:
        relative = Path(os.path.relpath(file, base)).as_posix()
    except ValueError:
        return file.name
    return file.name if relative.startswith("..") else relative
