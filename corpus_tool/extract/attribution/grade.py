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
paper by author and year  document      primary       it can be looked up
handle of a platform      person        secondary     can be asked there
name with a role within   person        primary       who knows first hand
name with a role outside  person        secondary     a commentator, a retelling
bare name                 person        secondary     can be asked, but not known to know first hand
========================  ============  ============  ==================================================

A false "sourced" would hide a flag and a false "unsourced" would accuse a writer; in
doubt a *named* source counts as secondary, which is checkable but claims no more.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus_tool.extract.attribution.heads import (
    DEFINITE,
    HEAD_ENDS,
    INDEFINITE,
    SMALL,
    WORD,
    bare,
    capitals,
    ends_with,
    last_noun,
)
from corpus_tool.extract.attribution.judgement import VAGUE, Judgement, body
from corpus_tool.extract.attribution.people import acquaintance, is_person, person
from corpus_tool.extract.attribution.shapes import is_citation, is_handle
from corpus_tool.extract.attribution.words import nouns, outlets
from corpus_tool.text import fold_space

_TITLE = re.compile(r"[“\"‘]([^“”\"]{3,200})[”\"’]")
_SPEAKS_FOR = re.compile(
    r"(?:an?\s)?(?:spokes(?:man|woman|person|people)|officials?|representatives?)\s(?:for|of|at|from)\s(?:the|its|their)\b"
)
_FROM_BODY = re.compile(r"\b(?:from|by|of)\s(?:the|its|their)\s")
_ENTITLED = re.compile(r"(?:['’]s?|\bentitled|\btitled|\bcalled|\bnamed)\s*$")
_SELF = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
_COMPANY_OF = re.compile(
    r"^(?:our|my|the)\s+(?:\w+\s+)?(?:friends|colleagues|neighbou?rs|partners|folks|people)\s+(?:at|from|over\s+at|of)\s+(.+)",
    re.IGNORECASE,
)
_STANDARD = re.compile(r"^(?:the\s+)?[A-Z]{2,6}[\s-]?\d{2,}[\w:.-]*$")
"""The number of a standard, a form or a bill ("MS 4410:2021")."""
_APPOSED = re.compile(
    r"^(?:(?:the|a|an)\s+)?(?:[\w-]+\s+){0,2}(?P<noun>magazine|newspaper|paper|journal|weekly|daily|blog|website|site|broadcaster|newsletter|news\s+agency|agency|podcast)\s+(?P<name>[A-Z“\"].+)"
)
_RETOLD_IN = re.compile(
    r"^(?:an?|the|its|their|this|one)\s+(?:[a-z-]+\s+){0,2}(?:reports?|articles?|story|interview|piece|column|editorial|investigation)\s+"
    r"(?:published\s+)?(?:in|on|by|from|for|with)\s+(?P<name>(?:[Tt]he\s+)?[A-Z].*)$"
)
"""As in "a report in the Northern Star": the outlet retells, whatever its piece is called."""
_ABSTRACT = frozenset(
    {"evidence", "rumour", "rumours", "rumor", "rumors", "word", "conventional wisdom", "gossip"}
)


_AGE = re.compile(r"(?<=[A-Za-z.]),\s\d{1,3}(?=,|$)")
"""Of "Ana Example, 41, a clerk"."""
_READABLE = "the document itself, which one can get hold of and read"
_NOBODY = Judgement("vague", "uncheckable", None, "nobody is named who could be asked")
_SELF_SAID = Judgement("self", "uncheckable", None, "the writer vouches for it alone")
_LOST = Judgement("lost", "uncheckable", None, "points at something that this file no longer holds")
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
    if not source or not (phrase := _AGE.sub("", fold_space(source))):
        return _NOBODY
    words = [word.lower() for word in WORD.findall(phrase)]
    if not words:
        return _NOBODY
    company = _COMPANY_OF.match(phrase)
    if company is not None:
        return judge(company.group(1))
    head = fold_space(HEAD_ENDS.split(phrase, maxsplit=1)[0])
    if words[0] in _SELF:
        return _known(phrase, head) or _SELF_SAID
    for test in _TESTS:
        verdict = test(phrase, head)
        if verdict is not None:
            return verdict
    return _UNCLEAR


def _known(phrase: str, head: str) -> Judgement | None:
    """My boss, our mayor: somebody else than who writes, or null."""
    if phrase[:4].lower() == "our " and ends_with(head, "first_hand"):
        return judge("the" + phrase[3:])
    return acquaintance(head)


def _cited(phrase: str, head: str) -> Judgement | None:  # noqa: ARG001 - tests share one form
    """As in "Berg and Maar (2014)" or "Okafor et al.": a paper, by those who wrote it."""
    if not is_citation(phrase):
        return None
    return Judgement("document", "primary", phrase, "a paper cited by its authors and year")


def _handle(phrase: str, head: str) -> Judgement | None:
    """The name that somebody goes by on a platform."""
    if phrase != head or not is_handle(head):
        return None
    return Judgement("person", "secondary", head, "somebody who can be found by the name they post under")


def _outlet(phrase: str, head: str) -> Judgement | None:
    apposed = _APPOSED.match(phrase)
    if apposed is not None:
        name = apposed["name"].split(",")[0].strip('“”" ')
        return Judgement("outlet", "secondary", name, "an outlet that is named")
    retold = _RETOLD_IN.search(phrase)
    name = known_outlet(head) or known_outlet(phrase.split(",", maxsplit=1)[0])
    name = name or (known_outlet(retold["name"]) if retold is not None else None)
    if name is not None:
        reason = "an outlet retells what others know"
        return Judgement("outlet", "secondary", name, reason)
    return None


