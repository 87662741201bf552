"""Two wordings laid word against word, and each stretch that differs named by what differs in it.

The stretches are what a reader is shown side by side; they also find what slots alone cannot see:
another weekday, "before" for "after", another doer by name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final, Literal

from corpus_tool import text as strings
from corpus_tool.match.compare.denials import Denial, denials
from corpus_tool.match.compare.lexicon import antonyms, base, breadths, links, opposed, times
from corpus_tool.match.compare.marked import Marked
from corpus_tool.match.compare.view import View
from corpus_tool.match.normal import function_words

PieceKind = Literal[
    "same", "wording", "value", "date", "polarity", "certainty", "strength", "who", "scope", "source"
]

_DATES: Final[Callable[[Marked], frozenset[str]]] = attrgetter("dates")
_VALUES: Final[Callable[[Marked], frozenset[str]]] = attrgetter("values")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both wordings; where it is not the ``same``, either side may be empty.

    ``a`` and ``b`` are the texts as written, ``a_words`` and ``b_words`` their folded words,
    ``before`` the three words that stand before the stretch, ``opens`` whether the wordings begin with it,
    ``a_denials`` and ``b_denials`` how many denials start in it.
    """

    kind: PieceKind
    a: str
    b: str
    a_words: tuple[str, ...]
    b_words: tuple[str, ...]
    before: tuple[str, ...]
    opens: bool
    a_denials: int
    b_denials: int


def pieces(a: View, b: View) -> tuple[Piece, ...]:
    """The two wordings in order, stretch by stretch."""
    from rapidfuzz.distance import Levenshtein

    left, right = _Tokens.of(a), _Tokens.of(b)
    blocks = Levenshtein.opcodes(left.stems, right.stems)
    runs: list[list[int]] = []
    for code in blocks:
        same = code.tag == "equal"
        if runs and not same and not runs[-1][4]:
            runs[-1][1], runs[-1][3] = code.src_end, code.dest_end
        else:
            runs.append([code.src_start, code.src_end, code.dest_start, code.dest_end, same])
    return tuple(_piece(left, right, run) for run in runs)


@dataclass(frozen=True, slots=True)
class _Tokens:
    view: View
    words: tuple[str, ...]
    stems: tuple[str, ...]
    denials: tuple[Denial, ...]

    @classmethod
    def of(cls, view: View) -> _Tokens:
        if len(view.words) == len(view.spans):
            return cls(view, view.words, view.bases, view.denied)
        words = tuple(view.mention.text[start:end].casefold() for start, end in view.spans)
        return cls(view, words, tuple(base(word) for word in words), denials(words))

    def denied(self, first: int, last: int) -> int:
        return sum([first <= one.first < last for one in self.denials])

    def text(self, first: int, last: int) -> str:
        spans = self.view.spans
        return self.view.mention.text[spans[first][0] : spans[last - 1][1]] if last > first else ""


def _piece(left: _Tokens, right: _Tokens, run: Sequence[int]) -> Piece:
    a0, a1, b0, b1, same = run
    one, two = left.words[a0:a1], right.words[b0:b1]
    found = Piece(
        "same", left.text(a0, a1), right.text(b0, b1), one, two,
        left.words[max(0, a0 - 3) : a0], not a0 and not b0, left.denied(a0, a1), right.denied(b0, b1),
    )  # fmt: skip
    if same:
        return found
    kind: PieceKind = next((name for name, test in KINDS if test(found, left.view, right.view)), "wording")
    return replace(found, kind=kind)


def _alone(piece: Piece, a: View, b: View, held: Callable[[Marked], frozenset[str]]) -> bool:
    """Whether a stretch holds words of such a slot that the other wording has nowhere: not moved, but changed."""
    left = held(a.marked).intersection(piece.a_words)
    right = held(b.marked).intersection(piece.b_words)
    return not left.issubset(b.words) or not right.issubset(a.words)


def _telling(words: Sequence[str]) -> set[str]:
    return set(words) - function_words()


def _denies(piece: Piece, a: View, b: View) -> bool:
    del a, b
    if piece.a_denials % 2 != piece.b_denials % 2:
        return True
    if turned_round(piece) == "polarity":
        return True
    against = frozenset().union(*[antonyms(base(one)) for one in piece.a_words])
    return bool(against) and any(base(two) in against for two in piece.b_words)


def _dated(piece: Piece, a: View, b: View) -> bool:
    if turned_round(piece) == "date" or calendar(piece.a_words) or calendar(piece.b_words):
        return True
    return _alone(piece, a, b, _DATES)


