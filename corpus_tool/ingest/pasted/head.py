"""The head of a pasted article: title, byline, date; and what of it is left for the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.pasted.imprint import TOP_KINDS, is_masthead_like, is_menu
from corpus_tool.ingest.pasted.shape import (
    BULLET,
    Line,
    credit_line,
    is_headline_like,
    is_name,
    is_prose,
    is_publication,
    word_count,
)
from corpus_tool.text import normalise

_HEAD_LINES = 14
_FURNITURE = TOP_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the top of an article gives, and the lines that are its text."""

    title: str | None
    author: str | None
    published: str | None
    publisher: str | None
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Found:
    author: str | None = None
    published: str | None = None
    publisher: str | None = None


def read_head(lines: Sequence[Line]) -> Head:
    """Takes title, byline and date off the top of an article.

    A byline that says more than a name and a date (an affiliation) stays in the text too,
    since it credits.

    Args:
        lines: The lines of one article, comments cut off.
    """
    lines = list(lines)
    title_at = _title_at(lines)
    title = lines[title_at].bare if title_at is not None else None
    first = 0 if title_at is None else title_at + 1
    found = _Found()
    kept = _above_title(lines[: title_at or 0])
    for line in lines[:first]:
        _take(line, found)
    found.publisher = found.publisher or _masthead(lines[: title_at or 0])
    end = first
    while end < min(len(lines), first + _HEAD_LINES) and not _is_text(lines[end].bare):
        if not _is_head_line(lines, end, found, title):
            kept.append(lines[end])
        end += 1
    body = [*kept, *lines[end:]]
    if title is not None:
        title, found.publisher = (
            _without_site(title, body) if found.publisher is None else (title, found.publisher)
        )
    return Head(
        title=title,
        author=found.author,
        published=found.published,
        publisher=found.publisher,
        lines=tuple(body),
    )


def _masthead(above: Sequence[Line]) -> str | None:
    """The name that stands over a date, and both over the headline: whose page it is."""
    for name, below in pairwise(above):
        seen = credit_line(below.bare)
        dated = seen is not None and seen.date is not None and seen.author is None
        if dated and credit_line(name.bare) is None and is_masthead_like(name.bare):
            return name.bare
    return None


def is_title_again(line: str, title: str | None) -> str | None:
    """What follows a repeated title: "Site" for "Title | Site", "" for the title alone; else null."""
    if title is None:
        return None
    folded, wanted = normalise(line), normalise(title)
    if folded == wanted:
        return ""
    if not folded.startswith(wanted):
        return None
    found = re.match(r"\s+[|»–—-]\s+([^|»]{2,60})$", line[-(len(line) - len(title)) :])
    return found[1].strip() if found else None


def _above_title(lines: Sequence[Line]) -> list[Line]:
    """What stays of the lines above a headline: nothing of a menu, a department's name or a byline."""
    if len(lines) >= 3:
        return []
    kinds = (*_FURNITURE, "block", "kicker")
    return [
        line
        for line in lines
        if credit_line(line.bare) is None and not any(is_furniture(line.bare, kind) for kind in kinds)
    ]


def _title_at(lines: Sequence[Line]) -> int | None:
    """The first line, if it can be a headline; a kicker of one or two words above it is passed over."""
    if not lines or (len(lines) == 1):
        return None
    first = lines[0].bare
    labelled = re.match(r"(?i)^(?:title|headline)\s*:\s*\S", first)
    if labelled or (_can_be_title(first) and word_count(first) >= 3):
        return 0
    for place in range(1, min(len(lines) - 1, _HEAD_LINES)):
        if not _is_kicker(lines[place - 1].bare):
            break
        signed = credit_line(lines[place + 1].bare)
        under_masthead = _masthead(lines[:place]) is not None and is_prose(lines[place + 1].bare)
        least = 2 if under_masthead or (signed is not None and signed.author is not None) else 4
        if _can_be_title(lines[place].bare) and word_count(lines[place].bare) >= least:
            return place
    return 0 if _can_be_title(first) and credit_line(first) is None else None


def _can_be_title(line: str) -> bool:
    return is_headline_like(line) and credit_line(line) is None and word_count(line) <= 30


def _is_kicker(line: str) -> bool:
    return (word_count(line) <= 3 and not is_prose(line)) or credit_line(line) is not None


def _is_text(line: str) -> bool:
    return (is_prose(line) and credit_line(line) is None and not is_furniture(line, "line")) or bool(
        BULLET.match(line)
    )


def _is_head_line(lines: Sequence[Line], place: int, found: _Found, title: str | None) -> bool:
    """Reads a line between title and text; true where nothing of it need stay in the text."""
    line = lines[place]
    site = is_title_again(line.bare, title)
    if site is not None:
        found.publisher = found.publisher or site or None
        return True
    seen = credit_line(line.bare)
    if seen is not None:
        _take(line, found)
        return seen.bare
    if is_menu(line.bare) or any(is_furniture(line.bare, kind) for kind in _FURNITURE):
        return True
    if is_publication(line.bare) and (line.bare.isupper() or line.gap == 0 or _date_follows(lines, place)):
        found.publisher = found.publisher or line.bare
        return True
    if found.author is None and is_name(line.bare) and _date_follows(lines, place):
        found.author = line.bare
        return True
    return False


def _take(line: Line, found: _Found) -> None:
    seen = credit_line(line.bare)
    if seen is None:
        return
    found.author = found.author or (" ".join(seen.author.split()) if seen.author else None)
    found.publisher = found.publisher or seen.site
    if not seen.updated:
        found.published = found.published or to_edtf(seen.date)


def _date_follows(lines: Sequence[Line], place: int) -> bool:
    """A date right under a name, or under the standfirst that follows it, makes the name a byline."""
    for line in lines[place + 1 : place + 4]:
        seen = credit_line(line.bare)
        if seen is not None:
            return seen.author is None
        if is_prose(line.bare) and word_count(line.bare) > 30:
            return False
    return False


def _without_site(title: str, body: Sequence[Line]) -> tuple[str, str | None]:
    """Cuts " | Site" off a title copied from a browser's tab."""
    found = re.search(r"\s+[|»]\s+(?P<site>[^|»]{2,40})$", title)
    if found is None or not body:
        return title, None
    return title[: found.start()].strip(), found["site"].strip()
