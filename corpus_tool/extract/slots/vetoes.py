"""Numbers that are no amounts: names, versions, list marks, times of day, phone numbers, ids."""

from __future__ import annotations

import re

from corpus_tool.extract.slots import lexicon
from corpus_tool.extract.slots.tokens import Tokens

_URL = re.compile(r"(?:https?://|www\.)\S{1,2000}|\S{1,64}@\S{1,64}\.\w{2,10}")
_PREFIXES = frozenset({"mid", "pre", "post", "under", "over", "sub", "non", "circa", "the", "a", "or", "to"})
_TIME_MARKS = frozenset({"am", "pm", "o'clock", "noon", "hrs", "gmt", "utc"})
_ONE_BEFORE = frozenset({
    "no", "this", "that", "the", "any", "every", "each", "which", "some", "another", "other", "last", "next",
    "right", "wrong", "big", "good", "bad", "new", "old", "only", "same", "loved", "first", "for", "such",
})  # fmt: skip
_ONE_AFTER = frozenset({
    "day", "thing", "way", "time", "side", "hand", "reason", "example", "point", "another", "by", "self",
    "such", "or", "that", "who", "which", "morning", "night", "evening", "must", "step", "more", "kind", "sort",
})  # fmt: skip
_CHAIN = 12
"""Tokens of a chain of digits looked at each way; a longer one is no amount either."""
_GAMES = frozenset({"win", "victory", "defeat", "loss", "draw", "lead", "tie", "vote", "ruling", "decision"})
_PLAYED = frozenset({"won", "lost", "beat", "drew", "leads", "led", "win", "lose", "voted"})


def url_spans(text: str) -> list[tuple[int, int]]:
    """Where addresses stand; digits inside them say nothing."""
    if "://" not in text and "www." not in text and "@" not in text:
        return []
    return [m.span() for m in _URL.finditer(text)]


def is_name(t: Tokens, i: int) -> bool:
    """Digits that belong to a name or code: "COVID-19", "A4", "#77", "version 3", "$TSLA"."""
    before = t.word(i - 1)
    if before in {"#", "№", "@", "_", "/", "&", "=", "\\"} and t.glued(i):
        return True
    if t.glued(i) and t.is_word(i - 1):
        return not _currency_letters(t, i)
    if before == "-" and t.glued(i) and t.glued(i - 1) and t.is_word(i - 2):
        return t.word(i - 2) not in _PREFIXES
    return is_label(t, i - 1) or (before == "." and is_label(t, i - 2) and t.glued(i - 1))


def is_label(t: Tokens, i: int) -> bool:
    """Whether the word at ``i`` labels the number after it ("section", "page")."""
    word = t.word(i)
    if word not in lexicon.words("labels.txt"):
        return False
    return word not in {"no", "call", "text", "order", "number", "issue", "exit", "bill", "size"} or (
        t.is_capital(i) or t.word(i + 1) == "."
    )


def _currency_letters(t: Tokens, i: int) -> bool:
    return t.word(i - 1) in {"rs", "usd", "eur", "gbp", "chf", "rmb", "inr"}


def is_named_number(t: Tokens, i: int) -> bool:
    """A capitalised word inside a sentence before a bare number: "Boeing 747", "Route 66"."""
    if not (t.is_word(i - 1) and t.is_capital(i - 1)) or t.newline_before(i - 1):
        return False
    return t.word(i - 2) not in {".", "!", "?", ":", '"', "“"} and t.word(i - 1) not in lexicon.words(
        "function_words.txt"
    )


def is_code(t: Tokens, i: int) -> bool:
    """Versions, clock times, dotted or dashed chains of digits, fractions of a date."""
    after = t.word(i + 1)
    if (after == "x" and t.glued(i + 1) and t.is_number(i + 2) and t.glued(i + 2)) or _crossed(t, i):
        return True
    if after in {":", "."} and t.glued(i + 1) and t.is_number(i + 2) and t.glued(i + 2):
        return True
    if t.word(i - 1) in {":", "."} and t.glued(i) and t.is_number(i - 2) and t.glued(i - 1):
        return True
    if t.word(i - 1) == "." and t.glued(i) and t.is_word(i - 2) and t.glued(i - 1):
        return True
    return is_clock(t, i) or is_chain(t, i)


