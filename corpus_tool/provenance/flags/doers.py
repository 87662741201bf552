"""Who does what a statement tells: its agent, read from the order of words.

"Two firms, Acme and Borealis, run the meters" and "the meters are run by two firms": the noun
phrase before an active verb, or after a passive and "by". What stands before a passive ("the
company was fined") suffers the deed and is no doer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.models import Mention
from corpus_tool.provenance.lexicon import load, words_of
from corpus_tool.provenance.places import is_place

_TOKEN = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*|[,;:()—–]")
_MOST_TOKENS = 90
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """One party that acts.

    Attributes:
        text: The noun phrase as written.
        sort: Its class by head noun ("company", "police"), or empty for a bare name.
        number: "2" in "two firms", or empty.
        names: Words of the proper names in it.
    """

    text: str
    sort: str
    number: str
    names: frozenset[str]


@lru_cache(maxsize=65536)
def _doers_in(text: str) -> tuple[Doer, ...]:
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text[:2_000])][:_MOST_TOKENS]
    found = (_phrase(text, tokens, place) for place in _heads(tokens))
    return tuple(dict.fromkeys(d for d in found if d is not None))


def doers(mention: Mention) -> tuple[Doer, ...]:
    """The parties that act in a statement, without those it names as the source of its words."""
    source = mention.attribution.source
    said = source.text.casefold() if source is not None else ""
    return tuple(d for d in _doers_in(mention.text) if d.text.casefold() not in said)


_Tokens = list[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class _Head:
    """A noun phrase's last token, and where the phrase begins."""

    first: int
    last: int


def _heads(tokens: _Tokens) -> Iterator[_Head]:
    """Noun phrases that act, each by its head: a noun of a known class, or a name."""
    place = 0
    while place < len(tokens):
        word = tokens[place][0]
        if _sort(word) or (_is_name(tokens, place) and not _is_name(tokens, place + 1)):
            if place + 1 < len(tokens) and _sort(tokens[place + 1][0]):
                place += 1
                continue
            head = _Head(_first(tokens, place), place)
            if _after_by(tokens, head.first) or _acts(tokens, head):
                yield head
        place += 1


def _sort(word: str) -> str:
    return _classes().get(word.casefold(), "")


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return {
        word: name for name, members in load("actors").items() if name not in _NO_CLASS for word in members
    }


_NO_CLASS = frozenset({"group"})


def _is_name(tokens: _Tokens, place: int) -> bool:
    """A capital that does not merely open the statement, unless another follows it."""
    if not 0 <= place < len(tokens):
        return False
    word = tokens[place][0]
    if not word[0].isupper() or word.casefold() in words_of("grammar", "small_words"):
        return False
    opens = place == 0 and not (len(tokens) > 1 and tokens[1][0][0].isupper())
    return not opens or word.isupper()


def _first(tokens: _Tokens, head: int) -> int:
    """Where the noun phrase that ends in ``head`` begins: back to a small word, a verb or a mark."""
    first = head
    small = words_of("grammar", "small_words")
    while first > 0:
        word = tokens[first - 1][0]
        low = word.casefold()
        if low in {"the", "a", "an"}:
            return first - 1
        if (
            not word[0].isalnum()
            or low in small
            or low in words_of("grammar", "auxiliaries")
            or head - first > 4
        ):
            break
        first -= 1
    return first


def _after_by(tokens: _Tokens, first: int) -> bool:
    """Whether "by" and, shortly before it, a participle stand in front."""
    if first < 2 or tokens[first - 1][0].casefold() != "by":
        return False
    return any(_participle(tokens[p][0]) for p in range(max(0, first - 4), first - 1))


def _participle(word: str) -> bool:
    low = word.casefold()
    return low.endswith("ed") or low in words_of("grammar", "participles")


def _acts(tokens: _Tokens, head: _Head) -> bool:
    """Whether an active verb follows, past what belongs to the noun phrase."""
    if not _stands_free(tokens, head):
        return False
    place = _past_modifiers(tokens, head.last + 1)
    while place < len(tokens) and tokens[place][0].casefold() in words_of("grammar", "adverbs"):
        place += 1
    if place >= len(tokens):
        return False
    word = tokens[place][0]
    low = word.casefold()
    if not word[0].islower() or low in words_of("grammar", "small_words"):
        return False
    return not _passive(tokens, place) and not _compound(tokens, head, place)


def _stands_free(tokens: _Tokens, head: _Head) -> bool:
    """Whether the phrase is not itself the object of a preposition ("of the company")."""
    if head.first == 0:
        return True
    before = tokens[head.first - 1][0].casefold()
    return before not in words_of("grammar", "small_words") or before in words_of("grammar", "joining")


