"""Documents written down as PDF, book, spreadsheet, Parquet and web archive, for `benchmarks.reading_speed`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from html import escape

from benchmarks.print_pdf import Leaflet, printed

Text = dict[str, str]
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BOOK = "urn:oasis:names:tc:opendocument:xmlns:container"
_COLUMNS = ("id", "title", "publisher", "published", "text")


def zipped(members: Mapping[str, str]) -> bytes:
    """A zip of texts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def pdf(row: Text) -> bytes:
    """A document printed on as many pages as it needs."""
    return printed(
        Leaflet(
            running_head="Pier Post",
            foot="Page",
            title=row["title"],
            author="Ann Example",
            created="20151002093000",
            columns=80,
            lines=50,
            body=row["text"],
        )
    )


def book(row: Text) -> bytes:
    """A book of one chapter."""
    chapter = "".join(f"<p>{escape(part)}</p>" for part in row["text"].split("\n\n"))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": f'<container xmlns="{_BOOK}"><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
            "b.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="1" href="a.xhtml"/></manifest>'
            '<spine><itemref idref="1"/></spine></package>',
            "a.xhtml": f"<html><body><h1>{escape(row['title'])}</h1>{chapter}</body></html>",
        }
    )


def sheet(rows: Iterable[Text]) -> bytes:
    """A workbook of one sheet with a row for each document."""
    lines = [_COLUMNS, *(tuple(row[name] for name in _COLUMNS) for row in rows)]
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(one)}</t></is></c>' for one in line) + "</row>"
        for line in lines
    )
    relation = f'<Relationships><Relationship Id="rId1" Type="{_LINKS}/%s" Target="%s"/></Relationships>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relation % ("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_LINKS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": relation % ("worksheet", "worksheets/s1.xml"),
            "xl/worksheets/s1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{cells}</sheetData></worksheet>',
        }
    )


def parquet(rows: Iterable[Text]) -> bytes:
    """A table with a row for each document."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([{name: row[name] for name in _COLUMNS} for row in rows]), out)
    return out.getvalue()


def warc(rows: Iterable[Text], written: Callable[[Text], str]) -> bytes:
    """A crawl of the documents' pages.

    Args:
        rows: The documents.
        written: Makes the page of one.
    """
    return b"".join(_record(row["id"], written(row).encode("utf-8")) for row in rows)


def _record(name: str, body: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pier.example/{name}\r\nWARC-Date: 2015-10-02T09:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{name}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode("ascii") + block + b"\r\n\r\n"
