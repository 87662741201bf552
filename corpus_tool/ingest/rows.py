"""JSON rows: one row, one document, its text untouched."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeGuard, TypeVar

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft, joined
from corpus_tool.ingest.finish import document
from corpus_tool.models import Document, Kept, Link, Note, Span
from corpus_tool.text import digest

_KINDS = {"article", "post", "comment"}
_STATES = {"published", "unapproved", "deleted", "ping"}
_STATUSES = {"ok", "partial", "failed"}
_NOTES = {"update", "correction", "caveat"}
_TEXT_FIELDS = ("parent_id", "thread_id", "author", "publisher", "title", "url", "path", "status_reason")
_POINT = (
    r"(?:-?[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}(?::\d{2})?)?)?)?)?[?~%]?)"
)
_EDTF = re.compile(
    rf"{_POINT}|(?:{_POINT}|\.\.)?/(?:{_POINT}|\.\.)?|[\[{{]{_POINT}(?:(?:,|\.\.) ?{_POINT}){{1,9}}[\]}}]"
)


def read_rows(lines: Iterable[bytes], *, name: str) -> Iterator[Document]:
    r"""Documents of a stream of JSON Lines, one for each row, in order.

    Only "\n" ends a line. A row that cannot be read is answered by a document with
    ``status`` failed and a reason that names the line; a field of a wrong type is left out
    and the document is ``partial``. A row without an id gets a digest of name, row and
    text; so does one whose id was used before.

    Args:
        lines: Lines as bytes, with or without their ends.
        name: What the stream is called in reasons, and in ``path`` where a row brings none.
    """
    seen: set[str] = set()
    part = 0
    for number, line in enumerate(lines, start=1):
        bare = line.strip(b" \t\r\n")
        if number == 1:
            bare = bare.removeprefix(b"\xef\xbb\xbf")
        if not bare:
            continue
        found = from_row(_parsed(bare), f"{name}, line {number}", name, part)
        if found.id in seen:
            found = replace(
                found,
                id=digest(name, part, found.text),
                status_reason=joined(
                    found.status_reason, f"the id {found.id!r} was used before; this row got a new one"
                ),
            )
        seen.add(found.id)
        part += 1
        yield found


def from_row(row: object, place: str, name: str, part: int) -> Document:
    """The document of one parsed row.

    Args:
        row: A JSON value, or an error met while parsing it.
        place: File and line, for reasons.
        name: The row's ``path`` where it brings none.
        part: Its number in the stream.
    """
    if not isinstance(row, Mapping):
        told = str(row) if isinstance(row, Exception) else "a row is a JSON object with a text"
        return document(Draft(status="failed", status_reason=f"{place}: {told}", notes=()), name, part)
    complaints: list[str] = []
    draft = _draft(row, complaints)
    if complaints:
        status = "failed" if draft.status == "failed" else "partial"
        told = f"{place}: {'; '.join(complaints)}"
        draft = replace(draft, status=status, status_reason=joined(draft.status_reason, told))  # type: ignore[arg-type]  # one of the two
    own_path = row.get("path")
    own_part = row.get("part")
    return document(
        draft,
        own_path if isinstance(own_path, str) and own_path else name,
        own_part if _is_count(own_part) else part,
    )


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return ValueError(f"not UTF-8 at byte {error.start} (save the file as UTF-8)")
    except json.JSONDecodeError as error:
        return ValueError(f"broken JSON at character {error.pos + 1}: {error.msg} (mend or remove the row)")
    except ValueError:
        return ValueError("a number of thousands of digits (write it as a string)")
    except RecursionError:
        return ValueError("JSON nested too deep (remove the row)")


def _draft(row: Mapping[str, Any], complaints: list[str]) -> Draft:
    text = row.get("text")
    status = row.get("status") if row.get("status") in _STATUSES else "ok"
    if not isinstance(text, str):
        if not (text is None and status == "failed"):
            complaints.append(
                'has no text (give the row a "text")'
                if text is None
                else f"text is {_kind_of(text)}, not a string"
            )
        text, status = "", "failed"
    strings = {field: _string(row, field, complaints) for field in _TEXT_FIELDS}
    return Draft(
        id=_id(row, complaints),
        kind=_choice(row, "kind", _KINDS, "article", complaints),
        state=_choice(row, "state", _STATES, "published", complaints),
        parent=strings["parent_id"],
        thread=strings["thread_id"],
        author=strings["author"],
        publisher=strings["publisher"],
        title=strings["title"],
        url=strings["url"],
        published=_date(row, complaints),
        text=text,
        links=_spans(row, "links", len(text), _link, complaints) or (),
        block_quotes=_spans(row, "block_quotes", len(text), _span, complaints) or (),
        notes=_spans(row, "notes", len(text), _note, complaints),
        kept=_kept(row),
        status=status,  # type: ignore[arg-type]  # one of _STATUSES
        status_reason=strings["status_reason"],
    )


def _id(row: Mapping[str, Any], complaints: list[str]) -> str | None:
    value = row.get("id")
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    complaints.append(f"id is {_kind_of(value)}, not a string")
    return None


def _string(row: Mapping[str, Any], field: str, complaints: list[str]) -> str | None:
    value = row.get(field)
    if value is None or isinstance(value, str):
        return value or None
    if field.endswith("_id") and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    complaints.append(f"{field} is {_kind_of(value)}, not a string")
    return None


def _choice(
    row: Mapping[str, Any], field: str, allowed: set[str], default: str, complaints: list[str]
) -> Any:
    value = row.get(field)
    if value is None:
        return default
    if isinstance(value, str) and value in allowed:
        return value
    complaints.append(f"{field} is not one of {', '.join(sorted(allowed))}")
    return default


def _date(row: Mapping[str, Any], complaints: list[str]) -> str | None:
    """Dates in words are read; EDTF passes; one that could be read two ways is null."""
    value = row.get("published")
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        complaints.append(f"published is {_kind_of(value)}, not a string")
        return None
    written = value.strip()
    return written if _EDTF.fullmatch(written) else to_edtf(written)


_Made = TypeVar("_Made", Link, Span, Note)


def _spans(
    row: Mapping[str, Any],
    field: str,
    length: int,
    make: Callable[[Mapping[str, Any], int, int], _Made | None],
    complaints: list[str],
) -> tuple[_Made, ...] | None:
    value = row.get(field)
    if value is None:
        return None
    items = value if isinstance(value, list) else [None]
    found = [_one_span(item, length, make) for item in items]
    if any(item is None for item in found):
        complaints.append(f"{field} holds a span that is none in this text")
    return tuple(item for item in found if item is not None)


def _one_span(
    item: object, length: int, make: Callable[[Mapping[str, Any], int, int], _Made | None]
) -> _Made | None:
    if not isinstance(item, Mapping):
        return None
    start, end = item.get("start"), item.get("end")
    if not (_is_count(start) and _is_count(end) and start <= end <= length):
        return None
    return make(item, start, end)


def _span(_: Mapping[str, Any], start: int, end: int) -> Span:
    return Span(start=start, end=end)


def _link(item: Mapping[str, Any], start: int, end: int) -> Link | None:
    href = item.get("href")
    return Link(start=start, end=end, href=href) if isinstance(href, str) else None


def _note(item: Mapping[str, Any], start: int, end: int) -> Note | None:
    kind = item.get("kind")
    return Note(start=start, end=end, kind=kind) if kind in _NOTES else None


def _kept(row: Mapping[str, Any]) -> Kept:
    """What the row says it kept; where it says nothing, the fields it has."""
    value = row.get("kept")
    if isinstance(value, Mapping):
        names = [field.name for field in dataclasses.fields(Kept)]
        return Kept(**{name: bool(value.get(name)) for name in names})
    return Kept(
        links="links" in row,
        block_quotes="block_quotes" in row,
        dates=isinstance(row.get("published"), str),
        bylines=isinstance(row.get("author"), str),
    )


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _kind_of(value: object) -> str:
    names = {dict: "an object", list: "a list", bool: "a truth value", int: "a number", float: "a number"}
    return names.get(type(value), "null" if value is None else "a string")
