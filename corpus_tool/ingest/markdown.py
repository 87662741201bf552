"""Reader of Markdown: rendered, then read as the web page it describes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.decode import decode
from corpus_tool.ingest.drafts import Draft, failed, joined
from corpus_tool.ingest.html.edges import trimmed_text
from corpus_tool.ingest.pasted import read_page
from corpus_tool.ingest.source import Source
from corpus_tool.ingest.textbuild import RichText

NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_MARKS = re.compile(
    r"(?m)^#{1,6} \S|^(?:-{3,}|={3,})\s*$|\]\(https?://|^\s{0,3}> \S|\*\*[^*\n]+\*\*|^\[[^\]]+\]: \S|^```"
)
_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>.{0,8000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_RULE = re.compile(r"(?m)^ {0,3}(?:[-*_][ \t]*){3,}$")
_CARRIES = {"links": True, "block_quotes": True, "images": True}
"""What Markdown can hold; a text without links had none."""
_FIELD = re.compile(r"(?m)^(?P<name>[A-Za-z_]{2,20})[ \t]*:[ \t]*(?P<value>[^\n]{1,400})$")


def sniff(source: Source) -> bool:
    """A Markdown name; or headings with hashes and links in brackets, in a text without a name of its own."""
    if source.suffix in NAMES:
        return True
    if source.suffix in {".txt", ".text"}:
        return False
    head = source.head[:20_000].decode("utf-8", "replace")
    return len(_MARKS.findall(head)) >= 3 and bool(re.search(r"(?m)^#{1,3} \S", head))


def read(source: Source) -> Iterable[Draft]:
    """The article of a Markdown file, and the comments under its comments heading."""
    decoded = decode(source.data)
    if not decoded.text.strip():
        yield failed(f"{source.name}: empty file (nothing to read; remove it or save it again)")
        return
    front = _FRONT.match(decoded.text)
    fields = _fields(front["body"]) if front else {}
    text = decoded.text[front.end() :] if front else decoded.text
    for number, draft in enumerate(_drafts(text)):
        full = _with_front(draft, fields) if number == 0 else draft
        yield replace(
            full,
            kept=replace(full.kept, **_CARRIES),
            status_reason=joined(decoded.reason, full.status_reason),
        )


def _drafts(text: str) -> list[Draft]:
    """Drafts of the text. Rules are read where they part articles; elsewhere they are no words of the text."""
    drafts = list(read_page(rich_text(text)))
    if _RULE.search(text) is None:
        return drafts
    parted = list(read_page(rich_text(text, rules=True)))
    return [_without_rule(one) for one in parted] if _articles(parted) > _articles(drafts) else drafts


def _articles(drafts: list[Draft]) -> int:
    return sum(draft.kind == "article" for draft in drafts)


def _without_rule(draft: Draft) -> Draft:
    whole = RichText(draft.text, draft.links, draft.block_quotes)
    cut = trimmed_text(whole, lambda line: line == "---")
    return replace(draft, text=cut.text, links=cut.links, block_quotes=cut.block_quotes)


def _fields(front: str) -> dict[str, str]:
    return {found["name"].casefold(): found["value"].strip().strip("\"'") for found in _FIELD.finditer(front)}


def _with_front(draft: Draft, fields: dict[str, str]) -> Draft:
    """What the front matter says wins over what the text shows."""
    published = to_edtf(fields.get("date") or fields.get("published"))
    author = fields.get("author") or draft.author
    return replace(
        draft,
        title=fields.get("title") or draft.title,
        author=author,
        publisher=fields.get("publisher") or fields.get("site") or draft.publisher,
        url=fields.get("url") or fields.get("canonical_url") or fields.get("source") or draft.url,
        published=published or draft.published,
        kept=replace(draft.kept, bylines=author is not None, dates=bool(published or draft.published)),
    )


def rich_text(text: str, *, rules: bool = False) -> RichText:
    """Plain text of Markdown, with links and quotations.

    Args:
        text: Markdown.
        rules: Rules are written down, since one may part two articles pasted into a file.
    """
    from markdown_it import MarkdownIt
    from selectolax.lexbor import LexborHTMLParser

    from corpus_tool.ingest.html.render import render

    markup = MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"]).render(text)
    if rules:
        markup = markup.replace("<hr />", "<p>---</p>")
    body = LexborHTMLParser(f"<body>{markup}</body>").body
    return RichText() if body is None else render(body)
