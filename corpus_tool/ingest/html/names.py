"""Names in the lines over comments."""

from __future__ import annotations

import re

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.furniture import is_furniture

_SAID = re.compile(
    r"(?:\s+(?:says?|said|wrote|writes|sagt|schreibt|schrieb|meint|kommentierte|a dit|dit|dice|dijo|napisał))?"
    r"(?:\s+(?:on|am|um|le|at))?\s*(?:\.\.\.|…)?\s*:?\s*$",
    re.IGNORECASE,
)
_POSTED_BY = re.compile(
    r"^(?:originally posted by|quote from|quoting|zitat von)\s*:?\s*|\s+on\s.{1,40}\d{4}.{0,20}$",
    re.IGNORECASE,
)


def name_said(said: str) -> str | None:
    """The name in "Name says:"; null where the words are no name."""
    folded = _POSTED_BY.sub("", " ".join(said.split()))
    name = _SAID.sub("", folded).strip(" ,:–-|·•@~")
    if not name or len(name) > 60 or len(name.split()) > 7 or to_edtf(name) is not None:
        return None
    return None if is_furniture(name, "control") or not re.search(r"\w", name) else name
