"""Notes a text carries about itself: updates, corrections, caveats."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.ingest.lexicon import lines
from corpus_tool.models import Note, NoteKind
from corpus_tool.text import same_length_punctuation

_HEAD = 300
"""A label stands at the head of its paragraph; what is further in is prose about something else."""
_LABEL_ONLY = re.compile(r"^[^.!?]{0,80}:\s*$")


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: NoteKind
    finds: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class _Rules:
    """All rules, and where none looks further than the start one pattern for them all."""

    rules: tuple[_Rule, ...]
    any_at_start: re.Pattern[str] | None


def find_notes(text: str) -> tuple[Note, ...]:
    """Spans of the notes in a text, whole: label and all that belongs to it.

    A paragraph is a note where it opens with a label ("UPDATE:", "Correction (8 May):") or
    states its own amendment ("This article has been amended …"). A label that stands alone
    takes the next paragraph along. "Updated below" only points at a note.

    Args:
        text: A document's text.
    """
    found: list[Note] = []
    spans = _paragraphs(text)
    skip = False
    for place, (start, end) in enumerate(spans):
        if skip:
            skip = False
            continue
        kind = _kind(same_length_punctuation(text[start : min(end, start + _HEAD)]))
        if kind is None:
            continue
        skip = place + 1 < len(spans) and _LABEL_ONLY.match(text[start:end]) is not None
        last = spans[place + 1][1] if skip else end
        found.append(Note(start=start, end=last, kind=kind))
    return tuple(found)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of lines, and of hard-wrapped runs of lines, without the space around them."""
    wrapped = _is_wrapped(text)
    spans: list[tuple[int, int]] = []
    offset = 0
    fresh = True
    for raw in text.split("\n"):
        start, end = offset, offset + len(raw)
        offset = end + 1
        bare = raw.strip()
        if not bare:
            fresh = True
            continue
        start += len(raw) - len(raw.lstrip())
        end = start + len(bare)
        if wrapped and not fresh and spans and not _kind(same_length_punctuation(bare[:_HEAD])):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        fresh = False
    return spans


def _is_wrapped(text: str) -> bool:
    """True for text broken into lines of one width, as e-mail and old pages are."""
    sample = [len(line) for line in text[:20_000].split("\n") if line.strip()]
    if len(sample) < 6 or max(sample) > 120:
        return False
    longest = max(sample)
    return sum(width > 0.75 * longest for width in sample) > 0.5 * len(sample)


def _kind(head: str) -> NoteKind | None:
    rules = _rules()
    if rules.any_at_start is not None and rules.any_at_start.match(head) is None:
        return None  # most paragraphs end here
    return next((rule.kind for rule in rules.rules if rule.finds(head)), None)


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    rules: list[_Rule] = []
    anchored: list[str] = []
    for row in lines("notes.tsv"):
        kind, where, pattern = row.split("\t", 2)
        if kind not in {"update", "correction", "caveat"}:
            raise ValueError(f"notes.tsv: no such kind: {kind}")
        known = re.compile(pattern, re.IGNORECASE)
        # to search for a pattern that holds at the start alone would try every place in vain
        at_start = where == "start" or pattern.startswith("^")
        anchored.extend([f"(?:{pattern})"] if at_start else [])
        rules.append(_Rule(kind, known.match if at_start else known.search))  # type: ignore[arg-type]  # checked above
    whole = re.compile("|".join(anchored), re.IGNORECASE) if len(anchored) == len(rules) else None
    return _Rules(tuple(rules), whole)
