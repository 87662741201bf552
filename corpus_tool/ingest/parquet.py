"""Parquet: tables of columns; one row, one document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from corpus_tool.errors import InputError
from corpus_tool.ingest.columns import columns_of, required
from corpus_tool.ingest.source import Source

_MARK = b"PAR1"
_BATCH = 200
"""Rows in memory at a time."""


def sniff(source: Source) -> bool:
    """The format's own mark."""
    return source.head.startswith(_MARK)


def rows(source: Source) -> Iterator[object]:
    """Rows of documents, in order.

    Raises:
        InputError: It is broken, or no column holds texts.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with source.stream() as stream:
            table = pq.ParquetFile(pa.PythonFile(stream, mode="r"), pre_buffer=False)
            columns = required(columns_of(table.schema_arrow.names, source), source)
            names = [table.schema_arrow.names[at] for at in columns.fields.values()]
            cells = [""] * len(columns.names)
            for batch in table.iter_batches(batch_size=_BATCH, columns=names, use_threads=False):
                for row in batch.to_pylist():
                    for name, at in zip(names, columns.fields.values(), strict=True):
                        cells[at] = _said(row.get(name))
                    yield columns.row(cells)
    except MemoryError:  # Arrow's own is one of its exceptions too
        raise
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        raise InputError(f"broken table: {error}", place=source.name, remedy="write it again") from error


def _said(cell: object) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, (date, datetime)) else str(cell)
