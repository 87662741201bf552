"""The order in which recognisers read a text: what is taken by one is left alone by the next."""

from __future__ import annotations

from corpus_tool.extract.slots import vetoes
from corpus_tool.extract.slots.dates import dates
from corpus_tool.extract.slots.ordinals import ordinals
from corpus_tool.extract.slots.quantities import quantities
from corpus_tool.extract.slots.ratios import ratios
from corpus_tool.extract.slots.tokens import Tokens, tokens
from corpus_tool.models import Slot


def slots(text: str, *, published: str | None = None) -> tuple[Slot, ...]:
    """Every value of a text, in order of place.

    Args:
        text: A sentence or clause.
        published: EDTF date of the document, from which "last March" is counted.

    Returns:
        Slots with offsets into ``text``. Numbers, dates and ratios never overlap one another;
        actors, conditions and effects may hold them.
    """
    t = tokens(text)
    taken = _blocked(t)
    found = [*dates(t, taken, published), *ratios(t, taken), *ordinals(t, taken), *quantities(t, taken)]
    return tuple(sorted(found, key=lambda s: (s.start, s.end, s.kind)))


def _blocked(t: Tokens) -> bytearray:
    """One flag a token; addresses are taken from the start."""
    taken = bytearray(t.size)
    for start, end in vetoes.url_spans(t.text):
        for i in range(t.size):
            if start <= t.start[i] < end:
                taken[i] = 1
    return taken
