"""Sources that no reporting verb carries: fixed phrases, passives, pointers, instruments.

One small rule each, in the registry `RULES`; both paths use them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import NO_SENSE, judge
from corpus_tool.extract.attribution.page import MASK, Line, Page, Rule, asked
from corpus_tool.extract.attribution.phrases import subject_after, subject_before
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.extract.attribution.whole import whole
from corpus_tool.models import Span

_VERBS = (
    "said|reported|believed|thought|estimated|rumou?red|alleged|claimed|"
    "understood|assumed|known|expected|feared|suspected|predicted|reckoned|held|considered|presumed"
)
_ADV = r"(?:(?:also|often|widely|sometimes|now|generally|commonly|already|still|\w{2,20}ly)\s+){0,2}"
_ACCORDING = re.compile(r"\b(according to|in the words of|as per|on the authority of)\s+", re.IGNORECASE)
_IT_IS = re.compile(
    rf"\b[Ii]t(?:\s+(?:is|was|has\s+been|had\s+been)|['’]s)\s+{_ADV}(?:{_VERBS})\b(?=\s+(?:that\b"
    rf"|the\b|there\b|[a-z]|[A-Z\d]))(?!\s+to\b)"
)
_IS_TO = re.compile(rf"\b(?:is|are|was|were|has been|have been)\s+{_ADV}(?:{_VERBS})(?=\s+(?:to|as)\b)")
_ADVERB = re.compile(r"\b(?:reportedly|allegedly|purportedly)\b", re.IGNORECASE)
_INSTRUMENT = re.compile(
    r"\b((?:by\s+)?(?:using|on|via|through|at|with)\s+the\s+(?:(?:official|public|online"
    r"|government|national|open)\s+){0,2}"
    r"(?:site|website|web site|portal|database|register|registry|search engine|search tool"
    r"|look-?up|app|service|tool|archive|catalogue|catalog|page|platform))\s+"
    r"(?:called\s+|named\s+)?([A-Z][\w.-]*(?:\s+(?:of|for|the|and|[A-Z][\w.-]*)){0,4}(?<=\w))"
)
_CHECKS = re.compile(
    r"\b(?:check|look up|look\w* up|search|find|see|verify|view|query|consult|read|browse|inspect)\b",
    re.IGNORECASE,
)
_IN_DOCUMENT = re.compile(
    r"(?:^|\b(?:all\s+)?(?:there|it says|it stands|set out|laid down|laid out|written|described|stated|recorded|contained|fixed|listed|noted|defined"
    r"|explained|published)\s+)(in)\s+((?:the|its|their|his|her|a|an"
    r"|[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,4}['’]s)\s+[^,;:.\n]{2,160})",
    re.IGNORECASE,
)


def found(page: Page) -> list[Found]:
    """Attributions by fixed phrase, sentence by sentence."""
    return asked(page, RULES)


_ADVERBIAL = 3
"""So few words before "X says," are "But", "Of course", "In May": no content of their own."""


def sentence_without(page: Page, line: Line, start: int, end: int) -> Span | None:
    """The rest of a sentence when ``start``–``end`` is taken out: the longer side, or the envelope."""
    left_end = end_of(page, line.start, start) if start > line.start else line.start
    right = end
    while right < line.end and page.text[right] in " ,;:–—)":
        right += 1
    right_end = end_of(page, right, line.end) if right < line.end else right
    left_size, right_size = left_end - line.start, right_end - right
    if left_size < 8 and right_size < 8:
        return None
    if right_size >= 8 and page.text.count(" ", line.start, left_end) < _ADVERBIAL:
        return Span(start=right, end=right_end)
    if right_size < 8:
        return Span(start=line.start, end=left_end)
    return Span(start=line.start, end=right_end)


def _according_to(page: Page, line: Line) -> Iterator[Found]:
    """According to X, …; …, according to X."""
    for match in _ACCORDING.finditer(line.masked):
        start, begin = line.start + match.start(), line.start + match.end()
        source = whole(page, line, subject_after(page.masked, begin, line.end) or _loose(page, begin, line))
        if source is not None and names_someone(page.text[source.start : source.end]):
            content = sentence_without(page, line, start, source.end)
            cue = Span(start=start, end=line.start + match.end(1))
            yield Found(source=source, cue=cue, content=content, rule="according_to")


def _loose(page: Page, begin: int, line: Line) -> Span | None:
    match = re.compile(rf"[^,;:.()\n{MASK}]{{2,100}}").match(page.masked, begin, line.end)
    return Span(start=begin, end=begin + len(match.group().rstrip())) if match else None


def names_someone(phrase: str) -> bool:
    """Not "sorted according to size"."""
    first = phrase.split(" ", maxsplit=1)[0]
    if phrase.lower() in _MANNERS:
        return False
    known = first.lower() in ("the", "his", "her", "its", "their", "my", "our", "this", "these")
    return known or first[:1].isupper() or not first.isalpha() or judge(phrase).reason != NO_SENSE


_MANNERS = frozenset({
    "plan", "plans", "schedule", "size", "age", "need", "taste", "custom", "tradition", "protocol", "order", "rank",
    "season", "type", "rule", "rules", "design", "script", "instructions", "form", "standard", "law", "budget",
})  # fmt: skip
"""After "according to" they say how a thing is done, with no word before them that makes them one of a kind."""


def _it_is_said(page: Page, line: Line) -> Iterator[Found]:
    """It is believed that … : a passive of saying without an agent."""
    for match in _IT_IS.finditer(line.masked):
        start, end = line.start + match.start(), line.start + match.end()
        content = Span(start=end + 1, end=max(end + 2, end_of(page, end + 1, line.end)))
        yield Found(cue=Span(start=start, end=end), content=content, rule="it_is_said", verdict="vague")


def _is_said_to(page: Page, line: Line) -> Iterator[Found]:
    """X is said to … : the same, raised to the subject."""
    for match in _IS_TO.finditer(line.masked):
        start, end = line.start + match.start(), line.start + match.end()
        low = max((line.masked.rfind(mark, 0, match.start()) for mark in ",;:"), default=-1)
        begin = line.start + low + 1 if low >= 0 else line.start
        begin += len(page.text[begin:start]) - len(page.text[begin:start].lstrip())
        content = Span(start=begin, end=max(end, end_of(page, end, line.end)))
        yield Found(cue=Span(start=start, end=end), content=content, rule="is_said_to", verdict="vague")


def _reportedly(page: Page, line: Line) -> Iterator[Found]:
    """Reportedly, allegedly: hearsay in an adverb."""
    for match in _ADVERB.finditer(line.masked):
        cue = Span(start=line.start + match.start(), end=line.start + match.end())
        inside = match.start() > 0 and line.end - cue.end > _ADVERBIAL
        whole_line = Span(start=line.start, end=max(cue.end, end_of(page, line.start, line.end)))
        content = whole_line if inside else sentence_without(page, line, cue.start, cue.end)
        yield Found(cue=cue, content=content, rule="reportedly", verdict="vague")


def _instrument(page: Page, line: Line) -> Iterator[Found]:
    """Anyone can look it up using the site X: X is where the statement can be checked."""
    for match in _INSTRUMENT.finditer(line.masked):
        if not _CHECKS.search(line.masked):
            continue
        cue = Span(start=line.start + match.start(1), end=line.start + match.end(1))
        source = Span(start=line.start + match.start(2), end=line.start + match.end(2))
        content = sentence_without(page, line, cue.start, source.end)
        name = page.text[source.start : source.end]
        yield Found(source=source, cue=cue, content=content, rule="instrument", name=name, verdict="document")


def _in_document(page: Page, line: Line) -> Iterator[Found]:
    """In the council's outline, …; it is all there in the policy entitled “…”."""
    match = _IN_DOCUMENT.search(line.masked)
    if match is None:
        return
    cue = Span(start=line.start + match.start(1), end=line.start + match.end(1))
    end = line.start + match.start(2) + len(match.group(2).rstrip())
    source = Span(start=line.start + match.start(2), end=end)
    verdict = judge(page.text[source.start : source.end])
    if verdict.kind != "document" or verdict.external is None or len(verdict.external) < 3:
        return
    content = sentence_without(page, line, line.start + match.start(), end)
    yield Found(source=source, cue=cue, content=content, rule="in_document")


