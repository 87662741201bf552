"""Pointers and marks: "this piece", "(here and here)", footnotes, "(Reuters)", what the writer saw.

A pointer says that there is a source without naming it. When the file kept the link under
it, the link is the source; when the file lost its links, the pointer is lost, and that is
never held against the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import known_outlet
from corpus_tool.extract.attribution.page import Line, Page, Rule, asked
from corpus_tool.extract.attribution.phrases import subject_after, subject_before
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.models import Span

_THING = (
    r"(?:piece|article|story|post|blog post|thread|report|page|link|video|clip|tweet|"
    r"study|paper|document|essay|interview|site|website|column|"
    r"write-up|explainer|overview|summary|chart|graphic|screenshot|document)"
)
_THIS = re.compile(
    rf"\b((?:[Rr]ead|[Ss]ee|[Ww]atch|[Cc]heck out|[Cc]lick|[Cc]onsult|[Ff]ollow|[Ss]ent me"
    rf"|[Ff]ound|[Cc]ame across|[Aa]s|[Pp]er|[Aa]ccording to|[Ff]rom|[Vv]ia)\s+)"
    rf"(this\s+(?:(?!is\b)[\w’'-]+\s+){{0,3}}?{_THING})\b"
)
_THIS_SAYS = re.compile(
    rf"\b([Tt]his\s+(?:(?!is\b)[\w’'-]+\s+){{0,2}}?{_THING})\s+(shows|explains|says|describes"
    rf"|argues|reports|claims|has (?:more|details|the details)|lists|covers|sums)\b"
)
_HERE = re.compile(
    r"(?:\(\s*((?:source|link)s?|(?:(?:see|source|link|more|e\.g\.|and|also|read more)[:,]?\s+){0,3}here(?:(?:,"
    r"|,?\s+and)\s+here){0,5})\s*\)|"
    r"\b((?:[Ss]ee|[Rr]ead|[Ff]ound|[Aa]vailable|[Cc]lick|[Ll]isted|[Ll]inked"
    r"|[Dd]etails?(?: are)?|[Mm]ore)\s+(?:more\s+|about it\s+"
    r"|it\s+)?)(here(?:\s+and\s+here)?)(?=\s*[.,;:!)]|\s*$))"
)
_LINK_TO = re.compile(r"\b([Hh]ere(?:['’]s| is| are)\s+(?:a|the|some)?\s*links?\s+to)\s+([^.,;:\n]{3,120})")
_AS_PUT = re.compile(r"\bas\s+([^,;:.]{2,80}?)\s+((?:has |once |have )?puts?\s+it)\b")
_EYES = re.compile(
    r"\b(I|[Ww]e)((?:\s+(?:have|had|also|just|personally|once|recently|myself)|['’]ve|['’]d){0,3}\s+"
    r"(?:seen|saw|found|heard|witnessed|counted|measured|tested|visited|interviewed|checked"
    r"|observed|was told|were told|been told|learned|noticed|tried))\b"
)
_EXPERIENCE = re.compile(
    r"\b([Ii]n my (?:own )?experience|[Ww]ith my own eyes|[Ff]rom what I(?:['’]ve| have)? (?:seen"
    r"|heard|read|can tell))\b"
)
_BRACKET = re.compile(
    r"[(\[]\s*((?:[Ss]ources?|[Vv]ia|[Ff]rom|[Cc]redit|[Hh]/[Tt]|[Cc]iting|[Rr]eported by"
    r"|[Qq]uoted in|[Cc]ited in)\s*:?\s+)?([A-Z“\"][^()\[\]\n]{1,100}?)\s*[)\]]"
)
_MARKER = re.compile(r"\[\^?(\d{1,3})\]|(?<=\w[.,”\"’)])([¹²³⁴-⁹]{1,3})|(?<=\w)([¹²³⁴-⁹]{1,3})")
_NOTE_LINE = re.compile(
    r"^[ \t]*(?:\[\^?(\d{1,3})\]:?|(\d{1,3})[.)]|([¹²³⁴-⁹]{1,3}))[ \t]+(\S[^\n]{3,300})$", re.MULTILINE
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_AWAY = re.compile(r"\b(?:and|as|in|with|from|to)\s*$")


def found(page: Page) -> list[Found]:
    """Pointers and marks of the page, sentence by sentence."""
    return asked(page, RULES) + list(_footnotes(page))


def _span(line: Line, match: re.Match[str], group: int | str = 0) -> Span:
    return Span(start=line.start + match.start(group), end=line.start + match.end(group))


def _before(page: Page, line: Line, stop: int) -> Span | None:
    end = end_of(page, line.start, stop)
    end = line.start + len(_AWAY.sub("", page.text[line.start : end]).rstrip())
    return Span(start=line.start, end=end) if end - line.start > 8 else None


_VERB_FIRST = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might)\b")


def _after(page: Page, line: Line, start: int) -> Span | None:
    if _VERB_FIRST.match(page.text, min(start + 1, line.end)):
        return None
    while start < line.end and page.text[start] in " ,:–—-":
        start += 1
    end = end_of(page, start, line.end)
    return Span(start=start, end=end) if end - start > 8 else None


def _this_piece(page: Page, line: Line) -> Iterator[Found]:
    """This piece shows …; read this piece; as in this report."""
    for match in _THIS_SAYS.finditer(line.masked):
        source, cue = _span(line, match, 1), _span(line, match, 2)
        content = _after(page, line, cue.end) or _before(page, line, source.start)
        yield Found(source=source, cue=cue, content=content, rule="this_piece", verdict="lost")
    for match in _THIS.finditer(line.masked):
        source = _span(line, match, 2)
        cue = Span(start=line.start + match.start(1), end=source.start - 1)
        leads = match.group(1).strip().lower() in ("as", "per", "according to", "from", "via")
        content = (_after(page, line, source.end) or _before(page, line, cue.start)) if leads else None
        yield Found(source=source, cue=cue, content=content, rule="this_piece", verdict="lost")


_SEE = re.compile(r"(?:see|read|more|e\.g\.)[:,]?\s+(?=\S)", re.IGNORECASE)


def _here(page: Page, line: Line) -> Iterator[Found]:
    for match in _HERE.finditer(line.masked):
        group = 1 if match.group(1) else 3
        source = _span(line, match, group)
        cue = _span(line, match, 2) if match.group(2) else None
        led = _SEE.match(match.group(group))
        if led is not None:
            cue = Span(start=source.start, end=source.start + led.end())
            source = Span(start=cue.end, end=source.end)
        content = _sides(page, line, line.start + match.start(), line.start + match.end())
        yield Found(
            source=source,
            cue=Span(start=cue.start, end=cue.end - 1) if cue else None,
            content=content,
            rule="here",
            verdict="lost",
        )
    for match in _LINK_TO.finditer(line.masked):
        yield Found(source=_span(line, match, 2), cue=_span(line, match, 1), rule="link_to", verdict="lost")


def _sides(page: Page, line: Line, start: int, end: int) -> Span | None:
    """The clause that carries a bracketed pointer: the whole sentence, or what precedes it."""
    if line.end - end > 12:
        return Span(start=line.start, end=end_of(page, line.start, line.end))
    return _before(page, line, start)


def _as_put(page: Page, line: Line) -> Iterator[Found]:
    for match in _AS_PUT.finditer(line.masked):
        source, cue = _span(line, match, 1), _span(line, match, 2)
        content = _after(page, line, cue.end) or _before(page, line, line.start + match.start())
        quote = page.quote_after(cue.end, gap=r"[,:]?\s*")
        yield Found(source=source, cue=cue, content=quote or content, rule="as_put")


def _own_eyes(page: Page, line: Line) -> Iterator[Found]:
    for match in _EYES.finditer(line.masked):
        cue = Span(start=line.start + match.end(1) + 1, end=line.start + match.end())
        if page.text[cue.start - 1] in "'’":
            cue = Span(start=cue.start - 1, end=cue.end)
        content = _after(page, line, cue.end)
        yield Found(source=_span(line, match, 1), cue=cue, content=content, rule="own_eyes", verdict="self")
    for match in _EXPERIENCE.finditer(line.masked):
        content = _after(page, line, line.start + match.end())
        yield Found(source=_span(line, match, 1), content=content, rule="own_eyes", verdict="self")


def _bracketed(page: Page, line: Line) -> Iterator[Found]:
    """(Reuters); (Source: X); [via X]."""
    for match in _BRACKET.finditer(line.masked):
        if match.group(1) is None and known_outlet(match.group(2)) is None:
            continue
        cue = _span(line, match, 1) if match.group(1) else None
        cue = Span(start=cue.start, end=cue.start + len(match.group(1).rstrip())) if cue else None
        content = _before(page, line, line.start + match.start())
        yield Found(source=_span(line, match, 2), cue=cue, content=content, rule="bracketed")


_VIA = re.compile(
    r"(?:,|\s[–—-])?\s(via)\s+(?=[A-Z@“\"])|\b([Aa]s (?:reported|commented|noted|posted|seen"
    r"|described|quoted|first reported|published) (?:by|on|in|at))\s+(?=the\b|[A-Z])"
)


def _via(page: Page, line: Line) -> Iterator[Found]:
    """A "via X" at the end, "as reported by X" at either."""
    for match in _VIA.finditer(line.masked):
        group = 1 if match.group(1) else 2
        source = subject_after(page.masked, line.start + match.end(), line.end)
        if (
            source is None
            or line.masked.count(" ") < 5
            or (group == 1 and known_outlet(page.text[source.start : source.end]) is None)
        ):
            continue
        content = (
            _before(page, line, line.start + match.start())
            if group == 1
            else _after(page, line, source.end) or _before(page, line, line.start + match.start())
        )
        yield Found(source=source, cue=_span(line, match, group), content=content, rule="via")


_ASIDE = re.compile(
    r"[–—(,]\s*(?:as\s+)?([A-Z][^–—(),;:\n]{1,60}?|[Tt]he [^–—(),;:\n]{1,60}?)\s+(reports?"
    r"|reported|says|said|notes?|writes|wrote|claims?|puts it)\s*[–—),](?!\s*who\b)"
)


def _aside(page: Page, line: Line) -> Iterator[Found]:
    """… – Wired reports – …: the attribution set between dashes, commas or brackets."""
    for match in _ASIDE.finditer(line.masked):
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        source = subject_before(page.masked, line.start + match.start(1), line.start + match.end(1))
        if source is not None and content.end - content.start > 20 and match.start() > 8:
            yield Found(source=source, cue=_span(line, match, 2), content=content, rule="aside")


def _footnotes(page: Page) -> Iterator[Found]:
    """[1] in the text and "[1] …" at the start of a later line."""
    notes = {}
    for match in _NOTE_LINE.finditer(page.text):
        number = (match.group(1) or match.group(2) or match.group(3)).translate(_RAISED)
        notes[number] = match.group(4).strip()
    for line in page.lines if notes else ():
        for match in _MARKER.finditer(line.masked):
            number = (match.group(1) or match.group(2) or match.group(3)).translate(_RAISED)
            content = _before(page, line, line.start + match.start())
            if number in notes and content is not None:
                yield Found(
                    source=_span(line, match), content=content, rule="footnote", name=notes[number][:160]
                )


RULES = (
    Rule(frozenset({"this"}), _this_piece),
    Rule(frozenset({"here", "source", "sources", "link", "links"}), _here),
    Rule(frozenset({"put", "puts"}), _as_put),
    Rule(frozenset({"i", "we", "my"}), _own_eyes),
    Rule(frozenset({"(", "["}), _bracketed),
    Rule(frozenset({"via", "as"}), _via),
    Rule(
        frozenset(
            {
                "report",
                "reports",
                "reported",
                "says",
                "said",
                "note",
                "notes",
                "writes",
                "wrote",
                "claim",
                "claims",
                "puts",
            }
        ),
        _aside,
    ),
)
"""Asked of every sentence that holds one of their words, each for itself."""
