"""Where comments begin: the layouts of ``lexicons/comment_heads.toml``, tried in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.ingest.dates import AGE, AGO, DATE, to_edtf
from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.lexicon import lines as lexicon_lines
from corpus_tool.ingest.lexicon import table
from corpus_tool.ingest.pasted.shape import Line, word_count

_WHO = r"[^\s:|•·»›→➤▶↪][^:|•·»›→➤▶↪\n]{0,58}?"
_CAPITALISED = r"(?-i:[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,2})"
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentHead:
    """The opening of one comment.

    Attributes:
        at: Number of its first line.
        body: Number of the line its text begins with.
        to: Whom it says it answers.
    """

    at: int
    body: int
    author: str | None
    published: str | None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    strong: bool
    raw: bool
    line: re.Pattern[str]
    below: re.Pattern[str] | None


def find_heads(lines: Sequence[Line], *, strong_only: bool = False) -> list[CommentHead]:
    """Openings of comments in the layout that finds most of them; the earlier layout on a tie.

    Args:
        lines: Lines to look through.
        strong_only: Only layouts that cannot be mistaken for prose, as where no heading
            says that comments follow.
    """
    best: list[CommentHead] = []
    for style in _styles():
        if strong_only and not style.strong:
            continue
        found = list(_heads_of(lines, style))
        if len(found) > len(best) and (style.strong or _covers(found)):
            best = found
    return best


def _covers(found: Sequence[CommentHead]) -> bool:
    """A weak layout is believed only where the section opens with it, so that nothing is left over."""
    return found[0].at <= 2


def _heads_of(lines: Sequence[Line], style: _Style) -> Iterable[CommentHead]:
    place = 0
    while place < len(lines):
        head = _head_at(lines, place, style)
        if head is not None:
            yield head
            place = head.body
        else:
            place += 1


def _head_at(lines: Sequence[Line], place: int, style: _Style) -> CommentHead | None:
    bare = lines[place].bare
    found = style.line.fullmatch(bare) if style.raw and len(bare) <= _LONGEST else _match(style.line, bare)
    if found is None or (style.name != "date-over-name" and _match(_date_line(), bare)):
        return None
    groups = found.groupdict()
    body = place + 1
    if style.below is not None:
        below = _match(style.below, lines[body].bare) if body < len(lines) else None
        if below is None:
            return None
        groups |= {name: value for name, value in below.groupdict().items() if value}
        body += 1
    author = _author(groups.get("author"))
    if author is None:
        return None
    written = groups.get("date")
    if written is None and body < len(lines) and _match(_date_line(), lines[body].bare):
        written = lines[body].bare  # a date on a line of its own under the name belongs to the head too
        body += 1
    return CommentHead(at=place, body=body, author=author, published=to_edtf(written), to=groups.get("to"))


def is_date_line(line: str) -> bool:
    """True where a line is a date, absolute or relative, and nothing else."""
    return _match(_date_line(), line) is not None


@lru_cache(maxsize=1)
def _date_line() -> re.Pattern[str]:
    return re.compile(rf"(?:posted |on |at )*(?:{DATE}|{AGO})(?:\s?[•·|#-]\s?.{{0,30}})?", re.IGNORECASE)


def _match(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    return pattern.fullmatch(" ".join(line.split())) if len(line) <= _LONGEST else None


def _author(written: str | None) -> str | None:
    """The name, or null where the words before "says" are a clause ("as he says:") or a button."""
    if written is None:
        return None
    name = re.sub(r"^(?:/?u/|@)|\s+(?:op|mod)$", "", written.strip(" -–—,•·"), flags=re.IGNORECASE)
    words = name.split()
    if not words or len(words) > 6 or not re.search(r"\w", name):
        return None
    if words[0].casefold() in lexicon_lines("not_names.txt") and (len(words) == 1 or words[-1].islower()):
        return None
    if (
        any(is_furniture(name, kind) for kind in ("control", "line", "form", "pointer", "block"))
        and word_count(name) > 1
    ):
        return None
    return (
        name.removeprefix("@")
        if name.casefold() not in {"reply", "share", "edited", "updated", "published"}
        else None
    )


@lru_cache(maxsize=1)
def _styles() -> tuple[_Style, ...]:
    return tuple(
        _Style(
            str(entry["name"]),
            bool(entry["strong"]),
            bool(entry.get("raw", False)),
            _compiled(str(entry["line"])),
            _compiled(str(entry["next"])) if "next" in entry else None,
        )
        for entry in table("comment_heads.toml")["style"]
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, value in {
        "{AGE}": AGE,
        "{DATE}": DATE,
        "{AGO}": AGO,
        "{WHO}": _WHO,
        "{CAPITALISED}": _CAPITALISED,
    }.items():
        pattern = pattern.replace(name, value)
    return re.compile(pattern, re.IGNORECASE)
