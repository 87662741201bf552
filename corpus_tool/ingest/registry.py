"""The readers, in the order they are asked. Content speaks first, the name second.

A new format is one module with ``sniff`` and ``read``, and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus_tool.ingest import (
    binary,
    docx,
    epub,
    html,
    jsonfile,
    jsonlines,
    mail,
    markdown,
    pdf,
    plain,
    table,
    xmlfile,
)
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.source import Source


@dataclass(frozen=True, slots=True)
class Reader:
    """One format.

    Attributes:
        name: What the format is called.
        sniff: Whether a source is of this format.
        read: Its documents.
    """

    name: str
    sniff: Callable[[Source], bool]
    read: Callable[[Source], Iterable[Draft]]


READERS = (
    Reader("epub", epub.sniff, epub.read),
    Reader("docx", docx.sniff, docx.read),
    Reader("pdf", pdf.sniff, pdf.read),
    Reader("binary", binary.sniff, binary.read),
    Reader("json lines", jsonlines.sniff, jsonlines.read),
    Reader("json", jsonfile.sniff, jsonfile.read),
    Reader("xml", xmlfile.sniff, xmlfile.read),
    Reader("mail", mail.sniff, mail.read),
    Reader("table", table.sniff, table.read),
    Reader("html", html.sniff, html.read),
    Reader("markdown", markdown.sniff, markdown.read),
    Reader("plain text", plain.sniff, plain.read),
)


def reader_of(source: Source) -> Reader:
    """The first reader that knows this content; plain text takes what is left."""
    return next((reader for reader in READERS if reader.sniff(source)), READERS[-1])
