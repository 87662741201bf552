"""Reader of JSON files: one document, an array of them, or a thread export."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from corpus_tool.ingest.decode import decode
from corpus_tool.ingest.drafts import Draft, failed
from corpus_tool.ingest.jsonstream import LARGE, items, opens_array
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.threads import of_json


def sniff(source: Source) -> bool:
    """True for content that opens as JSON does, or a ``.json`` name."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if source.suffix == ".json":
        return True
    return source.suffix not in {".md", ".html", ".htm"} and _opens_json(head)


def load(source: Source) -> object:
    """The parsed value, or the error that parsing met, worded for the user."""
    text = decode(source.data).text
    if not text.strip():
        return ValueError(f"{source.name}: empty file (nothing to read; remove it or save it again)")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, character {error.colno}"
        return ValueError(f"{source.name}: broken JSON at {place}: {error.msg} (mend the file)")
    except ValueError:
        return ValueError(f"{source.name}: a number of thousands of digits (write it as a string)")
    except RecursionError:
        return ValueError(f"{source.name}: nesting: JSON nested too deep (flatten the file)")


def rows_of(value: object) -> list[object] | None:
    """Rows of documents in a JSON value: an array, an object with a text, or a list under a usual name."""
    if isinstance(value, Mapping):
        if isinstance(value.get("text"), str):
            return [value]
        for name in ("documents", "rows", "articles", "items", "data", "records"):
            inner = value.get(name)
            if isinstance(inner, list) and inner and all(_is_row(row) for row in inner):
                return inner
        return None
    if isinstance(value, list):
        return value if any(_is_row(row) for row in value) or not value else None
    return None


@dataclass(frozen=True, slots=True)
class Found:
    """What a JSON file holds: rows of documents, or else the drafts of an export."""

    rows: Iterable[object] | None = None
    drafts: tuple[Draft, ...] = ()


def documents(source: Source) -> Found:
    """Rows or drafts of a file; a large array is read item by item.

    Args:
        source: A file that `sniff` knows.
    """
    if opens_array(source) and source.size > LARGE:
        streamed = items(source)
        first = next(streamed, None)
        if _is_row(first) or isinstance(first, ValueError):
            return Found(rows=chain([first], streamed))
    value = load(source)
    if isinstance(value, ValueError):
        return Found(drafts=(failed(str(value)),))
    drafts = of_json(value)
    if drafts is not None:
        return Found(drafts=tuple(drafts))
    rows = rows_of(value)
    if rows is not None:
        return Found(rows=rows)
    told = f"{source.name}: JSON of no known kind (give rows with a text, or a known thread export)"
    return Found(drafts=(failed(told),))


def read(source: Source) -> Iterable[Draft]:
    """Drafts of a thread export; rows of documents are read by `documents`."""
    return documents(source).drafts


def _is_row(row: object) -> bool:
    return isinstance(row, Mapping) and isinstance(row.get("text"), str)


def _opens_json(head: bytes) -> bool:
    if head.startswith(b"{"):
        return head[1:].lstrip()[:1] in {b'"', b"}"}
    return head.startswith(b"[") and head[1:].lstrip()[:1] in {b"{", b"[", b"]"} and b'"' in head
