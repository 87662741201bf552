"""Blocks of a plain text: headings, paragraphs, list items and what governs them.

A line is a block unless it was wrapped: copied pages put each paragraph on one line, mail
and plain-text files break lines at a width, and both are read as a person reads them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from corpus_tool.extract.lexicon import hits
from corpus_tool.extract.stops import split
from corpus_tool.extract.tokens import Tokens, tokens
from corpus_tool.extract.verbs import first_finite
from corpus_tool.models import TextSpan
from corpus_tool.text import trimmed

BlockKind = Literal[
    "heading", "paragraph", "list_item", "quote", "note", "sources", "byline", "furniture", "table_row"
]

_BULLET = re.compile(r"(?:[•◦▪‣●○∙·*\-–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t\u00a0]+(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]*)+")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Pp]osted [Bb]y|POSTED BY|[Ww]ritten [Bb]y|Author:|[Rr]eported [Bb]y)\s+(?=[A-Z@])"
)
_SOURCES = re.compile(
    r"(?i)\W*(?:sources?|references|further reading|works cited|bibliography|read more|related links)\W*$"
)
_FOOTNOTE = re.compile(r"\[\^?\w{1,3}\]:?\s")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATE = re.compile(
    rf"(?i)\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?),?\s+\d{{4}}\b"
)
_NOTE = re.compile(
    r"(?i)\W{0,3}(?:updated?|edit(?:ed)?|eta|corrections?|corrected|clarifications?|editor['’]?s['’]? note|"
    r"erratum|note|caveat|addendum|postscript|p\.?s\.?)\b[^:\n]{0,40}:"
)
_TERMINAL = ".!?…;。！？"
_WRAP_WIDEST = 110  # no plain-text file is wrapped wider
_WRAP_NARROWEST = 55
_WRAP_SHORT = 30  # a shorter line that is not finished is a verse or a label
_WRAP_FULL = 0.8  # share of the widest line from which a line may have been broken for want of room
_HEADING_WORDS = 16
_HEADING_CHARS = 120
_BYLINE_WORDS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a text.

    Attributes:
        kind: What sort of block this is.
        start, end: Its span without bullet, number, ``>`` or ``#``.
        lead: The sentence that introduces the list or quotation it belongs to, or null.
        heading: The heading above it, as written; empty where there is none.
    """

    kind: BlockKind
    start: int
    end: int
    lead: TextSpan | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    gap: bool  # a blank line stands before it


@dataclass(frozen=True, slots=True)
class _Sort:
    kind: BlockKind
    skip: int = 0  # characters of the mark that are no part of the block


def blocks(text: str) -> list[Block]:
    """All blocks of ``text`` in order; blank lines belong to none."""
    return list(_blocks(text))


@lru_cache(maxsize=32)
def _blocks(text: str) -> tuple[Block, ...]:
    """Several readers ask for the layout of the document at hand."""
    lines = _lines(text)
    groups = _grouped(text, lines)
    found = [_block(text, group, alone=len(groups) == 1) for group in groups]
    return tuple(_governed(text, _under_sources(found)))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    begin, gap = 0, True
    for piece in text.splitlines(keepends=True):
        start, end = trimmed(text, begin, begin + len(piece))
        if start < end:
            lines.append(_Line(start, end, gap))
        gap = start >= end
        begin += len(piece)
    return lines


def _grouped(text: str, lines: list[_Line]) -> list[list[_Line]]:
    """Lines joined where a line was only wrapped."""
    widest = max((line.end - line.start for line in lines), default=0)
    room = widest if widest <= _WRAP_WIDEST else 0
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and not line.gap and _goes_on(text, groups[-1][-1], line, room):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(text: str, line: _Line, following: _Line, room: int) -> bool:
    """Whether ``following`` is the rest of a wrapped ``line``; ``room`` is the wrap width or 0."""
    head = text[following.start : following.start + 20]
    last = text[line.end - 1]
    if last in ":|" or any(mark.match(head) for mark in (_BULLET, _QUOTE, _HASHES)):
        return False
    if head[0].islower() and last not in _TERMINAL and line.end - line.start > _WRAP_SHORT:
        return True
    width = line.end - line.start + 1 + len(head.split()[0])
    return room >= _WRAP_NARROWEST and width > room * _WRAP_FULL


def _block(text: str, group: list[_Line], *, alone: bool) -> Block:
    start, end = group[0].start, group[-1].end
    sort = _sort(text[start : min(end, start + 400)], end - start, alone=alone)
    first, last = trimmed(text, start + sort.skip, end)
    return Block(kind=sort.kind, start=first, end=last)


