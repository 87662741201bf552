"""When a comment was written: what counts as a time on a page, and the day it gives."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus_tool.ingest.dates import AGO, DATE, from_epoch, to_edtf
from corpus_tool.ingest.html.markup import pattern
from corpus_tool.ingest.lexicon import table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

LONGEST = 90
"""Characters of a text that is a time with a few words around it."""
_AGO = re.compile(rf"\b{AGO}", re.IGNORECASE)
_TIMES = re.compile(rf"{DATE}|\b{AGO}", re.IGNORECASE)
_EDGES = " ,;:.|·•–—-()[]@/#"
_LEAD = re.compile(
    r"^(?:#?\d{1,5}[.:)]?\s+)?(?:(?:posted|submitted|written|comment|geschrieben|verfasst|kommentar|beitrag|publié|écrit|escrito|publicado|"
    r"scritto|inviato)\s+)?(?:by|von|par|por|da|door|av|przez)\s+",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\s+(?:(?:says?|said|wrote|writes|commented|schrieb|schreibt|sagte?|a écrit|a dit|dijo|escribió|dice)\s*)?(?:on|at|am|um|le|el|il|op|den|dne)?\s*$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")


def is_stamp(text: str) -> bool:
    """True for a short text that holds a date, absolute or relative."""
    return len(text) <= LONGEST and _is_stamp(" ".join(text.split()))


@lru_cache(maxsize=8192)
def _is_stamp(text: str) -> bool:
    if _DIGIT.search(text) is None:
        return len(text) < 30 and (
            _AGO.search(text) is not None
            or pattern("stamp", "ago").fullmatch(text.strip("() ·•,")) is not None
        )
    return (
        _AGO.search(text) is not None
        or pattern("stamp", "ago").search(text) is not None
        or pattern("stamp", "figures").search(text) is not None
        or to_edtf(text) is not None
    )


def without_stamp(text: str) -> str:
    """A line without its date and the words that lead to one ("on", "am", "posted by")."""
    rest = _TIMES.sub(" ", text)
    for name in ("ago", "figures"):
        rest = pattern("stamp", name).sub(" ", rest)
    return " ".join(_LEAD.sub("", _LINK.sub("", rest.strip(_EDGES))).split()).strip(_EDGES)


def said_in(node: LexborNode) -> str | None:
    """EDTF of the time in an element's attributes; null where they hold none."""
    attributes = node.attributes
    for name in _attributes():
        value = attributes.get(name)
        if value:
            found = to_edtf(value) or (from_epoch(value) if _EPOCH.fullmatch(value) else None)
            if found:
                return found
    return None


def time_of(node: LexborNode) -> str | None:
    """EDTF of the time that an element bears in an attribute or in its words, the one with a time of day if there is one."""
    found = [
        one for one in (said_in(node), to_edtf(node.text(separator=" ", strip=True)[:200])) if one is not None
    ]
    return next((one for one in found if "T" in one), found[0] if found else None)


@lru_cache(maxsize=1)
def _attributes() -> tuple[str, ...]:
    return tuple(str(table("html_comments.toml")["stamp"]["attributes"]).split())
