"""The day that a dateline gives at the head of a text: "OSTMARK, 5 June 2025 (CWA) – The ferry …"."""

from __future__ import annotations

import re

from corpus_tool.ingest.dates import DATE, to_edtf

_PLACE = r"(?-i:[A-Z][A-Za-z.'’-]{1,24}(?: [A-Z][A-Za-z.'’-]{1,24}){0,3}(?:, [A-Z][A-Za-z.]{1,20})?)"
_AGENCY = r"\([^()]{2,40}\)"
_DATELINE = re.compile(
    rf"(?:{_PLACE},? )?(?:{_AGENCY} )?(?P<date>{DATE})(?:,? {_AGENCY})?\s{{0,2}}[-–—]{{1,2}}\s", re.IGNORECASE
)
_HEAD = 140


def dateline_day(line: str) -> str | None:
    """EDTF of the day in the dateline that opens a text; null where it opens otherwise.

    Args:
        line: The first line of the text.
    """
    found = _DATELINE.match(line[:_HEAD])
    return None if found is None else to_edtf(found["date"])
