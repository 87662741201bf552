"""People as sources: by name with a role, by office, by what they are to who writes.

A role beside the name decides between first hand and comment.
"""

from __future__ import annotations

import re

from corpus_tool.extract.attribution.heads import (
    DEFINITE,
    HEAD_ENDS,
    INDEFINITE,
    WORD,
    bare,
    capitals,
    ends_with,
    last_noun,
)
from corpus_tool.extract.attribution.judgement import VAGUE, Judgement, body
from corpus_tool.extract.attribution.words import nouns
from corpus_tool.text import fold_space

_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Mx|Sen|Gov|Rep|President|Judge|Justice|Mayor|Minister|Secretary)\.?\s"
)
_FIRST_HAND = re.compile(
    r"\bwho\s+(?:has\s+|had\s+|once\s+|now\s+|also\s+)?(?:runs?|ran|led|leads?|chair(?:s|ed)|head(?:s|ed)|founded|owns?|owned|keeps?|kept|manage[sd]|"
    r"wrote|co-?wrote|co-?authored|designed|built|works?|worked|lives?|lived|teaches|taught|serve[sd]|took\s+part|was\s+there|saw|has\s+the|holds?|oversees|oversaw|drafted)\b"
)
"""A relative clause that puts somebody within what they speak about."""
_AUTHORED = re.compile(
    r"\b(?:(?:co-)?authors?\s+of\s+(?:the|a|an|this|its|their)\b|(?:paper|study|report|survey|book|analysis|article)['’]s\s+(?:lead\s+|first\s+|main\s+)?(?:co-)?authors?\b|lead\s+author\b)"
)
"""Authors speak of their own paper at first hand."""


def acquaintance(head: str) -> Judgement | None:
    """My boss, our neighbour Olga: somebody else, whom only a name or an office lets one ask."""
    owned, _, rest = head.partition(" ")
    if owned.lower() not in ("my", "our") or not rest:
        return None
    if capitals(rest) and _has_role(rest, "acquaintance"):
        return Judgement(
            "person", "secondary", bare(rest), "named, but nothing says that they know it first hand"
        )
    return VAGUE if ends_with(head, "acquaintance") or _crowd(last_noun(head)) else None


def _crowd(noun: str) -> bool:
    """Whether a plural noun is of people ("our opponents"), and not of papers or pages ("our figures")."""
    people = noun in nouns("commentator") or noun in nouns("first_hand") or noun in nouns("vague")
    things = noun in nouns("document") or noun in nouns("outlet_common") or noun in _NO_PEOPLE
    return people and not things and noun.endswith("s")


_NO_PEOPLE = frozenset(
    {"accounts", "guides", "words", "tests", "stories", "ones", "others", "heads", "chairs"}
)


def is_person(head: str) -> bool:
    """Whether a head is two to five names and no body."""
    found = capitals(head)
    return 1 < len(found) <= 5 and not ends_with(head, "organisation")


LONE = "a lone name, which is a body's more often than not"


def person(phrase: str, head: str) -> Judgement | None:
    """Names; a role beside the name decides between first hand and comment."""
    found = capitals(phrase)
    if not found:
        return _unnamed(head)
    if phrase[:1].isupper() and len(found) == 1 and ends_with(head, "acquaintance") and " " not in head:
        return VAGUE  # "Mate at the airport swears": the capital is the sentence's
    if bare(head).lower() in nouns("first_hand"):
        return Judgement("person", "primary", bare(head), "a person who can be found by the office named")
    if _lone_name(phrase, head, found):
        return Judgement("organisation", "primary", bare(head), LONE)
    if _THE_NAME.fullmatch(head):
        return Judgement("organisation", "secondary", bare(head), "named, but not plain what it is")
    return _by_role(phrase, head)


_SOME_BODY = re.compile(r",\s+(?:an?|the)\s+([^,.;]{3,80})")


