"""The same page in Markdown, for a wiki, a ticket or a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus_tool.models import Findings
from corpus_tool.report.claim_view import ClaimView
from corpus_tool.report.document_view import DocumentView
from corpus_tool.report.page import Page, page
from corpus_tool.report.wordings import Wording
from corpus_tool.report.words import count
from corpus_tool.text import fold_space

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_TABLE_HEAD = "| document | date | sentence | how sure it sounds | its source |"
_SAME_SHOWN = 5
"""Further claims named under a finding: a page that opens with forty lines of one finding hides the next."""
_STRONG = {"value": "**", "hedge": "*", "differs": ""}


def escaped(text: str) -> str:
    """Text from outside as one line that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", fold_space(text))


def markdown_page(findings: Findings, shown: Page | None = None) -> str:
    """The report as Markdown; ``shown`` where the page is made already."""
    return "\n".join(_lines(shown or page(findings))) + "\n"


def _lines(shown: Page) -> Iterator[str]:
    yield "# Who said it first, and on whose word"
    yield ""
    yield from (escaped(line) for line in shown.reading)
    yield ""
    yield "**Nothing here says that a claim is true or false.**"
    yield from _section("What matters most", _leading(shown))
    yield from _section("What the files lost", _items(shown.losses))
    yield from _section("What could not be read", _items(shown.unread))
    yield from _section("What to get next", _wanted(shown))
    yield from ("", "## Claims")
    for claim in shown.claims:
        yield from _claim(claim)
    if shown.more_claims:
        yield from ("", f"{shown.more_claims} more claims are in report.json.")
    if shown.single:
        stand = "statement stands" if shown.single == 1 else "statements stand"
        yield from ("", f"{shown.single} {stand} in one document only; see mentions.csv.")
    yield from ("", "## Documents")
    for document in shown.documents:
        yield from _document(document)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    body = list(lines)
    if body:
        yield from ("", f"## {title}", "", *body)


def _items(lines: Iterable[str]) -> list[str]:
    return [f"- {escaped(line)}" for line in lines]


def _leading(shown: Page) -> Iterator[str]:
    for number, item in enumerate(shown.leading, start=1):
        statement, reason = escaped(item.statement), escaped(item.reason)
        yield f"{number}. **{item.name}** ({item.sureness}): {statement} — {reason}"
        yield from (f"   - the same for: {escaped(other)}" for _, other in item.same[:_SAME_SHOWN])
        if len(item.same) > _SAME_SHOWN:
            yield f"   - and for {count(len(item.same) - _SAME_SHOWN, 'more claim')}"


def _wanted(shown: Page) -> Iterator[str]:
    for want in shown.wanted:
        bears = f"named for {count(want.claims, 'claim')}" if want.claims else "credited in general"
        yield f"- **{escaped(want.name)}**: {bears}"
    yield from (f"- lost pointer: “{escaped(pointer)}”" for pointer in shown.pointers)


def _claim(claim: ClaimView) -> Iterator[str]:
    yield from ("", f"### {escaped(claim.statement)}", "")
    if claim.tracked:
        yield from (f"Tracked as “{escaped(claim.tracked)}”.", "")
    yield from (f"*{escaped(claim.sourcing)}*", "")
    for flag in claim.flags:
        yield f"- **{flag.name}** ({flag.sureness}): {escaped(flag.reason)}"
    if claim.tellings:
        yield from ("", _TABLE_HEAD, "|---|---|---|---|---|")
    for telling in claim.tellings:
        said = " ".join(part for part in (telling.lead_in, telling.text) if part)
        said += " (quoted, no telling of its own)" if telling.quoted else ""
        cells = (telling.document, telling.date, said, telling.certainty, telling.source)
        yield f"| {' | '.join(escaped(cell) for cell in cells)} |"
    if len(claim.wordings) > 1:
        yield from ("", "Wordings (figures strong, hedges in italics):", "")
        yield from (f"- {_wording(wording)} — {escaped(users)}" for wording, users in claim.wordings)
    if claim.links:
        yield from ("", "Chain of retelling:", "", *_items(claim.links))
    if claim.settle:
        yield from ("", "What would settle more:", "", *_items(claim.settle))


def _wording(wording: Wording) -> str:
    pieces = []
    for segment in wording.segments:
        strong = _STRONG.get(segment.mark, "")
        text = escaped(segment.text)
        lead = " " if segment.text[:1].isspace() else ""
        tail = " " if segment.text[-1:].isspace() else ""
        pieces.append(f"{lead}{strong}{text}{strong}{tail}" if text else segment.text)
    return fold_space("".join(pieces))


def _document(document: DocumentView) -> Iterator[str]:
    yield from ("", f"### {escaped(document.name)}", "", *_items(document.facts))
    if document.status:
        yield f"- **{escaped(document.status)}**"
    if document.lost:
        yield f"- this file lost its {document.lost}"
    yield from (f"- {escaped(line)}" for line in document.disputed)
    for name, lines in (
        ("headline", document.headline),
        ("saved copies", document.versions),
        ("took", document.took),
        ("credits", document.credits),
        ("added", document.added),
        ("left out", document.left_out),
    ):
        yield from (f"- {name}: {escaped(line)}" for line in lines)