def known_outlet(phrase: str) -> str | None:
    """The outlet that a phrase names, or null: the known list, "X Times", "x.com"."""
    name = re.sub(r"['’]s?$", "", bare(phrase))
    must_capital = outlets().get(name.lower())
    if must_capital is not None and (not must_capital or name[:1].isupper()):
        return name
    words = name.split(" ")
    if (
        len(words) == 1
        and phrase[:4].lower() == "the "
        and name[:1].isupper()
        and name.lower() in nouns("outlet")
    ):
        return name
    if re.fullmatch(r"[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.(?:com|org|net|info|news|co\.uk|de|eu|io|tv)", name):
        return name
    if name[:1].isupper() and any(
        " ".join(words[:size]).lower() in outlets() for size in (2, 3) if size < len(words) <= size + 2
    ):
        return name
    named = 1 < len(words) <= 5 and all(word[:1].isupper() or word in SMALL for word in words)
    if named and (words[-1].lower() in nouns("outlet") or words[0].lower() in ("daily", "radio")):
        return name
    return None


_BOOKS = re.compile(
    r"(?:the|The|its|their)\s+(?:(?:[\w-]+\s+){0,3}(?P<owner>[\w-]+)['’]s?\s+(?:[a-z]+\s+)?(?:accounts|books|figures)"
    r"|(?:accounts|books)\s+of\s+(?:the|its|their)\s+(?:[\w-]+\s+){0,3}(?P<of>[\w-]+))"
)
"""Of a body: "the trust's accounts"; what a witness gives is an account of another kind."""


def _books(phrase: str, head: str) -> Judgement | None:  # noqa: ARG001 - tests share one form
    match = _BOOKS.fullmatch(phrase)
    owner = (match["owner"] or match["of"]) if match is not None else None
    if owner is None or owner.lower() not in nouns("organisation"):
        return None
    return Judgement("document", "primary", bare(phrase), _READABLE)


def _vague(phrase: str, head: str) -> Judgement | None:
    """A bare plural, an indefinite, or an abstract noun, with no name anywhere in it."""
    if capitals(phrase) or _TITLE.search(phrase) or _owned_by_body(phrase, head):
        return None
    first = head.split(" ", maxsplit=1)[0].lower()
    noun = last_noun(head)
    if first == "census":
        return None
    if first in DEFINITE and noun not in _ABSTRACT and not _people(noun):
        return None
    if first in INDEFINITE or noun in nouns("vague") or noun in _ABSTRACT or head.lower() in nouns("vague"):
        return VAGUE
    return None


def _owned_by_body(phrase: str, head: str) -> bool:
    """A paper or a speaker of a definite body: "a plan from the port authority", "officials at the office"."""
    if _SPEAKS_FOR.match(phrase):
        return True
    return ends_with(head, "document") and _FROM_BODY.search(phrase) is not None


def _people(noun: str) -> bool:
    return noun in nouns("commentator") or (noun in nouns("vague") and noun not in nouns("document"))


def _titled(phrase: str, head: str) -> Judgement | None:  # noqa: ARG001 - tests share one form
    """As in "the council's “Outline for …”": a title in quotation marks after its owner or "entitled"."""
    title = _TITLE.search(phrase)
    if title is None or _ENTITLED.search(phrase[: title.start()]) is None:
        return None
    return Judgement("document", "primary", title.group(1).strip(" ,."), _READABLE)


_CODE = re.compile(r"[Tt]he(?:\s+(?:[A-Z][\w’'-]*|of|and)){1,5}\s+(?:Code|Rulebook|Statutes)")
"""A body of rules by its title; a code without one may be anything."""


def _document(phrase: str, head: str) -> Judgement | None:
    if _STANDARD.match(phrase):
        return Judgement("document", "primary", bare(head), _READABLE)
    title = _TITLE.search(phrase)
    if not (ends_with(head, "document") or _CODE.fullmatch(head)):
        return None
    name = title.group(1).strip(" ,.") if title else bare(_ASIDE.split(phrase, maxsplit=1)[0])
    return Judgement("document", "primary", name, _READABLE)


_ASIDE = re.compile(r",\s+(?:which|who|that|whose|published|released|dated|seen|obtained)\b")
"""What a text adds about a document is no part of its name."""


def _retelling(phrase: str, head: str) -> Judgement | None:
    if not ends_with(head, "outlet_common"):
        return None
    if not capitals(phrase):
        return None if phrase.split(" ", maxsplit=1)[0].lower() in DEFINITE else VAGUE
    return Judgement("outlet", "secondary", bare(phrase), "a retelling in an outlet that is named")


def _organisation(phrase: str, head: str) -> Judgement | None:
    spoken_for = re.search(
        r"\b(?:spokes(?:man|woman|person|people)|officials?|representatives?)\s+(?:for|of|at|from)\s+(.+)",
        phrase,
    )
    if spoken_for and not is_person(phrase.split(" for ", maxsplit=1)[0].split(",", maxsplit=1)[0]):
        return body(bare(spoken_for.group(1).split(",")[0]))
    if (
        ends_with(head, "organisation")
        or ends_with(head, "company_word")
        or re.fullmatch(r"[A-Z]{2,6}|[A-Z]\.(?:[A-Z]\.){1,4}", bare(head))
    ):
        return body(bare(_with_field(phrase, head) if len(head) > 3 else phrase))
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


_TESTS = (_cited, _handle, _titled, _books, _vague, _outlet, _retelling, _document, _organisation, person)
"""Asked in this order; the first that answers decides."""
