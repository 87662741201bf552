"""Tables: CSV and TSV whose header names a column of texts; one row, one document."""

from __future__ import annotations

import csv
import io

from corpus_tool.errors import InputError
from corpus_tool.ingest.columns import Columns, columns_of, required
from corpus_tool.ingest.decode import decode
from corpus_tool.ingest.source import Source

NAMES = frozenset({".csv", ".tsv", ".tab"})
_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 32 * 1024 * 1024
"""No text of one person is longer."""


def sniff(source: Source) -> bool:
    """A table's name, or a first line of several names of which one is that of a column of texts."""
    if source.suffix in NAMES:
        return True
    if source.suffix not in {"", ".txt", ".dat"}:
        return False
    columns = _columns(_first_line(source), source)
    return len(columns.names) >= 3 and columns.fields.keys() >= {"text", "id"}


def rows(source: Source) -> list[object]:
    """The table's rows as rows of documents; a ragged one is answered by an error.

    Raises:
        InputError: No column holds texts, or the table cannot be parsed.
    """
    text = decode(source.data).text
    header = text.partition("\n")[0]
    columns = required(_columns(header, source), source)
    previous = csv.field_size_limit(_LONGEST_FIELD)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header))
        next(reader, None)
        return [columns.row(row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InputError(
            f"broken table: {error}", place=source.name, remedy="save it again as CSV"
        ) from error
    finally:
        csv.field_size_limit(previous)


def is_sidecar(source: Source) -> bool:
    """True for a table of paths without texts: it says something of files and is no document itself."""
    if source.suffix not in NAMES:
        return False
    columns = _columns(_first_line(source), source)
    return "path" in columns.names and not columns.has_text


def _first_line(source: Source) -> str:
    return decode(source.head[:8000]).text.partition("\n")[0] if source.head else ""


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _columns(header: str, source: Source) -> Columns:
    return columns_of(next(csv.reader([header], delimiter=_delimiter(header)), []), source)
