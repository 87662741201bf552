"""Rich text to plain text with exact spans, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus_tool.models import Link, Span

BULLET = "• "
SpanKind = Literal["link", "quote"]


@dataclass(frozen=True, slots=True)
class RichText:
    """A plain text with its links and quotation boxes; spans cut exactly what they name."""

    text: str = ""
    links: tuple[Link, ...] = ()
    block_quotes: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Open:
    kind: SpanKind
    href: str = ""
    start: int | None = None


@dataclass(slots=True)
class TextBuilder:
    """Collects text; white space is folded, breaks are written only between things.

    Call `add` for text, `brk` for a break of one line or two, `bullet` at a list item,
    `open` and `close` around links and quotations, which nest.
    """

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _break: int = 0
    _space: bool = False
    _bullet: str = ""
    _open: list[_Open] = field(default_factory=list)
    _fresh: int = 0
    _links: list[Link] = field(default_factory=list)
    _quotes: list[Span] = field(default_factory=list)

    def add(self, text: str, *, verbatim: bool = False) -> None:
        """Appends text; runs of white space become one space unless verbatim."""
        words = text.strip("\n") if verbatim else " ".join(text.split())
        if not words:
            self._space = self._space or bool(text)
            return
        if not verbatim and text[0].isspace():
            self._space = True
        self._before()
        for opened in self._open[len(self._open) - self._fresh :]:
            opened.start = self._length
        self._fresh = 0
        self._write(words)
        self._space = not verbatim and text[-1].isspace()

    def brk(self, lines: int) -> None:
        """A line break (1) or a blank line (2) before the next text."""
        self._break = max(self._break, lines)
        self._space = False

    def bullet(self, mark: str = BULLET) -> None:
        """Begins a list item on its own line."""
        self.brk(1)
        self._bullet = mark

    def open(self, kind: SpanKind, href: str = "") -> None:
        """Begins a link or quotation; its span starts with the next text."""
        self._open.append(_Open(kind, href))
        self._fresh += 1

    def close(self) -> None:
        """Ends the span opened last; an empty one leaves no trace."""
        done = self._open.pop()
        if done.start is None:
            self._fresh = max(0, self._fresh - 1)
        elif done.kind == "link":
            self._links.append(Link(start=done.start, end=self._length, href=done.href))
        else:
            self._quotes.append(Span(start=done.start, end=self._length))

    def result(self) -> RichText:
        """What was collected, spans in text order."""
        links = sorted(self._links, key=lambda link: (link.start, link.end))
        quotes = sorted(self._quotes, key=lambda span: (span.start, -span.end))
        return RichText("".join(self._parts), tuple(links), _outermost(quotes))

    def _before(self) -> None:
        if self._break and self._length:
            self._write("\n" * self._break)
        elif self._space and self._length and not self._break:
            self._write(" ")
        self._break = 0
        self._space = False
        if self._bullet:
            self._write(self._bullet)
            self._bullet = ""

    def _write(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    """A quotation inside a quotation is part of it."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
