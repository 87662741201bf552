"""A "can" or "may" that tells what is possible or allowed, and leaves nothing in doubt.

After Palmer (2001) a modal is epistemic ("it may rain"), deontic ("members may vote") or dynamic ("the
hall can seat 90"). Only the first hedges a statement; "can" has it hardly ever, save before a cause
("can lead to"), where it says that the outcome need not follow.
"""

from __future__ import annotations

from corpus_tool.extract.lexicon import Hit, group, hits
from corpus_tool.extract.tokens import Tokens

_CAN = ("can",)
_MAY = frozenset({("may",), ("may", "be"), ("may", "not")})
_NOBODY = frozenset({"no", "nobody", "none"})
_STOPS = frozenset({",", ";", ":", ".", "that", "which", "who", "and", "but"})
_NEAR = 6
_LEAVE = frozenset({
    "permit", "permits", "permission", "licence", "license", "leave", "consent", "approval", "authorisation",
    "authorization", "ticket", "pass", "card", "notice",
})  # fmt: skip
_TIES = frozenset({"without", "with"})
_RULES = frozenset({
    "rule", "rules", "law", "act", "order", "by-law", "bylaw", "ordinance", "statute", "regulation", "regulations",
    "code", "contract", "agreement", "charter", "directive", "permit", "licence", "scheme",
})  # fmt: skip
_RULED = frozenset({"under", "by"})


def is_able(words: Tokens, hit: Hit) -> bool:
    """Whether it is a "can" of what is possible ("can be seen", "can return it")."""
    if hit.term.words != _CAN or _before_cause(words, hit.end):
        return False
    return _of_people(words, hit.start) or words.words[hit.end : hit.end + 1] == ("be",) or _only(words, hit)


def allows(words: Tokens, hit: Hit) -> bool:
    """Whether it is a "may" of what is allowed, which hedges nothing."""
    return hit.term.words in _MAY and (
        _of_nobody(words, hit.start)
        or _only(words, hit)
        or _by_leave(words, hit.end)
        or _under_rule(words, hit.start)
    )


def _before_cause(words: Tokens, start: int) -> bool:
    """Cases like "can cause", "can also raise": the outcome is possible, no more."""
    return any(
        start <= hit.start <= start + 2
        for name in ("strength.tsv", "causes.tsv")
        for hit in hits(words, name)
    )


def _of_people(words: Tokens, at: int) -> bool:
    """Whether those who can are people: "customers can return it"."""
    near = words.words[max(0, at - _NEAR) : at]
    return not (_PERSONAL | _people()).isdisjoint(near)


_PERSONAL = frozenset(
    {"i", "you", "we", "they", "he", "she", "who", "anyone", "everyone", "anybody", "everybody"}
)


def _people() -> frozenset[str]:
    """Nouns for people in both numbers."""
    return frozenset().union(
        *(group(name, "covered.tsv") for name in ("people", "people s", "dwellers", "dwellers s"))
    )


def is_measured(words: Tokens, hit: Hit) -> bool:
    """Cases like "15 percent less likely", "twice as likely": chances compared by a figure."""
    near = words.words[max(0, hit.start - 3) : hit.start]
    return any(word[:1].isdigit() or word in group("number") or word in _TIMES for word in near)


_TIMES = frozenset({"twice", "half", "times", "percent", "percentage"})


def _of_nobody(words: Tokens, at: int) -> bool:
    """Cases like "no boat may sail", "nobody under twelve may enter": a ban."""
    for place in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if words.words[place] in _STOPS:
            return False
        if words.words[place] in _NOBODY:
            return True
    return False


def _only(words: Tokens, hit: Hit) -> bool:
    """Cases like "may only be sold", "may be sold only to members", "only members may vote"."""
    if (
        "only" in words.words[hit.end : hit.end + 1]
        or "only" in words.words[max(0, hit.start - 3) : hit.start]
    ):
        return True
    return "only" in _clause(words, hit.end)


def _by_leave(words: Tokens, start: int) -> bool:
    """Cases like "may not dig without a permit"."""
    rest = words.words[start:]
    return any(word in _TIES and not _LEAVE.isdisjoint(rest[at + 1 : at + 5]) for at, word in enumerate(rest))


def _under_rule(words: Tokens, at: int) -> bool:
    """Cases like "under the by-law owners may keep two goats"."""
    before = words.words[:at]
    return any(
        word in _RULED and not _RULES.isdisjoint(before[place + 1 : place + 5])
        for place, word in enumerate(before)
    )


def _clause(words: Tokens, start: int) -> tuple[str, ...]:
    """The words from ``start`` to the next mark, not many."""
    rest = words.words[start : start + _NEAR]
    stop = next((at for at, word in enumerate(rest) if word in _STOPS), len(rest))
    return rest[:stop]
