"""Where a stretch of prose ends its sentences, by rule: exact offsets, one pass, any length of line.

A full stop ends a sentence unless it closes an abbreviation, an initial or a number, or
the next word goes on in lower case.
"""

from __future__ import annotations

import re

from corpus_tool.extract.lexicon import terms
from corpus_tool.models import Span
from corpus_tool.text import trimmed

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]*_]{0,4}(?:\[\^?\d{1,3}\]){0,4}|[。！？]+[」』”]?")
_NOTE_MARKS = re.compile(r"(?:\[\^?\d{1,3}\])+$")
"""Marks of notes behind a full stop ("… in May.[3]") belong to the sentence before them."""
_WIDE = frozenset("。！？」』")
_CLOSERS = "\"'”’»)]*_"
_OPENERS = "\"'“‘«([*_—–-•"
_SPEECH_TAIL = frozenset(
    {"said", "says", "asked", "asks", "he", "she", "they", "added", "replied", "told", "and"}
)
_CLOSING_ABBREVIATIONS = frozenset({"etc", "inc", "ltd", "co", "corp", "jr", "sr", "al", "a.m", "p.m"})
_LOOK_BACK = 24
_LOOK_AHEAD = 40


def split(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences in ``text[start:end]``, taken as one stretch of prose."""
    spans: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop >= end or not _ends(text, match, begin, end):
            continue
        _keep(spans, text, begin, stop)
        begin = stop
    _keep(spans, text, begin, end)
    return spans


def _keep(spans: list[Span], text: str, begin: int, stop: int) -> None:
    first, last = trimmed(text, begin, stop)
    if first >= last:
        return
    if spans and not any(char.isalnum() for char in text[first : min(last, first + 200)]):
        spans[-1] = Span(start=spans[-1].start, end=last)  # a stray mark belongs to what it follows
        return
    spans.append(Span(start=first, end=last))


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether the stop found ends a sentence."""
    stop = match.end()
    if match.group()[-1] in _WIDE:
        return True
    if not text[stop].isspace():
        return False
    mark = _NOTE_MARKS.sub("", match.group())
    after = text[stop : min(end, stop + _LOOK_AHEAD)].lstrip()
    if not after:
        return True
    word = _first_word(after)
    if "." not in mark[:1] or len(mark.rstrip(_CLOSERS)) > 1:
        return _ends_strong(mark, after, word)
    return _ends_period(text[max(begin, match.start() - _LOOK_BACK) : match.start()], mark, after, word)


def _first_word(after: str) -> str:
    return re.split(r"[^\w'’]", after.lstrip(_OPENERS), maxsplit=1)[0]


def _starts_low(after: str) -> bool:
    first = after.lstrip(_OPENERS)[:1]
    return first.islower()


def _ends_strong(mark: str, after: str, word: str) -> bool:
    """After "!", "?", "…" and "...": a new sentence unless it plainly goes on in lower case."""
    if not _starts_low(after):
        return True
    if mark[0] in ".…":
        return False
    closed = mark[-1] in "\"'”’»)"
    return not closed and word.lower() not in _SPEECH_TAIL


def _ends_period(before: str, mark: str, after: str, word: str) -> bool:
    """After a single full stop: the word before it and the word after it decide."""
    last = re.split(r"[\s(\[“\"‘]", before)[-1]
    opener = word.lower() in terms("openers.txt")
    if _starts_low(after):
        return opener and len(mark) == 1 and _is_plain(last)
    if len(mark) > 1 or not last:
        return True
    if _is_initials(last):
        return opener and (word[:1].isupper() or last.islower())
    if last.lower() in terms("abbreviations.txt"):
        return opener and last.lower() in _CLOSING_ABBREVIATIONS
    # "3. Take the pan": a number that opens the stretch ends nothing
    return not (last.isdigit() and len(before.strip()) == len(last) <= 3)


def _is_plain(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.lower() not in terms("abbreviations.txt")


def _is_initials(word: str) -> bool:
    """Cases like "J" and "U.S": a letter, or letters with stops between."""
    return word.replace(".", "").isalpha() and len(word.rsplit(".", maxsplit=1)[-1]) == 1
