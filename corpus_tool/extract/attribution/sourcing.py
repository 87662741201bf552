"""What a statement rests on: attributions as the sourcing of claims needs them.

Narrower than ``quotes`` (wishes and beliefs source nothing), and wider: a lead-in sources
the list, quotation or sentences it announces, and a document that presents a figure
sources it. By patterns alone, so that a whole corpus can be read without a parser.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from corpus_tool.extract.attribution import collect, presented, tags
from corpus_tool.extract.attribution.document import graded
from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.introduced import OPENERS, full_name
from corpus_tool.extract.attribution.names import Cast
from corpus_tool.extract.attribution.page import Line, Page, asked
from corpus_tool.extract.attribution.words import verb_forms
from corpus_tool.extract.blocks import Block, blocks
from corpus_tool.models import Attribution, Document, Span, TextSpan

_REPORTS = frozenset({"say", "tell", "show"})
_ANNOUNCES = re.compile(
    r":\s*$|\b(?:here(?:['’]s|\s+is|\s+are)\s+what|(?:as|the)\s+follow(?:s|ing)|what\s+follows|the\s+(?:basics|gist|points|main\s+points|"
    r"outline|summary|claims?)\s+(?:is|are)|in\s+(?:short|brief|sum))\b",
    re.IGNORECASE,
)
_ANNOUNCING = frozenset({
    ":", "here", "follow", "follows", "following", "basics", "gist", "points", "outline", "summary", "claim", "claims",
    "short", "brief", "sum",
})  # fmt: skip
"""Words one of which every announcement holds."""
_POINTER = re.compile(
    r"\b(?:this|that|these|those|the)\s+(?:(?:one|long|short|recent|same|new|good|single|linked)\s+)?(?P<thing>piece|article|post|thread|report|video|clip|"
    r"story|essay|account|column|page|blog post|reporting|summary|list|one)\b"
)
_GIVES = re.compile(
    r"\b(?:tells?|told|says?|said|writes?|wrote|puts?|gives?|gave|lists?|listed|sets?\s+(?:it\s+)?out|spells?\s+out|lays?\s+out|explains?|"
    r"draw(?:s|n)?\s+up|drew\s+up|put\s+together|compiled?|collect(?:s|ed)|words|numbers|figures|points|again|once\s+more|quote|quotes|sums?|summary|reports?|has\s+done|goes\s+on|continues|adds)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?<![\w.])(?:the\s+)?[A-Z][\w’'&-]*[\w](?:\s+(?:(?:of|for|and|&|de|van|von)\s+(?:the\s+)?)?[A-Z][\w’'&-]*\w){0,5}"
)
_HEARD = re.compile(
    r"\b(?:one|a|some|another|various|several)\s+(?:\w+\s+)?(?:summary|summaries|version|list|account|post|message|reader|friend|colleague)s?\b|"
    r"\b(?:doing|making)\s+the\s+rounds\b|\b(?:apparently|supposedly)\b",
    re.IGNORECASE,
)


def sources(document: Document) -> tuple[Attribution, ...]:
    """Attributions a statement can rest on, in document order; contents reach over what is announced."""
    page = Page(document)
    last = asked(page, (tags.rule(),))
    plain = [hit for hit in collect.hits(page, parse=False) if _reports(page, hit)]
    plain = [*_outermost(plain, last), *last]
    every = presented.found(page)
    plain = _without_unspoken(plain, [hit for hit in every if hit.rule == "cites"])
    shown = [hit for hit in every if not any(_touches(hit, other) for other in plain)]
    together = sorted([*plain, *shown], key=lambda hit: (hit.start, hit.end, hit.rule))
    told = graded(document, together)
    return tuple(sorted([*told, *_announced(document, page, told)], key=_start))


def _start(item: Attribution) -> int:
    return min(part.start for part in (item.source, item.cue, item.content) if part is not None)


def _reports(page: Page, hit: Found) -> bool:
    """Whether the cue reports words or findings: a wish, a plan or a belief sources nothing."""
    if hit.cue is None:
        return True
    forms = verb_forms()
    words = re.findall(r"[a-z]+", page.text[hit.cue.start : hit.cue.end].lower())
    groups = {forms[word].group for word in words if word in forms}
    return not groups or bool(groups & _REPORTS)


def _outermost(plain: Sequence[Found], last: Sequence[Found]) -> list[Found]:
    """What no tag at the end of the sentence governs: "they said, the Post reports" rests on the Post."""
    begins = [tag.start for tag in last]

    def governed(hit: Found) -> bool:
        place = bisect_right(begins, hit.start_of_cue) - 1
        return place >= 0 and hit.start_of_cue < last[place].end

    return [hit for hit in plain if not governed(hit)]


def _without_unspoken(plain: Sequence[Found], cites: Sequence[Found]) -> list[Found]:
    """A quotation of nobody plain, that names a document in its own words, rests on the document."""
    return [
        hit
        for hit in plain
        if not (hit.rule == "loose_quotation" and any(_touches(hit, other) for other in cites))
    ]


def _touches(one: Found, two: Found) -> bool:
    if one.content is None or two.content is None:
        return False
    return one.content.start < two.content.end and two.content.start < one.content.end


def _announced(document: Document, page: Page, told: Sequence[Attribution]) -> Iterator[Attribution]:
    """What lead-ins govern, each with the source its own sentence gives."""
    layout = blocks(document.text)
    begins = [_start(item) for item in told]
    block_begins = [block.start for block in layout]
    yield from _led_within(document, page, begins)
    for at, line in enumerate(page.lines):
        if _ANNOUNCING.isdisjoint(line.lows) or not _ANNOUNCES.search(line.masked.rstrip()):
            continue
        reach = _reach(document, line, layout, bisect_right(block_begins, line.start) - 1)
        reach = reach or (page.quote_after(line.end) if line.masked.rstrip().endswith(":") else None)
        inside = told[bisect_left(begins, line.start) : bisect_left(begins, line.end)]
        source = _source_of(document, line, inside) if reach is not None else None
        if source is None and reach is not None and _TAKES_UP.search(line.masked):
            source = _named_before(document, page, at)
        if reach is None or source is None:
            continue
        text = document.text[reach.start : reach.end]
        yield replace(source, content=TextSpan(start=reach.start, end=reach.end, text=text))


_TAKES_UP = re.compile(r"\b(?:her|his|their|its|she|he|they|the)\b", re.IGNORECASE)
"""A lead-in that goes on about somebody ("If her numbers are right, the basics are these:")."""


def _named_before(document: Document, page: Page, at: int) -> Attribution | None:
    """The source named in the paragraph of a lead-in, or in the one before it."""
    for line in reversed(page.lines[max(0, at - _SENTENCES_BACK) : at]):
        if document.text.count("\n\n", line.end, page.lines[at].start) > 1:
            return None
        source = _named(document, line)
        if source is not None:
            return source
    return None


_SENTENCES_BACK = 3


def _led_within(document: Document, page: Page, begins: Sequence[int]) -> Iterator[Attribution]:
    """X has done the sum: …, within one sentence."""
    for line in page.lines:
        colon = line.masked.find(": ", 8)
        if colon < 0 or bisect_left(begins, line.start) < bisect_left(begins, line.end):
            continue
        head = Line(line.start, line.start + colon, line.masked[:colon])
        source = _named(document, head)
        if source is not None:
            start, end = line.start + colon + 2, line.end
            yield replace(source, content=TextSpan(start=start, end=end, text=document.text[start:end]))


def _reach(document: Document, line: Line, layout: Sequence[Block], own: int) -> Span | None:
    """The list or quotation under a lead-in in block ``own``, else the rest of its own paragraph."""
    if own < 0 or line.start >= layout[own].end:
        return None
    if layout[own].end - line.end > 1:
        return Span(start=line.end, end=layout[own].end)
    under = []
    for block in islice(layout, own + 1, None):
        if block.kind not in ("list_item", "quote") and not _boxed(document, block):
            break
        under.append(block)
    return Span(start=under[0].start, end=under[-1].end) if under else None


def _boxed(document: Document, block: Block) -> bool:
    return any(box.start < block.end and block.start < box.end for box in document.block_quotes)


def _source_of(document: Document, line: Line, inside: Sequence[Attribution]) -> Attribution | None:
    """The source that a lead-in names, points at, or leaves vague; null where it names none."""
    named = [item for item in inside if item.grade in ("primary", "secondary")]
    if named:
        return named[-1]
    lost = [item for item in inside if item.kind == "lost"]
    pointer = _POINTER.search(line.masked)
    owner = _OWNER.match(line.masked, pointer.end()) if pointer is not None and not lost else None
    if owner is not None:
        return _judged(document, line, owner)
    if lost or pointer is not None:
        return lost[-1] if lost else _pointed(line, document, pointer)
    heard = _HEARD.search(line.masked)
    if heard is not None:
        return Attribution(kind="vague", grade="uncheckable", cue=_cut(document, line, heard))
    return _named(document, line) or (inside[-1] if inside else None)


def _named(document: Document, line: Line) -> Attribution | None:
    """The last name in a lead-in that gives somebody's words ("In Quill's words:", "X sets out the basics:")."""
    if _GIVES.search(line.masked) is None:
        return None
    for match in reversed(list(_NAME.finditer(line.masked))):
        phrase = re.sub(r"['’]s?$", "", match.group())
        if match.start() == 0 and (phrase.lower() in OPENERS or _merely_opens(document, phrase)):
            continue
        if _TOPIC.search(line.masked, 0, match.start()) and not match.group().endswith(("'s", "’s")):
            continue
        verdict = Cast(document.text).judge(full_name(document.text, phrase, line.start), line.start)
        if verdict.external is not None:
            return Attribution(
                kind=verdict.kind,
                grade=verdict.grade,
                source=_cut(document, line, match),
                external=verdict.external,
            )
    return None


