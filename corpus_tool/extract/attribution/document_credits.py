"""A document's own acknowledgements: byline, "H/t", "via", "Source:", a Sources list.

They say where the document as a whole comes from. They are recorded and shown; only a
source given for a statement makes that statement sourced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.grade import judge, known_outlet
from corpus_tool.extract.blocks import blocks
from corpus_tool.models import Credit, Document
from corpus_tool.text import fold_space

_LINE = re.compile(
    r"^[ \t•*-]{0,6}((?:H/[Tt]|h/t|Hat[ -][Tt]ip(?: to)?|HT|[Vv]ia|VIA|(?:Sources?|SOURCES?"
    r"|Credits?|References?)(?=:)|Originally (?:published|posted|appeared) (?:by|at|in|on)|"
    r"(?:This (?:article|piece|story|post) )?(?:was )?(?:first|originally) (?:appeared|published"
    r"|posted|ran) (?:by|at|in|on)|Reposted from|Republished from|Cross-?posted (?:from|at)|"
    r"Reprinted (?:from|with permission (?:of|from))|Adapted from|Translated from|Based on"
    r"|With thanks to|Thanks to|Quoted from)\b:?)[ \t]+(\S[^\n]{1,200})$",
    re.MULTILINE,
)
_BYLINE = re.compile(
    r"^[ \t]*((?:By|BY|Posted by|POSTED BY|Written by|Author:|Reported by))[ \t]+([A-Z@][^\n]{1,160})$",
    re.MULTILINE,
)
_INLINE = re.compile(r"^([A-Z][^\n.!?]{1,60}?)\s+(via)\s+([A-Z@][^\n.]{1,60})$", re.MULTILINE)
_READ = re.compile(
    r"\b(?:I|[Ww]e)\b[^.\n]{0,40}?\b((?:just |recently |then )?(?:read|stumbled (?:up)?on"
    r"|came across|saw|found|based this (?:\w+ )?(?:post|article|piece|story) on))\s+"
    r"((?:the |a |an |this )?(?:[A-Z][\w’'.&-]*\s+){1,5}?(?:(?:excellent|recent|long|great|new"
    r"|short)\s+)?(?:article|piece|story|report|post|column|study|interview|essay)\b[^.\n]{0,60})"
)
_TIP_END = re.compile(
    r"[(\[]?\b((?:[Hh]/[Tt]|[Hh]at[ -][Tt]ip(?: to)?|[Tt]hanks to)):?\s+([A-Z@][^()\[\]\n.]{1,60})[)\].]",
    re.MULTILINE,
)
_FOR_TIP = re.compile(r"\s+for (?:the|this|pointing|sending|sharing|spotting|finding|writing).*$", re.DOTALL)
_TRAILER = re.compile(r"\s*(?:\((?:in|translated|via|archived)\b[^()]*\)|[.,;])+\s*$")
_PICTURE = re.compile(
    r"\b(?:photo|image|picture|photograph|illustration|screenshot|video)s?\b", re.IGNORECASE
)


_VIA_END = re.compile(
    r"[.!?…”\"]\s+([Vv]ia|VIA):?\s+([A-Z@][^.\n]{1,60})[.)]?[ \t]*$|\(([Vv]ia|VIA):?\s+([A-Z@][^()\n]{1,60})\)[ \t]*\.?[ \t]*$",
    re.MULTILINE,
)
_REPORTING = re.compile(
    r"^[ \t(*_]{0,4}((?:(?:Additional|Further|With(?:\s+additional)?|Original|Extra)\s+)?[Rr]eporting\s+(?:by|from))[ \t]+([A-Z@][^\n]{1,120}?)[.)*_ \t]*$",
    re.MULTILINE,
)


def credits(document: Document) -> tuple[Credit, ...]:  # noqa: A001 - the contract's word
    """The document's general credits, in order, none twice.

    ``external`` is the look-up name of who is credited, null where nobody is named.
    """
    found = [credit for rule in RULES for credit in rule(document)]
    unique: dict[tuple[int, int], Credit] = {}
    for credit in sorted(found, key=lambda c: (c.start, c.end - c.start)):
        if not any(start < credit.end and credit.start < end for start, end in unique):
            unique[credit.start, credit.end] = credit
    return tuple(unique.values())


def _credit(document: Document, span: tuple[int, int], cue: str, name: str) -> Credit:
    start, end = span
    return Credit(
        document_id=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        cue=fold_space(cue).rstrip(":"),
        external=_name(name),
    )


def _name(words: str) -> str | None:
    bare = _TRAILER.sub("", _FOR_TIP.sub("", fold_space(words)))
    bare = re.sub(r"^(?:the|a|an)\s+", "", bare, flags=re.IGNORECASE)
    return bare or None


def _lines(document: Document) -> Iterator[Credit]:
    for match in _LINE.finditer(document.text):
        if not _PICTURE.search(match.group(2)):
            yield _credit(document, match.span(), match.group(1), match.group(2))


def _bylines(document: Document) -> Iterator[Credit]:
    for match in _BYLINE.finditer(document.text):
        named = match.group(2).split(" ")[0][:1].isupper() and len(match.group(2).split()) <= 18
        if named and match.group(2)[-1] not in "!?":
            yield _credit(document, match.span(), match.group(1), _byline_name(match.group(2)))


def _byline_name(words: str) -> str:
    return judge(words).external or words


def _captions(document: Document) -> Iterator[Credit]:
    for match in _INLINE.finditer(document.text):
        yield _credit(document, match.span(), match.group(2), match.group(3))


def _readings(document: Document) -> Iterator[Credit]:
    for match in _READ.finditer(document.text):
        owner = re.split(r"['’]s\b", match.group(2))[0]
        name = owner if known_outlet(owner) else match.group(2)
        yield _credit(document, (match.start(1), match.end(2)), match.group(1), name)


def _tips(document: Document) -> Iterator[Credit]:
    for match in _TIP_END.finditer(document.text):
        yield _credit(document, (match.start(1), match.end(2)), match.group(1), match.group(2))


def _endings(document: Document) -> Iterator[Credit]:
    """A "via X" that closes a line; "additional reporting by X"."""
    for match in _VIA_END.finditer(document.text):
        first = 1 if match.group(1) else 3
        span = (match.start(first), match.end(first + 1))
        yield _credit(document, span, match.group(first), match.group(first + 1))
    for match in _REPORTING.finditer(document.text):
        yield _credit(document, (match.start(1), match.end(2)), match.group(1), match.group(2))


def _lists(document: Document) -> Iterator[Credit]:
    """Every entry under a "Sources" heading."""
    for block in blocks(document.text):
        text = document.text[block.start : block.end]
        if block.kind == "sources" and len(text.split()) > 2:
            yield _credit(document, (block.start, block.end), "Sources", text)


RULES = (_lines, _bylines, _captions, _readings, _tips, _endings, _lists)
"""Ways a document acknowledges where it comes from."""
