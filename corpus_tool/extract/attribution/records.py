"""Documents that a statement is said to stand in: "is set down in the By-law", "the figure comes from the Register".

The second kind stands behind its statement, in a sentence of its own, and sources the sentence before it.
Only what one can read, or a body by its name, is taken. Used for the sourcing of statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import judge
from corpus_tool.extract.attribution.page import Line, Page, Rule
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.models import Span

_SOURCE = r"(?P<source>(?:(?:the|an?|its|their|this)\s+)?[^\s,;:.\n][^,;:.\n]{2,90})"
_STANDS = (
    r"(?:is|are|was|were)\s+(?:also\s+|now\s+|all\s+)?(?:(?:set\s+down|laid\s+down|written\s+down|set\s+out|recorded|fixed|stated|entered|"
    r"listed|noted|printed|anchored|enshrined|contained|documented)\s+in|an?\s+finding\s+of|a\s+provision\s+of|a\s+requirement\s+of|"
    r"taken\s+from|drawn\s+from|quoted\s+from)"
)
_STANDS_IN = re.compile(rf"\s(?P<cue>{_STANDS})\s+{_SOURCE}")
_THING = (
    r"(?:it|this|that|all\s+this|all\s+of\s+this|(?:the|this|that|these|those|both)\s+(?:same\s+)?"
    r"(?:figures?|numbers?|counts?|sums?|totals?|data|claims?|statements?|information|finding|dates?|quotes?|quotations?|details?|rules?))"
)
_COMES = re.compile(
    rf"(?:{_THING}\s+(?P<cue>(?:comes?|came|stems?|derives?|is\s+taken|are\s+taken|was\s+taken|were\s+taken|is|are)\s+(?:straight\s+|directly\s+)?from|"
    r"stands?\s+in|rests?\s+on|(?:is|are)\s+(?:all\s+)?in|can\s+be\s+(?:read|found|looked\s+up)\s+in)"
    r"|(?:the|my|our|its)\s+(?:proof|source|evidence|authority)\s+(?P<is>is|are|was|were|for\s+(?:this|that|it)\s+is))\s+"
    rf"{_SOURCE}",
    re.IGNORECASE,
)
_HAS_IT = re.compile(
    r"(?P<source>(?:the|an?|its|their)\s+[^,;:.\n]{3,80}?)\s+(?P<cue>has|have|records?|shows?|confirms?|says?|states?|bears?)\s+"
    r"(?:it|this|that|as\s+much|so|it\s+all|this\s+out|it\s+out)\s*[.!]?\s*",
    re.IGNORECASE,
)


def stands_in(page: Page, line: Line) -> Iterator[Found]:
    """The limit is set down in the By-law; the rise is a finding of the Survey."""
    match = _STANDS_IN.search(line.masked)
    if match is not None and match.start() > 0 and _readable(match["source"]):
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        yield Found(
            source=_span(line, match, "source"),
            cue=_span(line, match, "cue"),
            content=content,
            rule="stands_in",
        )


def points_back(page: Page, line: Line) -> Iterator[Found]:
    """The figure comes from the Register; the minute book has it: of the sentence before."""
    match = _COMES.match(line.masked) or _HAS_IT.fullmatch(line.masked)
    if match is None or not _readable(match["source"]):
        return
    cue = "cue" if match["cue"] else "is"
    here = Found(
        source=_span(line, match, "source"),
        cue=_span(line, match, cue),
        content=Span(start=line.start, end=end_of(page, line.start, line.end)),
        rule="points_back",
    )
    before = _line_before(page, line)
    if before is not None:
        yield replace(here, content=Span(start=before.start, end=end_of(page, before.start, before.end)))
    yield here


_CITES = re.compile(
    r"[“\"](?P<cue>(?:According\s+to|Under|As\s+per|Pursuant\s+to))\s+(?P<source>(?:the|our|their|its)\s+[^,;:.”\"\n]{3,80}),\s"
)


def cites(page: Page, line: Line) -> Iterator[Found]:
    """In “According to the Act, …” the quoted words name their document themselves."""
    match = _CITES.match(page.text, line.start, line.end)
    quote = page.quote_at(line.start)
    if match is None or quote is None or not _readable(match["source"]):
        return
    parts = {name: Span(start=match.start(name), end=match.end(name)) for name in ("source", "cue")}
    content = Span(start=match.end(), end=end_of(page, match.end(), min(quote.end, line.end)))
    yield Found(source=parts["source"], cue=parts["cue"], content=content, rule="cites")


def _line_before(page: Page, line: Line) -> Line | None:
    """The sentence before in the same paragraph, or null."""
    at = page.number(line) - 1
    before = page.lines[at] if at >= 0 else None
    return before if before is not None and page.same_paragraph(before.end, line.start) else None


def _readable(phrase: str) -> bool:
    """Whether a phrase names a document one can read: definite or by its title, and no mere kind of paper."""
    verdict = judge(phrase.strip())
    return verdict.kind == "document" and verdict.external is not None


def _span(line: Line, match: re.Match[str], group: str) -> Span:
    return Span(start=line.start + match.start(group), end=line.start + match.end(group))


RULES = (
    Rule(frozenset(), cites),
    Rule(frozenset({"is", "are", "was", "were"}), stands_in),
    Rule(
        frozenset({
            "it", "this", "that", "figure", "figures", "number", "numbers", "count", "counts", "sum", "total", "data", "claim",
            "claims", "statement", "information", "finding", "proof", "source", "evidence", "authority", "date", "dates", "both",
            "much", "so", "these", "those",
        }),
        points_back,
    ),
)  # fmt: skip
"""Asked of every sentence that holds one of their words."""
