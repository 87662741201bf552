"""What becomes of what, and which way: "hurts your score", "knocks 20 points off it", "leads to lower pay"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.drafts import worded_slot
from corpus_tool.extract.slots.forms import Effect
from corpus_tool.extract.slots.nouns import lemma
from corpus_tool.extract.slots.numbers import word_values
from corpus_tool.extract.slots.phrases import BE, after_determiners, head_before, is_mark, phrase_end
from corpus_tool.extract.slots.tokens import Tokens
from corpus_tool.models import Direction, Slot

_NOUN_BEFORE = frozenset({
    "the", "a", "an", "his", "her", "its", "our", "their", "my", "your", "this", "that", "these", "those", "no",
    "of", "in", "on", "some", "any", "each", "every", "sharp", "big", "huge", "further", "major", "slight", "small",
})  # fmt: skip
_GAP = 4
"""Tokens that may stand inside an idiom: "brought the whole airport to a standstill"."""
_PLAIN = frozenset({"more", "less", "fewer", "extra", "additional"})
"""Comparatives of quantity: "make room for more" makes nothing so."""
_PRONOUNS = frozenset({"it", "them", "you", "us", "him", "everyone", "everybody"})
_MAKING = frozenset(
    {"make", "makes", "made", "making", "render", "renders", "rendered", "keeps", "leaves", "left"}
)
_BECOMING = frozenset({
    "become", "becomes", "became", "get", "gets", "got", "grow", "grows", "grew", "turn", "turns", "turned",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Match:
    """A verb or idiom in place: the token after it, and the object inside it (or -1)."""

    last: int
    inner: int = -1


@lru_cache(maxsize=1)
def _pointing() -> dict[str, str]:
    """Comparatives and nouns of change → which way they point."""
    return {w: way for w, way in lexicon.mapping("comparatives.tsv").items() if not way.startswith("-")}


@lru_cache(maxsize=1)
def _enabling() -> dict[str, str]:
    """Adjectives of "make it … to" → allows or prevents."""
    rows = lexicon.rows("comparatives.tsv")
    return {w: way[1:] for words, way in rows if way.startswith("-") for w in words.split("|")}


def turning() -> frozenset[str]:
    """Verbs that change something only with a comparative beside them."""
    return _MAKING | _BECOMING


def turned(t: Tokens, i: int) -> Iterator[Slot]:
    """Such as "made the air cleaner", "makes it impossible to land", "bread became dearer"."""
    at = i + 1
    while at < min(i + 2 + _GAP, t.size) and not is_mark(t, at) and t.low[at] not in _pointing():
        way = _enabling().get(t.low[at])
        if way is not None and t.word(i + 1) == "it" and t.word(at + 1) == "to":
            yield _directed(worded_slot(t, "effect", i, at + 3, t.word(at + 2)), way)
            return
        at += 1
    if at >= t.size or t.low[at] not in _pointing() or t.low[at] in _PLAIN or not _is_last(t, at):
        return
    way = _pointing()[t.low[at]]
    enabled = _enabling().get(t.low[at])
    if enabled is not None and t.word(i + 1) == "it" and t.word(at + 1) == "to" and at + 2 < t.size:
        yield _directed(worded_slot(t, "effect", i, at + 3, t.word(at + 2)), enabled)
        return
    yield from _turned(t, i, at, way)


def _turned(t: Tokens, i: int, at: int, way: str) -> Iterator[Slot]:
    """The thing between the verb and its comparative, or the subject before the verb."""
    if t.low[i] in _MAKING:
        first = after_determiners(t, i + 1)
        if first < at and t.is_word(at - 1) and t.low[at - 1] not in {"it", "much", "even"}:
            yield _directed(worded_slot(t, "effect", i, at + 1, _head(t, first, at)), way)
    elif at <= i + 2 and (head := head_before(t, i)) >= 0:
        yield _directed(worded_slot(t, "effect", head, at + 1, lemma(t.low[head])), way)


def _is_last(t: Tokens, i: int) -> bool:
    """Whether a comparative stands for itself and modifies no noun after it."""
    return not t.is_word(i + 1) or t.low[i + 1] in lexicon.words("function_words.txt")


def effects_at(t: Tokens, i: int, found: tuple[Effect, ...]) -> Iterator[Slot]:
    """The effect told by the verb at token ``i``, if it is one there."""
    for effect in found:
        match = _matched(t, i, effect)
        if match is None:
            continue
        slot = _caused(t, i, match, effect) or _affected(t, i, match, effect)
        if slot is not None:
            yield slot
            return


def _matched(t: Tokens, i: int, effect: Effect) -> _Match | None:
    rest = effect.rest
    if not rest:
        return _Match(i + 1) if not _after_noun_word(t.word(i - 1)) else None
    if effect.frame != "g" and tuple(t.low[i + 1 : i + 1 + len(rest)]) == rest:
        return _Match(i + 1 + len(rest))
    if effect.frame not in {"o", "g"}:
        return None
    return _broken_up(t, i, effect)


def _broken_up(t: Tokens, i: int, effect: Effect) -> _Match | None:
    """An idiom with an object or an amount inside: "brought the airport to a standstill"."""
    rest = effect.rest
    for at in range(i + 2, min(i + 2 + _GAP, t.size)):
        if is_mark(t, at):
            return None
        if t.low[at] == rest[0] and tuple(t.low[at : at + len(rest)]) == rest:
            if effect.frame == "g":
                return _Match(at + len(rest)) if _has_figure(t, i + 1, at) else None
            return _Match(at + len(rest), i + 1)
    return None


def _after_noun_word(word: str) -> bool:
    """Whether the word before makes a noun of what could be a verb: "the rise", "a fourfold increase"."""
    return word in _NOUN_BEFORE or word.endswith("fold") or word in {"percent", "%"}


def _has_figure(t: Tokens, first: int, last: int) -> bool:
    """Whether an amount stands between two tokens ("knocks 20 points off")."""
    return any(
        t.is_number(at) or t.low[at] in word_values() or t.low[at] == "points" for at in range(first, last)
    )


def _caused(t: Tokens, i: int, match: _Match, effect: Effect) -> Slot | None:
    """Such as "leads to a lower rating", "means fewer points", "saw a drop in sales"."""
    if effect.direction != "causes" or match.inner > 0 or (effect.frame == "c" and t.newline_before(i)):
        return None
    at = after_determiners(t, match.last)
    at = (
        at + 1
        if t.word(at) in {"sharp", "steep", "big", "small", "slight", "further", "much", "clear", "marked"}
        else at
    )
    way = _pointing().get(t.word(at))
    if way is None:
        return None
    first = at + 1
    if t.word(first) in {"of", "in"}:
        first = after_determiners(t, first + 1)
    end = phrase_end(t, first)
    if end <= first or not t.is_word(end - 1):
        return None
    return _directed(worded_slot(t, "effect", i, end, _head(t, first, end)), way)


def _affected(t: Tokens, i: int, match: _Match, effect: Effect) -> Slot | None:
    """The effect slot, its value the head noun of what is affected."""
    if effect.frame == "c":
        return None
    if effect.frame == "p":
        return _directed(
            worded_slot(t, "effect", i, match.last, lemma(t.low[match.last - 1])), effect.direction
        )
    passive = t.low[i].endswith(("ed", "t", "n", "ut")) and t.word(i - 1) in BE
    if passive and t.word(match.last) == "from" and t.word(match.last + 1).endswith("ing"):
        return _directed(
            worded_slot(t, "effect", i, match.last + 2, t.word(match.last + 1)), effect.direction
        )
    if not passive and effect.frame in {"o", "os", "g"}:
        slot = _object(t, i, match, effect)
        if slot is not None:
            return slot
    head = head_before(t, i) if "s" in effect.frame or passive else -1
    if head < 0:
        return None
    return _directed(worded_slot(t, "effect", head, match.last, lemma(t.low[head])), effect.direction)


def _object(t: Tokens, i: int, match: _Match, effect: Effect) -> Slot | None:
    first = after_determiners(t, match.inner if match.inner > 0 else match.last)
    end = phrase_end(t, first)
    if match.inner > 0:
        end = min(end, match.last - len(effect.rest))
    if end > first and t.is_word(end - 1):
        value, last = _head(t, first, end), max(end, match.last)
        return _directed(worded_slot(t, "effect", i, last, value), effect.direction)
    if t.word(first) in _PRONOUNS and effect.frame == "o":
        value, last = t.word(first), max(first + 1, match.last)
        return _directed(worded_slot(t, "effect", i, last, value), effect.direction)
    return None


def _directed(slot: Slot, direction: str) -> Slot:
    return Slot(
        kind="effect", start=slot.start, end=slot.end, text=slot.text, value=slot.value,
        direction=cast("Direction", direction),
    )  # fmt: skip


def _head(t: Tokens, first: int, end: int) -> str:
    """The head of a noun phrase: its last word, participles and adverbs at its end passed over."""
    at = end - 1
    while at > first and t.low[at].endswith("ly"):
        at -= 1
    return lemma(t.low[at].removesuffix("'s"))
