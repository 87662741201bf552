"""How a text introduces its people and papers: what "she", "the authors" and "the magazine" take from it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.extract.attribution.grade import judge, known_outlet
from corpus_tool.extract.attribution.judgement import Judgement
from corpus_tool.extract.attribution.words import nouns

_CLAUSE_END = re.compile(r"[.;:!?\n(“”\"]")
_BEFORE = 70
_AFTER = 120
_NEXT = 320
_ROLE_NEXT = re.compile(
    r"[.!?]\s+(?:He|She)\s+(?:is|was|has\s+been|had\s+been|runs|ran|led|leads|wrote|keeps|heads|chairs|owns|manages|works\s+as)\s+([^.;\n]{3,90})"
)
_APPOSED = re.compile(
    r"['’]?s?,?\s*,\s+((?:who|a|an|the|one\s+of|its|their|now|then|chief|head|director|deputy|chair)\b[^.;:\n]{2,90}?)(?=[,.;\n])"
)
_OUTLET_NOUN = r"magazine|newspaper|weekly|daily|journal|site|website|blog|broadcaster|outlet|newsletter|programme|show|podcast|tabloid|paper"
_STANDS_FOR_OUTLET = re.compile(rf"(?:the|this|that)\s+(?:same\s+)?(?:{_OUTLET_NOUN})")
_STANDS_FOR_TEXT = re.compile(
    r"(?:the|this|that)\s+(?:same\s+)?(?:page|article|story|piece|post|account|summary|text|document|report|study|list)"
)
_AUTHORS = re.compile(r"(?:the|its|their)\s+(?:authors?|researchers?|writers?|scientists|team)")
_TITLED_OUTLET = re.compile(
    rf"\b(?:{_OUTLET_NOUN})\s+([A-Z][\w’'-]*(?:\s+(?:(?:of|and|&|the)\s+)?[A-Z][\w’'-]*){{0,4}})"
)
_CAPITALS = re.compile(r"\b(?:[Tt]he\s+)?[A-Z][\w’'-]+(?:\s+(?:(?:of|and|&)\s+)?[A-Z][\w’'-]+){0,4}")
_PAPERS = re.compile(
    r"\b(?:stud(?:y|ies)|(?:working|research|discussion|white|green|policy)\s+paper|journal|\((?:19|20)\d\d\)|et\s+al)\b"
)
_LOOK_BACK = 1500


def stands_for_outlet(source: str) -> bool:
    """Whether a source is "the magazine" and the like, with no name."""
    return _STANDS_FOR_OUTLET.fullmatch(source.lower()) is not None


def stands_for_text(source: str) -> bool:
    """Whether a source is "the same page" and the like, with no name."""
    return _STANDS_FOR_TEXT.fullmatch(source.lower()) is not None


def are_authors(source: str) -> bool:
    """Whether a source is "the authors" of whatever paper the text speaks of."""
    return _AUTHORS.fullmatch(source.lower()) is not None


def outlet_before(text: str, at: int) -> Judgement | None:
    """The last outlet that a text names before an offset; null where a paper of scholars comes later."""
    first = max(0, at - _LOOK_BACK)
    titled = [(match.start(1), match.group(1)) for match in _TITLED_OUTLET.finditer(text, first, at)]
    known = [
        (match.start(), name)
        for match in _CAPITALS.finditer(text, first, at)
        if (name := known_outlet(match.group())) is not None
    ]
    if not titled and not known:
        return None
    place, name = max([*titled, *known])
    if _PAPERS.search(text, place + len(name), at):
        return None
    return Judgement("outlet", "secondary", name, "the outlet named before")


@lru_cache(maxsize=512)
def is_outlet_here(text: str, name: str) -> bool:
    """Whether the text calls this name a magazine, a site or the like ("the magazine Quill & State")."""
    one = re.escape(name)
    reports = (
        rf"\b(?:first|originally|previously)\s+(?:reported|published|revealed)\s+(?:by|in)\s+(?:the\s+)?{one}"
    )
    worker = r"(?:reporter|correspondent|columnist|journalist|editor)s?"
    works = rf"\b{worker}\s+(?:for|of|at|with)\s+(?:the\s+)?{one}|{one}\s+{worker}\b"
    asked = rf"\b[Ii]n\s+an\s+interview\s+with\s+(?:the\s+)?{one}|\btold\s+{one}\s+(?:in|on|that|last|this)\b"
    called = re.compile(rf"\b(?:{_OUTLET_NOUN})\s+{one}|{reports}|{works}|{asked}")
    return any(
        called.search(text, max(0, at - _CLOSE), at + len(name) + _CLOSE) for at in _places(text, name)
    )


def first_reported_by(text: str, name: str) -> bool:
    """Whether a story is said to have been broken by this name, which has a figure in it: a channel, no person."""
    return any(sign.isdigit() for sign in name) and is_outlet_here(text, name)


_CLOSE = 60
"""Characters beside a name in which what it is called, or its first name, stands."""


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands: found by plain search, so that a long text with many sources costs little."""
    at = text.find(name)
    while at >= 0 and name:
        yield at
        at = text.find(name, at + 1)


