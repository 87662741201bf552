"""Reader of JSON Lines: rows of documents, or of a Pushshift export."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from corpus_tool.ingest.drafts import Draft, failed
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.threads import is_row, of_rows

LONGEST_LINE = 64 * 1024 * 1024
"""Bytes of one row; no article is a hundredth of it."""
_ASKED = 2
"""A back-up may begin with a row about itself."""
NAMES = frozenset({".jsonl", ".ndjson", ".jsonlines", ".jl"})


def sniff(source: Source) -> bool:
    """True where the first line is a whole JSON object and another line follows, or the name says so."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if source.suffix in NAMES:
        return head[:1] in {b"{", b"["} or not _mostly_prose(head)
    if not head.startswith(b"{") or source.suffix in {".md", ".html", ".htm"}:
        return False
    first, _, rest = head.partition(b"\n")
    return bool(rest.lstrip().startswith(b"{")) and _is_object(first)


def read(source: Source) -> Iterable[Draft]:
    """Drafts of a thread export in lines; rows of documents are read by `is_rows` files' own way."""
    rows = [row for row in _objects(source) if row is not None]
    found = of_rows(rows)
    return found if found is not None else [failed(f"{source.name}: no rows of documents")]


def is_export(source: Source) -> bool:
    """True where one of the first rows is a comment or post of a known export and not a document of the contract."""
    for line in source.head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n")[:_ASKED]:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            return False
        if not isinstance(row, dict) or ("text" in row and not is_row(row)):
            return False
        if of_rows([row]):
            return True
    return False


def lines_of(source: Source) -> Iterator[bytes]:
    """The file's lines, one at a time: a million rows need no more memory than one.

    Of a line that no row is as long as only the beginning is given, so that it is answered as broken.
    """
    with source.stream() as stream:
        while line := stream.readline(LONGEST_LINE):
            yield line
            while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)


def _objects(source: Source) -> Iterator[object | None]:
    for line in lines_of(source):
        try:
            yield json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            yield None


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _mostly_prose(head: bytes) -> bool:
    return b"{" not in head[:2000]
