"""Checked claims as rows: JSON Lines, CSV, and ClaimReview JSON-LD become one type."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpus_tool.errors import RowError
from corpus_tool.text import digest, fold_space


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


def known(row: Mapping[str, Any], *, place: str) -> Known:
    """One row of JSON or CSV as a known statement.

    Raises:
        RowError: If the row holds no text.
    """
    if "claimReviewed" in row:
        return _from_review(row)
    text = fold_space(str(row.get("text") or ""))
    if not text:
        raise RowError("the row has no text", place=place, remedy='give each row {"id", "text"}')
    brought = row.get("id")
    return Known(
        id=digest(text) if brought is None or brought == "" else str(brought),
        text=text,
        title=fold_space(str(row.get("title") or "")),
        rating=str(row.get("rating") or ""),
        url=str(row.get("url") or ""),
    )


def from_csv(text: str, *, name: str) -> Iterator[Known]:
    """Rows of a CSV or TSV table with a header that names at least ``text``."""
    delimiter = "\t" if "\t" in text.split("\n", 1)[0] else ","
    for number, row in enumerate(csv.DictReader(io.StringIO(text), delimiter=delimiter), start=2):
        yield known({key: value for key, value in row.items() if key}, place=f"{name}, line {number}")


def from_lines(lines: Iterable[str], *, name: str) -> Iterator[Known]:
    """JSON Lines; a row may itself be ClaimReview JSON-LD.

    Raises:
        RowError: If a line is no JSON object.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield from from_json(line, place=f"{name}, line {number}")


def from_json(text: str, *, place: str) -> Iterator[Known]:
    """A JSON document: one row, a list of rows, or JSON-LD with ClaimReview anywhere inside."""
    try:
        value = json.loads(text)
    except ValueError as fault:
        raise RowError(f"no JSON: {fault}", place=place) from fault
    found = list(_reviews(value))
    if found:
        yield from (_from_review(review) for review in found)
        return
    for row in value if isinstance(value, list) else [value]:
        if not isinstance(row, dict):
            raise RowError("a row is a JSON object", place=place)
        yield known(row, place=place)


def _reviews(value: object) -> Iterator[Mapping[str, Any]]:
    """ClaimReview objects in a JSON-LD value, without recursion: input may be nested to any depth."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get("claimReviewed"), str) and one["claimReviewed"].strip():
                yield one
                continue
            waiting.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            waiting.extend(reversed(one))


def _from_review(review: Mapping[str, Any]) -> Known:
    text = fold_space(str(review["claimReviewed"]))
    rated = review.get("reviewRating")
    rated = rated if isinstance(rated, dict) else {}
    url = str(review.get("url") or "")
    return Known(
        id=str(review.get("@id") or review.get("id") or url or digest(text)),
        text=text,
        title=fold_space(str(review.get("headline") or review.get("name") or "")),
        rating=str(rated.get("alternateName") or rated.get("ratingValue") or ""),
        url=url,
    )
