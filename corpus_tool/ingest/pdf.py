"""PDF: its text layer, read by pypdfium2 in a process of its own that may be killed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft, failed, joined
from corpus_tool.ingest.pasted import read_page
from corpus_tool.ingest.pdf_streams import MOST_UNPACKED, expands
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.textbuild import RichText

SECONDS = 60
"""A book of a thousand pages takes a tenth of this."""
_EDGE = 2
"""Lines at the top and foot of a page that may be running heads."""
_PARTED = re.compile("[\x02\xad\ufffe](?:\r?\n)?")
"""What the reader writes where a word was parted at a line's end, with or without the end of the line."""
_MARK = "\x02"
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def sniff(source: Source) -> bool:
    """The format's own mark, which may stand behind some bytes."""
    return b"%PDF-" in source.head[:1024] and not source.head.startswith((b"<", b"{", b"From ", b"PK"))


def read(source: Source) -> Iterable[Draft]:
    """The document's text as one article; without a text layer it is partial and empty."""
    found = _worked(source)
    if "failed" in found:
        return [failed(f"{source.name}: {found['failed']}")]
    if "locked" in found:
        told = f"{source.name}: no text layer that can be read: locked with a password (save it without one)"
        return [Draft(status="partial", status_reason=told)]
    text = flowing(without_running_heads([str(page) for page in _listed(found.get("pages"))]))
    if not text.strip():
        if expands(source.data):
            told = f"{source.name}: expansion: a stream of it unpacks to more than {MOST_UNPACKED:,} bytes"
            return [failed(f"{told} (print it to a new PDF)")]
        told = f"{source.name}: no text layer, only images of pages (run a text recognition over it)"
        return [Draft(status="partial", status_reason=told)]
    return _drafts(text, found)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _drafts(text: str, found: dict[str, object]) -> list[Draft]:
    drafts = list(read_page(RichText(text)))
    created = _PDF_DATE.match(str(found.get("created") or ""))
    day = to_edtf("-".join(created.groups())) if created else None
    first = drafts[0]
    title, author = str(found.get("title") or "").strip(), str(found.get("author") or "").strip()
    cut = "the file has more pages than are read" if found.get("cut") else None
    drafts[0] = replace(
        first,
        title=first.title or title or None,
        author=first.author or author or None,
        published=first.published or day,
        status="partial" if cut else first.status,
        status_reason=joined(first.status_reason, cut),
    )
    return drafts


def _worked(source: Source) -> dict[str, object]:
    """What the worker says of the file."""
    command = [sys.executable, "-I", str(Path(__file__).with_name("pdf_worker.py"))]
    try:
        done = subprocess.run(command, input=source.data, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return {
            "failed": f"expansion: not read within {SECONDS} seconds (print it to a new PDF, or save its text)"
        }
    try:
        found = json.loads(done.stdout)
    except ValueError:
        return {
            "failed": "expansion: too large or too broken to read in bounds (print it to a new PDF, or save its text)"
        }
    return found if isinstance(found, dict) else {"failed": "cannot be read"}


def without_running_heads(pages: list[str]) -> list[str]:
    """Pages without the lines that stand at the edge of three pages (of both, where there are two), and page numbers."""
    often = 2 if len(pages) == 2 else 3
    split = [[line.rstrip() for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(
        _shape(line) for lines in split for line in {*lines[:_EDGE], *lines[-_EDGE:]} if len(line) < 120
    )
    kept = []
    for lines in split:
        last = len(lines) - _EDGE
        kept.append(
            "\n".join(
                line
                for at, line in enumerate(lines)
                if _EDGE <= at < last
                or (edges[_shape(line)] < often and not re.fullmatch(r"[-– ]*\d{1,4}[-– ]*", line.strip()))
            )
        )
    return kept


def flowing(pages: list[str]) -> str:
    """Running text of lines broken to a page's width: words parted at a line's end are one again."""
    lines = [
        line.strip() for page in pages for line in _PARTED.sub(f"{_MARK}\n", page).split("\n") if line.strip()
    ]
    widest = max(map(len, lines), default=0)
    out: list[str] = []
    for at, line in enumerate(lines):
        out.append(line.removesuffix(_MARK))
        if at + 1 == len(lines):
            break
        full = len(line) > 0.7 * widest
        after = lines[at + 1]
        if line.endswith(_MARK):
            continue
        if line.endswith("-") and after[:1].islower() and len(line) > 1 and line[-2].isalpha():
            out[-1] = line[:-1]
        elif full and not (re.search(r"[.!?:][\"”’)]*$", line) and len(line) < 0.9 * widest):
            out.append(" ")
        else:
            out.append("\n\n")
    return "".join(out)


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())