_OWNER = re.compile(
    r"\s+(?:of|by|from|in|on|at)\s+(?P<name>(?:the\s+|The\s+)?[A-Z][\w’'&-]*(?:\s+(?:(?:of|and|&)\s+)?[A-Z][\w’'-]*){0,4})"
)
"""Whose page it is: "from the page of the Example Herald"."""


def _judged(document: Document, line: Line, match: re.Match[str]) -> Attribution:
    """The name behind a pointer: with it the pointer is none that the file lost."""
    verdict = Cast(document.text).judge(match["name"], line.start)
    start, end = line.start + match.start("name"), line.start + match.end("name")
    source = TextSpan(start=start, end=end, text=document.text[start:end])
    return Attribution(kind=verdict.kind, grade=verdict.grade, source=source, external=verdict.external)


_TOPIC = re.compile(r"\b(?:about|on|over|concerning|regarding|around|for|in|of)\s+$")
"""What stands before a name that is spoken of, and not quoted ("what is said about the Example bridge:")."""


def _merely_opens(document: Document, phrase: str) -> bool:
    """Whether a lone word has its capital from the sentence alone: nowhere else in the text has it one inside a sentence."""
    if " " in phrase:
        return False
    return re.search(rf"[a-z,;]\s+{re.escape(phrase)}\b", document.text) is None


def _pointed(line: Line, document: Document, pointer: re.Match[str] | None) -> Attribution | None:
    if pointer is None:
        return None
    return Attribution(kind="lost", grade="uncheckable", source=_cut(document, line, pointer))


def _cut(document: Document, line: Line, match: re.Match[str]) -> TextSpan:
    start, end = line.start + match.start(), line.start + match.end()
    return TextSpan(start=start, end=end, text=document.text[start:end])
