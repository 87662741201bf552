"""Attributions by pattern alone: function words, the verb lexicon, quotation marks. No model.

Each rule reads one cue at its place and gives an attribution or nothing; the registry
`FRAMES` is asked in order. Exact enough for `claims` over a whole corpus; `quotes` uses
the parse (`deep`) and falls back on nothing here but the fixed phrases.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus_tool.extract.attribution.cues import Cue, cues
from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.page import MASK, Line, Page
from corpus_tool.extract.attribution.phrases import subject_after, subject_before
from corpus_tool.extract.attribution.words import verb_forms
from corpus_tool.extract.tokens import tokens
from corpus_tool.extract.verbs import first_finite, word_class
from corpus_tool.models import Span

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
FILLER = (
    rf"(?:\s*,?\s+(?:(?:on\s+)?(?:last\s+|this\s+)?{_DAY}(?:\s+(?:morning|afternoon|evening|night))?|yesterday|today|earlier|recently|later|"
    r"(?:this|last)\s+(?:week|month|year|spring|summer|autumn|fall|winter)|in\s+(?:19|20)\d\d|"
    r"(?:in|at|during|on|by|via|through|to|of|about|for)\s+(?:[\w’'.&-]+\s+){0,5}[\w’'.&-]+?|again|here|there|publicly|clearly|outright)){0,2}?"
)
_THAT = re.compile(rf"(?:{FILLER})\s*,?\s+(?=that\b)")
_QUOTE = re.compile(rf"(?:{FILLER})\s*(?:,|:|,?\s+that)?\s*(?={MASK})")
_COLON = re.compile(rf"(?:{FILLER})\s*:\s*(?=\S)")
_OPEN_END = re.compile(rf"(?:{FILLER}|\s+(?:it\s+)?(?:like this|as follows|this|the following))\s*:\s*$")
_CLAUSE = re.compile(
    r"\s+(?=(?:the|a|an|he|she|they|it|there|we|its|their|his|her|this|these|those|no|people|all|some|many|most|more|if|when|how|why|whether|what|[A-Z][\w’'-]*|\d[\d,.]*)\b)"
)
_TAIL = re.compile(rf"(?:{FILLER})\s*(?:[.,;!?)–—]|--|$)")
_ADDRESSEE = re.compile(
    r"\s+(?:[\w’'.&-]+\s+){0,5}?[\w’'.&-]+?(?=\s+(?:that|the|it|he|she|they|there|we|its)\b|\s*[,:])"
)
_AS = re.compile(rf"\s+[^,;:]{{1,160}}?\s+as,?\s+(?={MASK}|\w)")
_INVERSE_LEFT = re.compile(
    rf"{MASK}\s*,?\s*(?:as\s+)?$|,\s*(?:as\s+)?$|[–—(]\s*(?:as\s+)?$|^(?:as|so)\s+$|\bas\s+$", re.IGNORECASE
)
_FINAL = re.compile(r"[\s.!?…,;:)\]–—]+$")


def found(page: Page) -> list[Found]:
    """Attributions of the page that hang on a reporting verb, in order."""
    results: list[Found] = []
    for line in page.lines:
        taken = -1
        for cue in cues(line):
            if cue.verb.group == "want":
                continue
            if cue.start < taken:
                hit = (
                    _before_quote(page, line, cue) if cue.bare and _SETS_OUT.match(_rest(line, cue)) else None
                )
                if hit is not None:
                    results[-1] = shortened(page, results[-1], cue.start)
            else:
                hit = _first(page, line, cue)
            if hit is not None:
                results.append(hit)
                taken = hit.content.end if hit.content and hit.content.start >= cue.start else cue.end
    return results


_SETS_OUT = re.compile(rf"\s*[:,]\s*(?:{MASK}|$)")


def shortened(page: Page, hit: Found, stop: int) -> Found:
    """The clause before ", stating: …" ends where the participle begins."""
    content = hit.content
    if content is None or not content.start < stop < content.end:
        return hit
    return replace(
        hit, content=Span(start=content.start, end=max(content.start + 1, end_of(page, content.start, stop)))
    )


def _first(page: Page, line: Line, cue: Cue) -> Found | None:
    for frame in FRAMES:
        hit = frame(page, line, cue)
        if hit is not None:
            return hit
    return None


def _rest(line: Line, cue: Cue) -> str:
    return line.masked[cue.end - line.start :]


def _source_left(page: Page, line: Line, cue: Cue) -> Span | None:
    span = subject_before(page.masked, line.start, cue.start)
    if span is None or _is_paper(page, span, cue):
        return None
    return _relative_head(page, line, span)


def _is_paper(page: Page, span: Span, cue: Cue) -> bool:
    """In "an expert report by …" the report is a noun: one expert "reports"."""
    one = re.match(r"(?:an?|this|that|each|every)\s+[^,]*$", page.text[span.start : span.end], re.IGNORECASE)
    return one is not None and page.text[cue.start : cue.end].lower() == cue.verb.lemma


def _relative_head(page: Page, line: Line, span: Span) -> Span | None:
    """The words "who" and "which" stand for what precedes them."""
    if page.text[span.start : span.end].lower() not in ("who", "which", "that"):
        return span
    before = subject_before(page.masked, line.start, page.before(span.start, " ,"))
    return before if before is not None else None


def end_of(page: Page, start: int, end: int) -> int:
    """End of a content: without the sentence's own final mark, but with a quotation's."""
    match = _FINAL.search(page.masked, start, end)
    return match.start() if match and match.start() > start else end


def _content(page: Page, start: int, line: Line) -> Span | None:
    quote = page.quote_at(start)
    end = quote.end if quote is not None else end_of(page, start, line.end)
    return extended(page, Span(start=start, end=end)) if end - start > 2 else None


def extended(page: Page, content: Span) -> Span:
    """The content with the quotations that follow it in the same paragraph with nothing between."""
    end = content.end
    if page.text[end - 1 : end] not in '”"’»':
        return content
    while (after := page.quote_after(end, gap=r"[.,]?[ \t]*")) is not None:
        end = after.end
    return Span(start=content.start, end=end)


def _usable(cue: Cue) -> bool:
    return not cue.bare and not cue.passive


def _said_that(page: Page, line: Line, cue: Cue) -> Found | None:
    """X said (on Monday) that the mill was shut."""
    rest = _rest(line, cue)
    match = _THAT.match(rest)
    if match is None and cue.verb.group == "tell":
        addressee = _ADDRESSEE.match(rest)
        match = _THAT.match(rest, addressee.end()) if addressee else None
    if match is None or not _usable(cue):
        return None
    source = _source_left(page, line, cue)
    start = cue.end + match.end()
    if source is None:
        return None
    quoted = page.masked.find(MASK, start, line.end)
    end = end_of(page, start, line.end)
    if quoted >= 0 and (quote := page.quote_at(quoted)) is not None and quote.end > end:
        end = quote.end
    return Found(
        source=source,
        cue=Span(start=cue.start, end=cue.end),
        content=Span(start=start, end=end),
        rule="said_that",
    )


def _before_quote(page: Page, line: Line, cue: Cue) -> Found | None:
    """X said: “…”; stating: “…”; also with the quotation in the next paragraph."""
    if (
        cue.passive
        or cue.verb.group in ("want", "think")
        or (cue.verb.group == "judge" and cue.verb.lemma != "call")
        or (cue.verb.lemma == "call" and page.text[page.before(cue.start, " ") - 1] == ",")
    ):
        return None
    rest = _rest(line, cue)
    start = -1
    open_end = _OPEN_END.match(rest)
    if open_end is not None and (quote := page.quote_after(line.end)) is not None:
        start = quote.start
    for pattern in (_QUOTE, _COLON):
        match = pattern.match(rest)
        if start < 0 and match is not None and not (pattern is _COLON and _is_label(line, cue)):
            start = cue.end + match.end()
    if start < 0 and cue.verb.group == "tell" and (addressee := _ADDRESSEE.match(rest)) is not None:
        match = _QUOTE.match(rest, addressee.end())
        start = cue.end + match.end() if match else -1
    if start < 0:
        return None
    source = _source_left(page, line, cue) or (_main_subject(page, line, cue) if cue.bare else None)
    content = _content(page, start, line)
    if source is None or content is None:
        return None
    colon = int(page.text[cue.end : cue.end + 1] == ":")
    return Found(
        source=source, cue=Span(start=cue.start, end=cue.end + colon), content=content, rule="before_quote"
    )


def _is_label(line: Line, cue: Cue) -> bool:
    """Of "Kettle recall: maker acts": a bare form behind one thing is a noun, as "experts warn:" is none."""
    before = re.search(r"([\w’']+)\s+$", line.masked[: cue.start - line.start])
    if cue.form != cue.verb.lemma or before is None:
        return False
    low = before[1].lower()
    return not low.endswith("s") and low not in _PLURAL_HEADS


_PLURAL_HEADS = frozenset({"i", "we", "you", "they", "people", "police", "men", "women", "and", "to", "who"})
_SUBJECT_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|went|clearly|also|did|does|do|\w{3,}(?:ed|s))\b"
)


def _main_subject(page: Page, line: Line, cue: Cue) -> Span | None:
    """Who does the "stating" of a participle: the subject that opens the sentence."""
    for verb in _SUBJECT_VERB.finditer(page.masked, line.start + 3, cue.start):
        span = subject_before(page.masked, line.start, verb.start())
        if span is not None and span.start - line.start < 40:
            return span
    return None


def _after_quote(page: Page, line: Line, cue: Cue) -> Found | None:
    """“…,” says X, the Y; “…,” X said; …, X said. The content stands left."""
    if cue.bare or cue.passive or cue.verb.group not in ("say", "tell", "show"):
        return None
    if "tail" in cue.verb.bars and MASK not in line.masked:
        return None
    left = line.masked[: cue.start - line.start]
    inverse = _INVERSE_LEFT.search(left) is not None and left.strip(" ,").lower() not in ("as", "so")
    source = _inverted(page, line, cue, left) if inverse else None
    source = source or _tagged(page, line, cue)
    return _left_content(page, line, cue, source) if source is not None else None


def _inverted(page: Page, line: Line, cue: Cue, left: str) -> Span | None:
    """…, says X: unless an apposition stands before the verb ("Ana, the engineer, said it leaks")."""
    beside = left.rstrip(" ,")[-1:] == MASK
    if not beside and subject_before(page.masked, line.start, cue.start) is not None:
        return None
    source = subject_after(page.masked, cue.end + 1, line.end)
    closed = source is not None and _CLOSED.match(page.masked, source.end, line.end + 1) is not None
    return source if closed else None


def _tagged(page: Page, line: Line, cue: Cue) -> Span | None:
    """…, X said: at the end of its clause, and not in "what X said"."""
    if _TAIL.match(_rest(line, cue)) is None and cue.verb.group != "tell":
        return None
    source = subject_before(page.masked, line.start, cue.start)
    free = source is not None and _FREE_RELATIVE.search(page.masked, line.start, source.start) is not None
    return None if free else source


_CLOSED = re.compile(
    r"\s*(?:[.,;:?!)–—]|--|$|\n|(?:in|on|at|to|during|after|of|who|when|as|via|last|from|with|by|about|this|while|before|mon|tues|wednes|thurs|fri|satur|sun)\b)",
    re.IGNORECASE,
)
_FREE_RELATIVE = re.compile(
    r"\b(?:what|whatever|how|everything|all|things|words|anything|nothing|something)\s+$"
)


def _as_said(page: Page, line: Line, cue: Cue) -> Found | None:
    """As the order states, …; …, as the mayor said."""
    source = subject_before(page.masked, line.start, cue.start)
    if source is None or cue.bare or not re.search(r"\b[Aa]s\s+$", page.masked[line.start : source.start]):
        return None
    after = re.match(r"\s*,\s*", _rest(line, cue))
    if after is None:
        return _left_content(page, line, cue, source) if _TAIL.match(_rest(line, cue)) else None
    start = cue.end + after.end()
    end = end_of(page, start, line.end)
    return Found(
        source=source,
        cue=Span(start=cue.start, end=cue.end),
        content=Span(start=start, end=max(end, start + 1)),
        rule="as_said",
    )


_FEWEST = 2
"""Fewer words before "we warn" are an adverbial, no statement."""


def _left_content(page: Page, line: Line, cue: Cue, source: Span) -> Found | None:
    """What precedes "X said" in its sentence (or the quotation it closes), and what goes on after."""
    stop = min(source.start, cue.start)
    stop = page.before(stop, " \n\t")
    if stop <= line.start:
        return None
    quote = page.quote_at(stop - 1)
    if quote is not None:
        start, end = quote.start, quote.end
    else:
        end = end_of(page, line.start, stop)
        start = line.start
        inner = page.quote_at(end - 1)
        start = inner.start if inner else start
    if end - start < 3 or (quote is None and page.text.count(" ", start, end) < _FEWEST):
        return None
    tail = max(source.end, cue.end)
    end = _goes_on(page, line, tail, end)
    return Found(
        source=source,
        cue=Span(start=cue.start, end=cue.end),
        content=Span(start=start, end=end),
        rule="after_content",
    )


def _goes_on(page: Page, line: Line, tail: int, end: int) -> int:
    after = page.quote_after(tail, gap=r"[\s.,;:]*(?:[a-z]+\s)?\s*")
    if after is not None and page.same_paragraph(tail, after.start):
        return extended(page, after).end
    if page.text[tail : tail + 2] == ", " and line.end - tail > 12 and page.quote_at(end - 1) is None:
        return end_of(page, tail, line.end)
    return end


_SPACE = re.compile(r"\s+(?=[a-z])")
_BARE = frozenset(
    {"say", "report", "claim", "write", "argue", "insist", "reckon", "estimate", "warn", "confirm"}
)
"""Verbs that take a clause whose subject has no article ("says greenery saves money")."""
_WITH_OBJECT = frozenset({"write", "agree", "recall"})
"""Verbs that as often do something to a thing ("agreed a fee", "wrote the standard")."""


def _states(rest: str) -> bool:
    """Whether what follows a verb is a clause: "wrote the standard" gives nobody's words."""
    words = tokens(rest)
    if (
        not words.words
        or words.words[0] in verb_forms()
        or word_class(words.words[0]) in ("prep", "sub", "conj")
    ):
        return False
    verb = first_finite(words, 0, min(len(words), 9))
    return verb > 0 and "," not in words.words[:verb]


