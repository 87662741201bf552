"""The readers, in the order they are asked. Content speaks first, the name second.

A new format is one module with ``sniff`` and ``read``, and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from corpus_tool.ingest import (
    archive,
    binary,
    docx,
    epub,
    html,
    jsonfile,
    jsonlines,
    mail,
    markdown,
    parquet,
    pdf,
    plain,
    sheet,
    table,
    warc,
    xmlfile,
)
from corpus_tool.ingest.confined import confined
from corpus_tool.ingest.source import Source


@dataclass(frozen=True, slots=True)
class Reader:
    """One format.

    Attributes:
        name: What the format is called.
        sniff: Whether a source is of this format.
        read: What it holds: drafts, rows of documents, or files that are read in their turn.
        holds: Which of these.
    """

    name: str
    sniff: Callable[[Source], bool]
    read: Callable[[Source], Iterable[object]]
    holds: Literal["drafts", "rows", "files"] = "drafts"


READERS = (
    Reader("web archive", warc.sniff, confined("warc"), "files"),
    Reader("spreadsheet", sheet.sniff, confined("sheet"), "rows"),
    Reader("archive", archive.sniff, confined("archive"), "files"),
    Reader("epub", epub.sniff, confined("epub")),
    Reader("docx", docx.sniff, confined("docx")),
    Reader("parquet", parquet.sniff, confined("parquet"), "rows"),
    Reader("pdf", pdf.sniff, pdf.read),
    Reader("binary", binary.sniff, binary.read),
    Reader("json lines", jsonlines.sniff, jsonlines.read),
    Reader("json", jsonfile.sniff, jsonfile.read),
    Reader("xml", xmlfile.sniff, xmlfile.read),
    Reader("mail", mail.sniff, mail.read),
    Reader("table", table.sniff, table.rows, "rows"),
    Reader("html", html.sniff, html.read),
    Reader("markdown", markdown.sniff, markdown.read),
    Reader("plain text", plain.sniff, plain.read),
)


def reader_of(source: Source) -> Reader:
    """The first reader that knows this content; plain text takes what is left."""
    return next((reader for reader in READERS if reader.sniff(source)), READERS[-1])