@lru_cache(maxsize=512)
def introduced(text: str, name: str) -> Judgement | None:
    """The person of this name with the role the text gives: before it, beside it, or in the next sentence."""
    at = text.find(name)
    if at < 0 or " " not in name:
        return None
    for role in _roles(text, at, at + len(name)):
        if _says_something(role):
            verdict = judge(f"{name}, {role}")
            if (
                verdict.kind == "person"
                and verdict.external is not None
                and "nothing says" not in verdict.reason
            ):
                return verdict
    return None


def _roles(text: str, start: int, end: int) -> list[str]:
    apposed = _APPOSED.match(text, end, min(len(text), end + _AFTER))
    following = _ROLE_NEXT.search(text, end, min(len(text), end + _NEXT))
    return [
        *([apposed.group(1)] if apposed else []),
        *_role_before(text, start),
        *([following.group(1)] if following else []),
    ]


def _role_before(text: str, start: int) -> list[str]:
    """As in "the study's author, the economist Ana Example": the role ends right before the name."""
    left = _CLAUSE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    words = left.strip(" ,").split()[-_ROLE_WORDS:]
    return [" ".join(words)] if words and _says_something(words[-1]) else []


_ROLE_WORDS = 6


def _says_something(role: str) -> bool:
    words = set(re.findall(r"[\w-]+", role.lower()))
    return not words.isdisjoint(nouns("first_hand") | nouns("commentator"))


def full_name(text: str, name: str, before: int) -> str:
    """A surname as it was first given in full ("Quill" → "Rhoda Quill"); else the name itself."""
    if " " in name.strip():
        return name
    first = max(0, before - _FAR_BACK)
    whole = _in_full(text, name)
    near = bisect_left(whole, first, key=lambda found: found.start)
    if near < len(whole) and whole[near].start + len(whole[near].name) <= before:
        return whole[near].name
    return name


_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Uncle|Aunt|Captain|Judge|Father|Sister|Brother|Madame|Monsieur|Herr|Frau)"
_OF_PEOPLE = (
    r"(?:smiled|nodded|shrugged|laughed|sighed|whispered|frowned|grinned|paused|blushed|wept|cried|muttered|murmured|recalled|recalls|"
    r"remembers|remembered|chuckled|winced|blinked|shivered|gasped|groaned|snapped|shouted|yelled|hesitated|swallowed|turned\s+(?:to|away)|"
    r"looked|stared|stood|sat|leaned|shook\s+(?:his|her))"
)
_KIN = (
    r"(?:wife|husband|mother|father|son|daughter|brother|sister|lawyer|face|voice|eyes|hands?|widow|partner)"
)


def is_person_here(text: str, name: str) -> bool:
    """Whether the text treats a lone name as somebody: a title, a gesture, kin, or "she" in the same sentence."""
    one = re.escape(name)
    if re.search(
        rf"\b{_TITLE}\.?\s+{one}\b|\b{one}\s+(?:\w+ly\s+)?{_OF_PEOPLE}\b|\b{one}['’]s\s+{_KIN}\b", text
    ):
        return True
    person = re.search(rf"\b{one}\b[^.!?\n]{{0,90}}\b(?:he|she|his|her|him|himself|herself)\b", text)
    thing = re.search(rf"\b{one}\b[^.!?\n]{{0,60}}\b(?:it|its|itself|they|their)\b", text)
    return person is not None and thing is None


@dataclass(frozen=True, slots=True)
class _InFull:
    """A name with a first name before it, and where that begins."""

    start: int
    name: str


@lru_cache(maxsize=512)
def _in_full(text: str, name: str) -> tuple[_InFull, ...]:
    """Every place where a first name stands before this one."""
    found: list[_InFull] = []
    for at in _places(text, name):
        end = at + len(name)
        ahead = _FIRST_NAME.search(text, max(0, at - _CLOSE), at)
        if ahead is None or (end < len(text) and _WORDY.match(text, end)):
            continue
        if ahead.group().split()[0].lower() not in OPENERS:
            found.append(_InFull(ahead.start(), text[ahead.start() : end]))
    return tuple(found)


_FIRST_NAME = re.compile(r"\b[A-Z][\w’'-]{1,30}(?:\s+[A-Z]\.)?\s+\Z")
_WORDY = re.compile(r"\w")
_FAR_BACK = 40_000
"""Characters; a surname is given in full within the same article."""
OPENERS = frozenset({
    "here", "in", "the", "that", "this", "what", "then", "our", "my", "it", "and", "but", "so", "as", "if", "now",
    "start", "read", "first", "for", "from", "with", "these", "those", "they", "some", "one", "cue", "a", "an",
})  # fmt: skip
"""Words that open a sentence with a capital and name nobody."""
