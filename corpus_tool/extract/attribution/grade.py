"""Kind and grade of a source phrase: who it is, and how far a reader could check it.

The grades are those of the design. What decides, in this order:

========================  ============  ============  ==================================================
phrase                    kind          grade         why
========================  ============  ============  ==================================================
I, we, our                self          uncheckable   the writer vouches for it alone
no phrase, "it is said"   vague         uncheckable   nobody is named who could be asked
reports, experts, one     vague         uncheckable   a class of people or papers, none of them named
newspaper, site, article  outlet        secondary     it retells what others know
law, report, data set     document      primary       one can get hold of it and read
company, office, body     organisation  primary       it speaks of its own deeds, on the record
name with a role within   person        primary       who knows first hand
name with a role outside  person        secondary     a commentator, a retelling
bare name                 person        secondary     can be asked, but not known to know first hand
========================  ============  ============  ==================================================

A false "sourced" would hide a flag and a false "unsourced" would accuse a writer; in
doubt a *named* source counts as secondary, which is checkable but claims no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.extract.attribution.words import nouns, outlets
from corpus_tool.models import AttributionKind, Grade
from corpus_tool.text import fold_space

_WORD = re.compile(r"[^\W\d_]+(?:[.&'’-][^\W\d_]+)*\.?|\d[\d.,]*")
_TITLE = re.compile(r"[“\"‘]([^“”\"]{3,200})[”\"’]")
_SPEAKS_FOR = re.compile(
    r"(?:an?\s)?(?:spokes(?:man|woman|person|people)|officials?|representatives?)\s(?:for|of|at|from)\s(?:the|its|their)\b"
)
_FROM_BODY = re.compile(r"\b(?:from|by|of)\s(?:the|its|their)\s")
_ENTITLED = re.compile(r"(?:['’]s?|\bentitled|\btitled|\bcalled|\bnamed)\s*$")
_SELF = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
_POSSESSIVE = frozenset({"their", "its", "his", "her"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"}) | _POSSESSIVE
_INDEFINITE = frozenset({
    "a", "an", "some", "many", "most", "several", "few", "various", "numerous", "certain", "other", "one",
    "two", "three", "countless", "plenty", "lots", "more", "any", "all", "every", "both", "dozens", "hundreds",
    "multiple", "anonymous", "unnamed", "another",
})  # fmt: skip
_SMALL = frozenset(
    {"of", "for", "and", "at", "in", "de", "la", "von", "van", "der", "the", "&", "on", "to", "'s", "’s"}
)
_HEAD_ENDS = re.compile(
    r"\s(?:of|from|for|at|by|in|on|with|about|who|which|that|entitled|titled|called|released|published|issued|near|close|familiar|"
    r"including|based|designed|made|owned|run|launched|written|released|filed|obtained|seen|cited)\b(?!-)|(?:,(?!\d)|[(;:“\"—–])"
)
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
_COMPANY_OF = re.compile(
    r"^(?:our|my|the)\s+(?:\w+\s+)?(?:friends|colleagues|neighbou?rs|partners|folks|people)\s+(?:at|from|over\s+at|of)\s+(.+)",
    re.IGNORECASE,
)
_STANDARD = re.compile(r"^(?:the\s+)?[A-Z]{2,6}[\s-]?\d{2,}[\w:.-]*$")
"""The number of a standard, a form or a bill ("MS 4410:2021")."""
_APPOSED = re.compile(
    r"^(?:the|a|an)\s+(?:\w+\s+)?(?P<noun>magazine|newspaper|paper|journal|weekly|daily|blog|website|site|broadcaster|newsletter|news\s+agency|agency|podcast)\s+(?P<name>[A-Z“\"].+)"
)
_ABSTRACT = frozenset(
    {"evidence", "rumour", "rumours", "rumor", "rumors", "word", "conventional wisdom", "gossip"}
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a source phrase is taken to be, and why."""

    kind: AttributionKind
    grade: Grade
    external: str | None
    reason: str


_READABLE = "the document itself, which one can get hold of and read"
_NOBODY = Judgement("vague", "uncheckable", None, "nobody is named who could be asked")
_SELF_SAID = Judgement("self", "uncheckable", None, "the writer vouches for it alone")
_LOST = Judgement("lost", "uncheckable", None, "points at something that this file no longer holds")
_VAGUE = Judgement("vague", "uncheckable", None, "a class of people or papers, none of them named")
NO_SENSE = "not a phrase that names a source"
_UNCLEAR = Judgement("vague", "uncheckable", None, NO_SENSE)


def lost() -> Judgement:
    """The judgement on a pointer whose target the file lost."""
    return _LOST


@lru_cache(maxsize=8192)
def judge(source: str | None) -> Judgement:
    """Kind, grade and look-up name of a source as a text words it.

    Args:
        source: The source phrase ("Ana Example, the mill's engineer"), or None where the
            sentence names nobody.
    """
    if not source or not (phrase := fold_space(source)):
        return _NOBODY
    words = [word.lower() for word in _WORD.findall(phrase)]
    if not words:
        return _NOBODY
    company = _COMPANY_OF.match(phrase)
    if company is not None:
        return judge(company.group(1))
    if words[0] in _SELF:
        return _SELF_SAID
    head = fold_space(_HEAD_ENDS.split(phrase, maxsplit=1)[0])
    for test in _TESTS:
        verdict = test(phrase, head)
        if verdict is not None:
            return verdict
    return _UNCLEAR


