"""Reads one PDF from standard input and writes its pages as JSON; run by `corpus_tool.ingest.pdf` alone.

It bounds its own memory and time, since a file of two kilobytes may unpack to a gigabyte.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 45
MAX_PAGES = 3_000
MAX_CHARS = 20_000_000


def main() -> int:
    """Read, write, and say how it went."""
    _bound()
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)
    return 0


def _bound() -> None:
    try:
        import resource
    except ImportError:  # a system without these limits: the parent's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def _read(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            return {"locked": True}
        if re.search(rb"/Count\s+0\b", data) and not re.search(rb"/Count\s+[1-9]", data):
            return {"pages": []}  # a document without a page, which the library does not open
        return {"failed": f"broken PDF: {error} (print it to a new PDF)"}
    about = opened.get_metadata_dict()
    pages: list[str] = []
    size = 0
    for number in range(min(len(opened), MAX_PAGES)):
        pages.append(_page(opened, number))
        size += len(pages[-1])
        if size > MAX_CHARS:
            return {"failed": f"expansion: more than {MAX_CHARS:,} characters of text"}
    return {
        "pages": pages,
        "title": about.get("Title"),
        "author": about.get("Author"),
        "created": about.get("CreationDate"),
        "cut": len(opened) > MAX_PAGES,
    }


def _page(opened: Any, number: int) -> str:
    import pypdfium2

    try:
        return str(opened[number].get_textpage().get_text_bounded())
    except pypdfium2.PdfiumError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
