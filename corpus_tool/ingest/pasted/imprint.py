"""Whose page a pasted text is from: the line at its top, the lines at its foot, and the menus beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.pasted.shape import (
    BULLET,
    Line,
    credit_line,
    is_body,
    is_name,
    is_prose,
    is_publication,
    word_count,
)
from corpus_tool.text import normalise

_SEPARATOR = re.compile(r"\s*[|·•›»]\s*|\s+[/>–—-]\s+|\s{2,}")
_SURE_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s{2,}")
_ISSUE = re.compile(
    r"(?:issue|no\.?|number|vol\.?|volume|edition)\s*\d+.{0,60}|(?:the |an? |your )?[^.]{0,40}\b(?:newsletter|magazine|title|blog|"
    r"publication|edition|since \d{4}|est\.? ?\d{4}|established \d{4}|paper|programme|show)\b[^.]{0,40}\.?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*)?(?:by\s)?(?P<name>[^\W\d_][^.|·•,©]{1,50}?)"
    r"(?:,?\s+\d{4}(?:\s?[-–]\s?\d{2,4})?)?\s*(?:$|[.|·•,].*|all rights.*)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?P<name>[^\W\d_][^.|·•,©]{1,50}?),?\s+(?:all rights reserved).{0,40}", re.IGNORECASE)
_SAYS_OF_ITSELF = re.compile(
    r"\s*(?:$|[|·•,;.:–—-]|is (?:a|an|the|part|published|written|produced|edited|brought|free|made|owned|supported)\b"
    r"|goes out|comes out|appears|may earn|newsletter|weekly|daily)",
    re.IGNORECASE,
)
TOP_KINDS = ("line", "block", "control", "pointer", "form")
"""Classes of furniture that may stand over a headline."""
_NAME_WORDS = 6
"""Names of publications are shorter."""
_LONGEST = 300
"""Longer lines are text, and are given to no pattern here."""
_FOOT_WORDS = 24
"""A longer line at the foot of a page is text."""
_SMALL = frozenset("a an and at by for from in of on the to und & the's de la le".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Imprint:
    """The site's name as a pasted page prints it, and the page's lines without it."""

    name: str | None
    lines: list[Line]


def is_menu(line: str, *, least: int = 2) -> bool:
    """True for a line of short labels parted by bars, dots, strokes or wide gaps.

    Args:
        line: One line.
        least: So many labels at least; strokes part three and more only.
    """
    if len(line) > 200 or credit_line(line) is not None or re.search(r"[.!?]$", line):
        return False
    sure = [part for part in _SURE_SEPARATOR.split(line.strip()) if part]
    parts = [part for part in _SEPARATOR.split(line.strip()) if part]
    if len(parts) < (least if len(sure) >= 2 else 3):
        return False
    return all(
        len(part) <= 28 and word_count(part) <= 4 and not re.search(r"\d{2}|[.:;]", part) for part in parts
    )


def without_imprint(lines: Sequence[Line]) -> Imprint:
    """Takes the masthead off the top and what a site says of itself off the foot.

    A first line is a masthead where a headline stands below it and it shows itself to be a
    name: in capitals, called as papers are, over a menu or an issue number, or named again
    at the foot of the page.

    Args:
        lines: Lines of a page that are not blank.
    """
    kept = _without_top(lines)
    name: str | None = None
    foot = _foot(kept)
    headline = _headline_below(kept)
    if headline is not None and _is_masthead(kept, headline, foot):
        name = _as_in_foot(kept[0].bare, foot)
        dated = [line for line in kept[1:headline] if _is_day(line.bare)]
        kept = [kept[headline], *dated, *kept[headline + 1 :]]
    name = name or _in_foot(foot) or _only_dated(kept)
    while len(kept) > 3 and closes(kept[-1].bare, name):
        kept.pop()
    return Imprint(name, kept)


def _without_top(lines: Sequence[Line]) -> list[Line]:
    """Drops furniture above everything else: menus, "Skip to content"."""
    start = 0
    while start < len(lines) and (
        is_menu(lines[start].bare, least=3)
        or any(is_furniture(lines[start].bare, kind) for kind in TOP_KINDS)
    ):
        start += 1
    return list(lines[start:])


def _foot(lines: Sequence[Line]) -> list[str]:
    """The last short lines of a page."""
    return [
        line.bare
        for line in lines[5:][-6:]
        if len(line.bare) <= _LONGEST and word_count(line.bare) <= _FOOT_WORDS
    ]


def _headline_below(lines: Sequence[Line]) -> int | None:
    """Number of the line that would be the headline if the first is a masthead."""
    if len(lines) < 4 or not is_masthead_like(lines[0].bare):
        return None
    place = 1
    named = is_publication(lines[0].bare) or is_body(lines[0].bare)
    while place < min(4, len(lines) - 2) and (
        is_menu(lines[place].bare)
        or (named and _is_day(lines[place].bare))
        or (lines[place].gap == 0 and lines[place + 1].gap > 0 and _is_motto(lines, place))
    ):
        place += 1
    below = lines[place].bare
    if (
        is_prose(below)
        or credit_line(below) is not None
        or BULLET.match(below)
        or word_count(below) > 30
        or below.endswith((".", ":", ","))
    ):
        return None
    if is_name(below) and _is_day(lines[place + 1].bare):
        return None
    after = [line.bare for line in lines[place + 1 : place + 4]]
    return place if any(is_prose(line) or credit_line(line) is not None for line in after) else None


def _only_dated(lines: Sequence[Line]) -> str | None:
    """The name of a paper over a date and the text itself, as over a column of corrections: name and title both."""
    if len(lines) < 3 or not is_publication(lines[0].bare) or not is_masthead_like(lines[0].bare):
        return None
    return lines[0].bare if _is_day(lines[1].bare) and is_prose(lines[2].bare) else None


def _is_day(line: str) -> bool:
    seen = credit_line(line)
    return seen is not None and seen.author is None


def _is_motto(lines: Sequence[Line], place: int) -> bool:
    """A short line right under the first, with a headline set apart below it."""
    below = lines[place + 1].bare if place + 1 < len(lines) else ""
    if credit_line(lines[place].bare) is not None or is_prose(lines[place].bare):
        return False
    return bool(below) and not is_prose(below) and credit_line(below) is None


def is_masthead_like(line: str) -> bool:
    """True for a short line of capitalised words that could be the name of a paper or a site."""
    words = line.split()
    return (
        1 <= len(words) <= _NAME_WORDS
        and len(line) <= 50
        and not re.search(r"[.?!:,;]$", line)
        and _is_named(words)
        and not BULLET.match(line)
        and not _is_day(line)
        and not is_furniture(line, "kicker")
    )


def _is_named(words: Sequence[str]) -> bool:
    return all(word.casefold() in _SMALL or not word[0].isalpha() or word[0].isupper() for word in words)


def _is_masthead(lines: Sequence[Line], headline: int, foot: Sequence[str]) -> bool:
    name = lines[0].bare
    if name.isupper() and not lines[headline].bare.isupper() and len(name) > 3:
        return True
    between = [line.bare for line in lines[1:headline]]
    if any(is_menu(line) or _ISSUE.fullmatch(line) for line in between):
        return True
    return is_publication(name) or is_body(name) or _as_in_foot(name, foot, found_only=True) != ""


def _as_in_foot(name: str, foot: Sequence[str], *, found_only: bool = False) -> str:
    """The name as the foot writes it, which is seldom in capitals; as the top writes it where the foot does not."""
    for line in foot:
        at = normalise(line).find(normalise(name))
        if at >= 0:
            written = line[at : at + len(name)]
            return written if normalise(written) == normalise(name) else name
    return "" if found_only else name


def _in_foot(foot: Sequence[str]) -> str | None:
    """The name in a copyright line, or that of a publication that speaks of itself."""
    for line in reversed(foot):
        found = _COPYRIGHT.fullmatch(line) or _RIGHTS.fullmatch(line)
        if (
            found is not None
            and _is_named(found["name"].split())
            and len(found["name"].split()) <= _NAME_WORDS
        ):
            return found["name"].strip()
    for line in foot:
        said = re.match(
            r"((?:[A-Z][\w'’&.]*|&|of|the|and)(?: (?:[A-Z][\w'’&.]*|&|of|the|and)){1,5}) (?=is )", line
        )
        if said is not None and is_publication(said[1]) and _SAYS_OF_ITSELF.match(line[said.end(1) :]):
            return said[1]
    return None


def self_named(title: str | None, lines: Sequence[Line]) -> str | None:
    """The site in "Site: headline", where the text's last line speaks of the site by that name."""
    site, parted, _ = (title or "").partition(": ")
    if not parted or not is_masthead_like(site) or not lines or word_count(lines[-1].bare) > _FOOT_WORDS:
        return None
    return site if closes(lines[-1].bare, site) else None


def closes(line: str, name: str | None) -> bool:
    """True for a menu at the foot, and for what a site says of itself there."""
    if is_menu(line):
        return True
    if (
        name is None
        or len(line) > _LONGEST
        or word_count(line) > _FOOT_WORDS
        or not normalise(line).startswith(normalise(name))
    ):
        return False
    return _SAYS_OF_ITSELF.match(line[len(name) :]) is not None
