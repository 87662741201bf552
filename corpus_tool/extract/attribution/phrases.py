"""Noun phrases beside a cue, by closed-class words alone: no parse, no model.

Source of the method: the chunking by function words of Abney (1991), cut down to what
stands directly left or right of a reporting verb.
"""

from __future__ import annotations

import re

from corpus_tool.extract.attribution.page import MASK
from corpus_tool.extract.attribution.words import closed
from corpus_tool.models import Span

_BOUNDARY = re.compile(
    rf"[;:()\[\]–—{MASK}\n]|\s-\s|--|\b(?:that|because|although|though|while|whereas|when|if|since"
    rf"|as|but|so|what|how|why|where|unless|"
    r"until|before|after|than|yet|and then)\b|(?<=,)\s+(?:and|or)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"^(?:however|moreover|still|indeed|meanwhile|today|yesterday|recently|now|later|here|then"
    r"|also|thus|first|second|finally|"
    r"in (?:fact|short|addition|19\d\d|20\d\d)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|last \w+|this \w+ (?=[A-Z])|and|but|or|so|yet|instead|for example|for instance|"
    r"not surprisingly|sadly|only|even|just|\w+ly)\b,?\s+",
    re.IGNORECASE,
)
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must"
    r"|should|went|got|made|makes)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\s*(?:who|which|whose|whom)\b")
_RELATIVE = re.compile(
    r"^\s*(?:who|which|whose|whom|where|a|an|the|one of|himself|herself|[a-z]|now|then|[A-Z]|\d{1,3}\s*$)",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\b[A-Z][\w.’'-]+\s+[A-Z][\w.’'-]+\s*$")
"""Behind a name a number alone is an age ("Ana Example, 41, said")."""
_LONGEST = 200
_MAX_WORDS = 14


def subject_before(masked: str, low: int, end: int) -> Span | None:
    """The phrase that ends right before ``end`` and begins at or after ``low``; null if none is plain.

    Commas may set off an apposition or a relative clause ("Ana Example, who built it, said").
    """
    low = max(low, end - _LONGEST)
    breaks = [m.end() for m in _BOUNDARY.finditer(masked, low, end)]
    start = breaks[-1] if breaks else low
    chunk = masked[start:end]
    trimmed = chunk.rstrip()
    if trimmed.endswith(","):
        return _with_apposition(masked, start, start + len(trimmed) - 1)
    comma = chunk.rfind(", ")
    if comma >= 0:
        start += comma + 2
    return _phrase(masked, start, start + len(masked[start:end].rstrip()))


def _with_apposition(masked: str, start: int, end: int) -> Span | None:
    parts = masked[start:end].split(",")
    if len(parts) < 2 or not _RELATIVE.match(parts[-1]):
        return None
    if _VERBISH.search(parts[-1]) and not _WHO.match(parts[-1]):
        return None
    if parts[-1].strip().isdigit() and not _NAME_END.search(parts[-2]):
        return None
    for size in range(2, min(len(parts), 4) + 1):
        head_start = end - len(",".join(parts[-size:]))
        head_end = head_start + len(parts[-size].rstrip())
        head = _phrase(masked, head_start, head_end)
        if head is not None and masked[head.start : head.start + 1].isalpha():
            return Span(start=head.start, end=end + 1)
    return None


def _phrase(masked: str, start: int, end: int) -> Span | None:
    while start < end and not masked[start].isalnum():
        start += 1
    for _ in range(2):
        opener = _OPENERS.match(masked[start:end])
        if opener and opener.end() < end - start:
            start += opener.end()
    start = _pronoun(masked, _after_verb(masked, start, end), end)
    return Span(start=start, end=end) if _plausible(masked[start:end]) else None


def _after_verb(masked: str, start: int, end: int) -> int:
    """Skip a coordinated clause: "it was late and the mayor" → "the mayor"."""
    verbs = list(_VERBISH.finditer(masked, start, end))
    if not verbs:
        return start
    joint = re.search(r"\band\s+", masked[verbs[-1].end() : end])
    return verbs[-1].end() + joint.end() if joint else start


_PRONOUN = re.compile(r"(?:^|\s)(I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)$")
_RELATIVE_HEAD = re.compile(r"(?:which|who|whom|that|where)\s+")


def _pronoun(masked: str, start: int, end: int) -> int:
    """Of "a few years ago I" or "which the mayor" only what can be the subject."""
    pronoun = _PRONOUN.search(masked, start, end)
    if pronoun:
        return pronoun.start(1)
    relative = _RELATIVE_HEAD.match(masked, start, end)
    return relative.end() if relative else start


def _plausible(phrase: str) -> bool:
    words = phrase.split()
    if not words or len(words) > _MAX_WORDS:
        return False
    first, last = words[0], words[-1].lower()
    if last in closed("not_heads") or _VERBISH.search(
        phrase.split(" who ", maxsplit=1)[0].split(" which ", maxsplit=1)[0]
    ):
        return False
    return first[0].isupper() or first[0].isdigit() or first.lower() in closed("phrase_openers")


_INNER = frozenset({"of", "for", "the", "de", "van", "von", "at"})


def subject_after(masked: str, start: int, end: int) -> Span | None:
    """The phrase that begins right after ``start``, with an apposition set off by commas; null if none."""
    head = _head_after(masked, start, min(end, start + _LONGEST))
    if head is None or not _plausible(masked[head.start : head.end]):
        return None
    apposition = re.compile(
        r",\s+(?:(?:the|a|an|one of|who|its|their|his|her)\b|(?:[\w-]+\s){0,3}(?:of|for|at)\b"
        r"|[A-Z][\w’'-]+(?:’s|'s)?\s+[A-Z]|[a-z][\w-]+\s(?:and|director)"
        r"|[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,3}(?=[.,]))[^,.;:()\n" + MASK + r"]{0,120}(?=[.,;:]|$)"
    )
    more = apposition.match(masked, head.end, end)
    return Span(start=head.start, end=more.end()) if more else head


def _head_after(masked: str, start: int, end: int) -> Span | None:
    place = last = start
    first = -1
    for match in re.finditer(rf"[^\s,;:()\[\]{MASK}“”\"–—]+", masked[start:end]):
        word, begin = match.group(), start + match.start()
        if first >= 0 and masked[place:begin].strip() != "":
            break
        if first < 0 and masked[start:begin].strip() != "":
            return None
        bare = word.rstrip(".!?").lower()
        if first >= 0 and bare in closed("after_phrases") and bare not in _INNER:
            break
        first = begin if first < 0 else first
        place = last = start + match.end()
        if re.search(r"[a-z]{2}[.!?]$|\d[.!?]$", word) and word.lower() not in (
            "mr.",
            "mrs.",
            "ms.",
            "dr.",
            "sen.",
            "gov.",
            "rep.",
            "prof.",
        ):
            last -= 1
            break
    return Span(start=first, end=last) if first >= 0 else None
