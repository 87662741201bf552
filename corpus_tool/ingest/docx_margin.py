"""Comments in the margin of a Word document: who, when, beside which words, and which answers which."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus_tool.ingest.dates import to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.textbuild import TextBuilder
from corpus_tool.ingest.zipped import Parts
from corpus_tool.models import Kept

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_COMMENTS = "word/comments.xml"
_ANSWERS = "word/commentsExtended.xml"
_QUOTED = 120
"""So much of the words a comment stands beside is told …"""
_PIECES = 60
"""… and no more pieces of them are looked at: Word parts a text at every change of its look."""


def margin_comments(parts: Parts, body: Element) -> Iterator[Draft]:
    """Comments of a document in their order, as comments on its article.

    Args:
        parts: The document's parts.
        body: Its text, in which the words beside each comment are marked.
    """
    if not parts.has(_COMMENTS):
        return
    found = list(parts.xml(_COMMENTS).iter(f"{_W}comment"))
    answered = _answered(parts)
    owners = {paragraph.get(f"{_W14}paraId", ""): one for one in found for paragraph in one.iter(f"{_W}p")}
    beside = _beside(body)
    for one in found:
        text = _text(one)
        if not text:
            continue
        above = _above(one, answered, owners)
        yield _comment(one, text, None if above is None else _key(above), beside.get(one.get(f"{_W}id", "")))


def _comment(one: Element, text: str, parent: str | None, beside: str | None) -> Draft:
    author = " ".join(one.get(f"{_W}author", "").split()) or None
    # the clock is that of the writer's machine, whatever zone it claims
    published = to_edtf(one.get(f"{_W}date", "").removesuffix("Z"))
    return Draft(
        key=_key(one),
        kind="comment",
        parent=parent,
        thread="article",
        author=author,
        published=published,
        text=text,
        kept=Kept(dates=published is not None, bylines=author is not None),
        status_reason=f"in the margin beside: {beside}" if beside else None,
    )


def _key(one: Element) -> str:
    return f"comment {one.get(f'{_W}id', '')}"


def _answered(parts: Parts) -> dict[str, str]:
    """For the last paragraph of each answer, that of what it answers."""
    if not parts.has(_ANSWERS):
        return {}
    pairs = (
        (one.get(f"{_W15}paraId", ""), one.get(f"{_W15}paraIdParent", "")) for one in parts.xml(_ANSWERS)
    )
    return {own: above for own, above in pairs if own and above}


def _above(one: Element, answered: dict[str, str], owners: dict[str, Element]) -> Element | None:
    for paragraph in one.iter(f"{_W}p"):
        found = owners.get(answered.get(paragraph.get(f"{_W14}paraId", ""), "-"))
        if found is not None and found is not one:
            return found
    return None


def _beside(body: Element) -> dict[str, str]:
    """The words that each comment is set beside, cut where they are long; else the paragraph that points at it."""
    reached: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for paragraph in body.iter(f"{_W}p"):
        for node in paragraph.iter():
            number = node.get(f"{_W}id", "")
            if node.tag == f"{_W}commentRangeStart":
                reached[number] = []
            elif node.tag == f"{_W}commentRangeEnd" and number in reached:
                found[number] = _cut("".join(reached.pop(number)))
            elif node.tag == f"{_W}commentReference" and not found.get(number):
                found[number] = _cut(_text(paragraph))
            elif node.tag == f"{_W}t":
                _add(node.text or "", reached, found)
        _add(" ", reached, found)
    return found


def _add(words: str, reached: dict[str, list[str]], found: dict[str, str]) -> None:
    """Adds words to the ranges that reach over them; a range that has enough is done, however far it goes."""
    for number, held in list(reached.items()):
        held.append(words)
        if len(held) > _PIECES:
            found[number] = _cut("".join(reached.pop(number)))


def _cut(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= _QUOTED else f"{folded[:_QUOTED].rsplit(' ', 1)[0]} …"


def _text(element: Element) -> str:
    """Words of an element, its paragraphs parted."""
    out = TextBuilder()
    for node in element.iter():
        if node.tag == f"{_W}p":
            out.brk(2)
        elif node.tag == f"{_W}t":
            out.add(node.text or "")
        elif node.tag == f"{_W}tab":
            out.add(" ")
        elif node.tag == f"{_W}br":
            out.brk(1)
    return out.result().text
