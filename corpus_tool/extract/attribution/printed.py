"""What stood in a house's pages: "as could be read in X", "X has the news that …", "readers of X know that …".

Passives of reading and the nouns of the trade (news, story, report) tie a statement to an outlet where
no verb of saying does. Used for the sourcing of statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.page import Line, Page, Rule
from corpus_tool.extract.attribution.phrasal import sentence_without
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.models import Span

_NAME = r"(?:[Tt]he\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|and|&|for|the|from)\s+){0,2}[A-Z][\w’'-]*){0,5}"
_READ = r"(?:read|seen|found|heard|learn(?:ed|t)|reported|printed|published|noted|written|stated|revealed|mentioned|described|said|told)"
_AS_READ = re.compile(
    rf"\b(?P<cue>[Aa]s\s+(?:(?:can|could|may|might|was|were|is)\s+(?:to\s+)?(?:also\s+|first\s+)?(?:be\s+)?|has\s+been\s+|first\s+)?{_READ}\s+"
    rf"(?:in|on|at|from|by))\s+(?P<source>{_NAME})"
)
_NEWS = re.compile(
    rf"(?:^|,\s+|^[A-Z][\w ]{{2,30}}?\s)(?P<source>{_NAME})\s+(?P<cue>(?:(?:has|had|have|also|first)\s+){{0,2}}"
    r"(?:(?:has|had|ran|runs|carries|carried|broke|breaks|brings|brought|prints|printed|got|heard|published|features|featured|came\s+upon|came\s+across)\s+"
    r"(?:the\s+|a\s+|its\s+|an\s+)?(?:[a-z-]+\s+)?(?:news|stor(?:y|ies)|reports?|articles?|items?|scoops?|word|rumou?rs?|piece)|(?:has|have|had)\s+it|"
    r"g(?:o|e)ts?\s+wind|(?:has|have|had)\s+learn(?:ed|t)|learn(?:ed|t|s)|describe[sd]?\s+how))\s+(?=that\b|of\b|on\b|about\b|how\b|the\b|\w)"
)
_READERS = re.compile(
    rf"\b[Rr]eaders\s+of\s+(?P<source>{_NAME})\s+(?P<cue>(?:(?:will|already|now|have|had|could|can)\s+){{0,2}}"
    r"(?:know|knew|known|learn|learn(?:ed|t)|read|found|find|heard|saw|see|were\s+told|are\s+told))\s+(?=that\b|of\b|about\b|how\b|the\b|\w)"
)
_STOOD = re.compile(
    rf"\b(?P<cue>(?:[Ii]t\s+(?:was|is|stood|stands)|(?:[Oo]ne|[Yy]ou|[Ww]e|[Tt]hey)\s+(?:can\s+|could\s+)?read)\s+in)\s+(?P<source>{_NAME})\s+that\b"
)


def as_read(page: Page, line: Line) -> Iterator[Found]:
    """…, as could be read in X; as was reported in X, … ."""
    for match in _AS_READ.finditer(line.masked):
        source, cue = _span(line, match, "source"), _span(line, match, "cue")
        content = sentence_without(page, line, cue.start, source.end)
        yield Found(source=source, cue=cue, content=content, rule="as_read")


def told_readers(page: Page, line: Line) -> Iterator[Found]:
    """X has the news that …; X got wind of …; readers of X know that …; it stood in X that … ."""
    for pattern in (_NEWS, _READERS, _STOOD):
        match = pattern.search(line.masked)
        if match is None or not _is_name(match["source"], at=match.start("source")):
            continue
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        yield Found(
            source=_span(line, match, "source"),
            cue=_span(line, match, "cue"),
            content=content,
            rule="told_readers",
        )
        return


def _is_name(source: str, *, at: int) -> bool:
    """A capital that does not merely open the sentence: a second one, or one further on."""
    capitals = [word for word in source.split() if word[0].isupper() and word.lower() != "the"]
    return len(capitals) > 1 or (bool(capitals) and (at > 0 or source[:4].lower() == "the "))


def _span(line: Line, match: re.Match[str], group: str) -> Span:
    return Span(start=line.start + match.start(group), end=line.start + match.end(group))


RULES = (
    Rule(frozenset({"as"}), as_read),
    Rule(
        frozenset({
            "news", "story", "stories", "report", "reports", "article", "articles", "item", "scoop", "word", "wind", "it",
            "rumour", "rumours", "rumor", "rumors", "piece", "readers", "read", "learned", "learnt", "learns", "how",
        }),
        told_readers,
    ),
)  # fmt: skip
"""Asked of every sentence that holds one of their words."""
