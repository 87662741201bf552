"""One pasted page: article, furniture, comment section; and the drafts they give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft, count_reason, joined
from corpus_tool.ingest.furniture import announced, is_furniture
from corpus_tool.ingest.pasted.assemble import assemble
from corpus_tool.ingest.pasted.body import article_lines
from corpus_tool.ingest.pasted.comments import Comment, cut_comments
from corpus_tool.ingest.pasted.dateline import dateline_day
from corpus_tool.ingest.pasted.head import Head, read_head
from corpus_tool.ingest.pasted.heads import find_heads
from corpus_tool.ingest.pasted.imprint import closes, self_named, without_imprint
from corpus_tool.ingest.pasted.shape import Line, byline, is_prose, to_lines
from corpus_tool.ingest.pasted.split import split_pages
from corpus_tool.ingest.quoted import quoted_spans
from corpus_tool.ingest.textbuild import RichText
from corpus_tool.models import Kept, Span

_TITLE_WORDS = 25
"""Fewer words above the first comment are a thread's title, not an article."""


@dataclass(frozen=True, slots=True)
class _Section:
    """Where comments begin: the heading's line, the section's first line, the number announced."""

    heading: int
    start: int
    announced: int | None


def read_page(page: RichText) -> Iterator[Draft]:
    r"""Articles and comments of a text copied from a page.

    Args:
        page: The text, line ends as "\n", with the spans its format kept.
    """
    lines = to_lines(page.text)
    if not lines:
        yield Draft(status="failed", status_reason="holds no text")
        return
    for number, part in enumerate(split_pages(lines)):
        yield from _one_page(part, page, f"page {number}")


def _one_page(lines: Sequence[Line], page: RichText, key: str) -> Iterator[Draft]:
    imprint = without_imprint(lines)
    lines = imprint.lines
    if not lines:
        return
    section = _comment_section(lines)
    head = read_head(lines[: section.heading])
    head = replace(head, publisher=head.publisher or imprint.name)
    own_lines = article_lines(head.lines, head.title, head.author)
    if head.author is None:
        head, own_lines = _signed(head, own_lines)
    head = replace(head, publisher=head.publisher or self_named(head.title, own_lines))
    if head.published is None and own_lines:
        head = replace(head, published=dateline_day(own_lines[0].bare))
    while len(own_lines) > 1 and closes(own_lines[-1].bare, head.publisher):
        own_lines.pop()
    body = assemble(own_lines, page)
    comments = cut_comments(lines[section.start :]) if section.start < len(lines) else []
    if comments and section.heading == section.start and _is_thread(head, body):
        yield from _thread(comments, page, key, head.title or body.text or None)
        return
    if body.text or head.title or not comments:
        yield _article(head, body, key, count_reason(section.announced, len(comments)))
    for place, comment in enumerate(comments):
        own = assemble(comment.lines, page, dedent=True)
        yield _comment(comment, own, f"{key} comment {place}", key, quoted_spans(own.text, body.text))


def _is_thread(head: Head, body: RichText) -> bool:
    """True for a forum's page: nothing but a subject stands above the first post."""
    return head.author is None and len(body.text.split()) < _TITLE_WORDS


def _thread(comments: Sequence[Comment], page: RichText, key: str, title: str | None) -> Iterator[Draft]:
    opening = assemble(comments[0].lines, page, dedent=True)
    yield replace(_comment(comments[0], opening, key, key, ()), kind="post", thread=None, title=title)
    for place, comment in enumerate(comments[1:], start=1):
        own = assemble(comment.lines, page, dedent=True)
        draft = _comment(comment, own, f"{key} comment {place}", key, quoted_spans(own.text, opening.text))
        yield replace(draft, parent=key) if comment.parent == 0 else draft


def _signed(head: Head, lines: list[Line]) -> tuple[Head, list[Line]]:
    """A "Posted by Name" line at the foot of an article, as Blogger has it."""
    for place in range(max(1, len(lines) - 3), len(lines)):
        seen = byline(lines[place].bare)
        if seen is not None and seen.author is not None and seen.bare:
            signed = replace(head, author=seen.author, published=head.published or to_edtf(seen.date))
            return signed, [*lines[:place], *lines[place + 1 :]]
    return head, lines


def _article(head: Head, body: RichText, key: str, reason: str | None) -> Draft:
    quotes = body.block_quotes or quoted_spans(body.text, "")
    return Draft(
        key=key,
        author=head.author,
        publisher=head.publisher,
        title=head.title,
        published=head.published,
        text=body.text,
        links=body.links,
        block_quotes=quotes,
        kept=_kept(head.author, head.published, body),
        status_reason=joined(reason, None if body.text else "a headline without a text"),
    )


def _comment(comment: Comment, own: RichText, key: str, page: str, quotes: tuple[Span, ...]) -> Draft:
    return Draft(
        key=key,
        kind="comment",
        parent=None if comment.parent is None else f"{page} comment {comment.parent}",
        thread=page,
        author=comment.author,
        published=comment.published,
        text=own.text,
        links=own.links,
        block_quotes=own.block_quotes or quotes,
        kept=_kept(comment.author, comment.published, own),
    )


def _kept(author: str | None, published: str | None, own: RichText) -> Kept:
    return Kept(
        links=bool(own.links),
        block_quotes=bool(own.block_quotes) or bool(re.search(r"(?m)^\s*>", own.text)),
        dates=published is not None,
        bylines=author is not None,
    )


def _comment_section(lines: Sequence[Line]) -> _Section:
    """The heading that opens the comments; where no heading does, their unmistakable openings."""
    nothing = _Section(len(lines), len(lines), None)
    first_prose = next((k for k, line in enumerate(lines) if is_prose(line.bare)), len(lines))
    for place in range(len(lines)):
        if not is_furniture(lines[place].bare, "pointer"):
            continue
        told = announced(lines[place].bare)
        if told == 0:
            return _Section(place, len(lines), None)
        if place > first_prose or _opens_directly(lines, place):
            return _Section(place, _after_headings(lines, place), told)
    heads = find_heads(lines, strong_only=True)
    if len(heads) >= 2 or (heads and _follows_form(lines, heads[0].at)):
        return _Section(heads[0].at, heads[0].at, None)
    return nothing


def _after_headings(lines: Sequence[Line], place: int) -> int:
    """Past the heading and those that repeat it, keeping the first one's number."""
    start = place + 1
    while start < len(lines) and is_furniture(lines[start].bare, "pointer"):
        start += 1
    return start


def _opens_directly(lines: Sequence[Line], place: int) -> bool:
    """True where a comment opens within three lines under the heading: a paste of comments alone."""
    heads = find_heads(lines[place + 1 :], strong_only=True)
    return bool(heads) and heads[0].at <= 3


def _follows_form(lines: Sequence[Line], place: int) -> bool:
    return any(is_furniture(line.bare, "form") for line in lines[max(0, place - 3) : place])