def _plain_clause(page: Page, line: Line, cue: Cue) -> Found | None:
    """X said the mill was shut (no "that")."""
    if not _usable(cue) or cue.verb.group not in ("say", "tell", "show", "think") or "tail" in cue.verb.bars:
        return None
    rest = _rest(line, cue)
    match = _CLAUSE.match(rest)
    if match is None and cue.verb.lemma in _BARE and _states(rest):
        match = _SPACE.match(rest)
    if match is None or (cue.verb.lemma in _WITH_OBJECT and not _states(rest)):
        return None
    if cue.verb.group in ("show", "think") and cue.verb.lemma not in ("believe", "think", "find"):
        return None
    source = _source_left(page, line, cue)
    if source is None:
        return None
    start = cue.end + match.end()
    if cue.verb.group == "tell" and (addressee := _ADDRESSEE.match(rest)) is not None:
        start = cue.end + addressee.end() + 1
    content = Span(start=start, end=end_of(page, start, line.end))
    return Found(source=source, cue=Span(start=cue.start, end=cue.end), content=content, rule="plain_clause")


def _described_as(page: Page, line: Line, cue: Cue) -> Found | None:
    """X described it as “…”; what its rules define as “…”."""
    if cue.verb.lemma not in (
        "describe",
        "define",
        "report",
        "characterize",
        "characterise",
        "label",
    ) or not _usable(cue):
        return None
    match = _AS.match(_rest(line, cue))
    if match is None:
        return None
    source = _source_left(page, line, cue)
    if source is None:
        return None
    start = cue.end + 1
    quote = page.quote_at(cue.end + match.end())
    end = quote.end if quote is not None else end_of(page, start, line.end)
    return Found(
        source=source,
        cue=Span(start=cue.start, end=cue.end),
        content=Span(start=start, end=end),
        rule="described_as",
    )


FRAMES = (_as_said, _said_that, _before_quote, _described_as, _after_quote, _plain_clause)
"""Ways a reporting verb can frame its content, the surest first."""
