"""Pieces of markup inside exports, as text with spans."""

from __future__ import annotations

from corpus_tool.ingest.html.render import render
from corpus_tool.ingest.textbuild import RichText


def from_markup(markup: str) -> RichText:
    """Plain text of a piece of HTML; text without tags passes with its line breaks."""
    if "<" not in markup and "&" not in markup:
        return RichText(markup.strip())
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(f"<body>{markup}</body>").body
    return RichText() if body is None else render(body)


def from_loose_markup(text: str) -> RichText:
    """Like `from_markup`, for text whose blank lines are paragraphs too, as WordPress stores it."""
    paragraphs = (part.strip() for part in text.replace("\r\n", "\n").split("\n\n"))
    return from_markup("".join(f"<div>{part.replace(chr(10), '<br>')}</div>" for part in paragraphs if part))