def _bare(phrase: str) -> str:
    """The phrase without its leading article, possessive pronoun or quantity."""
    words = phrase.split(" ")
    while len(words) > 1 and words[0].lower() in _DEFINITE | {"a", "an"}:
        words = words[1:]
    return re.sub(r"['’]s?$", "", " ".join(words)).strip(' ,;:“”"')


def _last_noun(head: str) -> str:
    found = _WORD.findall(head)
    return re.sub(r"['’]s$", "", found[-1].lower().rstrip(".")) if found else ""


_NUMBERS = frozenset({"no.", "no", "nr.", "nr", "number"})


def _ends_with(head: str, kind: str) -> bool:
    """Whether the head noun, of one to three words, is in a list; a number behind it is part of its name."""
    words = [word.lower() for word in _WORD.findall(re.sub(r"['’]s?$", "", head))]
    while len(words) > 1 and (words[-1][:1].isdigit() or len(words[-1]) == 1 or words[-1] in _NUMBERS):
        words = words[:-1]
    return any(" ".join(words[-size:]).rstrip(".") in nouns(kind) for size in (1, 2, 3) if len(words) >= size)


def capitals(phrase: str) -> list[str]:
    """The capitalised words of a phrase that are not its first article or pronoun."""
    words = _WORD.findall(phrase)
    opener = words[0].lower() if words else ""
    common = opener in _DEFINITE | _INDEFINITE or any(
        opener in nouns(kind) for kind in ("vague", "commentator", "document")
    )
    first = 1 if common or opener in ("a", "an", "as") else 0
    return [word for word in words[first:] if word[0].isupper() and word.lower() not in _SMALL]


def _outlet(phrase: str, head: str) -> Judgement | None:
    apposed = _APPOSED.match(phrase)
    if apposed is not None:
        name = apposed["name"].split(",")[0].strip('“”" ')
        return Judgement("outlet", "secondary", name, "an outlet that is named")
    name = known_outlet(head) or known_outlet(phrase.split(",", maxsplit=1)[0])
    if name is not None:
        reason = "an outlet retells what others know"
        return Judgement("outlet", "secondary", name, reason)
    return None


def known_outlet(phrase: str) -> str | None:
    """The outlet that a phrase names, or null: the known list, "X Times", "x.com"."""
    bare = re.sub(r"['’]s?$", "", _bare(phrase))
    must_capital = outlets().get(bare.lower())
    if must_capital is not None and (not must_capital or bare[:1].isupper()):
        return bare
    words = bare.split(" ")
    if (
        len(words) == 1
        and phrase[:4].lower() == "the "
        and bare[:1].isupper()
        and bare.lower() in nouns("outlet")
    ):
        return bare
    if re.fullmatch(r"[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.(?:com|org|net|info|news|co\.uk|de|eu|io|tv)", bare):
        return bare
    if bare[:1].isupper() and any(
        " ".join(words[:size]).lower() in outlets() for size in (2, 3) if size < len(words) <= size + 2
    ):
        return bare
    named = 1 < len(words) <= 5 and all(word[:1].isupper() or word in _SMALL for word in words)
    if named and (words[-1].lower() in nouns("outlet") or words[0].lower() in ("daily", "radio")):
        return bare
    return None


def _vague(phrase: str, head: str) -> Judgement | None:
    """A bare plural, an indefinite, or an abstract noun, with no name anywhere in it."""
    if capitals(phrase) or _TITLE.search(phrase) or _owned_by_body(phrase, head):
        return None
    first = head.split(" ", maxsplit=1)[0].lower()
    noun = _last_noun(head)
    if first in _DEFINITE and noun not in _ABSTRACT and not _people(noun):
        return None
    if first in _INDEFINITE or noun in nouns("vague") or noun in _ABSTRACT or head.lower() in nouns("vague"):
        return _VAGUE
    return None


def _owned_by_body(phrase: str, head: str) -> bool:
    """A paper or a speaker of a definite body: "a plan from the port authority", "officials at the office"."""
    if _SPEAKS_FOR.match(phrase):
        return True
    return _ends_with(head, "document") and _FROM_BODY.search(phrase) is not None


def _people(noun: str) -> bool:
    return noun in nouns("commentator") or (noun in nouns("vague") and noun not in nouns("document"))


def _titled(phrase: str, head: str) -> Judgement | None:  # noqa: ARG001 - tests share one form
    """As in "the council's “Outline for …”": a title in quotation marks after its owner or "entitled"."""
    title = _TITLE.search(phrase)
    if title is None or _ENTITLED.search(phrase[: title.start()]) is None:
        return None
    return Judgement("document", "primary", title.group(1).strip(" ,."), _READABLE)