def _sort(line: str, length: int, *, alone: bool) -> _Sort:
    """What sort of block opens with ``line``."""
    marks: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
        (_HASHES, "heading"),
        (_QUOTE, "quote"),
        (_BULLET, "list_item"),
    )
    for pattern, kind in marks:
        mark = pattern.match(line)
        if mark and not (kind == "list_item" and alone and line[0] in "-–—"):
            return _Sort(kind, mark.end())
    if _NOTE.match(line):
        return _Sort("note")
    if not alone and ("\t" in line or line.count("|") >= 2):
        return _Sort("table_row")
    return _Sort("paragraph" if alone or length > _HEADING_CHARS else _short_kind(line))


def _short_kind(line: str) -> BlockKind:
    """Heading, byline, furniture or a short paragraph."""
    words = tokens(line)
    count = sum(word[:1].isalnum() for word in words.words)
    signed = _BYLINE.match(line) and count <= _BYLINE_WORDS and line[-1] not in _TERMINAL
    if is_furniture(words):
        return "furniture"
    if _SOURCES.match(line) or _FOOTNOTE.match(line):
        return "sources"
    if signed or _is_dateline(words, count, line):
        return "byline"
    return "heading" if _is_heading(words, count, line) else "paragraph"


def _is_heading(words: Tokens, count: int, line: str) -> bool:
    """A short line that ends like no sentence, or is written in capitals like a headline."""
    if count > _HEADING_WORDS or line.rstrip("\"'”’)")[-1:] in ".;,:":
        return False
    if line[-1] not in "!?…":
        return line[:1].isupper() or not line[:1].isalpha()
    long_words = [word for word in words.raw if len(word) > 3 and word[0].isalnum()]
    return len(long_words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in long_words)


def _is_dateline(words: Tokens, count: int, line: str) -> bool:
    """A short line with a full date and no verb: "9 April 2018, by …", "Published March 19, 2016"."""
    if count > _BYLINE_WORDS or not _DATE.search(line):
        return False
    verb = first_finite(words, 0, len(words))
    return verb < 0 or words.words[verb] in ("published", "posted", "changed", "updated")


def is_furniture(words: Tokens) -> bool:
    """Whether a line is nothing but site furniture ("Leave a comment", "Share this article")."""
    covered = sum(hit.end - hit.start for hit in hits(words, "furniture.txt"))
    count = sum(word[:1].isalpha() for word in words.words)
    return 0 < count <= covered * 2


def _under_sources(found: list[Block]) -> list[Block]:
    """Short lines and list items under a "Sources" line are sources."""
    out: list[Block] = []
    inside = False
    for block in found:
        if block.kind == "sources":
            inside = True
        elif (
            inside and block.kind in ("list_item", "heading", "furniture") and block.end - block.start <= 300
        ):
            out.append(replace(block, kind="sources"))
            continue
        else:
            inside = False
        out.append(block)
    return out


def _governed(text: str, found: list[Block]) -> list[Block]:
    """Give each list item and set-apart quotation its lead-in, and each block its heading."""
    out: list[Block] = []
    heading = ""
    lead: TextSpan | None = None
    for position, block in enumerate(found):
        before = found[position - 1] if position else None
        if not _governable(text, block, before):
            lead = None
        elif before is not None and (block.kind == "paragraph" or before.kind != block.kind):
            lead = _lead_in(text, before)
        out.append(replace(block, lead=lead, heading=heading))
        if block.kind == "heading":
            heading = text[block.start : block.end]
    return out


def _governable(text: str, block: Block, before: Block | None) -> bool:
    if block.kind in ("list_item", "quote", "table_row"):
        return True
    colon = before is not None and text[before.end - 1] == ":"
    return block.kind == "paragraph" and colon and text[block.start] in "\"“‘'"


def _lead_in(text: str, block: Block) -> TextSpan | None:
    """The sentence at the end of ``block`` that introduces what follows, or null."""
    if block.kind == "heading":
        return TextSpan(start=block.start, end=block.end, text=text[block.start : block.end])
    if block.kind not in ("paragraph", "note", "list_item"):
        return None
    last = split(text, block.start, block.end)[-1]
    sentence = text[last.start : last.end]
    if sentence.rstrip("\"'”’)*_ ")[-1:] != ":" and not hits(tokens(sentence), "lead_ins.txt"):
        return None
    return TextSpan(start=last.start, end=last.end, text=sentence)
