"""Where this room's other packages (slots, attribution) are called from, in document coordinates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from corpus_tool.models import Attribution, Document, Slot, Span

UNSOURCED = Attribution()
"""What a statement rests on when the text names nothing."""


def slots_at(text: str, start: int, published: str | None) -> tuple[Slot, ...]:
    """Slots of a statement that begins at ``start`` of its field."""
    from corpus_tool.extract.slots import slots

    found: Sequence[Slot] = slots(text, published=published)
    return tuple(replace(slot, start=slot.start + start, end=slot.end + start) for slot in found)


def attributions_in(document: Document) -> tuple[Attribution, ...]:
    """What the statements of a document's text can rest on."""
    from corpus_tool.extract.attribution.sourcing import sources

    return sources(document)


class Sourcing:
    """The attributions of one document, asked which of them a statement rests on."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._all = attributions
        by_start = sorted(
            (item.content.start, at) for at, item in enumerate(attributions) if item.content is not None
        )
        self._starts = [start for start, _ in by_start]
        self._order = [at for _, at in by_start]
        ends = (content.end for at in self._order if (content := attributions[at].content) is not None)
        self._reach = list(accumulate(ends, max))

    def of(self, span: Span, lead: Span | None) -> Attribution:
        """The attribution of the statement at ``span``: largest overlap of content, else that of its lead-in."""
        near = sorted(self._near(span))
        best = max(
            near,
            key=lambda at: (_overlap(self._all[at], span), self._all[at].scope == "sentence"),
            default=-1,
        )
        if best >= 0 and _overlap(self._all[best], span) > 0:
            return self._inner(near, best, span)
        if lead is None:
            return UNSOURCED
        governing = [item for item in self._all if _stands_in(item, lead)]
        return governing[-1] if governing else UNSOURCED

    def _inner(self, near: Sequence[int], best: int, span: Span) -> Attribution:
        """The source that a quoted statement names itself, where the one found for it stands before the quotation."""
        outer = self._all[best]
        own = [
            self._all[at]
            for at in near
            if at != best
            and self._all[at].grade in ("primary", "secondary")
            and _named_within(self._all[at], span)
            and _overlap(self._all[at], span) > 0
        ]
        return own[0] if own and not _named_within(outer, span) else outer

    def _near(self, span: Span) -> Iterator[int]:
        """Those whose content begins before the span ends and may reach into it."""
        place = bisect_left(self._starts, span.end) - 1
        while place >= 0 and self._reach[place] > span.start:
            yield self._order[place]
            place -= 1


def _overlap(attribution: Attribution, span: Span) -> int:
    content = attribution.content
    return 0 if content is None else max(0, min(content.end, span.end) - max(content.start, span.start))


def _named_within(attribution: Attribution, span: Span) -> bool:
    source = attribution.source
    return source is not None and span.start <= source.start and source.end <= span.end


def _stands_in(attribution: Attribution, lead: Span) -> bool:
    """Whether source or cue stands in the lead-in ("According to the memo:")."""
    part = attribution.cue or attribution.source
    return part is not None and lead.start <= part.start and part.end <= lead.end
