"""What stands before the first statement of a text and belongs to none: datelines and labels."""

from __future__ import annotations

import re
from typing import Final

_DAY: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?,?(?:\s\d{4})?|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,?\s\d{4})?"
    r"|\d{4}-\d{2}-\d{2})"
)
_PLACE: Final = r"[A-Z][\w.'’-]{1,24}(?:\s[A-Z][\w.'’-]{1,24}){0,3}(?:,\s[A-Z][\w.]{1,20}){0,2}"
_CAPITALS: Final = r"[A-Z][A-Z.'’-]{2,24}(?:\s[A-Z][A-Z.'’-]{1,24}){0,3}(?:,\s[A-Z][\w.]{1,20}){0,2}"
_AGENCY: Final = r"\([A-Z][^()\n]{1,40}\)"
_STROKE: Final = r"\s{0,2}(?:--|[-–—])\s{1,2}"
_DATELINE: Final = re.compile(
    rf"(?:(?:{_PLACE},?\s)?(?:{_DAY},?\s)?{_AGENCY}(?:,?\s{_DAY})?|{_PLACE},\s{_DAY}|{_DAY}"
    rf"|{_CAPITALS}(?:,?\s{_DAY})?){_STROKE}(?=[\"“‘']?[A-Z0-9])"
)
"""OSTMARK, 5 June 2025 (CWA) – The ferry …; OSTMARK – The ferry …; 5 June 2025 (CWA) - The ferry …"""
_LABEL: Final = re.compile(
    r"(?:[\"“]?(?:BREAKING|JUST IN|EXCLUSIVE|URGENT|ALERT|FLASH|DEVELOPING|ICYMI|FWD?|RT|UPDATED?|CORRECTED|CORRECTION|VIDEO|WATCH|PSA"
    r"|BREAKING NEWS|Fwd?|Breaking|Just in|Exclusive|Corrected|Updated?)(?:\s@\w{1,30})?\s?[:|!–—-]{1,2}\s{1,2})+(?=[\"“‘']?[A-Z0-9£$€])"
)
_HEAD: Final = 140


def statement_start(sentence: str) -> int:
    """Offset at which the statement of a sentence begins: behind a dateline, then behind a label; else 0.

    >>> statement_start("OSTMARK (CWA) – The ferry sails.")
    16
    """
    at = 0
    for pattern in (_DATELINE, _LABEL):
        found = pattern.match(sentence, at, at + _HEAD)
        at = found.end() if found is not None else at
    return at
