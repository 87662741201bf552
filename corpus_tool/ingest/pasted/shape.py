"""The lines of a pasted page, and what a line looks like: prose, headline, byline, date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus_tool.ingest.dates import AGO, DATE
from corpus_tool.ingest.furniture import is_furniture

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
_STOP_END = re.compile(r"[.,;:][\"”’')\]]*$")
BULLET = re.compile(r"^(?:[•●▪◦*·‣–—-]\s+|\(?\d{1,3}[.)]\s+|[a-z][.)]\s)")
"""Opening of a list item."""
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|[A-Z]\.)"
_PARTICLE = r"(?:van|von|de|da|del|della|der|den|di|la|le|bin|al|el|ter|zu|y|dos|du)"
NAME = rf"{_NAME_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_NAME_WORD}){{0,4}}"
"""Pattern of a person's name as printed: one to five capitalised words (do not ignore case)."""
_BYLINE = re.compile(
    rf"^(?:(?i:posted|written|published|words|text|story|article|reported|reporting|review|analysis|opinion|"
    rf"submitted|created|authored|guest post|contributed)\s)?(?i:by|authors?|von|par|por)(?:\s*:\s*|\s+)"
    rf"(?P<author>{NAME}(?:(?:,\s|\s(?i:and|&)\s|,\s(?i:and)\s){NAME}"
    rf"(?=\s(?i:and|&)\s|,\s(?i:and)\s|\s*$|\s*[|•·(–—]|,\s)){{0,3}}?)"
    rf"(?P<rest>\s*(?:$|[|•·,(–—/-].{{0,160}}|(?i:on|for|in|at|published|posted|updated|staff)\s.{{0,120}}"
    rf"|(?i:{DATE}).{{0,80}}))$"
)
_DATE_LINE = re.compile(
    r"^(?P<label>(?:(?:first |originally |last |date )?(?:published|posted|updated|modified|date|created|written|"
    r"released|publication date|post date)(?: date| on| at| in)?)?\s*:?\s*(?:on\s)?)"
    rf"(?P<date>{DATE})(?P<rest>(?:\s*[|•·,–—-]\s*.{{0,100}}|\s*\(.{{0,60}}\))?)$",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"^(?:(?:[\d.,]+k? points? |posted |submitted )(?:{AGO} )?by (?:/?u/)?(?P<author>[\w-]{{2,40}})(?: to r/\w+)?"
    rf"(?: (?:on )?(?P<date>{DATE}|{AGO}))?(?:\s?[|•·].{{0,100}})?)$",
    re.IGNORECASE,
)
_DATE_BY = re.compile(
    rf"^(?:(?i:posted|published) (?i:on )?)?(?P<date>(?i:{DATE}))\s*[|•·,–—-]?\s*(?i:by):?\s(?P<author>{NAME})"
    r"(?P<rest>(?:\s*[|•·,–—-]?\s*(?i:\d+ comments?|leave a comment|no comments|\d+ min.{0,12}))?)$"
)
_NAME_LINE = re.compile(rf"^{_NAME_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_NAME_WORD}){{1,3}}$")
_NAME_AND_DATE = re.compile(rf"^(?P<author>{NAME})\s*[|•·,–—/-]\s*(?P<date>(?i:{DATE}))$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        text: As it stands, without space at its end.
        bare: Without space at both ends.
        indent: Columns before the first character.
        gap: Blank lines above it.
        start: Where it begins in the text it is from.
    """

    text: str
    bare: str
    indent: int
    gap: int
    start: int = 0


def to_lines(text: str) -> list[Line]:
    """The non-blank lines of a text; ``gap`` keeps the blank ones."""
    found: list[Line] = []
    gap = 0
    offset = 0
    for raw in text.split("\n"):
        start = offset
        offset += len(raw) + 1
        bare = raw.strip()
        if not bare:
            gap += 1
            continue
        stripped = raw.rstrip()
        found.append(Line(stripped, bare, len(stripped) - len(bare), gap, start))
        gap = 0
    return found


def word_count(line: str) -> int:
    """Words by white space, in the first 2,000 characters: a longer line is prose by any count."""
    return len(line[:2000].split())


def is_prose(line: str) -> bool:
    """True for a line that a person wrote as running text: long, or a full sentence."""
    count = word_count(line)
    return count >= 25 or (count >= 9 and bool(_SENTENCE_END.search(line[-20:])))


def is_headline_like(line: str) -> bool:
    """True for a short line that could stand above a text: no full stop, no bullet, a capital first."""
    if (
        len(line) > 220
        or not 2 <= word_count(line) <= 30
        or (_STOP_END.search(line) and not line.endswith("..."))
    ):
        return False
    if BULLET.match(line) or not re.match(r"[\"“‘'(\[]?[^\W_a-z]", line):
        return False
    return not any(
        is_furniture(line, kind) for kind in ("line", "block", "form", "control", "pointer", "mark")
    )


def is_title_case(line: str) -> bool:
    """True where most words of four letters and more are capitalised."""
    longer = re.findall(r"[^\W\d_]{4,}", line)
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.7 * len(longer)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline or date line gives.

    Attributes:
        bare: Nothing but name and date stands in it, so nothing is lost without it.
        updated: The date is that of a change, not of publication.
    """

    author: str | None = None
    date: str | None = None
    bare: bool = True
    updated: bool = False


def byline(line: str) -> Byline | None:
    """Reads a line under a headline: "By Ann Example, Staff", "27th October 2017"; null if it is neither."""
    if len(line) > 240:
        return None
    squeezed = " ".join(line.split())
    dated = _DATE_LINE.match(squeezed)
    if dated is not None:
        label = dated["label"].casefold()
        return Byline(None, dated["date"], _is_bare(dated["rest"]), "updated" in label or "modified" in label)
    named = _BYLINE.match(squeezed)
    if named is not None:
        rest = named["rest"]
        return Byline(named["author"], _date_in(rest), _is_bare(rest))
    both = _NAME_AND_DATE.match(squeezed) or _DATE_BY.match(squeezed) or _POSTED.match(squeezed)
    return None if both is None else Byline(both["author"], both["date"])


def is_name(line: str) -> bool:
    """True for two to four capitalised words alone on a line."""
    return len(line) <= 60 and _NAME_LINE.match(line) is not None


def _date_in(rest: str) -> str | None:
    found = re.search(DATE, rest, re.IGNORECASE)
    return found.group() if found else None


def _is_bare(rest: str) -> bool:
    """True where the rest of a byline holds no words of its own (an affiliation, a place)."""
    left = re.sub(DATE, " ", rest, flags=re.IGNORECASE)
    left = re.sub(
        r"(?i)\b(on|at|in|published|posted|updated|min(ute)?s? read|read|comments?|share|utc|gmt)\b|\d+",
        " ",
        left,
    )
    return not re.search(r"[^\W\d_]{2,}", left)
