"""Documents that present a statement without a verb of saying: "Annex C lists …", "under section 12 of …".

What a register counts, a standard requires or an issue puts at a figure rests on that
document, though nobody is said to have said it. Used for the sourcing of statements; the
command ``quotes`` keeps to reported speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from corpus_tool.extract.attribution import citations, printed, records
from corpus_tool.extract.attribution.found import Found
from corpus_tool.extract.attribution.grade import judge, known_outlet
from corpus_tool.extract.attribution.page import Line, Page, Rule, asked
from corpus_tool.extract.attribution.shallow import end_of
from corpus_tool.extract.attribution.words import finite_forms
from corpus_tool.extract.lexicon import group
from corpus_tool.extract.verbs import past_forms
from corpus_tool.models import Span

_PRESENTS = (
    r"(?:lists?|listed|counts?|counted|puts?|gives?|gave|sets?|names?|named|records?|recorded|requires?|required|prescribes?|"
    r"prescribed|tests?|tested|followed|measures?|measured|surveyed|compared|covers?|covered|orders?|ordered|defines?|defined|contains?|contained|"
    r"places?|placed|imposes?|imposed|bars?|barred|bans?|banned|permits?|permitted|forbids?|forbade|caps?|capped|limits?|limited|"
    r"exempts?|exempted|assigns?|assigned|allots?|allotted|entrusts?|entrusted|earmarks?|earmarked|registers?|registered|describes?|described|provides?|provided|shows?|showed|tells?|told|allows?|obliges?|obliged|calls?|called|estimates?|estimated|credits?|credited|attributes?|attributed|stipulates?|stipulated|envisages?|envisaged)"
)
_CUE = re.compile(rf"\s(?P<cue>(?:also\s+|only\s+|still\s+|now\s+|then\s+|in fact\s+)?{_PRESENTS})\s+(?=\S)")
_INNER = re.compile(r"\b(?:where|and|but|as|while|since|because|that)\s+(?=the\s)")
_SUBJECT = re.compile(
    r"(?:(?:And|But|Yet|So)\s+)?(?:the|The|A|An|Its|Their|His|Her|This|That|Those|These|[A-Z])(?:[^,;:.!?\n]|[.:](?=\d)|(?<=\bNo)\.){1,90}"
    r"(?:,\s+(?:in|at|on|of|dated|from)\s[^,;:.\n]{1,40},)?"
)
_CUES = 4
"""Verbs of a sentence that are tried: "record" may be part of "Inspection record 4 lists …"."""
_PREPOSED = re.compile(
    r"(?:^|,\s+|\bwhere\s+)(?P<cue>(?i:by|under|from|in|pursuant to|on the evidence of))\s+"
    r"(?P<source>(?:the\s+(?:count|figures|reckoning|records|books|accounts|data|estimate)\s+of\s+)?(?:the\s+|its\s+|their\s+)?"
    r"(?:(?:section|article|clause|paragraph|chapter|rule|page|table|annex)\s+[\dIVX][\w./()-]*\s+of\s+(?:the\s+)?)?"
    r"(?:\d{4}\s+)?[^\s,;:.\d][^,;:.\n]{2,80})(?=[,.;\n]|\s+(?:owners|people|the|every|all|no|each|any|a|an|it|they|we|you|there)\b|$)"
)
_NUMBERED = re.compile(
    r"\b(?:[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph|[Rr]ule)\s+[\dIVX]|\b[A-Z]{2,5}\s?\d{3,}"
)
_THING = re.compile(
    r"\b(?:bulletin|annex|appendix|yearbook|schedule|section|clause|chapter|paragraph|record|register|notice|handbook|report|"
    r"standard|code|paper|study|table|census|survey|statute|act|law|directive|outline|minutes|summary|text)s?\b"
)
_COUNT_OF = re.compile(
    r"^the\s+(?:count|figures|reckoning|records|books|accounts|data|estimate)\s+of\s+", re.IGNORECASE
)
_HEARSAY = re.compile(
    r"\b(?:we|you)(?:['’]re|\s+are|\s+were|\s+keep\s+being|['’]ve\s+been|\s+have\s+been)\s+(?:all\s+)?(?:often\s+)?(?:told|assured)\b|"
    r"\b(?:they|people|folks|everyone|everybody)\s+(?:all\s+)?(?:say|claim|reckon)\b|"
    r"\b(?:rumou?r|word|legend|the\s+story)\s+(?:has\s+it|is\s+that|goes|says)\b|^(?:word|rumou?r)\s+is\b|\bI(?:['’]ve)?\s+(?:have\s+)?(?:once\s+)?(?:heard|read|seen)\s+"
    r"(?:somewhere|that|it\s+said)\b|^(?:the\s+)?(?:science|research|experts)\s+(?:is\s+in|is\s+clear|says?|shows?|agrees?|agree|is\s+settled)\b|"
    r"\b[Ff]rom\s+what\s+(?:people|everyone|everybody|others|folks|they)\b|\b(?:some|many)\s+(?:people\s+)?say\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:Nothing|None|No\s+\w+|The\s+(?:[\w-]+\s+){1,4}?)\s*in\s+(?P<source>(?:the|its|their|this)\s+(?:[\w-]+\s+){0,3}?[\w-]+)\s+(?:\w+s|\w+ed)\b"
)
_AS_TOLD = re.compile(
    r"As\s+(?P<source>[^,;:.]{3,80}?)\s+(?P<cue>tells?\s+it|told\s+it|puts?\s+it|has\s+it|have\s+it),\s+"
)
_AS_LAID = re.compile(
    r"As\s+(?P<source>[^,;:.]{3,80}?)\s+(?P<cue>(?:lays?|laid|sets?)\s+(?:it\s+)?(?:down|out)|records?|recorded|provides?|provided|requires?|required|"
    r"shows?|showed|stipulates?|stipulated|prescribes?|prescribed|has\s+recorded),\s+"
)
_OWN = re.compile(
    r"\b(?:I|[Ii]n\s+(?:my|our)\s+experience|[Mm]ine|[Mm]yself|(?<!\bin )(?<!\bon )(?<!\bof )(?<!\bnear )"
    r"[Mm]y\s+(?:own\s+|old(?:est)?\s+|best\s+|late\s+)?[a-z]+(?:-[a-z]+)*|(?:at|with)\s+us)(?![\w’'.])"
)
_WE = re.compile(
    r"\b[Ww]e\b(?!\s+(?:know|need|must|should|can|could|may|might|will|would|are\s+told|all|live|think|believe)\b)"
)
_PART = re.compile(r";\s+|,\s+(?:and|but|so|while|whereas)\s+|\s[–—]\s")


def found(page: Page) -> list[Found]:
    """Statements that a document presents, sentence by sentence."""
    return asked(page, (*citations.RULES, *printed.RULES, *records.RULES, *_rules()))


def _span(line: Line, match: re.Match[str], group: str) -> Span:
    return Span(start=line.start + match.start(group), end=line.start + match.end(group))


def _subject(page: Page, line: Line) -> Iterator[Found]:
    """The bulletin counts …; Annex C lists …; the magazine puts …: a document, or an outlet, as subject."""
    inner = [match.end() for match in _INNER.finditer(line.masked)]
    for cue in islice(_CUE.finditer(line.masked), _CUES):
        starts = [start for start in (*reversed(inner), 0) if start < cue.start()]
        subject = next((found for start in starts if (found := _read_as(line, start, cue.start()))), None)
        if subject is None:
            continue
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        yield Found(source=subject, cue=_span(line, cue, "cue"), content=content, rule="presents")
        return


def _read_as(line: Line, start: int, end: int) -> Span | None:
    """The words of a sentence from ``start`` to ``end``, where they are the subject and a document."""
    match = _SUBJECT.fullmatch(line.masked, start, end)
    if match is None or "\ue000" in match.group() or not is_document(match.group().partition(",")[0].strip()):
        return None
    return Span(start=line.start + start, end=line.start + end)


def _preposed(page: Page, line: Line) -> Iterator[Found]:
    """Under section 12 of the Code …; by the Yearbook, table 4; by the count of the Office."""
    for match in _PREPOSED.finditer(line.masked):
        phrase = match["source"].strip()
        counted = _COUNT_OF.match(phrase) is not None
        if match["cue"].lower() in ("by", "in", "from") and not counted and not _is_titled(phrase):
            continue
        verdict = judge(_COUNT_OF.sub("the ", phrase))
        if (
            not (counted or _NUMBERED.search(phrase) or verdict.kind == "document")
            or verdict.external is None
        ):
            continue
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        yield Found(
            source=_span(line, match, "source"),
            cue=_span(line, match, "cue"),
            content=content,
            rule="preposed",
        )


def _hearsay(page: Page, line: Line) -> Iterator[Found]:
    """We are told that …; the rumour is …; they say: nobody one could ask."""
    match = _HEARSAY.search(line.masked)
    if match is not None:
        cue = Span(start=line.start + match.start(), end=line.start + match.end())
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        yield Found(cue=cue, content=content, rule="hearsay", verdict="vague")


def is_document(phrase: str) -> bool:
    """Whether a subject is a thing one can read: a named or definite document, a numbered clause, an outlet."""
    if _NUMBERED.search(phrase) or _PROGRAMME.fullmatch(phrase) or known_outlet(phrase) is not None:
        return True
    verdict = judge(phrase)
    if verdict.kind in ("document", "outlet") and verdict.external is not None:
        return True
    head = re.split(r"\s(?:of|by|from|for|in)\s", phrase, maxsplit=1)[0]
    first = phrase.split(" ", maxsplit=1)[0].lower()
    return _THING.search(head.split(" ")[-1]) is not None and first not in (
        "no",
        "any",
        "some",
        "every",
        "each",
    )


_PROGRAMME = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:[A-Z][\w’'-]*\s+){1,5}(?:Programme|Program|Scheme|Strategy|Initiative)"
)
"""Titled so, what provides, sets or caps something is a paper; who says something may be a body."""


def _is_titled(phrase: str) -> bool:
    """Whether the phrase names a document by its own title ("the Statistical Yearbook")."""
    verdict = judge(phrase)
    named = any(word[:1].isupper() for word in phrase.split(" ")[1:])
    return verdict.kind == "document" and (named or _NUMBERED.search(phrase) is not None)


def _in_it(page: Page, line: Line) -> Iterator[Found]:
    """Nothing in the notice compels …; the one deadline in the notice is …."""
    match = _WITHIN.match(line.masked)
    if match is not None and _THING.search(match["source"].split(" ")[-1]):
        content = Span(start=line.start, end=end_of(page, line.start, line.end))
        yield Found(source=_span(line, match, "source"), content=content, rule="in_it")


def _as_told(page: Page, line: Line) -> Iterator[Found]:
    """As members of the board tell it, … ; as the by-law lays down, … ."""
    match = _AS_TOLD.match(line.masked) or _AS_LAID.match(line.masked)
    if match is not None and (match.re is _AS_TOLD or is_document(match["source"])):
        start = line.start + match.end()
        content = Span(start=start, end=max(start + 1, end_of(page, start, line.end)))
        yield Found(
            source=_span(line, match, "source"),
            cue=_span(line, match, "cue"),
            content=content,
            rule="as_told",
        )


def _judged(page: Page, line: Line) -> Iterator[Found]:
    """Karl Example called the plan a waste: a speech act with a plain object, by somebody named."""
    match = _judgement().match(line.masked)
    if match is not None:
        content = Span(start=line.start + match.end("cue") + 1, end=end_of(page, line.start, line.end))
        yield Found(
            source=_span(line, match, "source"), cue=_span(line, match, "cue"), content=content, rule="judged"
        )


@lru_cache(maxsize=1)
def _judgement() -> re.Pattern[str]:
    verbs = "|".join(re.escape(form) for form in finite_forms("judge"))
    return re.compile(
        r"(?P<source>(?:(?:The\s+)?[A-Z][\w’'-]+\s+)?(?:[a-z][\w’'-]+\s+){0,3}[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,3})"
        rf"\s+(?P<cue>(?:has\s+|had\s+)?(?:{verbs}))\s+(?:the|it|a|an|this|that|for|on|its|their|his|her)\b"
    )


def _own_word(page: Page, line: Line) -> Iterator[Found]:
    """I bought three and mine went up; we set up twenty: the writer alone vouches for it, clause by clause."""
    if line.masked.rstrip().endswith(":"):
        return  # "We bought a boat:" announces what others may say
    first = line.start
    for edge in [*_PART.finditer(line.masked), None]:
        last = line.end if edge is None else line.start + edge.start()
        match = _OWN.search(page.masked, first, last) or _own_deed(page, first, last)
        if match is not None:
            content = Span(start=first, end=end_of(page, first, last))
            cue = Span(start=match.start(), end=match.end())
            yield Found(source=cue, content=content, rule="own_word", verdict="self")
        first = last if edge is None else line.start + edge.end()


def _own_deed(page: Page, first: int, last: int) -> re.Match[str] | None:
    """A "we" or "our" that tells of deeds, not of mankind: with a figure, or in the past."""
    match = _WE.search(page.masked, first, last)
    if match is None:
        return None
    words = set(re.findall(r"[a-z]+|\d", page.masked[first:last].lower()))
    tells = not words.isdisjoint(group("number")) or any(word.isdigit() for word in words)
    return match if tells or not words.isdisjoint(past_forms()) else None


def _words_of(*forms: str) -> frozenset[str]:
    """The first plain word of each form."""
    return frozenset(found.group() for form in forms if (found := re.match(r"[a-z]+", form)))


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    """Asked of every sentence that holds one of their words, each for itself."""
    return (
        Rule(_presenting(), _subject),
        Rule(frozenset({"by", "under", "from", "in", "pursuant", "evidence"}), _preposed),
        Rule(frozenset({"in"}), _in_it),
        Rule(frozenset({"as"}), _as_told),
        Rule(_words_of(*finite_forms("judge")), _judged),
        Rule(_HEARING, _hearsay),
        Rule(frozenset({"i", "my", "our", "ours", "mine", "myself", "we", "us"}), _own_word),
    )


def _presenting() -> frozenset[str]:
    """Every form that `_PRESENTS` allows."""
    stems = re.findall(r"[a-z]+(?:\?|\b)", _PRESENTS)
    return frozenset(
        form
        for stem in stems
        for form in (stem.rstrip("?"), stem.rstrip("?")[: -1 if stem.endswith("?") else None])
    )


_HEARING = frozenset({
    "told", "assured", "say", "claim", "reckon", "rumour", "rumours", "rumor", "rumors", "word", "legend", "story",
    "heard", "read", "seen", "science", "research", "experts", "what",
})  # fmt: skip
