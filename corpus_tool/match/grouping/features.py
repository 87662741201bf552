"""What makes two wordings tellings of one claim, one small question a function, each 0–1.

Unlike `corpus_tool.match.compare`, which asks whether two wordings say the same, these ask whether
a reader would file them under one heading: another figure, the opposite, a hedge do not part them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from corpus_tool import text as strings
from corpus_tool.embedding import embed
from corpus_tool.match.background import weight
from corpus_tool.match.grouping.names import names_in, opening_name
from corpus_tool.match.grouping.stated import stated, unattributed
from corpus_tool.match.normal import content_words
from corpus_tool.match.once import once
from corpus_tool.match.senses import Near, lemma_stem
from corpus_tool.models import Mention, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

_VALUES = frozenset({"quantity", "range", "money", "percent", "date", "deadline", "duration", "ratio"})
_FULL_WEIGHT = 14.0
_COMPANY = 0.9
"""Static vectors of two words count a little less than a sense that both have."""
_LENT = 0.5
"""A word lent by the context counts half: it was said elsewhere."""


@dataclass(frozen=True, eq=False)
class Aspect:
    """A wording, ready to be weighed.

    Attributes:
        stems: Its content words as lemma stems, then those of its context, no stem twice.
        weights: Background weight of each, half for lent words; shape ``(n,)``.
        table: Unit vectors of all words in hand, shape ``(words, 256)``.
        rows: Where in it each word's is.
        vector: Sentence embedding with context.
        figures: Numbers and dates it states, each with what it counts.
        units: What is counted or dated.
        effects: Effect slots.
        joined: Stems of neighbouring words written as one ("video games" as "videogames"), with the
            place of the first.
        names: Words of the names in what it states, its source aside.
        opening: Its first word, where that can only be a name.
    """

    stems: tuple[str, ...]
    weights: Vector
    table: Vector
    rows: NDArray[np.int64]
    vector: Vector
    figures: dict[str, frozenset[str]]
    units: frozenset[str]
    effects: tuple[Slot, ...]
    joined: dict[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()

    @once
    def columns(self) -> dict[str, int]:
        """The place of each stem."""
        return {stem: at for at, stem in enumerate(self.stems)}

    @once
    def total(self) -> float:
        """Sum of the weights."""
        return float(self.weights.sum())

    @property
    def words(self) -> Vector:
        """Unit vector of each stem's word, shape ``(n, 256)``; taken from the table when asked for."""
        return _words(self)


@lru_cache(maxsize=64)
def _words(aspect: Aspect) -> Vector:
    """Kept for the wordings in hand: one is weighed against several in a row."""
    return aspect.table[aspect.rows]


