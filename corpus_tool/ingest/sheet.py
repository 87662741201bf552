"""Spreadsheets: XLSX and its kin; each sheet whose header names a column of texts is a table."""

from __future__ import annotations

from collections.abc import Iterator

from corpus_tool.errors import InputError
from corpus_tool.ingest.columns import columns_of, required
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.zipped import names_in

_NAMES = frozenset({".xlsx", ".xlsm", ".xlsb", ".ods", ".xls"})
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MAX_CELLS = 20_000_000
"""Excel's own largest sheet of texts has a tenth of this."""


def sniff(source: Source) -> bool:
    """A zip with the parts of a workbook, or an office file that is named as one."""
    head = source.head
    if head.startswith(_ZIP):
        names = names_in(head)
        return source.suffix in _NAMES or (
            "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names)
        )
    return head.startswith(_OLD) and source.suffix in _NAMES


def rows(source: Source) -> Iterator[object]:
    """Rows of documents of all sheets with texts, in order; a ragged one is answered by an error.

    Raises:
        InputError: It is broken or locked, or no sheet has a column of texts.
    """
    import python_calamine as calamine

    try:
        with source.stream() as stream:
            book = calamine.CalamineWorkbook.from_filelike(stream)
            sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    except (calamine.CalamineError, OSError, ValueError) as error:
        told = "is locked with a password" if "assword" in str(error) else f"broken workbook: {error}"
        raise InputError(told, place=source.name, remedy="save it again, or as CSV") from error
    tables = [table for sheet in sheets if (table := _table(sheet, source))]
    if not tables:
        raise InputError("a workbook without cells", place=source.name, remedy="save it again, or as CSV")
    columns = [columns_of(table[0], source) for table in tables]
    if not any(one.has_text for one in columns):
        required(columns[0], source)
    for one, table in zip(columns, tables, strict=True):
        if one.has_text:
            yield from (one.row(cells) for cells in table[1:] if any(cell.strip() for cell in cells))


def _table(sheet: object, source: Source) -> list[list[str]]:
    from python_calamine import CalamineSheet

    assert isinstance(sheet, CalamineSheet)  # noqa: S101 - what get_sheet_by_name gives
    if sheet.height * sheet.width > MAX_CELLS:
        raise InputError(
            f"expansion: more than {MAX_CELLS:,} cells", place=source.name, remedy="save it as CSV"
        )
    return [[_said(cell) for cell in row] for row in sheet.to_python()]


def _said(cell: object) -> str:
    """A cell as its reader sees it: whole numbers without a point, days without a midnight."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).removesuffix(" 00:00:00")
