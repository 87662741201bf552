"""The wordings of one claim side by side, with what differs from the first marked by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus_tool.models import Mention
from corpus_tool.text import normalise, word_spans, words

VALUE_KINDS = frozenset(
    {"quantity", "range", "money", "percent", "date", "deadline", "duration", "ratio", "ordinal"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of a wording; ``mark`` is "value", "hedge", "differs" or empty."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording, and the mentions that use it."""

    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]


def wordings(mentions: Sequence[Mention], reference: Mention) -> list[Wording]:
    """Distinct wordings, the reference's first, then the most used; differences are against the reference."""
    groups: dict[str, list[Mention]] = {}
    for mention in [reference, *mentions]:
        group = groups.setdefault(normalise(mention.text), [])
        if mention not in group:
            group.append(mention)
    first, *rest = groups.values()
    rest.sort(key=lambda group: (-len(group), group[0].id))
    known = words(reference.text)
    return [
        Wording(segments=tuple(marked(group[0], [] if group is first else known)), mentions=tuple(group))
        for group in [first, *rest]
    ]


def _differing(text: str, known: Sequence[str]) -> set[int]:
    """Indices of the words of ``text`` that the reference does not have in that place."""
    own = words(text)
    matcher = SequenceMatcher(a=list(known), b=own, autojunk=False)
    return {
        index
        for tag, _, _, start, end in matcher.get_opcodes()
        if tag in {"insert", "replace"}
        for index in range(start, end)
    }


def marked(mention: Mention, known: Sequence[str]) -> list[Segment]:
    """The mention's text in segments; without ``known`` words only values and hedges are marked."""
    text = mention.text
    marks = [""] * len(text)
    if known:
        spans = word_spans(text)
        for index in _differing(text, known):
            start, end = spans[index]
            marks[start:end] = ["differs"] * (end - start)
    for slot in mention.slots:
        if slot.kind in VALUE_KINDS:
            _paint(marks, slot.start - mention.start, slot.end - mention.start, "value")
    for hedge in mention.hedges:
        _paint(marks, hedge.start - mention.start, hedge.end - mention.start, "hedge")
    return _runs(text, marks)


def _paint(marks: list[str], start: int, end: int, mark: str) -> None:
    start, end = max(0, start), min(len(marks), end)
    if start < end:
        marks[start:end] = [mark] * (end - start)


def _runs(text: str, marks: Sequence[str]) -> list[Segment]:
    """Equal marks side by side become one segment; a space between two equal marks joins them."""
    segments: list[Segment] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index < len(text) and (marks[index] == marks[start] or _bridge(text, marks, index, marks[start])):
            continue
        segments.append(Segment(text=text[start:index], mark=marks[start]))
        start = index
    return segments


def _bridge(text: str, marks: Sequence[str], index: int, mark: str) -> bool:
    following = marks[index + 1] if index + 1 < len(marks) else ""
    return bool(mark) and text[index] == " " and not marks[index] and following == mark
