"""Who acts in a statement, by the order of words alone: any noun phrase, whatever its noun.

Wider than `doers`, which knows classes of parties: here "masked divers" and "a retired organist" act
too. So it is asked only where the wordings of a claim agree on a party that one of them replaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.provenance.lexicon import load, words_of
from corpus_tool.provenance.notes import content_words

_TOKEN = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*|[,;:()—–“”\"]")
_MOST_TOKENS, _LONGEST = 60, 5
_OPENING = frozenset(
    {"the", "a", "an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_CLAUSE = frozenset({
    ",", ";", ":", "(", "—", "–", "“", '"', "that", "and", "but", "when", "while", "as", "because", "since", "where", "was", "is",
    "were", "are", "how",
})  # fmt: skip
"""What may stand before the subject of a clause; "it was" before a subject that is set apart."""
_EVERYBODY = frozenset({"all", "every", "each", "any", "no", "both"})
_AGENT = re.compile(r"[a-z’'-]{2,}(?:ists?|ians?|eers?|ers|ors|ants)$")
_NO_AGENT = re.compile(
    r"(?:numb|pap|wat|matt|lett|ord|off|wint|summ|comput|pow|tow|riv|corn|quart|membe?|cent|meet|pla|fa|col|fav|fl|do|mirr|fact|sect|err|terr|gr|pl|w|r|sh)(?:ers|ors|ants)$"
)
"""Plurals that end like agents and are things."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun phrase that acts: as written, the stems of its content words, and that of its last word."""

    text: str
    stems: frozenset[str]
    head: frozenset[str]


@lru_cache(maxsize=16_384)
def agents(text: str) -> tuple[Agent, ...]:
    """The noun phrases that act in a statement: behind "by" and a participle, or before a verb.

    Args:
        text: One statement; only its first sixty words are read.
    """
    read = _read(text)
    return _as_agents(text, read, (*_behind_by(read.low), *_subjects(read)))


@lru_cache(maxsize=16_384)
def parties(text: str) -> tuple[Agent, ...]:
    """The parties that a statement names in whatever place: "the money came from an insurer"."""
    read = _read(text)
    opened = (place for place, word in enumerate(read.low) if word in _OPENING)
    spans = ((place, _phrase_end(read.low, place)) for place in opened)
    return _as_agents(text, read, ((a, b) for a, b in spans if b > a + 1 and _party(read.low[b - 1])))


@dataclass(frozen=True, slots=True)
class _Read:
    tokens: list[tuple[str, int, int]]
    low: list[str]


def _read(text: str) -> _Read:
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text[:2_000])][:_MOST_TOKENS]
    return _Read(tokens, [t[0].casefold() for t in tokens])


def _as_agents(text: str, read: _Read, spans: Iterable[tuple[int, int]]) -> tuple[Agent, ...]:
    found = []
    for first, last in spans:
        phrase = text[read.tokens[first][1] : read.tokens[last - 1][2]]
        stems, head = content_words(phrase), content_words(read.low[last - 1])
        if stems and head and read.low[last - 1] not in words_of("actors", "group"):
            found.append(Agent(phrase, stems, head))
    return tuple(dict.fromkeys(found))


def _behind_by(low: list[str]) -> Iterator[tuple[int, int]]:
    """The parties of passives ("found by two divers") and of deeds ("a draft by two professors")."""
    for place, word in enumerate(low):
        if word != "by" or place == 0 or place + 1 >= len(low):
            continue
        passive = any(_participle(w) for w in low[max(0, place - 3) : place])
        last = _phrase_end(low, place + 1)
        if last > place + 1 and (passive or _agentive(low[place + 1 : last])):
            yield place + 1, last


def _subjects(read: _Read) -> Iterator[tuple[int, int]]:
    """The subjects of active verbs whose noun is one for parties."""
    tokens, low = read.tokens, read.low
    for place in range(len(low)):
        if place and low[place - 1] not in _CLAUSE:
            continue
        opens = low[place] in _OPENING or tokens[place][0][0].isupper() or _agentive(low[place : place + 2])
        last = _phrase_end(low, place)
        if opens and last > place and _agentive(low[place:last]) and _acts(low, last):
            yield place, last


def _phrase_end(low: list[str], first: int) -> int:
    """Where a noun phrase ends: before a small word, an auxiliary, a participle or a mark."""
    start = last = first + (low[first] in _OPENING)
    while last < len(low) and last - first < _LONGEST and _may_belong(low[last], opens=last == start):
        last += 1
    return last if low[first] not in _EVERYBODY else first


def _may_belong(word: str, *, opens: bool) -> bool:
    if (
        not word[0].isalnum()
        or word in words_of("grammar", "small_words")
        or word in words_of("grammar", "auxiliaries")
    ):
        return False
    return opens or not _verbal(word)


def _verbal(word: str) -> bool:
    forms = words_of("grammar", "participles") | words_of("grammar", "pasts")
    return word in forms or (word.endswith("ed") and len(word) > 4)


def _participle(word: str) -> bool:
    return word.endswith("ed") or word in words_of("grammar", "participles")


def _acts(low: list[str], place: int) -> bool:
    """Whether a verb follows, and no passive: "was found" is done to the one before it."""
    while place < len(low) and low[place] in words_of("grammar", "adverbs"):
        place += 1
    if place >= len(low):
        return False
    word = low[place]
    if word in {"who", "to"} or _verbal(word):
        return True
    if word not in words_of("grammar", "auxiliaries"):
        return False
    forms = {"is", "are", "was", "were", "be", "been", "being"}
    ahead = low[place : place + 4]
    return not any(
        a in forms and any(_participle(b) for b in ahead[n + 1 : n + 3]) for n, a in enumerate(ahead)
    )


def _agentive(words: list[str]) -> bool:
    """Whether a phrase names somebody: a party of a known class, or a noun for those who do something."""
    return any(_party(word) for word in words)


@lru_cache(maxsize=16_384)
def _party(word: str) -> bool:
    if word in _parties():
        return True
    return _AGENT.fullmatch(word) is not None and _NO_AGENT.fullmatch(word) is None


@lru_cache(maxsize=1)
def _parties() -> frozenset[str]:
    return frozenset(w for name, members in load("actors").items() if name != "group" for w in members)
