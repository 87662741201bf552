"""Checked claims as rows: JSON Lines, JSON, CSV and ClaimReview JSON-LD become one type.

What a stranger's file gets wrong is mended where its meaning is plain (markup in a text, another
name for a column), and named where it is not; one bad row never costs the others.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from corpus_tool.errors import RowError
from corpus_tool.match.bank.review import is_review, plain_value, reviews_in
from corpus_tool.text import digest, encodable, fold_space


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One statement of a desk's archive.

    Attributes:
        id: Its id in the archive; a digest of its text where the row brings none.
        text: The statement that was checked.
        title: Headline of the check, often a second wording of the statement.
        rating: The verdict in the archive's own words; shown, never used for matching.
        url: Where the check stands.
    """

    id: str
    text: str
    title: str = ""
    rating: str = ""
    url: str = ""


NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "@id", "_id", "claim_id", "uuid", "guid"),
    "text": ("text", "claim", "statement", "claim_text", "claim_reviewed", "claimreviewed", "vclaim"),
    "title": ("title", "headline", "claim_title", "review_title"),
    "rating": (
        "rating",
        "verdict",
        "textual_rating",
        "textualrating",
        "conclusion",
        "label",
        "alternatename",
    ),
    "url": ("url", "link", "review_url", "permalink", "href"),
}
"""What archives call each field, first match first: the names of fact-check feeds and of their CSV exports."""


def known(row: Mapping[str, Any], *, place: str) -> Known:
    """One row of JSON or CSV as a known statement.

    Raises:
        RowError: If the row holds no text.
    """
    if is_review(row):
        row = next(reviews_in(row), row)
    by_name = {str(key).strip().lower().replace(" ", "_"): value for key, value in row.items()}
    found = {field: _value(by_name, names) for field, names in NAMES.items()}
    if not found["text"]:
        raise RowError("the row has no text", place=place, remedy='give each row {"id", "text"}')
    return Known(**{**found, "id": found["id"] or digest(found["text"])})


def _value(row: Mapping[str, Any], names: Iterable[str]) -> str:
    return next((said for name in names if (said := encodable(fold_space(plain_value(row.get(name)))))), "")


def decoded(raw: bytes) -> str:
    """The text of an archive's file: UTF-8, or UTF-16 with its mark as spreadsheets write it."""
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def read(text: str, *, name: str) -> Iterator[Known | RowError]:
    """The known statements of a text in any of the forms; a row that holds none is given as its fault."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        yield from _answered(table_rows(text, name=name))
        return
    try:
        yield from _answered(_rows_of(json.loads(text, strict=False), place=name))
    except (ValueError, RecursionError) as fault:
        yield from _read_lines(text, name, fault)


def _read_lines(text: str, name: str, fault: Exception) -> Iterator[Known | RowError]:
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if len(lines) < 2 or not any(map(_is_json, (line for _, line in lines))):
        yield RowError(f"no JSON: {fault}", place=name)
        return
    for number, line in lines:
        place = f"{name}, line {number}"
        try:
            yield from _answered(_rows_of(json.loads(line, strict=False), place=place))
        except (ValueError, RecursionError) as broken:
            yield RowError(f"no JSON: {broken}", place=place)


def _is_json(line: str) -> bool:
    try:
        return isinstance(json.loads(line, strict=False), dict | list)
    except (ValueError, RecursionError):
        return False


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with where it stands; null where there is something that is no row."""

    row: Mapping[str, Any] | None
    place: str
    fault: str = "a row is a JSON object"


def _answered(rows: Iterable[Placed]) -> Iterator[Known | RowError]:
    for one in rows:
        if one.row is None:
            yield RowError(one.fault, place=one.place)
            continue
        try:
            yield known(one.row, place=one.place)
        except RowError as fault:
            yield fault


def table_rows(text: str, *, name: str) -> Iterator[Placed]:
    """Rows of a table with a header: separated by tab, semicolon or comma, whichever the header has most of."""
    head = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    while True:
        place = f"{name}, line {reader.line_num + 1}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            yield Placed(None, place, f"no row of a table: {fault}")
            continue
        yield Placed({key: value for key, value in row.items() if key}, place)


def _rows_of(value: object, *, place: str) -> Iterator[Placed]:
    """A JSON value's rows: reviews anywhere inside it, else the row or the list of rows that it is."""
    found = list(reviews_in(value))
    if found:
        yield from (Placed(review, place) for review in found)
        return
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, start=1):
        here = f"{place}, row {number}" if isinstance(value, list) else place
        yield Placed(row if isinstance(row, dict) else None, here)


def from_csv(text: str, *, name: str) -> Iterator[Known]:
    """Rows of a table with a header that names at least the text.

    Raises:
        RowError: If a row holds no text.
    """
    return _sure(_answered(table_rows(text, name=name)))


def from_lines(lines: Iterable[str], *, name: str) -> Iterator[Known]:
    """JSON Lines; a row may itself be ClaimReview JSON-LD.

    Raises:
        RowError: If a line is no JSON object.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield from from_json(line, place=f"{name}, line {number}")


def from_json(text: str, *, place: str) -> Iterator[Known]:
    """A JSON document: one row, a list of rows, or JSON-LD with ClaimReview anywhere inside.

    Raises:
        RowError: If it is no JSON, or a row holds no text.
    """
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as fault:
        raise RowError(f"no JSON: {fault}", place=place) from fault
    yield from _sure(_answered(_rows_of(value, place=place)))


def _sure(found: Iterable[Known | RowError]) -> Iterator[Known]:
    for one in found:
        if isinstance(one, RowError):
            raise one
        yield one
