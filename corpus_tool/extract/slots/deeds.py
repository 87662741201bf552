"""Actor, condition and effect: who does it, under what condition, what becomes of what.

By verb lists and closed-class words, no parse: they tell apart wordings that share their
figures, and may miss what a parser would find.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.forms import Effect, deeds, effects, participles
from corpus_tool.extract.slots.nouns import lemma
from corpus_tool.extract.slots.numbers import word_values
from corpus_tool.extract.slots.phrases import (
    after_determiners,
    clause_end,
    content,
    head_before,
    is_mark,
    phrase_end,
    phrase_start,
)
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Direction, Slot, SlotKind

_NOUN_BEFORE = frozenset({
    "the", "a", "an", "his", "her", "its", "our", "their", "my", "your", "this", "that", "these", "those", "no",
    "of", "in", "on", "some", "any", "each", "every", "sharp", "big", "huge", "further", "major", "slight", "small",
})  # fmt: skip
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets", "get", "got"})
_NO_ACTORS = frozenset({
    "it", "this", "that", "which", "these", "those", "what", "then", "how", "there", "here", "today", "also", "not",
})  # fmt: skip
_IDIOM_GAP = 3
_RESUMING = frozenset({
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "is", "are", "was", "were", "get",
    "gets", "got", "receive", "receives", "has", "have", "had", "cannot", "do", "does", "become", "becomes", "need",
})  # fmt: skip


def worded(t: Tokens) -> Iterator[Slot]:
    """Slots of every effect, condition and actor of a text."""
    verbs, agents, openers = effects(), deeds(), lexicon.phrases("conditions.tsv")
    hot = _hot()
    covered = 0
    for i, word in enumerate(t.low):
        if word not in hot:
            continue
        if word in verbs:
            yield from _effect(t, i, verbs[word])
        if word in agents:
            yield from _agent(t, i)
        if word in openers and i >= covered:
            for slot in _condition(t, i):
                yield slot
                covered = bisect_left(t.start, slot.end)
        if word == "by" and t.word(i - 1) in participles():
            yield from _by_phrase(t, i)


@lru_cache(maxsize=1)
def _hot() -> frozenset[str]:
    return frozenset(effects()) | frozenset(deeds()) | frozenset(lexicon.phrases("conditions.tsv")) | {"by"}


def _slot(t: Tokens, kind: SlotKind, first: int, last: int, value: str) -> Slot:
    start, end = t.start[first], t.end[last - 1]
    return Slot(kind=kind, start=start, end=end, text=t.text[start:end], value=value)


def _effect(t: Tokens, i: int, found: tuple[Effect, ...]) -> Iterator[Slot]:
    for effect in found:
        last, affected = _matched(t, i, effect)
        if last < 0:
            continue
        slot = _affected(t, i, last, affected, effect)
        if slot is not None:
            yield slot
            return


def _matched(t: Tokens, i: int, effect: Effect) -> tuple[int, int]:
    """The token after the verb or idiom, and the object inside a broken-up idiom (or -1)."""
    rest = effect.rest
    if not rest:
        return (i + 1, -1) if t.word(i - 1) not in _NOUN_BEFORE else (-1, -1)
    if tuple(t.low[i + 1 : i + 1 + len(rest)]) == rest:
        return i + 1 + len(rest), -1
    if len(rest) == 1 and effect.frame == "o":
        for at in range(i + 2, min(i + 2 + _IDIOM_GAP + 1, t.size)):
            if is_mark(t, at):
                break
            if t.low[at] == rest[0]:
                return at + 1, i + 1
    return -1, -1


def _affected(t: Tokens, i: int, last: int, inner: int, effect: Effect) -> Slot | None:
    """The effect slot, its value the head noun of what is affected."""
    direction = cast("Direction", effect.direction)
    if effect.frame == "p":
        return _with_direction(_slot(t, "effect", i, last, lemma(t.low[last - 1])), direction)
    passive = t.low[i].endswith(("ed", "t", "n", "ut")) and t.word(i - 1) in _BE
    if "o" in effect.frame and not passive:
        first = after_determiners(t, inner if inner > 0 else last)
        end = phrase_end(t, first)
        end = min(end, last - 1) if inner > 0 else end
        if end > first and t.is_word(end - 1):
            return _with_direction(_slot(t, "effect", i, max(end, last), _head(t, first, end)), direction)
        if t.word(first) in {"it", "them", "you", "us", "him"} and effect.frame == "o":
            return _with_direction(_slot(t, "effect", i, max(first + 1, last), t.word(first)), direction)
    if "s" in effect.frame or passive:
        head = head_before(t, i)
        if head >= 0:
            return _with_direction(_slot(t, "effect", head, last, lemma(t.low[head])), direction)
    return None


def _with_direction(slot: Slot, direction: Direction) -> Slot:
    return Slot(
        kind="effect", start=slot.start, end=slot.end, text=slot.text, value=slot.value, direction=direction
    )


def _head(t: Tokens, first: int, end: int) -> str:
    """The head of a noun phrase: its last word, participles and adverbs at its end passed over."""
    at = end - 1
    while at > first and t.low[at].endswith("ly"):
        at -= 1
    return lemma(t.low[at].removesuffix("'s"))


def _condition(t: Tokens, i: int) -> Iterator[Slot]:
    for parts, kind in lexicon.phrases("conditions.tsv")[t.low[i]]:
        last = i + len(parts)
        if tuple(t.low[i:last]) != parts:
            continue
        end = clause_end(t, last) if kind == "clause" else _group_end(t, last)
        words = content(t, last, end)
        if words and not (parts == ("where",) and t.word(i - 1) not in {"", "."}):
            yield _slot(t, "condition", i, end, " ".join(words))
        return


def _group_end(t: Tokens, i: int) -> int:
    """Where "those who …" or "at a score of …" ends: a modal or auxiliary, or after its number."""
    end = clause_end(t, i)
    for at in range(i, end):
        if at > i and t.low[at] in _RESUMING:
            return at
        if t.is_number(at):
            return at + 2 if t.word(at + 1) in {"points", "and"} and t.word(at + 1) != "and" else at + 1
    return end


def _by_phrase(t: Tokens, i: int) -> Iterator[Slot]:
    """The agent of a passive: "run by two companies"."""
    first = after_determiners(t, i + 1)
    end = phrase_end(t, first)
    if end > first and t.is_word(end - 1) and not t.low[end - 1].endswith("ing"):
        yield _slot(t, "actor", first, end, " ".join(content(t, first, end)))


def _agent(t: Tokens, i: int) -> Iterator[Slot]:
    """The subject of an active verb of doing: "the government has announced"."""
    head = head_before(t, i)
    if head < 0 or t.word(i - 1) in _BE or t.low[head] in _NO_ACTORS:
        return
    if t.word(i - 1) == "to" or t.low[i].endswith("ing") or _is_noun(t, i, head):
        return
    first = after_determiners(t, phrase_start(t, head))
    words = content(t, first, head + 1)
    lone = len(words) == 1 and (t.is_number(first) or words[0] in word_values())
    if words and first <= head and not lone:
        yield _slot(t, "actor", first, head + 1, " ".join(words[-4:]))


def _is_noun(t: Tokens, i: int, head: int) -> bool:
    """Whether a form that could be a verb of doing is a noun or none here: another verb is beside it."""
    after = t.word(i + 1)
    if t.low[head] in deeds() and t.low[head] != "ministry" and head == i - 1:
        return t.low[head] in effects() or not t.low[head].endswith("s")
    if after in effects() or after in _RESUMING or after in {"of", "from", "between"} or t.is_number(i + 1):
        return after not in lexicon.words("deeds.txt") and not (
            after in effects() and t.low[i].endswith("ed")
        )
    return False
