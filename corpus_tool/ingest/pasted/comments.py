"""A pasted comment section cut into comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus_tool.ingest.dates import AGE, AGO, to_edtf
from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.pasted.heads import CommentHead, find_heads, is_date_line
from corpus_tool.ingest.pasted.parents import Placed, parents
from corpus_tool.ingest.pasted.shape import Line, is_name

_MARKS = re.compile(r"^(?:re:\s*\d*\s*)+", re.IGNORECASE)
_NESTED = re.compile(r"^re:\s*re:", re.IGNORECASE)
_REPLY_LINE = re.compile(
    r"^(?:in reply to|replying to|reply to|@)\s?:?\s?@?(?P<to>[^,:.!?]{1,40}?)\s?(?:says)?[:.]?$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"^@(?P<to>[\w.-]{2,40})\b|^(?P<wrote>(?!.*\bwrote:.*\bwrote:)[^:]{1,40}) wrote:")
_AGE_LINE = re.compile(rf"(?:{AGO}|{AGE})(?:\s?[•·|]?\s?edited)?", re.IGNORECASE)
_LEVEL = re.compile(r"^level (\d{1,3})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment; ``parent`` is the number of the comment it answers, where the page shows it."""

    author: str | None
    published: str | None
    parent: int | None
    lines: tuple[Line, ...]


def cut_comments(lines: Sequence[Line]) -> list[Comment]:
    """The comments of a section, in page order.

    Their openings ("Name says:", "Name • 3 years ago") cut them; where there are none, the
    blank space between them does, and authors stay unknown.

    Args:
        lines: The section, its heading left out. What follows the comment form is ignored.
    """
    lines = _joined(lines)
    heads = find_heads(lines)
    section = _until_form(lines, heads[-1].body if heads else 0)
    return _by_heads(section, heads) if heads else (_by_buttons(section) or _by_gaps(section))


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Puts a name, a lone dot and a time that were copied as three lines on one."""
    found: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if 0 < place < len(lines) - 1 and line.bare in {"·", "•"} and len(found[-1].bare) < 60:
            below = lines[place + 1].bare
            found[-1] = replace(
                found[-1], text=f"{found[-1].text} • {below}", bare=f"{found[-1].bare} • {below}"
            )
            place += 1
        else:
            found.append(line)
        place += 1
    return found


def _until_form(lines: Sequence[Line], after: int) -> list[Line]:
    """Lines up to the comment form or the next block of site furniture below the last opening."""
    for place in range(after, len(lines)):
        if is_furniture(lines[place].bare, "form") or is_furniture(lines[place].bare, "block"):
            return list(lines[:place])
    return list(lines)


def _is_chrome(line: str) -> bool:
    return any(is_furniture(line, kind) for kind in ("control", "line", "form"))


def _by_heads(lines: Sequence[Line], heads: Sequence[CommentHead]) -> list[Comment]:
    ends = [head.at for head in heads[1:]] + [len(lines)]
    placed: list[Placed] = []
    bodies: list[list[Line]] = []
    dates = {number: head.published for number, head in enumerate(heads)}
    level: int | None = None
    nested = any(_NESTED.match(line.bare) for line in lines)
    for number, (head, end) in enumerate(zip(heads, ends, strict=True)):
        above = lines[heads[number - 1].body if number else 0 : head.at]
        level = _level(above) if _level(above) is not None else level
        opening = _opening(lines[head.body : end])
        over = _mark_over(lines, head.at) if nested else None
        body = _without_next_subject(opening.body, is_last=end == len(lines))
        if head.published is None and len(body) > 1 and is_date_line(body[-1].bare):
            dates[number] = to_edtf(body.pop().bare)
        bodies.append(_without_name(body, head.author))
        placed.append(
            Placed(
                author=head.author,
                to=head.to or opening.to,
                marks=opening.marks or over,
                indent=lines[head.at].indent,
                level=level,
                opening=body[0].bare if body else "",
            )
        )
    found = parents(placed)
    return _without_empty(
        [
            Comment(
                author=head.author, published=dates[number], parent=found[number], lines=_own(bodies[number])
            )
            for number, head in enumerate(heads)
        ]
    )


def _mark_over(lines: Sequence[Line], at: int) -> str | None:
    """A "Re: Re: name" line right over an opening, where the page uses them to show depth."""
    above = lines[at - 1].bare if at else ""
    return above if _MARKS.match(above) and len(above) <= 120 else None


def _level(above: Sequence[Line]) -> int | None:
    """Reddit's "level 2" line above a comment."""
    for line in reversed(above[-3:]):
        found = _LEVEL.match(line.bare)
        if found:
            return int(found[1])
    return None


