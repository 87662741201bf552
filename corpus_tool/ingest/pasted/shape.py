"""The lines of a pasted page, and what a line looks like: prose, headline, byline, date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus_tool.ingest.dates import AGO, DATE
from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.lexicon import lines as lexicon_lines

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
_STOP_END = re.compile(r"[.,;:][\"”’')\]]*$")
BULLET = re.compile(r"^(?:[•●▪◦*·‣–—-]\s+|\(?\d{1,3}[.)]\s+|[a-z][.)]\s)")
"""Opening of a list item."""
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|[A-Z]\.)"
_PARTICLE = r"(?:van|von|de|da|del|della|der|den|di|la|le|bin|al|el|ter|zu|y|dos|du)"
NAME = rf"{_NAME_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_NAME_WORD}){{0,4}}"
"""Pattern of a person's name as printed: one to five capitalised words (do not ignore case)."""
_BYLINE = re.compile(
    rf"^(?:(?i:an?\s(?:column|essay|letter|piece|comment|report|poem)\s)|(?i:posted|written|published|words|text|story|article|reported|reporting|review|analysis|opinion|"
    rf"submitted|created|authored|guest post|contributed)\s)?"
    r"(?:(?i:by|authors?|von|par|por)(?:\s*:\s*|\s+)|(?i:text|words|writer|reporting|story|written):\s+)"
    rf"(?P<author>{NAME}(?:(?:,\s|\s(?i:and|&)\s|,\s(?i:and)\s){NAME}"
    rf"(?=\s(?i:and|&)\s|,\s(?i:and)\s|\s*$|\s*[|•·(–—]|,\s)){{0,3}}?)"
    rf"(?P<rest>\s*(?:$|[|•·,(–—/-].{{0,160}}|(?i:on|for|in|at|published|posted|updated|staff)\s.{{0,120}}"
    rf"|(?i:{DATE}).{{0,80}}))$"
)
_DATE_LINE = re.compile(
    r"^(?P<label>(?:(?:first |originally |last |date )?(?:published|posted|updated|modified|date|created|written|"
    r"released|issued|broadcast|aired|recorded|publication date|post date)(?: date| on| at| in)?)?\s*:?\s*(?:on\s)?)"
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
_POST = re.compile(r"\b(?:reporter|commentator|leader|examiner|reviewer)$", re.IGNORECASE)
_ISSUE_LINE = re.compile(
    rf"^(?:no\.?|number|issue|vol\.?|volume|edition|.{{2,60}} (?:issue|edition)|[^.]{{2,60}})[\s\d./]{{0,12}},\s"
    rf"(?:(?:published|posted|issued|released|broadcast|aired|dated)(?: on)? )(?P<date>{DATE})$"
    rf"|^(?:no\.?|number|issue|vol\.?|volume|edition)\s\d{{1,5}}(?:[./]\d{{1,4}})?,\s(?P<date2>{DATE})$",
    re.IGNORECASE,
)
"""What a paper prints beside its name: "No. 84, 8 September 2024", "Harbour magazine, published 1 October 2024"."""
_NAME_LINE = re.compile(rf"^{_NAME_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_NAME_WORD}){{1,3}}$")
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY_MONTH = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTHS}|{_MONTHS}\s\d{{1,2}}(?:st|nd|rd|th)?)(?![^\W\d_])",
    re.IGNORECASE,
)
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
        site: The publication's name that stands beside them.
    """

    author: str | None = None
    date: str | None = None
    bare: bool = True
    updated: bool = False
    site: str | None = None


def byline(line: str) -> Byline | None:
    """Reads a line under a headline: "By Ann Example, Staff", "27th October 2017"; null if it is neither."""
    if len(line) > 240:
        return None
    squeezed = " ".join(line.split())
    inverted = _DATE_BY.match(squeezed)
    if inverted is not None:
        return Byline(inverted["author"], inverted["date"])
    dated = _DATE_LINE.match(squeezed)
    if dated is not None:
        label = dated["label"].casefold()
        return Byline(None, dated["date"], _is_bare(dated["rest"]), "updated" in label or "modified" in label)
    named = _BYLINE.match(squeezed)
    if named is not None:
        rest = named["rest"]
        site = re.match(rf",\s(?P<site>(?:The\s)?{NAME})(?=$|,\s|\s[|·•–—-]\s)", rest)
        called = site["site"] if site and _is_called(site["site"]) else None
        return Byline(named["author"], _date_in(rest), _is_bare(rest.replace(called or "", "")), site=called)
    issue = _ISSUE_LINE.match(squeezed)
    if issue is not None:
        return Byline(None, issue["date"] or issue["date2"])
    both = _NAME_AND_DATE.match(squeezed) or _POSTED.match(squeezed)
    return None if both is None else Byline(both["author"], both["date"])


_PARTED = re.compile(
    r"\s*[|·•]\s*|\s{3,}|\.\s+(?=(?:text|words|by|story|report)\b)|,\s+(?=by\s)"
    rf"|,\s+(?={DATE}(?:$|[\s,.|·•]))|\s+[–—-]\s+(?=(?:an?\s\w{{4,9}}\s)?by\s)",
    re.IGNORECASE,
)
_TRIFLE = re.compile(
    r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?|\d{1,3}[\s-]?min(?:ute)?s?(?: read)?|\d+ comments?|share|leave a comment|no comments",
    re.IGNORECASE,
)


def credit_line(line: str) -> Byline | None:
    """Reads a line of several parts: "Site | 22 October 2018 | Ann Example"; else as `byline` does.

    A part that is a name beside a part that is a date is the writer, unless it is called as
    papers are; of two names the last is the writer, since a site's own name stands first.
    """
    if len(line) > 240:
        return None
    parts = [part for part in _PARTED.split(" ".join(line.split("\n"))) if part]
    if len(parts) < 2:
        return byline(line)
    read = [byline(part) for part in parts]
    lone = [
        part for part, seen in zip(parts, read, strict=True) if seen is None and not _TRIFLE.fullmatch(part)
    ]
    dates = [seen for seen in read if seen is not None and seen.date]
    named = [seen.author for seen in read if seen is not None and seen.author]
    names = [part for part in lone if is_name(part) or is_publication(part)]
    if not named and dates and names and not is_publication(names[-1]):
        named = [names.pop()]
    if not named and not dates:
        return byline(line)
    site = (
        names[0] if names and (len(names) == 1 or is_publication(names[0])) and parts[0] == names[0] else None
    )
    told = [seen for seen in dates if not seen.updated] or dates
    site = site or next((seen.site for seen in read if seen is not None and seen.site), None)
    return Byline(
        author=named[0] if named else None,
        date=told[0].date if told else None,
        bare=all(seen.bare for seen in read if seen is not None) and set(lone) <= {site, *named},
        updated=bool(told) and told[0].updated,
        site=site,
    )


def is_publication(name: str) -> bool:
    """True for capitalised words that end as newspapers and programmes are called."""
    found = re.findall(r"[^\W\d_][\w'’.]*", name)
    if not 1 < len(found) <= 6 or not found[0][0].isupper():
        return False
    return any(word.casefold() in lexicon_lines("publications.txt") for word in found[-2:])


def is_body(name: str) -> bool:
    """True for the name of an office that issues papers itself: "Department for Harbours", "Ostmark Police"."""
    found = re.findall(r"[^\W\d_][\w'’.-]*", name)
    if not 1 < len(found) <= 6 or not found[0][0].isupper():
        return False
    bodies = lexicon_lines("bodies.txt")
    if found[-1][0].isupper() and found[-1].casefold() in bodies:
        return True
    first = 1 if found[0].casefold() == "the" else 0
    return found[first].casefold() in bodies and found[first + 1 : first + 2] in (["of"], ["for"])


def _is_called(name: str) -> bool:
    """Whether what stands after a writer's name is a paper ("The Third Half"), and not the writer's post."""
    return (is_publication(name) and not _POST.search(name)) or name.startswith("The ")


def is_name(line: str) -> bool:
    """True for two to four capitalised words alone on a line."""
    return len(line) <= 60 and _NAME_LINE.match(line) is not None


def _date_in(rest: str) -> str | None:
    found = re.search(DATE, rest, re.IGNORECASE)
    return found.group() if found else None


def _is_bare(rest: str) -> bool:
    """True where the rest of a byline holds no words of its own (an affiliation, a place)."""
    left = re.sub(DATE, " ", rest, flags=re.IGNORECASE)
    left = _DAY_MONTH.sub(" ", left)
    left = re.sub(
        r"(?i)\b(on|at|in|published|posted|updated|min(ute)?s? read|read|comments?|share|utc|gmt)\b|\d+",
        " ",
        left,
    )
    return not re.search(r"[^\W\d_]{2,}", left)
