"""Cue groups in a sentence: a reporting verb with its auxiliaries and adverbs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.extract.attribution.page import Line, Word
from corpus_tool.extract.attribution.words import Verb, closed, verb_forms

_BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})


_CANNOT = re.compile(r"\b(?:cannot|can['’]t|could\s*n['’]t|(?:can|could)\s+not)\s+$")
"""Before "tell" it means "know"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb at its place.

    Attributes:
        start, end: The verb group, in the document's coordinates.
        verb: The entry of the lexicon.
        form: The verb as written, lower case.
        passive: Stands after a form of "be".
        bare: A plain infinitive or -ing form with no auxiliary: not the main verb.
    """

    start: int
    end: int
    verb: Verb
    form: str
    passive: bool
    bare: bool


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The first letters, up to a mark, of every form of a reporting verb."""
    return frozenset(found.group() for form in verb_forms() if (found := re.match(r"[a-z]+", form)))


def cues(line: Line) -> list[Cue]:
    """All reporting verbs of a sentence outside its quotations, in order."""
    if _openings().isdisjoint(line.lows):
        return []
    words = line.words()
    forms = verb_forms()
    found = [_cue(words, at, forms[word.low], line) for at, word in enumerate(words) if word.low in forms]
    return [cue for cue in found if cue is not None]


def _touching(line: Line, left: Word, right: Word) -> bool:
    between = line.masked[left.end - line.start : right.start - line.start]
    return between.isspace() or (between == "" and right.low.startswith("'"))


def _cue(words: list[Word], at: int, verb: Verb, line: Line) -> Cue | None:
    first = at
    while first > 0 and _joins(words[first - 1].low) and _touching(line, words[first - 1], words[first]):
        first -= 1
    while first < at and words[first].low in ("to", "on", "be", "been", "not", "again", "long"):
        first += 1
    before = words[first - 1].low if first > 0 and _touching(line, words[first - 1], words[first]) else ""
    if verb.lemma == "tell" and _CANNOT.search(line.masked, 0, words[at].start - line.start):
        return None
    solid = any(word.low in closed("finite_auxiliaries") for word in words[first:at])
    if before in closed("before_nouns") and not solid:
        return None
    form = words[at].low
    if _is_name(line, words, at, first) or (solid and first < at and form.endswith("s") and form != "was"):
        return None
    if form == verb.lemma and first == at and _heads_phrase(words, at):
        return None
    passive = at > first and any(word.low in _BE for word in words[first:at]) and not form.endswith("ing")
    bare = (
        (form.endswith("ing") and not solid)
        or before == "to"
        or "to" in {word.low for word in words[first:at]} - {"went"}
    )
    return Cue(words[first].start, words[at].end, verb, form, passive, bare)


def _heads_phrase(words: list[Word], at: int) -> bool:
    """Of "the works order of the office": a bare form before "of" is a noun, but for verbs that take it."""
    following = words[at + 1].low if at + 1 < len(words) else ""
    return following == "of" and words[at].low not in _TAKE_OF


_TAKE_OF = frozenset({
    "complain", "speak", "warn", "tell", "approve", "disapprove", "dream", "boast", "hear", "think", "learn", "despair", "accuse",
    "write", "talk", "know", "read", "remind", "assure", "inform", "notify", "convince",
})  # fmt: skip


def _is_name(line: Line, words: list[Word], at: int, first: int) -> bool:
    """A capital inside the sentence: "State Council", "The Post"."""
    capital = line.masked[words[at].start - line.start].isupper()
    return capital and first == at and at > 0


def _joins(word: str) -> bool:
    return word in closed("auxiliaries") or (
        word.endswith("ly") and len(word) > 4 and word not in closed("not_adverbs")
    )