def _document(phrase: str, head: str) -> Judgement | None:
    if _STANDARD.match(phrase):
        return Judgement("document", "primary", _bare(head), _READABLE)
    title = _TITLE.search(phrase)
    if not _ends_with(head, "document"):
        return None
    name = title.group(1).strip(" ,.") if title else _bare(phrase)
    return Judgement("document", "primary", name, _READABLE)


def _retelling(phrase: str, head: str) -> Judgement | None:
    if not _ends_with(head, "outlet_common"):
        return None
    if not capitals(phrase):
        return None if phrase.split(" ", maxsplit=1)[0].lower() in _DEFINITE else _VAGUE
    return Judgement("outlet", "secondary", _bare(phrase), "a retelling in an outlet that is named")


def _organisation(phrase: str, head: str) -> Judgement | None:
    spoken_for = re.search(
        r"\b(?:spokes(?:man|woman|person|people)|officials?|representatives?)\s+(?:for|of|at|from)\s+(.+)",
        phrase,
    )
    if spoken_for and not _is_person(phrase.split(" for ", maxsplit=1)[0].split(",", maxsplit=1)[0]):
        return _body(_bare(spoken_for.group(1).split(",")[0]))
    if (
        _ends_with(head, "organisation")
        or _ends_with(head, "company_word")
        or re.fullmatch(r"[A-Z]{2,6}|[A-Z]\.(?:[A-Z]\.){1,4}", _bare(head))
    ):
        return _body(_bare(_with_field(phrase, head) if len(head) > 3 else phrase))
    return None


def _with_field(phrase: str, head: str) -> str:
    """The head with what it is the body of: of "Ministry of Works" or "Office for Example Statistics" no part can be left out."""
    if not head[:1].isupper() and not capitals(head):
        return head
    at = phrase.find(head)
    found = _FIELD.match(phrase, at + len(head)) if at >= 0 else None
    return head if found is None else head + found.group().rstrip()


_FIELD = re.compile(
    r"\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'&.-]*(?:\s+(?:(?:of|and|&|for)\s+(?:the\s+)?)?[A-Z][\w’'&.-]*){0,5}"
)


def _body(name: str) -> Judgement:
    return Judgement(
        "organisation", "primary", name, "a body speaking on the record of what it knows or does"
    )


def _is_person(head: str) -> bool:
    found = capitals(head)
    return 1 < len(found) <= 5 and not _ends_with(head, "organisation")


def _person(phrase: str, head: str) -> Judgement | None:
    """Names; a role beside the name decides between first hand and comment."""
    found = capitals(phrase)
    if not found:
        return _unnamed(head)
    if _lone_name(phrase, head, found):
        return _body(_bare(head))
    if _THE_NAME.fullmatch(head):
        return Judgement("organisation", "secondary", _bare(head), "named, but not plain what it is")
    return _by_role(phrase, head)


def _by_role(phrase: str, head: str) -> Judgement:
    authored = _AUTHORED.search(phrase) is not None
    inside = authored or _has_role(phrase, "first_hand") or _FIRST_HAND.search(phrase) is not None
    outside = _has_role(phrase, "commentator") and not authored
    name = _person_name(phrase, head, _role(phrase))
    if outside:
        return Judgement("person", "secondary", name, "a person who comments from outside, by the role given")
    if inside:
        return Judgement("person", "primary", name, "a person who knows it from within, by the role given")
    thing = re.match(r"(?:the|a|an)\s", phrase, re.IGNORECASE) is not None and not _is_person(head)
    if thing:
        return _body(_bare(head))
    return Judgement("person", "secondary", name, "named, but nothing says that they know it first hand")


_THE_NAME = re.compile(r"[Tt]he(?:\s+(?:[A-Z][\w’'&.-]*|of|and|&)){2,6}")
"""People have no article: "the Green Corner" is a body or a page."""


def _lone_name(phrase: str, head: str, found: list[str]) -> bool:
    """One capitalised word, or something somebody owns: people are introduced with two names or a title."""
    bare = _bare(head).split(" ")
    if len(found) == 1 and len(bare) == 1 and "," not in phrase and not _TITLED.match(phrase):
        return True
    owned = re.search(r"['’]s\s", head) is not None
    return owned and not any(_has_role(phrase, kind) for kind in ("first_hand", "commentator"))


def _unnamed(head: str) -> Judgement | None:
    first = head.split(" ", maxsplit=1)[0].lower()
    if first in _DEFINITE and _ends_with(head, "first_hand"):
        return Judgement("person", "primary", _bare(head), "a person who can be found by the office named")
    return None


def _has_role(phrase: str, kind: str) -> bool:
    lowered = [word.lower() for word in _WORD.findall(phrase)]
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
        return _bare(head if capitals(head) else phrase)
    names = [part for part in parts if not part.endswith(role)]
    name = _bare(names[0])
    return f"{name} ({role})"


_TESTS = (_titled, _vague, _outlet, _retelling, _document, _organisation, _person)
"""Asked in this order; the first that answers decides."""