_DASH_CREDIT = re.compile(
    r"[ \t]*\n?[ \t]*(?:[—–]|--|-)\s*((?:Quote\s+)?(?:from\s+)?)([A-Z][^\n.;“”\"]{2,100}?)(?=[.\n]|$)"
)


def quote_credits(page: Page) -> list[Found]:
    """“…” — X, at the end of a line: the name under a quotation."""
    results = []
    for quote in page.quotes:
        match = _DASH_CREDIT.match(page.text, quote.end, min(len(page.text), quote.end + 160))
        if match is None or quote.end - quote.start < 20:
            continue
        source = Span(start=match.start(2), end=match.end(2))
        cue_start = match.start(1) if match.group(1) else match.start(2) - 2
        cue_end = cue_start + len(match.group(1).rstrip())
        cue = Span(start=cue_start, end=cue_end) if match.group(1).strip() else None
        results.append(Found(source=source, cue=cue, content=quote, rule="quote_credit"))
    return results


_LEAD_CUE = re.compile(
    r"\b(?:puts?\s+it|says?\s+(?:it|so)|(?:is|are|was)\s+(?:\w+\s+)?(?:clear|explicit|plain|blunt"
    r"|open)|reads?|goes|runs|goes on|has this to say|had this to say|states?"
    r"|spells? it out)\b[^:]{0,80}:$"
)


def lead_ins(page: Page) -> list[Found]:
    """Their policy puts it like this: “…” — the source opens the sentence that leads to a quotation."""
    results = []
    for line in page.lines:
        if ":" not in line.lows:
            continue
        text = line.masked
        colon = text.find(":" if MASK not in text else f": {MASK}")
        head = text[: colon + 1] if colon >= 0 else text
        match = _LEAD_CUE.search(head.rstrip())
        quote = page.quote_after(line.start + len(head.rstrip())) if match else None
        if match is None or quote is None:
            continue
        source = subject_before(page.masked, line.start, line.start + match.start())
        if source is not None:
            cue = Span(start=line.start + match.start(), end=line.start + match.end())
            results.append(Found(source=source, cue=cue, content=quote, rule="lead_in"))
    return results


_SAID = frozenset(re.findall(r"\w+", _VERBS.replace("u?", "u"))) | {"rumored"}

RULES = (
    Rule(frozenset({"according", "words", "per", "authority"}), _according_to),
    Rule(_SAID, _it_is_said),
    Rule(_SAID, _is_said_to),
    Rule(frozenset({"reportedly", "allegedly", "purportedly"}), _reportedly),
    Rule(frozenset({"using", "on", "via", "through", "at", "with"}), _instrument),
    Rule(frozenset({"in"}), _in_document),
)
"""Asked of every sentence that holds one of their words, each for itself."""