def aspects(mentions: Sequence[Mention]) -> list[Aspect]:
    """One aspect a mention, in order."""
    held = [_weighted(mention) for mention in mentions]
    rows = {word: row for row, word in enumerate(dict.fromkeys(w for words in held for w in words))}
    vectors = embed(list(rows))
    whole = embed([f"{stated(mention)} {mention.subject or ''}".strip() for mention in mentions])
    return [
        _aspect(
            mention,
            words,
            _Vectors(vectors, np.array([rows[word] for word in words], dtype=np.int64), whole[at]),
        )
        for at, (mention, words) in enumerate(zip(mentions, held, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Vectors:
    table: Vector
    rows: NDArray[np.int64]
    whole: Vector


def _weighted(mention: Mention) -> dict[str, float]:
    """Content words, one for each stem, with their weights."""
    found: dict[str, float] = {}
    seen: set[str] = set()
    lent = f"{mention.subject or ''} {mention.context}"
    for words, share in ((content_words(stated(mention)), 1.0), (content_words(lent), _LENT)):
        for word in words:
            if lemma_stem(word) not in seen:
                seen.add(lemma_stem(word))
                found[word] = share * weight(word)
    return found


def _aspect(mention: Mention, words: dict[str, float], vectors: _Vectors) -> Aspect:
    values = [slot for slot in mention.slots if slot.kind in _VALUES]
    return Aspect(
        stems=tuple(lemma_stem(word) for word in words),
        weights=np.array(list(words.values()), dtype=np.float32),
        table=vectors.table,
        rows=vectors.rows,
        vector=vectors.whole,
        figures=_figures(mention.text, values),
        units=frozenset(slot.unit or slot.kind for slot in values),
        effects=tuple(slot for slot in mention.slots if slot.kind == "effect"),
        joined={lemma_stem(one + two): at for at, (one, two) in enumerate(pairwise(words))},
        names=names_in(unattributed(mention)),
        opening=opening_name(unattributed(mention)),
    )


def _digits(text: str) -> frozenset[str]:
    """Figures as written, for wordings that nobody read values from (a codebook's)."""
    plain = (word.rstrip("%").replace(",", "") for word in strings.words(text) if word[0].isdigit())
    return frozenset(f"{float(word):g}" for word in plain if word.replace(".", "", 1).isdigit())


def _figures(text: str, values: Sequence[Slot]) -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = {figure: set() for figure in sorted(_digits(text))}
    for slot in values:
        for bound in _bounds(slot):
            held.setdefault(bound, set()).add(slot.unit or slot.kind)
    return {figure: frozenset(units) for figure, units in held.items()}


def _bounds(slot: Slot) -> list[str]:
    numbers = [f"{bound:g}" for bound in (slot.low, slot.high) if bound is not None]
    return numbers or ([slot.value] if slot.value else [])


@dataclass(frozen=True, slots=True, eq=False)
class Likened:
    """Two aspects, and what both say.

    Attributes:
        less, more: How much of each side's weight finds a near word on the other, the smaller first.
        shared: On each side, the weights of the stems that both use.
    """

    a: Aspect
    b: Aspect
    less: float
    more: float
    shared: tuple[list[float], list[float]]


def likened(a: Aspect, b: Aspect, near: Near | None = None) -> Likened:
    """Word by word nearness: the better of shared sense and vector cosine, 0–1.

    Args:
        a: One wording.
        b: The other.
        near: The senses of all stems in hand, where many pairs are weighed.
    """
    shared = _shared_weights(a, b), _shared_weights(b, a)
    if not a.stems or not b.stems:
        return Likened(a, b, 0.0, 0.0, shared)
    company = np.minimum(np.maximum(a.words @ b.words.T, 0), 1) * _COMPANY
    found = np.maximum(company, _senses(a, b, Near((*a.stems, *b.stems)) if near is None else near))
    _compounds(found, a, b)
    _compounds(found.T, b, a)
    one, two = _covered(a, found.max(axis=1)), _covered(b, found.max(axis=0))
    return Likened(a, b, min(one, two), max(one, two), shared)


def _compounds(near: NDArray[np.float32], side: Aspect, other: Aspect) -> None:
    """Two words of one side that the other writes as one are that word."""
    for stem in side.joined.keys() & other.columns.keys():
        at = side.joined[stem]
        near[at : at + 2, other.columns[stem]] = 1.0


def _senses(one: Aspect, two: Aspect, near: Near) -> NDArray[np.float32]:
    """How near the stems of two wordings come in meaning, shape ``(len(one), len(two))``."""
    found = np.zeros((len(one.stems), len(two.stems)), dtype=np.float32)
    columns = two.columns
    for row, stem in enumerate(one.stems):
        same = columns.get(stem)
        if same is not None:
            found[row, same] = 1.0
        senses = near.of(stem)
        for other in senses.keys() & columns.keys():
            found[row, columns[other]] = senses[other]
    return found


def _covered(side: Aspect, best: Vector) -> float:
    return float(side.weights @ best) / side.total if side.total else 0.0


def said_by_both(pair: Likened) -> float:
    """How much of the one that says more the other says too, in whatever words."""
    return pair.less


def said_by_one(pair: Likened) -> float:
    """How much of the one that says less the other says too, in whatever words."""
    return pair.more


def same_topic(pair: Likened) -> float:
    """Cosine of the sentence embeddings."""
    return max(0.0, float(pair.a.vector @ pair.b.vector))


def telling_word(pair: Likened) -> float:
    """The most telling word that both use."""
    return min(1.0, max(pair.shared[0], default=0.0) / _FULL_WEIGHT)


def words_shared(pair: Likened) -> float:
    """Share of the telling words that both use."""
    held = sum(pair.shared[0]) + sum(pair.shared[1])
    total = float(pair.a.weights.sum() + pair.b.weights.sum())
    return held / total if total else 0.0


def _shared_weights(side: Aspect, other: Aspect) -> list[float]:
    held = other.columns
    if side.columns.keys().isdisjoint(held):
        return []
    return [w for stem, w in zip(side.stems, side.weights.tolist(), strict=True) if stem in held]


@lru_cache(maxsize=4_096)
def _telling(figure: str) -> float:
    """How little chance there is that two writers hit on one figure: "5" little, "61204" next to none."""
    digits = figure.replace("-", "").replace(".", "").strip("0") or "0"
    return min(1.0, (len(digits) + 0.3 * (len(figure.split(".", maxsplit=1)[0]) - 1)) / 4)


def _other_measure(pair: Likened, figure: str) -> bool:
    one, two = pair.a.figures[figure], pair.b.figures[figure]
    return bool(one) and bool(two) and not one & two


def _agreeing(pair: Likened) -> dict[str, float]:
    """Figures that both state, by how telling.

    Where they count different things a telling figure still speaks ("61,204 names", "61,204
    defaulters"), a common one hardly ("five firms", "five decibels").
    """
    shared = sorted(pair.a.figures.keys() & pair.b.figures.keys())
    return {one: _telling(one) * (_telling(one) if _other_measure(pair, one) else 1.0) for one in shared}


def figures_agree(pair: Likened) -> float:
    """Share of the figures and dates that both state, telling ones counting more."""
    either = sum(_telling(figure) for figure in sorted(pair.a.figures.keys() | pair.b.figures.keys()))
    return sum(_agreeing(pair).values()) / either if either else 0.0


def telling_figure(pair: Likened) -> float:
    """The most telling figure that both state."""
    return max(_agreeing(pair).values(), default=0.0)


def figures_clash(pair: Likened) -> float:
    """Both state figures of one measure, and none is the same."""
    return float(_apart(pair) and _one_measure(pair))


def figures_elsewhere(pair: Likened) -> float:
    """Both state figures, of different measures, and none is the same."""
    return float(_apart(pair) and not _one_measure(pair))


def _apart(pair: Likened) -> bool:
    return bool(pair.a.figures) and bool(pair.b.figures) and not pair.a.figures.keys() & pair.b.figures.keys()


def _one_measure(pair: Likened) -> bool:
    one = {unit for units in pair.a.figures.values() for unit in units}
    return any(unit in one for units in pair.b.figures.values() for unit in units)


def figure_on_one_side(pair: Likened) -> float:
    """The most telling figure of the one side, where the other states none."""
    if bool(pair.a.figures) == bool(pair.b.figures):
        return 0.0
    return max(map(_telling, pair.a.figures or pair.b.figures))


def effect_on_one_side(pair: Likened) -> float:
    """One states an effect and the other does not."""
    return float(bool(pair.a.effects) != bool(pair.b.effects))


def same_measure(pair: Likened) -> float:
    """Share of what is counted or dated that is the same on both sides."""
    either = pair.a.units | pair.b.units
    return len(pair.a.units & pair.b.units) / len(either) if either else 0.0


def same_effect(pair: Likened) -> float:
    """Both state an effect in the same direction."""
    return float(bool({s.direction for s in pair.a.effects} & {s.direction for s in pair.b.effects}))


def other_effect(pair: Likened) -> float:
    """Both state effects, in different directions only."""
    return float(bool(pair.a.effects) and bool(pair.b.effects) and not same_effect(pair))


FEATURES: Final[tuple[Callable[[Likened], float], ...]] = (
    said_by_both,
    said_by_one,
    same_topic,
    telling_word,
    words_shared,
    figures_agree,
    telling_figure,
    figures_clash,
    figures_elsewhere,
    figure_on_one_side,
    same_measure,
    same_effect,
    other_effect,
    effect_on_one_side,
)
