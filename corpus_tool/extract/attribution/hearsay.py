"""Sources that set phrases name or leave open: "per X", "by some accounts", "rumour has it", "word is"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.page import Line, Page, Rule, asked
from corpus_tool.extract.attribution.phrasal import names_someone, sentence_without
from corpus_tool.extract.attribution.phrases import subject_after, subject_before
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.extract.attribution.whole import whole
from corpus_tool.models import Span

_PER = re.compile(
    r"(?:^|[,(–—]\s*|\s-\s)(?P<cue>[Pp]er)\s+(?=(?:the|an?|my|our|his|her|its|their|this)\s|[A-Z@])(?!(?:Cent|Capita)\b)"
)
"""As "according to"; "per week" and "per cent" have no article and no name."""
_BY_ACCOUNTS = re.compile(
    r"(?:^|,\s+)(?P<cue>[Bb]y)\s+(?P<source>(?:some|most|all|many|several|other|one|various)\s+(?:\w+\s+)?"
    r"(?:accounts?|estimates?|counts?|reports?|reckonings?|measures?|tallies))\b"
)
_HAS_IT = re.compile(
    r"\b(?P<source>(?:[Tt]he\s+)?(?:[\w-]+\s)?(?:[Rr]umou?r|[Ll]egend|[Gg]ossip|[Tt]radition|[Ll]ore|[Ww]ord|[Ss]tory|[Ff]olklore))\s+"
    r"(?P<cue>has\s+it)(?=\s)"
)
_WORD_IS = re.compile(
    r"^(?P<source>(?:The\s+)?(?:[Ww]ord|[Rr]umou?r|[Tt]alk|[Gg]ossip|[Ss]tory)(?:\s+(?:on|in|around|from|at)\s+[^,.;]{3,30}?)?)\s+(?P<cue>is|was|goes)"
    r"(?=,?\s+(?:that|there|the|they|he|she|it|we|you|his|her|its|their)\b|\s+[A-Z])",
    re.MULTILINE,
)


def found(page: Page) -> list[Found]:
    """Attributions by these phrases, sentence by sentence."""
    return asked(page, RULES)


def _span(line: Line, match: re.Match[str], group: str) -> Span:
    return Span(start=line.start + match.start(group), end=line.start + match.end(group))


def _per(page: Page, line: Line) -> Iterator[Found]:
    """Per X, …; …, per X."""
    for match in _PER.finditer(line.masked):
        cue = _span(line, match, "cue")
        source = whole(page, line, subject_after(page.masked, line.start + match.end(), line.end))
        if source is not None and names_someone(page.text[source.start : source.end]):
            content = sentence_without(page, line, cue.start, source.end)
            yield Found(source=source, cue=cue, content=content, rule="per")


def _by_accounts(page: Page, line: Line) -> Iterator[Found]:
    """By some accounts, …: accounts of nobody."""
    match = _BY_ACCOUNTS.search(line.masked)
    if match is not None:
        cue, source = _span(line, match, "cue"), _span(line, match, "source")
        content = sentence_without(page, line, cue.start, source.end)
        yield Found(source=source, cue=cue, content=content, rule="by_accounts", verdict="vague")


def _has_it(page: Page, line: Line) -> Iterator[Found]:
    """Rumour has it that …; …, legend has it; word is they …."""
    match = _HAS_IT.search(line.masked) or _WORD_IS.search(line.masked)
    if match is None:
        return
    cue, source = _span(line, match, "cue"), _span(line, match, "source")
    start = cue.end
    while start < line.end and page.text[start] in " ,":
        start += 1
    content = Span(start=start, end=end_of(page, start, line.end)) if line.end - start > _SHORTEST else None
    content = content or sentence_without(page, line, source.start, cue.end)
    yield Found(source=source, cue=cue, content=content, rule="has_it", verdict="vague")


_BROKE = re.compile(
    r"\b(?P<cue>(?:first\s+)?(?:broke|broken|breaks|ran|runs|carried|carries)\s+(?:the|a|its)\s+(?:story|news|report))\s+(?=that\b)"
)


def _broke(page: Page, line: Line) -> Iterator[Found]:
    """X broke the story that …."""
    match = _BROKE.search(line.masked)
    if match is None:
        return
    cue = _span(line, match, "cue")
    source = subject_before(page.masked, line.start, cue.start)
    if source is not None:
        content = Span(start=line.start + match.end(), end=end_of(page, line.start + match.end(), line.end))
        yield Found(source=source, cue=cue, content=content, rule="broke")


_SHORTEST = 4

RULES = (
    Rule(frozenset({"per"}), _per),
    Rule(frozenset({"by"}), _by_accounts),
    Rule(frozenset({"story", "news", "report"}), _broke),
    Rule(
        frozenset({
            "rumour", "rumor", "legend", "gossip", "tradition", "lore", "word", "story", "folklore", "talk",
        }),
        _has_it,
    ),
)  # fmt: skip
"""Asked of every sentence that holds one of their words, each for itself."""
