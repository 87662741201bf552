"""Where one pasted text ends and another begins.

A file may hold two articles, one under the other. They are told apart only where it is
plain: a rule, a headline with its own byline, a headline after a closing mark, or a lone
headline whose opening paragraph tells the whole thing again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.lexicon import lines as lines_of
from corpus_tool.ingest.pasted.shape import (
    Line,
    byline,
    is_headline_like,
    is_name,
    is_prose,
    is_title_case,
    word_count,
)
from corpus_tool.text import words

_RULE = re.compile(r"^(?:[-–—*=_~#•]\s?){3,60}$")
_SOURCES = re.compile(
    r"^(?:sources?|references|further reading|notes|bibliography|links)\s*:?$", re.IGNORECASE
)
_LONG_HEADLINE = 9
"""Headings inside an article are mostly shorter; a headline tells the news."""
_CLOSED_WORDS = 70
"""After an end mark a shorter text is enough."""
_BODY_WORDS = 100
"""Less than this above or below is no article of its own."""


def split_pages(lines: Sequence[Line]) -> list[list[Line]]:
    """Cuts the lines of a file into those of its articles, in order.

    Args:
        lines: All lines of the file that are not blank.
    """
    cuts = [0]
    for place in range(3, len(lines) - 1):
        if is_headline_like(lines[place].bare) and _starts_article(lines, cuts[-1], place):
            cuts.append(place)
    lone = _lone_headline(lines) if len(cuts) == 1 else None
    if lone is not None:
        cuts.append(lone)
    ends = [*cuts[1:], len(lines)]
    return [list(lines[start:end]) for start, end in zip(cuts, ends, strict=True)]


def _starts_article(lines: Sequence[Line], start: int, place: int) -> bool:
    if _words(lines[start:place]) < _BODY_WORDS // 2:
        return False
    if _has_byline_below(lines, place) and word_count(lines[place].bare) >= 3:
        return True
    following = lines[place + 1].bare
    if _RULE.match(lines[place - 1].bare):
        told = is_title_case(lines[place].bare) or word_count(lines[place].bare) >= 5
        long_rule = len(lines[place - 1].bare) >= 5
        return (
            (told or long_rule)
            and is_prose(following)
            and _words(lines[place + 1 : place + 40]) >= _BODY_WORDS // 2
        )
    if not _closes(lines, start, place) or word_count(lines[place].bare) < 4:
        return False
    return is_prose(following) and _words(lines[place + 1 : place + 40]) >= _CLOSED_WORDS


def _has_byline_below(lines: Sequence[Line], place: int) -> bool:
    """A byline, or a name over a date, in the two lines under a headline, and then prose."""
    below = lines[place + 1 : place + 3]
    credited = False
    for line in below:
        found = byline(line.bare)
        if found is not None and found.author is not None:
            credited = True
    if not credited and len(below) == 2 and is_name(below[0].bare):
        credited = byline(below[1].bare) is not None
    return credited and any(is_prose(line.bare) for line in lines[place + 1 : place + 7])


def _closes(lines: Sequence[Line], start: int, place: int) -> bool:
    """True where what stands above is an end: a credit, a list of sources, an update, the comment form."""
    above = lines[place - 1].bare
    if is_furniture(above, "mark") or is_furniture(above, "form"):
        return True
    for line in reversed(lines[max(start, place - 15) : place]):
        if _SOURCES.match(line.bare):
            return True
        if is_prose(line.bare):
            return False
    return False


def _lone_headline(lines: Sequence[Line]) -> int | None:
    """The one long headline in the middle of a file, if the paragraph under it opens a telling of its own.

    Headings come in sets and are short; a second headline stands alone, is long, and under
    it the matter of the first article is told from the start, as to somebody who has not
    read what stands above.
    """
    limit = next((k for k in range(3, len(lines)) if is_furniture(lines[k].bare, "pointer")), len(lines))
    heads = [
        k for k in range(3, limit - 2) if is_headline_like(lines[k].bare) and is_prose(lines[k + 1].bare)
    ]
    long_heads = [
        k for k in heads if word_count(lines[k].bare) >= _LONG_HEADLINE and is_title_case(lines[k].bare)
    ]
    if len(long_heads) != 1 or len(heads) > 2:
        return None
    place = long_heads[0]
    if min(_words(lines[1:place]), _words(lines[place + 1 : limit])) < _BODY_WORDS:
        return None
    return place if _told_again(lines, place) else None


def _told_again(lines: Sequence[Line], place: int) -> bool:
    title, opening = _content(lines[0].bare), _content(" ".join(line.bare for line in lines[1:5]))
    head, lead = _content(lines[place].bare), _content(lines[place + 1].bare)
    shared_title = title & (head | lead)
    shared_opening = (title | opening) & lead
    figures = {word for word in opening & lead if word[0].isdigit()}
    return len(shared_title) >= 2 and len(shared_opening) >= (3 if figures else 6)


def _content(text: str) -> set[str]:
    """Longer words without their endings, and numbers of two digits and more."""
    found = set()
    for word in words(text):
        if word[0].isdigit():
            if len(word) >= 2:
                found.add(word)
        elif len(word) >= 5 or (len(word) == 4 and not word.endswith("s")):
            found.add(re.sub(r"(?:'s|s)$", "", word)[:7])
    return found.difference(lines_of("common_words.txt"))


def _words(lines: Sequence[Line]) -> int:
    return sum(word_count(line.bare) for line in lines)