@dataclass(frozen=True, slots=True)
class _Opening:
    """A leading "Re: Re: subject" or "In reply to Name" line, and the comment without it."""

    marks: str | None
    to: str | None
    body: list[Line]


def _opening(body: Sequence[Line]) -> _Opening:
    kept = list(body)
    while kept and _is_chrome(kept[0].bare):
        kept.pop(0)
    if not kept:
        return _Opening(None, None, kept)
    first = kept[0].bare
    if _MARKS.match(first) and len(first) <= 200:
        return _Opening(first, None, kept[1:])
    answered = _REPLY_LINE.match(first)
    if answered and len(kept) > 1:
        return _Opening(None, answered["to"], kept[1:])
    addressed = _ADDRESSED.match(first)
    if addressed is None:
        return _Opening(None, None, kept)
    return _Opening(
        None, addressed["to"] or addressed["wrote"], kept if addressed["to"] else kept[1:] or kept
    )


def _without_next_subject(body: list[Line], *, is_last: bool) -> list[Line]:
    """A forum prints the subject of the next post above its opening line; it belongs to that one."""
    while not is_last and len(body) > 1 and _MARKS.match(body[-1].bare) and len(body[-1].bare) <= 120:
        body = body[:-1]
    return body


def _without_name(body: list[Line], author: str | None) -> list[Line]:
    """Forums print the name once more beside a post."""
    kept = list(body)
    while author and len(kept) > 1 and (kept[-1].bare == author or _is_chrome(kept[-1].bare)):
        kept.pop()
    return kept


def _own(body: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in body if not _is_chrome(line.bare))


def _without_empty(comments: list[Comment]) -> list[Comment]:
    """Drops openings without a text (a name in a list of names) and renumbers parents."""
    new_number: dict[int, int] = {}
    for number, comment in enumerate(comments):
        if comment.lines:
            new_number[number] = len(new_number)
    return [
        replace(comment, parent=None if comment.parent is None else new_number.get(comment.parent))
        for comment in comments
        if comment.lines
    ]


def _by_buttons(lines: Sequence[Line]) -> list[Comment]:
    """Comments that end in buttons and an age ("Like", "Reply", "3y") and begin with a name alone."""
    groups: list[list[Line]] = [[]]
    aged = False
    for line in lines:
        is_age = _AGE_LINE.fullmatch(line.bare.lstrip("•· ").casefold()) is not None
        aged = aged or is_age
        if not is_age and not _is_chrome(line.bare):
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    named = all(len(group) > 1 and is_name(group[0].bare) for group in groups)
    if not aged or not groups or not named:
        return []
    return [
        Comment(author=group[0].bare, published=None, parent=None, lines=tuple(group[1:])) for group in groups
    ]


def _by_gaps(lines: Sequence[Line]) -> list[Comment]:
    """Cuts at the wider gaps: where two widths occur, the narrower parts paragraphs of one comment."""
    kept = [line for line in lines if not _is_chrome(line.bare) and not is_furniture(line.bare, "pointer")]
    widths = sorted({line.gap for line in kept[1:] if line.gap})
    boundary = (widths[1] if len(widths) > 1 else widths[0]) if widths else 0
    groups: list[list[Line]] = []
    for place, line in enumerate(kept):
        if place == 0 or line.gap >= boundary:
            groups.append([])
        groups[-1].append(line)
    return [Comment(author=None, published=None, parent=None, lines=tuple(group)) for group in groups]
