"""The text of a pasted article without the page around it. In doubt a line stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.pasted.head import is_title_again
from corpus_tool.ingest.pasted.shape import BULLET, Line, byline, is_prose, word_count
from corpus_tool.text import normalise

_BIO_VERB = (
    r"(?:is|was|has been|has|writes|covers|works|reports|teaches|lives|joined|leads|serves|holds|runs)\b"
)


def article_lines(lines: Sequence[Line], title: str | None, author: str | None) -> list[Line]:
    """Lines that are the article's own.

    Single lines of furniture go; a heading of a site block ("You may also like") takes the
    short lines under it along, up to the next running text; the comment form takes all
    that follows; title and author repeated at the end go, and the box about the author.

    Args:
        lines: The article's lines below its head.
        title: Its headline.
        author: Its author.
    """
    bio = _bio(author)
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        bare = lines[place].bare
        if is_furniture(bare, "form"):
            break
        if is_furniture(bare, "block") and not _heads_text(lines, place):
            place = _past_block(lines, place)
        elif _is_dropped(bare, title, author, bio):
            place += 1
        else:
            kept.append(lines[place])
            place += 1
    return kept


def _is_dropped(line: str, title: str | None, author: str | None, bio: re.Pattern[str] | None) -> bool:
    if is_furniture(line, "line") or is_furniture(line, "pointer"):
        return True
    if is_title_again(line, title) is not None:
        return True
    if author is not None and normalise(line) == normalise(author):
        return True
    return bio is not None and bio.match(line) is not None


def _bio(author: str | None) -> re.Pattern[str] | None:
    """Opening of a box about the author: the name, then what he or she is."""
    if not author:
        return None
    return re.compile(rf"(?:about )?{re.escape(author)}(?:,[^.]{{1,80}},)? {_BIO_VERB}", re.IGNORECASE)


def _heads_text(lines: Sequence[Line], place: int) -> bool:
    """True where a block's name is a heading of the article ("Contact") with prose right under it."""
    return place + 1 < len(lines) and _is_running(lines[place + 1].bare)


def _past_block(lines: Sequence[Line], place: int) -> int:
    """Number of the first line after a block of site furniture."""
    end = place + 1
    while end < len(lines) and not _is_running(lines[end].bare):
        if is_furniture(lines[end].bare, "form"):
            return end
        end += 1
    if end < len(lines) and end - place > 2 and _is_heading_of(lines, end - 1):
        return end - 1
    return end


def _is_heading_of(lines: Sequence[Line], place: int) -> bool:
    """A line set apart from the list above and close to the text below is that text's heading."""
    return lines[place].gap > lines[place + 1].gap and byline(lines[place].bare) is None


def _is_running(line: str) -> bool:
    if BULLET.match(line):
        return word_count(line) >= 25
    return is_prose(line) and byline(line) is None and not is_furniture(line, "line")
