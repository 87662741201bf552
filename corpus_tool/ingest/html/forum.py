"""Forum topics: the posts of a page that says it is one, the first of them opening the thread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus_tool.ingest.html.comments import PageComment, is_quote_label, read_unit
from corpus_tool.ingest.html.engines import QuoteBox, engine_posts
from corpus_tool.ingest.html.heads import heads_by_place
from corpus_tool.ingest.html.markup import PageIndex, has, marked, pattern, tags, words
from corpus_tool.ingest.html.names import name_said
from corpus_tool.ingest.html.site import PageMarks, topic_title
from corpus_tool.ingest.html.structure import structural_units
from corpus_tool.ingest.html.units import MOST, Unit, merged, nested
from corpus_tool.ingest.html.walk import element_before
from corpus_tool.text import normalise

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NUMBER_IN_LINK = re.compile(r"(?:[#?&/]|post)(?:p|post|pid|msg|id)?[-_=:/ ]{0,2}(\d{1,20})$")
_CONTENT = ("forum", "itemprop", "first", "second")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_DIGITS = re.compile(r"\d{1,20}")
_QUOTED_WORDS = 3
"""A shorter quotation may stand in many posts."""
_NAMED = 0.8
"""Without marks so many posts must bear a name and a day …"""
_DAY = len("2015-10-02")
_POST_WORDS = 8
"""… and so many words on average: a list of topics has fewer."""
_FOOT = 8000


@dataclass(frozen=True, slots=True)
class Topic:
    """The posts of a topic in page order, and its subject."""

    subject: str | None
    posts: list[PageComment]


def read_topic(tree: LexborHTMLParser, index: PageIndex, marks: PageMarks, foot: str) -> Topic | None:
    """A forum's topic; null where the page is none.

    Known engines are read by their own selectors, others by the marks that engines share. A post's
    ``parent`` is the post it quotes, where the page names that post or its author.

    Args:
        tree: The parsed page. Headings that repeat the subject over a post are taken out.
        index: Its elements by class and id.
        marks: What the page says of itself.
        foot: The end of the page's markup, where engines credit themselves.
    """
    known = engine_posts(tree, index)
    if known:
        subject = topic_title(tree, marks)
        posts = _placed([(Unit(one.node), one.comment, one.quotes) for one in known])
        return Topic(subject, posts) if posts else None
    credited = _is_credited(tree, foot[-_FOOT:])
    if not credited and not _leads_to_forum(tree):
        return None
    subject = topic_title(tree, marks)
    marked_posts = _marked_topic(tree, subject)
    if marked_posts is None and credited:
        marked_posts = _unmarked(tree)
    return Topic(subject, marked_posts) if marked_posts else None


def _marked_topic(tree: LexborHTMLParser, subject: str | None) -> list[PageComment] | None:
    """Posts by the marks that engines share; null where nothing bears them."""
    units = [unit for unit in merged(nested(_marked_posts(tree))) if unit.above is None]
    if not units:
        return None
    _without_subjects(units, subject)
    return _placed([(unit, read_unit(unit, _CONTENT), tuple(_boxes(unit.node))) for unit in units])


def _unmarked(tree: LexborHTMLParser) -> list[PageComment]:
    """Posts of a topic without marks: like blocks, most of them with name and day, and words enough."""
    units = nested(structural_units(tree, everywhere=True))
    heads = heads_by_place(units)
    signed = sum(head.author is not None and len(head.published or "") >= _DAY for head in heads)
    if not units or signed < _NAMED * len(units):
        return []
    posts = [
        replace(read_unit(unit, without=head.nodes), author=head.author, published=head.published)
        for unit, head in zip(units, heads, strict=True)
    ]
    if sum(len(post.text.text.split()) for post in posts) < _POST_WORDS * len(posts):
        return []
    return _placed([(unit, post, tuple(_boxes(unit.node))) for unit, post in zip(units, posts, strict=True)])


def _placed(found: Sequence[tuple[Unit, PageComment, tuple[QuoteBox, ...]]]) -> list[PageComment]:
    posts = [post for _, post, _ in found]
    numbers = {unit.number: at for at, (unit, _, _) in reversed(list(enumerate(found))) if unit.number}
    return _worded(
        [
            replace(post, parent=_answered(quotes, at, posts, numbers))
            for at, (_, post, quotes) in enumerate(found)
        ]
    )


def _without_subjects(units: Sequence[Unit], title: str | None) -> None:
    for unit in units:
        for heading in unit.node.css("h1, h2, h3, h4, h5, h6"):
            if title and normalise(heading.text(separator=" ")) == normalise(title):
                heading.decompose()


def _worded(posts: list[PageComment]) -> list[PageComment]:
    kept = [at for at, post in enumerate(posts) if post.text.text]
    moved = {old: new for new, old in enumerate(kept)}
    return [
        replace(posts[at], parent=None if posts[at].parent is None else moved.get(posts[at].parent or 0))
        for at in kept
    ]


def _is_credited(tree: LexborHTMLParser, foot: str) -> bool:
    """True where the page says in its head, its types or its foot that a forum's engine made it."""
    generator = tree.css_first("meta[name=generator i]")
    if generator is not None and pattern("forum", "engine").search(generator.attributes.get("content") or ""):
        return True
    if any(
        pattern("forum", "itemtype").search(n.attrs.get("itemtype") or "") for n in tree.css("[itemtype]")
    ):
        return True
    folded = foot.casefold()
    if not any(word in folded for word in words("forum", "credits")):
        return False
    last = " ".join(_TAG.sub(" ", foot).split())
    return pattern("forum", "credit").search(last) is not None


