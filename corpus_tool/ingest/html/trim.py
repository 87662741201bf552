"""The edges of an article as it was cut out of a page: headline, byline and mail lines are not its text."""

from __future__ import annotations

from dataclasses import replace

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.html.body import PageBody
from corpus_tool.ingest.pasted.assemble import assemble
from corpus_tool.ingest.pasted.imprint import closes
from corpus_tool.ingest.pasted.shape import Line, credit_line, is_prose, to_lines, word_count
from corpus_tool.text import normalise

_TOP = 6
"""The headline, a kicker and a byline stand in so many lines."""


def trimmed_body(found: PageBody) -> PageBody:
    """The article without what stands above its headline, without bylines and without furniture at its end.

    A byline that says more than a name and a date stays, since it credits.
    """
    lines = to_lines(found.text.text)
    first = _past_headline(lines, found.title)
    author, published = found.author, found.date
    kept: list[Line] = []
    place = first
    while place < min(len(lines), first + _TOP):
        seen = credit_line(lines[place].bare)
        if seen is None and is_prose(lines[place].bare):
            break
        if seen is not None:
            author = author or seen.author
            published = published or (None if seen.updated else to_edtf(seen.date))
        if seen is None or not seen.bare:
            kept.append(lines[place])
        place += 1
    end = len(lines)
    while end > place + 1 and (
        is_furniture(lines[end - 1].bare, "line") or closes(lines[end - 1].bare, found.sitename)
    ):
        end -= 1
    own = [*kept, *lines[place:end]]
    if len(own) == len(lines):
        return replace(found, author=author, date=published)
    return replace(found, text=assemble(own, found.text), author=author, date=published)


def _past_headline(lines: list[Line], title: str | None) -> int:
    """Number of the line below the headline, where it stands again near the top under nothing but short lines."""
    if not title:
        return 0
    wanted = normalise(title)
    for place, line in enumerate(lines[:_TOP]):
        if len(line.bare) <= 2 * len(title) and normalise(line.bare) == wanted:
            return place + 1
        if is_prose(line.bare) or word_count(line.bare) > 12:
            return 0
    return 0
