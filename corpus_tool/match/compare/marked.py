"""The folded words of a mention by what they are marked as: a figure, a date, a doer, a hedge, a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus_tool import text as strings
from corpus_tool.models import Mention

VALUES = frozenset({"quantity", "range", "money", "percent", "duration", "ratio", "ordinal"})
DATES = frozenset({"date", "deadline"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of the slots, hedges and attribution of one mention."""

    values: frozenset[str]
    dates: frozenset[str]
    actors: frozenset[str]
    hedges: frozenset[str]
    source: frozenset[str]


def marked(mention: Mention) -> Marked:
    """The words of a mention by what they are marked as."""
    given = (mention.attribution.source, mention.attribution.cue)
    return Marked(
        values=_held(mention, VALUES),
        dates=_held(mention, DATES),
        actors=_held(mention, frozenset({"actor"})),
        hedges=_words(hedge.text for hedge in mention.hedges),
        source=_words(part.text for part in given if part is not None),
    )


def _held(mention: Mention, kinds: frozenset[str]) -> frozenset[str]:
    return _words(slot.text for slot in mention.slots if slot.kind in kinds)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset([word for text in texts for word in strings.words(text)])
