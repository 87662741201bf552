"""Actor, condition and effect: who does it, under what condition, what becomes of what.

By verb lists and closed-class words, no parse: they tell apart wordings that share their
figures, and may miss what a parser would find.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from corpus_tool.extract.slots import conditions, lexicon
from corpus_tool.extract.slots.drafts import worded_slot
from corpus_tool.extract.slots.effects import effects_at, turned, turning
from corpus_tool.extract.slots.forms import deeds, effects, irregular_forms, participles
from corpus_tool.extract.slots.numbers import word_values
from corpus_tool.extract.slots.phrases import (
    BE,
    RESUMING,
    after_determiners,
    content,
    head_before,
    phrase_end,
    phrase_start,
)
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Slot

_NO_ACTORS = frozenset({
    "it", "this", "that", "which", "these", "those", "what", "then", "how", "there", "here", "today", "also", "not",
})  # fmt: skip
_NO_AGENTS = frozenset({
    "end", "year", "month", "week", "day", "time", "half", "third", "quarter", "hand", "car", "train", "bus", "boat",
    "mistake", "far", "accident", "default", "design", "mail", "email", "post", "phone", "means", "way", "virtue",
    "noon", "midnight", "percent", "percentage", "points", "degrees", "years", "months", "weeks", "days", "hours",
    "minutes", "times", "name", "chance", "surprise", "storm", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "lot", "margin", "factor", "road", "rail", "sea", "air", "plane", "proxy", "definition",
})  # fmt: skip
_BODIES = frozenset({
    "consortium", "group", "team", "panel", "coalition", "committee", "council", "board", "court", "ministry", "department",
    "office", "university", "bank", "city", "state", "government", "republic", "house", "chamber", "bureau", "institute",
    "academy", "federation", "association", "union", "society", "league", "alliance", "network", "head", "chief", "director",
    "president", "minister", "mayor", "governor", "chair", "chairman", "owner", "owners", "founder", "author", "authors",
    "members", "majority", "minority", "king", "queen", "bishop", "archbishop", "secretary", "makers", "town", "dozens",
    "hundreds", "thousands", "millions", "residents", "people", "pair", "gang", "crew", "jury", "army", "party",
})  # fmt: skip
"""Heads whose "of" phrase belongs to the name of who acts ("the bank of Orvik")."""
_PARTICLES = frozenset({"up", "out", "off", "down", "over", "in", "on"})
_BEFORE_BY = 4
"""Tokens before "by" among which the auxiliary of a passive is looked for."""


def worded(t: Tokens) -> Iterator[Slot]:
    """Slots of every effect, condition and actor of a text."""
    verbs, agents, openers, turns = effects(), deeds(), conditions.starters(), turning()
    hot = _hot()
    covered = 0
    for i, word in enumerate(t.low):
        if word not in hot:
            continue
        if word in verbs:
            yield from effects_at(t, i, verbs[word])
        if word in turns:
            yield from turned(t, i)
        if word in agents:
            yield from _agent(t, i)
        if word in openers and i >= covered and conditions.may_begin(t, i):
            for slot in conditions.condition(t, i):
                yield slot
                covered = bisect_left(t.start, slot.end)
        if word == "by" and _is_passive(t, i):
            yield from _by_phrase(t, i)


@lru_cache(maxsize=1)
def _hot() -> frozenset[str]:
    return frozenset(effects()) | frozenset(deeds()) | conditions.starters() | turning() | {"by"}


def _is_passive(t: Tokens, i: int) -> bool:
    """Whether a participle stands before "by": a listed one, or any that an auxiliary governs."""
    at = i - 2 if t.word(i - 1) in _PARTICLES else i - 1
    if t.word(at) in participles():
        return True
    verb = t.word(at).endswith("ed") or t.word(at) in irregular_forms()
    return verb and not BE.isdisjoint(t.low[max(0, at - _BEFORE_BY) : max(0, at)])


def _by_phrase(t: Tokens, i: int) -> Iterator[Slot]:
    """The agent of a passive: "run by two companies"; "raised by 20 percent" and "by Friday" name none."""
    first = after_determiners(t, i + 1)
    end = phrase_end(t, first)
    if (
        end <= first
        or not t.is_word(end - 1)
        or t.low[end - 1].endswith("ing")
        or t.low[end - 1] in _NO_AGENTS
    ):
        return
    if t.low[first] in _NO_AGENTS or t.low[first].endswith("ing") or t.word(first + 1) == "%":
        return
    words = content(t, first, end)
    if words and not (len(words) == 1 and words[0] in word_values()):
        yield worded_slot(t, "actor", first, end, " ".join(words))


def _agent(t: Tokens, i: int) -> Iterator[Slot]:
    """The subject of an active verb of doing: "the government has announced"."""
    head = head_before(t, i)
    if head < 0 or t.word(i - 1) in BE or t.low[head] in _NO_ACTORS:
        return
    if t.word(i - 1) == "to" or t.low[i].endswith("ing") or _is_noun(t, i, head):
        return
    first = after_determiners(t, _with_of(t, phrase_start(t, head)))
    words = content(t, first, head + 1)
    lone = len(words) == 1 and (t.is_number(first) or words[0] in word_values())
    if words and first <= head and not lone:
        yield worded_slot(t, "actor", first, head + 1, " ".join(words[-4:]))


def _with_of(t: Tokens, i: int) -> int:
    """Where the whole noun phrase begins: "a consortium of five banks", not its last part alone."""
    if t.word(i - 1) != "of" or t.word(i - 2) not in _BODIES:
        return i
    return phrase_start(t, i - 2)


def _is_noun(t: Tokens, i: int, head: int) -> bool:
    """Whether a form that could be a verb of doing is a noun or none here: another verb is beside it."""
    after = t.word(i + 1)
    if t.low[head] in deeds() and t.low[head] != "ministry" and head == i - 1:
        return t.low[head] in effects() or not t.low[head].endswith("s")
    if after in effects() or after in RESUMING or after in {"of", "from", "between"} or t.is_number(i + 1):
        return after not in lexicon.words("deeds.txt") and not (
            after in effects() and t.low[i].endswith("ed")
        )
    return False
