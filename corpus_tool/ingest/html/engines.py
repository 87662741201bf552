"""Topics of known forum engines, read by the selectors of ``lexicons/forum_engines.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus_tool.ingest.html.comments import PageComment
from corpus_tool.ingest.html.markup import PageIndex, marked
from corpus_tool.ingest.html.names import name_said
from corpus_tool.ingest.html.render import render
from corpus_tool.ingest.html.stamps import time_of
from corpus_tool.ingest.html.walk import above, element_before
from corpus_tool.ingest.lexicon import table
from corpus_tool.ingest.textbuild import RichText

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_MOST = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """Selectors of one engine; see the head of the lexicon for what each is for."""

    name: str
    sign: tuple[str, ...]
    post: str
    author: tuple[str, ...]
    date: tuple[str, ...]
    body: tuple[str, ...]
    without: str = ""
    quote: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class QuoteBox:
    """A quotation inside a post, and the line that names the quoted."""

    node: LexborNode
    label: LexborNode | None


@dataclass(frozen=True, slots=True)
class EnginePost:
    """One post as an engine's selectors give it."""

    node: LexborNode
    comment: PageComment
    quotes: tuple[QuoteBox, ...]


def engine_posts(tree: LexborHTMLParser, index: PageIndex) -> list[EnginePost]:
    """Posts of a topic by the first engine that knows the page; nothing where none does.

    Args:
        tree: The parsed page. Quotation boxes of the engine are marked in it.
        index: Its elements by class and id.
    """
    named = index.vocabulary()
    for engine in _engines():
        if not any(sign in named for sign in engine.sign):
            continue
        found = [post for node in _outermost(tree, engine) if (post := _post(node, engine)) is not None]
        if found:
            return found
    return []


def _outermost(tree: LexborHTMLParser, engine: Engine) -> Iterator[LexborNode]:
    """Elements of posts that lie in no other."""
    seen: set[int] = set()
    for node in marked(tree, engine.post)[:_MOST]:
        if not any(one.mem_id in seen for one in above(node)):
            seen.add(node.mem_id)
            yield node


def _post(node: LexborNode, engine: Engine) -> EnginePost | None:
    body = next((one for query in engine.body if (one := node.css_first(query)) is not None), None)
    author = next(
        (name for query in engine.author for one in node.css(query)[:1] if (name := _name(one)) is not None),
        None,
    )
    if body is None or author is None:
        return None
    without = body.css(engine.without) if engine.without else []
    quotes = tuple(_quotes(body, engine))
    left = [*without, *(quote.label for quote in quotes if quote.label is not None)]
    text = render(body, without=left)
    return EnginePost(node, _comment(author, _time(node, engine), text), quotes)


def _comment(author: str, published: str | None, text: RichText) -> PageComment:
    return PageComment(author=author, published=published, parent=None, text=text)


def _name(node: LexborNode) -> str | None:
    return name_said(node.text(separator=" ", strip=True))


def _time(node: LexborNode, engine: Engine) -> str | None:
    """The first time that an engine's places give."""
    before = element_before(node)  # one engine writes the time over the post's element
    places = (node,) if before is None else (node, before)
    found = (time_of(one) for place in places for query in engine.date for one in place.css(query)[:3])
    return next((time for time in found if time is not None), None)


def _quotes(body: LexborNode, engine: Engine) -> Iterator[QuoteBox]:
    """Quotation boxes in page order, their labels inside them or right over them."""
    boxes = marked(
        body, f"blockquote, aside.quote, {engine.quote}" if engine.quote else "blockquote, aside.quote"
    )
    labels = body.css(engine.label) if engine.label else []
    for box in body.css(engine.quote) if engine.quote else ():
        box.attrs["class"] = "quote"  # so that it is written down as one
    for box in boxes:
        if box.mem_id != body.mem_id:
            yield QuoteBox(box, _label_of(box, labels))


def _label_of(box: LexborNode, labels: Sequence[LexborNode]) -> LexborNode | None:
    """The label inside a box, or the last one before it that shares an element with it."""
    inside = {one.mem_id for one in box.css("*")}
    own = next((label for label in labels if label.mem_id in inside), None)
    if own is not None:
        return own
    around = box.parent
    for _ in range(3):
        if around is None:
            break
        near = {one.mem_id for one in around.css("*")}
        found = [label for label in labels if label.mem_id in near]
        if found:
            return found[0]
        around = around.parent
    return None


@lru_cache(maxsize=1)
def _engines() -> tuple[Engine, ...]:
    return tuple(
        Engine(
            **{
                **entry,
                **{name: tuple(entry[name]) for name in ("sign", "author", "date", "body")},
            }
        )
        for entry in table("forum_engines.toml")["engine"]
    )