def _apposed_body(phrase: str, head: str) -> Judgement | None:
    """As in "Example Lowland, a charity": the apposition tells that the name is no person's."""
    apposed = _SOME_BODY.search(phrase)
    if (
        apposed is None
        or _has_role(apposed.group(1), "first_hand")
        or _has_role(apposed.group(1), "commentator")
    ):
        return None
    kind = fold_space(HEAD_ENDS.split(apposed.group(1), maxsplit=1)[0])
    if ends_with(kind, "outlet_common") or last_noun(kind) in _OUTLETS:
        return Judgement("outlet", "secondary", bare(head), "an outlet, as the text says itself")
    return body(bare(head)) if ends_with(kind, "organisation") else None


_OUTLETS = frozenset({"weekly", "daily", "journal", "paper", "newsletter", "site"})


def _by_role(phrase: str, head: str) -> Judgement:
    apposed = _apposed_body(phrase, head)
    if apposed is not None:
        return apposed
    authored = _AUTHORED.search(phrase) is not None
    inside = authored or _has_role(phrase, "first_hand") or _FIRST_HAND.search(phrase) is not None
    outside = _has_role(phrase, "commentator") and not authored
    name = _person_name(phrase, head, _role(phrase))
    if outside:
        return Judgement("person", "secondary", name, "a person who comments from outside, by the role given")
    if inside:
        return Judgement("person", "primary", name, "a person who knows it from within, by the role given")
    thing = re.match(r"(?:the|a|an)\s", phrase, re.IGNORECASE) is not None and not is_person(head)
    if thing:
        return body(bare(head))
    return Judgement("person", "secondary", name, "named, but nothing says that they know it first hand")


_THE_NAME = re.compile(r"[Tt]he(?:\s+(?:[A-Z][\w’'&.-]*|of|and|&)){2,6}")
"""People have no article: "the Green Corner" is a body or a page."""


def _lone_name(phrase: str, head: str, found: list[str]) -> bool:
    """One capitalised word, or something somebody owns: people are introduced with two names or a title."""
    words = bare(head).split(" ")
    if len(found) == 1 and len(words) == 1 and "," not in phrase and not _TITLED.match(phrase):
        return True
    owned = re.search(r"['’]s\s", head) is not None
    return owned and not any(_has_role(phrase, kind) for kind in ("first_hand", "commentator"))


def _unnamed(head: str) -> Judgement | None:
    """By the office: "the mayor"; headlines leave the article out ("says minister")."""
    first = head.split(" ", maxsplit=1)[0].lower()
    one = head.islower() and first not in INDEFINITE and not last_noun(head).endswith("s")
    if (first in DEFINITE or (one and first not in ("a", "an"))) and ends_with(head, "first_hand"):
        return Judgement("person", "primary", bare(head), "a person who can be found by the office named")
    return None


def _has_role(phrase: str, kind: str) -> bool:
    lowered = [word.lower() for word in WORD.findall(phrase)]
    known = nouns(kind)
    pairs = {" ".join(lowered[at : at + 2]) for at in range(len(lowered) - 1)}
    return any(word in known or word.rstrip(".") in known for word in lowered) or bool(pairs & known)


def _role(phrase: str) -> str | None:
    """The apposition that gives a role: after the name, or before it."""
    parts = [part.strip() for part in phrase.split(",") if part.strip()]
    roles = [part for part in parts if _has_role(part, "first_hand") or _has_role(part, "commentator")]
    named = [part for part in parts if part not in roles]
    if not roles or not named:
        return None
    return re.sub(r"^(?:the|a|an|its|their)\s+", "", roles[0])[:80]


def _person_name(phrase: str, head: str, role: str | None) -> str:
    parts = [part.strip() for part in phrase.split(",") if part.strip()]
    if role is None:
        return bare(head if capitals(head) else phrase)
    names = [part for part in parts if not part.endswith(role)]
    name = bare(names[0])
    return f"{name} ({role})"