def _crossed(t: Tokens, i: int) -> bool:
    """The second number of "4x4"."""
    return t.word(i - 1) == "x" and t.glued(i) and t.is_number(i - 2) and t.glued(i - 1)


def is_group_name(t: Tokens, i: int) -> bool:
    """A capitalised number word behind a capitalised noun and "of": "the Group of Seven"."""
    if t.word(i - 1) != "of" or not t.is_capital(i - 2):
        return False
    return (t.is_word(i) and t.is_capital(i)) or (t.is_number(i) and t.word(i - 2) in _CLUBS)


_CLUBS = frozenset({"group", "gang", "council", "committee", "league"})
"""What is named by how many are in it: "the Group of 20"."""


def is_clock(t: Tokens, i: int) -> bool:
    """Such as "5pm", "10 a.m.", "3 o'clock"."""
    after = t.word(i + 1)
    if after in _TIME_MARKS:
        return after != "hrs" and not (after == "am" and not t.glued(i + 1) and t.word(i + 2) != ".")
    return after in {"a", "p"} and t.word(i + 2) == "." and t.word(i + 3) == "m"


def is_chain(t: Tokens, i: int) -> bool:
    """Phone numbers and ids: three or more digit groups, or two of seven digits together."""
    first, last = i, i
    while (
        i - first < _CHAIN
        and t.word(first - 1) in {"-", "."}
        and t.is_number(first - 2)
        and t.glued(first)
        and t.glued(first - 1)
    ):
        first -= 2
    while (
        last - i < _CHAIN
        and t.word(last + 1) == "-"
        and t.is_number(last + 2)
        and t.glued(last + 1)
        and t.glued(last + 2)
    ):
        last += 2
    if last - first >= 4:
        return True
    if last - first == 2 and len(t.low[first]) == 3 and len(t.low[last]) == 4:
        return t.low[last].isdigit() and (t.word(first - 1) in {")", "+", "("} or t.low[last] < "1")
    if last - first == 2 and (t.word(last + 1) in _GAMES or t.word(first - 1) in _PLAYED):
        return True
    return _spaced_phone(t, i)


def _spaced_phone(t: Tokens, i: int) -> bool:
    """Such as "+44 20 7946 0958", "(555) 123-4567": digits after an international or area prefix."""
    first = i
    while first > 0 and i - first < 10 and (t.is_number(first - 1) or t.low[first - 1] in {"-", ")", "("}):
        first -= 1
    if t.word(first - 1) == "+" or t.word(first) == "+":
        return t.glued(first) and (t.is_number(i + 1) or first < i)
    if t.word(first) == "(" and t.word(first + 2) == ")":
        return t.is_number(first + 3) and len(t.word(first + 1)) >= 3
    return False


def is_list_mark(t: Tokens, i: int) -> bool:
    """Such as "1." or "2)" at the head of a line, "(3)" and "[12]" anywhere."""
    after, before = t.word(i + 1), t.word(i - 1)
    if before in {"(", "["} and after in {")", "]"} and len(t.low[i]) <= 3:
        return True
    if len(t.low[i]) > 2 or not t.glued(i + 1):
        return False
    opens = t.newline_before(i) or (before in {".", "*", "-"} and t.newline_before(i - 1))
    return after in {".", ")"} and opens and i + 2 < t.size and not t.glued(i + 2)


def is_pronoun_one(t: Tokens, i: int) -> bool:
    """Such as "one" that counts nothing: "no one", "one of the", "one day", "one can"."""
    before, after = t.word(i - 1), t.word(i + 1)
    if before in _ONE_BEFORE or after in _ONE_AFTER:
        return True
    return not t.is_word(i + 1) or after in lexicon.words("function_words.txt")