def _leads_to_forum(tree: LexborHTMLParser) -> bool:
    """True where a link has the form of an engine's own."""
    query = ", ".join(f'a[href*="{part}"]' for part in words("forum", "links"))
    links = tree.css(query)[:3000]
    return any(pattern("forum", "link").search((link.attrs.get("href") or "")[:300]) for link in links)


def _marked_posts(tree: LexborHTMLParser) -> list[LexborNode]:
    """Elements marked as posts that name a writer, the outermost of a set."""
    found = [
        node
        for node in marked(tree)
        if node.tag in tags("post") and (has(node, "post", "id") or has(node, "post", "class"))
    ]
    return [node for node in found[:MOST] if _names_writer(node)]


def _names_writer(node: LexborNode) -> bool:
    inside = [below for below in marked(node) if below.mem_id != node.mem_id]
    named = any(has(below, "author", "class") or has(below, "author", "itemprop") for below in inside)
    return named and any(_holds_text(below) for below in inside)


def _holds_text(node: LexborNode) -> bool:
    return any(has(node, "content", name) for name in _CONTENT)


def _boxes(node: LexborNode) -> Iterator[QuoteBox]:
    for quote in node.css("blockquote, aside.quote, .bbcode_quote, .quote"):
        yield QuoteBox(quote, _label_of(quote))


def _answered(
    quotes: Sequence[QuoteBox], at: int, posts: Sequence[PageComment], numbers: dict[str, int]
) -> int | None:
    """The post that this one quotes: by number where the quotation box gives one, else by name and words."""
    for box in quotes:
        quote, label = box.node, box.label
        for number in _numbers_of(quote, label):
            place = numbers.get(number)
            if place is not None and place < at:
                return place
        who = name_said(label.text(separator=" ", strip=True)) if label is not None else None
        if who:
            place = _last_by(who, _words_of(quote, label), posts[:at])
            if place is not None:
                return place
    return None


def _label_of(quote: LexborNode) -> LexborNode | None:
    """The line that names the quoted: inside the box, or right over it."""
    inside = next((node for node in quote.css("*") if is_quote_label(node)), None)
    over = element_before(quote)
    return inside if inside is not None or over is None or not is_quote_label(over) else over


def _numbers_of(quote: LexborNode, label: LexborNode | None) -> Iterator[str]:
    """Post numbers that a quotation box bears in its attributes or the link beside the name."""
    for node in [
        quote,
        *(label.css("a") if label is not None else ()),
        *quote.css("cite a, .title a, [data-post-id], .bbCodeBlock-sourceJump"),
    ]:
        attributes = node.attributes
        for name in ("data-post", "data-post-id", "data-source", "data-ipsquote-contentcommentid"):
            found = _DIGITS.search(attributes.get(name) or "")
            if found:
                yield found.group()
        linked = _NUMBER_IN_LINK.search((attributes.get("href") or "")[-60:])
        if linked:
            yield linked[1]


def _words_of(quote: LexborNode, label: LexborNode | None) -> str:
    whole = normalise(quote.text(separator=" "))
    return whole.removeprefix(normalise(label.text(separator=" "))).strip() if label is not None else whole


def _last_by(who: str, words: str, posts: Sequence[PageComment]) -> int | None:
    """The last post of that writer that holds the words; the last of all where they are too few to tell."""
    own = [at for at, post in enumerate(posts) if post.author and normalise(post.author) == normalise(who)]
    holding = [at for at in own if words and words in normalise(posts[at].text.text)]
    if holding:
        return holding[-1]
    return own[-1] if own and (len(own) == 1 or len(words.split()) < _QUOTED_WORDS) else None