def _valued(piece: Piece, a: View, b: View) -> bool:
    if turned_round(piece) == "value" or rates_differ(piece):
        return True
    return _alone(piece, a, b, _VALUES)


def _hedged(piece: Piece, a: View, b: View) -> bool:
    left, right = a.marked.hedges, b.marked.hedges
    return not (left.isdisjoint(piece.a_words) and right.isdisjoint(piece.b_words))


def _covers(piece: Piece, a: View, b: View) -> bool:
    del a, b
    return any(word in breadths() for word in (*piece.a_words, *piece.b_words))


def _sourced(piece: Piece, a: View, b: View) -> bool:
    sides = ((piece.a_words, a.marked.source), (piece.b_words, b.marked.source))
    return any(not said.isdisjoint(_telling(words)) for words, said in sides if said)


def _linked(piece: Piece, a: View, b: View) -> bool:
    if a.mention.strength == b.mention.strength:
        return False
    return any(base(word) in links() for word in (*piece.a_words, *piece.b_words))


def _acted(piece: Piece, a: View, b: View) -> bool:
    if doers_differ(piece):
        return True
    one, two = a.marked.actors, b.marked.actors
    if not one or not two:
        return False
    return bool(_telling(piece.a_words) & one and _telling(piece.b_words) & two)


KINDS: Final[tuple[tuple[PieceKind, Callable[[Piece, View, View], bool]], ...]] = (
    ("date", _dated),
    ("value", _valued),
    ("polarity", _denies),
    ("certainty", _hedged),
    ("source", _sourced),
    ("scope", _covers),
    ("strength", _linked),
    ("who", _acted),
)
"""Tried in this order; the first that says yes names the stretch."""


def turned_round(piece: Piece) -> PieceKind | None:
    """The kind of difference that one closed-class word for its opposite makes, if that is all there is."""
    if len(piece.a_words) != 1 or len(piece.b_words) != 1:
        return None
    kind = opposed().get(frozenset({piece.a_words[0], piece.b_words[0]}))
    return next((name for name, _ in KINDS if name == kind), None)


def calendar(words: Sequence[str]) -> dict[int, str]:
    """Names of times among folded words, by class (weekday, month, …)."""
    known = times()
    return {known[word]: word for word in words if word in known}


def times_differ(piece: Piece) -> bool:
    """Whether the two sides name different times of one class ("Monday", "Thursday")."""
    one, two = calendar(piece.a_words), calendar(piece.b_words)
    return any(one[number] != two[number] for number in one.keys() & two.keys())


_ARTICLES = frozenset({"a", "an", "the"})
_PER = frozenset({"a", "an", "per", "each", "every"})
_SPANS = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "quarter",
        "year",
        "decade",
        "century",
    ]
)


def rates_differ(piece: Piece) -> bool:
    """Whether an amount counts for another span of time: "a month", "a week"."""
    if (
        len(piece.a_words) != 1
        or len(piece.b_words) != 1
        or piece.before[-1:] == ()
        or piece.before[-1] not in _PER
    ):
        return False
    return piece.a_words != piece.b_words and _SPANS.issuperset((piece.a_words[0], piece.b_words[0]))


def figures_differ(piece: Piece, a: View, b: View) -> bool:
    """Whether a bare figure stands in the place of another, and neither is part of a value: hours, results, numbers."""
    if len(piece.a_words) != len(piece.b_words):
        return False
    changed = [(one, two) for one, two in zip(piece.a_words, piece.b_words, strict=True) if one != two]
    if len(changed) != 1 or not all(word[0].isdigit() for word in changed[0]):
        return False
    one, two = changed[0]
    return not (_is_valued(one, a) or _is_valued(two, b))


def _is_valued(word: str, view: View) -> bool:
    return word in view.marked.values or word in view.marked.dates


def doers_differ(piece: Piece) -> bool:
    """Whether another party stands in the place of the doer: first, or behind "by", or both by name."""
    if not _telling(piece.a_words) or not _telling(piece.b_words):
        return False
    if [word for word in piece.before if word not in _ARTICLES][-1:] == ["by"]:
        return True
    named = _is_name(piece.a) and _is_name(piece.b)
    return named if not piece.opens else named and len(piece.a_words) == len(piece.b_words) > 1


def _is_name(text: str) -> bool:
    words = [text[start:end] for start, end in strings.word_spans(text)]
    telling = [word for word in words if word.casefold() not in function_words()]
    return bool(telling) and all(word[0].isupper() for word in telling)
