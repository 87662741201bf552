"""Who answers whom, as far as a pasted page shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.text import normalise

_MARK = re.compile(r"re:\s*(\d*)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What a page shows of a comment's place.

    Attributes:
        to: Name of the person it says it answers.
        marks: Its "Re: Re: subject" line.
        indent: Columns its opening is set in.
        level: Depth that the page prints.
        opening: First line of its text: an engine with "Re:" marks prints subjects there.
    """

    author: str | None
    to: str | None
    marks: str | None
    indent: int
    level: int | None
    opening: str


def parents(placed: Sequence[Placed]) -> list[int | None]:
    """Number of the comment that each one answers, or null where the page does not show it."""
    if any(one.marks for one in placed):
        return _by_marks(placed)
    found = _by_name(placed)
    levels = [one.level for one in placed]
    depths: list[int] = [one.indent for one in placed]
    if all(level is not None for level in levels):
        depths = [level or 0 for level in levels]
    shown = _by_depth(depths) if len(set(depths)) > 1 else [None] * len(placed)
    return [
        by_name if by_name is not None else by_depth for by_name, by_depth in zip(found, shown, strict=True)
    ]


def _by_depth(depths: Sequence[int]) -> list[int | None]:
    found: list[int | None] = []
    above: list[int] = []
    for number, depth in enumerate(depths):
        while above and depths[above[-1]] >= depth:
            above.pop()
        found.append(above[-1] if above else None)
        above.append(number)
    return found


def _by_name(placed: Sequence[Placed]) -> list[int | None]:
    last: dict[str, int] = {}
    found: list[int | None] = []
    for number, one in enumerate(placed):
        found.append(last.get(normalise(one.to)) if one.to else None)
        if one.author:
            last[normalise(one.author)] = number
    return found


def _by_marks(placed: Sequence[Placed]) -> list[int | None]:
    """Depth by counting "Re:"; "Re: Re: Re:2" is an engine's short form of four.

    The comment answered is the nearest above that is one level up and bears the same
    subject. One level may be missing in between (a hidden comment; engines also differ by
    one in how they count) if the comment right above is the one; if more are missing, the
    page does not show it.
    """
    found: list[int | None] = []
    depths: list[int] = []
    subjects: list[frozenset[str]] = []
    for one in placed:
        depth, subject = _depth(one.marks)
        own = {subject} if depth else {normalise(one.opening), normalise(one.author or "")}
        subjects.append(frozenset(own - {""}))
        depths.append(depth)
        found.append(_answered(depths, subjects) if depth else None)
    return found


def _answered(depths: Sequence[int], subjects: Sequence[frozenset[str]]) -> int | None:
    here = len(depths) - 1
    for above in range(here - 1, -1, -1):
        if depths[above] == depths[here] - 1 and _same_subject(
            depths[above], subjects[above], subjects[here]
        ):
            return above
        if depths[above] == 0 and not subjects[here]:
            break
    above = here - 1
    close = above >= 0 and 0 < depths[here] - depths[above] <= 2
    return above if close and _same_subject(depths[above], subjects[above], subjects[here]) else None


def _same_subject(depth: int, above: frozenset[str], here: frozenset[str]) -> bool:
    """One subject, or an answer named after the writer it answers; a bare "Re:" fits any opening comment."""
    return (here <= above) if here else (not above or depth == 0)


def _depth(marks: str | None) -> tuple[int, str]:
    if not marks:
        return 0, ""
    depth, end = 0, 0
    while (found := _MARK.match(marks, end)) is not None and found.end() > end:
        depth += int(found[1]) if found[1] else 1
        end = found.end()
    return min(depth, 10_000), normalise(marks[end:])