def _past_modifiers(tokens: _Tokens, place: int) -> int:
    """Past "of Yunbei", "in the north", and an apposition between two commas or brackets."""
    for _ in range(3):
        if place >= len(tokens):
            break
        word = tokens[place][0].casefold()
        if word in {"of", "in", "for", "at", "from"}:
            place = _past_noun(tokens, place + 1)
        elif word in {",", "(", "—", "–"}:
            marks = {",": ",", "(": ")", "—": "—", "–": "–"}[word]
            close = next(
                (p for p in range(place + 1, min(place + 14, len(tokens))) if tokens[p][0] == marks), None
            )
            if close is None:
                break
            place = close + 1
        elif word == "and" and place + 1 < len(tokens) and (tokens[place + 1][0][0].isupper()):
            place = _past_noun(tokens, place + 1)
        else:
            break
    return place


def _past_noun(tokens: _Tokens, place: int) -> int:
    """Past a determiner and the capitalised words, or past a determiner and one plain word."""
    if place < len(tokens) and tokens[place][0].casefold() in {"the", "a", "an", "its", "their", "this"}:
        place += 1
    start = place
    while place < len(tokens) and tokens[place][0][0].isupper():
        place += 1
    return place if place > start else place + 1


def _passive(tokens: _Tokens, place: int) -> bool:
    """Whether a form of "be" and a participle follow: what stands before them suffers the deed."""
    ahead = [t[0].casefold() for t in tokens[place : place + 5]]
    forms = {"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"}
    return any(a in forms and any(_participle(b) for b in ahead[n + 1 : n + 3]) for n, a in enumerate(ahead))


def _compound(tokens: _Tokens, head: _Head, place: int) -> bool:
    """Whether the head only qualifies a noun: "government offices have", "state pensions"."""
    if place != head.last + 1 or place >= len(tokens):
        return False
    word = tokens[place][0].casefold()
    if word in words_of("grammar", "auxiliaries"):
        return False
    plural = tokens[head.last][0].casefold().endswith("s")
    marked = head.first < head.last or plural or tokens[head.last][0][0].isupper()
    following = tokens[place + 1][0].casefold() if place + 1 < len(tokens) else ""
    return not marked or (word.endswith("s") and following in words_of("grammar", "auxiliaries"))


def _phrase(text: str, tokens: _Tokens, head: _Head) -> Doer | None:
    inside = tokens[head.first : head.last + 1]
    parts = [t[0] for t in inside]
    low = [p.casefold() for p in parts]
    sort = _sort(parts[-1])
    following = _names_behind(tokens, head.last + 1) if sort else ()
    names = frozenset(p.casefold() for p in (*parts, *following) if _naming(p)) - _ARTICLES
    if not sort and (not names or all(is_place(n) for n in names) or low[-1] in words_of("actors", "group")):
        return None
    number = next((_NUMBERS.get(p, p) for p in low if p in _NUMBERS or p[0].isdigit()), "")
    return Doer(
        text=text[inside[0][1] : tokens[_end(tokens, head.last)][2]], sort=sort, number=number, names=names
    )


_ARTICLES = frozenset({"the", "a", "an"})


def _end(tokens: _Tokens, head: int) -> int:
    """The last token of "the Ministry of Labour"; the head where no name hangs on it."""
    last = head
    if head + 2 < len(tokens) and tokens[head + 1][0] == "of" and tokens[head + 2][0][0].isupper():
        last = head + 2
        while last + 1 < len(tokens) and tokens[last + 1][0][0].isupper():
            last += 1
    return last


def _naming(word: str) -> bool:
    """Whether a word is part of a proper name, and not of a place's or a number."""
    low = word.casefold()
    return word[0].isupper() and not _sort(word) and low not in _NUMBERS and not is_place(low)


def _names_behind(tokens: _Tokens, place: int) -> tuple[str, ...]:
    """The names in an apposition: "two firms, Acme and Borealis"; "the Ministry of Labour"."""
    out = []
    for word, _, _ in tokens[place : place + 8]:
        if word[0].isupper():
            out.append(word)
        elif word not in {",", "and", "of", "(", "the", "for"}:
            break
    return tuple(out)


_STATE = frozenset({"state", "office", "local", "police", "court", "army"})


def may_be_one(one: Doer, other: Doer) -> bool:
    """Whether two doers could be one party told in two ways."""
    shared = one.names & other.names or _initials(one) in other.names or _initials(other) in one.names
    if one.number and other.number and one.sort == other.sort:
        return one.number == other.number
    if shared and not (one.sort and other.sort and one.sort != other.sort):
        return True
    if one.sort and other.sort:
        if one.sort == other.sort:
            return not (one.sort in {"office", "research"} and _other_body(one, other))
        return {one.sort, other.sort} <= _STATE and "state" in {one.sort, other.sort}
    # A bare name may be a firm's or an official's: it clashes only with another bare name.
    return bool(one.sort) or bool(other.sort)


def _other_body(one: Doer, other: Doer) -> bool:
    return bool(one.names) and bool(other.names) and not one.names & other.names


def _initials(doer: Doer) -> str:
    return "".join(part[0] for part in doer.text.split() if part[:1].isupper()).casefold()
