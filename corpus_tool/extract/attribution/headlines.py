"""Headlines that name their speaker by a mark: "Minister: fees will rise", "Dam is safe – water board", "RT @x: …".

A headline is a short line of its own without a full stop. Before its colon stands a speaker where that
is somebody by office, a body, a paper, or a surname that the text gives in full; else it is a topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import judge
from corpus_tool.extract.attribution.introduced import full_name
from corpus_tool.extract.attribution.judgement import Judgement
from corpus_tool.extract.attribution.page import MASK, Page
from corpus_tool.extract.attribution.words import closed, nouns, verb_forms
from corpus_tool.models import Span

_LINE = re.compile(r"^[ \t#*]*(?P<line>[^\s#*][^\n]{8,180}?)[ \t]*$", re.MULTILINE)
_BEFORE = re.compile(r"(?P<source>[^:–—\n]{2,50}?)(?P<cue>:)\s+(?=\S)")
_AFTER = re.compile(r".*\S(?P<cue>:|\s[–—-])\s+(?P<source>[^:–—\n]{3,40})")
_RETOLD = re.compile(
    r"^[ \t]*(?P<cue>RT)[ \t]+(?P<source>@\w{2,30}):?[ \t]+(?P<content>\S[^\n]{3,600})", re.MULTILINE
)
_SCARE = re.compile(
    r"(?<=\s)[\"“'‘](?:to|not|will|would|must|could|may|is|are|was|were|has|have|had|should|cannot)\s"
    r"[^‘’'“”\"\n]{2,60}[’'”\"](?!\w)"
)
_MOST_WORDS = 18
_VAGUE_HEADS = frozenset({
    "report", "reports", "source", "sources", "study", "studies", "survey", "poll", "experts", "expert", "critics",
    "officials", "scientists", "researchers", "analysts", "witnesses", "witness",
})  # fmt: skip


def found(page: Page) -> list[Found]:
    """Speakers that headlines and forwarded posts name."""
    return [*_headlines(page), *_retold(page)]


def _retold(page: Page) -> Iterator[Found]:
    """RT @somebody: what they posted."""
    if "RT " not in page.text:
        return
    for match in _RETOLD.finditer(page.text):
        source, cue, content = (_span(match, part) for part in ("source", "cue", "content"))
        yield Found(source=source, cue=cue, content=content, rule="retold")


def _span(match: re.Match[str], group: str, base: int = 0) -> Span:
    return Span(start=base + match.start(group), end=base + match.end(group))


def _headlines(page: Page) -> Iterator[Found]:
    for match in _LINE.finditer(page.text):
        start, end = match.start("line"), match.end("line")
        if not _is_headline(page, start, end):
            continue
        hit = _led(page, start, end) or _tailed(page, start, end) or _quoted(page, start, end)
        if hit is not None:
            yield hit


def _is_headline(page: Page, start: int, end: int) -> bool:
    """The first line of a text, or one between blank lines, short and with no full stop."""
    text = page.text
    before = page.before(start, " \t#*")
    alone = before == 0 or text[max(0, before - 2) : before] == "\n\n"
    below = text[end : end + 2].strip(" \t")
    return (
        alone
        and below in ("", "\n\n", "\n")
        and text[end - 1] not in ".,;"
        and len(text[start:end].split()) <= _MOST_WORDS
    )


def _led(page: Page, start: int, end: int) -> Found | None:
    """Minister: fees will rise."""
    match = _BEFORE.match(page.masked, start, end)
    if match is None or not (_speaks(page, match["source"], start) or _speaks_in_marks(page, match, end)):
        return None
    content = Span(start=match.end(), end=end)
    states = " " in page.text[content.start : content.end].strip()
    return _found(match, content) if states else None


_MARKED = re.compile(r"[‘'“\"][^‘’'“”\"\n]{3,150}[’'”\"]|\ue000+")


def _speaks_in_marks(page: Page, match: re.Match[str], end: int) -> bool:
    """Example: ‘We will not pay’: a name before words that stand in marks."""
    name = match["source"]
    spoken = name.lower().split()[-1] in verb_forms()  # "Example tweeted: …" is read by its verb
    named = (
        name[:1].isupper()
        and len(name.split()) <= _NAME_WORDS
        and name.lower() not in closed("labels")
        and not spoken
    )
    return named and _MARKED.fullmatch(page.masked, match.end(), end) is not None


_NAME_WORDS = 4


def _tailed(page: Page, start: int, end: int) -> Found | None:
    """Dam is safe – water board; Mill to close in spring: report."""
    match = _AFTER.match(page.masked, start, end)
    if (
        match is None
        or match.end() != end
        or not (match["source"].islower() or _known(page, match["source"], start))
    ):
        return None
    content = Span(start=start, end=page.before(match.start("cue"), " "))
    states = page.text[content.start : content.end].count(" ") >= _FEWEST
    return _found(match, content) if states and _speaks(page, match["source"], start) else None


_FEWEST = 2
_BELOW = 4000
"""Characters below a headline in which its article gives a name in full."""


def _found(match: re.Match[str], content: Span) -> Found:
    vague = match["source"].lower().split()[-1] in _VAGUE_HEADS
    verdict = "vague" if vague and not _verdict(match["source"]).external else ""
    return Found(
        source=_span(match, "source"),
        cue=_span(match, "cue"),
        content=content,
        rule="headline",
        verdict=verdict,
        common=_is_common(match["source"]),
    )


def _is_common(source: str) -> bool:
    """Whether the capital is the line's: "Police: …", and not "Police Chief Ana Example: …" or "Example: …"."""
    words = source.split()
    known = {"police", "study", "report"} | nouns("first_hand") | nouns("commentator") | nouns("organisation")
    return not any(word[:1].isupper() for word in words[1:]) and (
        len(words) > 1 or words[0].lower() in known | _VAGUE_HEADS
    )


def _verdict(source: str) -> Judgement:
    return judge(source[:1].lower() + source[1:])


def _speaks(page: Page, source: str, at: int) -> bool:
    """Whether what stands by the mark is somebody who speaks."""
    words = source.split()
    if not words or len(words) > _MOST_WORDS // 3 or MASK in source:
        return False
    last = words[-1].lower()
    if source.lower() in closed("labels") - _VAGUE_HEADS or (
        last in verb_forms() and last not in _VAGUE_HEADS
    ):
        return False
    if last in _VAGUE_HEADS or last in nouns("first_hand") or last in nouns("commentator"):
        return True
    return last in (
        "police",
        "ministry",
        "board",
        "council",
        "court",
        "union",
        "government",
        "firm",
        "company",
    ) or _known(page, source, at)


def _known(page: Page, source: str, at: int) -> bool:
    """A surname that the text gives in full below its headline, or a name in full beside quoted words."""
    name = source.strip()
    if not name[:1].isupper() or " " in name:
        return False
    below = page.text[at : at + _BELOW]
    return judge(full_name(below, name, len(below))).kind == "person"


def _quoted(page: Page, start: int, end: int) -> Found | None:
    """Fees ‘to double’: words that the headline takes from somebody it does not name."""
    quote = _SCARE.search(page.text, start, end)
    if quote is None or ":" in page.text[start : quote.start()]:
        return None
    return Found(content=Span(start=start, end=end), rule="headline_quote", verdict="vague")
