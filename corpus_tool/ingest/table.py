"""Tables: CSV and TSV whose header names a column of texts; one row, one document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from corpus_tool.errors import InputError
from corpus_tool.ingest.dates import from_epoch, to_edtf
from corpus_tool.ingest.decode import decode
from corpus_tool.ingest.drafts import Draft, failed
from corpus_tool.ingest.lexicon import table as lexicon
from corpus_tool.ingest.source import Source

NAMES = frozenset({".csv", ".tsv", ".tab"})
_KINDS = frozenset({"article", "post", "comment"})
_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 32 * 1024 * 1024
"""No text of one person is longer."""


def sniff(source: Source) -> bool:
    """A table's name, or a first line of several names of which one is that of a column of texts."""
    first = _first_line(source)
    if source.suffix in NAMES:
        return True
    columns = _columns(first)
    return (
        source.suffix in {"", ".txt", ".dat"}
        and len(columns) >= 3
        and _chosen(columns).keys() >= {"text", "id"}
    )


def rows(source: Source) -> list[object]:
    """The table's rows as rows of documents; a ragged one is answered by an error.

    Raises:
        InputError: No column holds texts, or the table cannot be parsed.
    """
    text = decode(source.data).text
    columns = _columns(text.partition("\n")[0])
    chosen = _chosen(columns)
    if "text" not in chosen:
        told = f"no column of texts among: {', '.join(columns)[:200]}"
        remedy = "give it with --sidecar" if "path" in columns else "name the column of texts text"
        raise InputError(told, place=source.name, remedy=remedy)
    previous = csv.field_size_limit(_LONGEST_FIELD)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.partition("\n")[0]))
        next(reader, None)
        return [_row(row, columns, chosen) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InputError(
            f"broken table: {error}", place=source.name, remedy="save it again as CSV"
        ) from error
    finally:
        csv.field_size_limit(previous)


def read(source: Source) -> Iterable[Draft]:
    """Tables are read as rows; see `rows`."""
    return [failed(f"{source.name}: a table is read by its rows")]


def _row(cells: list[str], columns: list[str], chosen: Mapping[str, int]) -> object:
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        return ValueError(
            f"has {len(cells)} cells, the header {len(columns)} (quote texts that hold the delimiter)"
        )
    given = {name: cells[at] for name, at in chosen.items() if at < len(cells) and cells[at].strip()}
    if "published" in given:
        written = given.pop("published").strip()
        read_as = to_edtf(written) or (from_epoch(written) if written.replace(".", "").isdigit() else None)
        if read_as is not None:
            given["published"] = read_as
    if given.get("kind", "").strip().casefold() not in _KINDS:
        given.pop("kind", None)
    return {"text": "", **given}


def _chosen(columns: list[str]) -> dict[str, int]:
    """Column number of each document field that the header names."""
    found: dict[str, int] = {}
    for name, aliases in lexicon("columns.toml").items():
        at = next((columns.index(alias) for alias in str(aliases).split() if alias in columns), None)
        if at is not None:
            found[name] = at
    return found


def _first_line(source: Source) -> str:
    return decode(source.head[:8000]).text.partition("\n")[0] if source.head else ""


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _columns(header: str) -> list[str]:
    cells = next(csv.reader([header], delimiter=_delimiter(header)), [])
    return [cell.strip().casefold().replace(" ", "_").replace("-", "_") for cell in cells]
