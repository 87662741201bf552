"""Where this room's other packages (slots, attribution) are called from, in document coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


def resting_on(attributions: Sequence[Attribution], span: Span, lead: Span | None) -> Attribution:
    """The attribution of the statement at ``span``: largest overlap of content, else that of its lead-in."""
    best = max(attributions, key=lambda item: (_overlap(item, span), item.scope == "sentence"), default=None)
    if best is not None and _overlap(best, span) > 0:
        return best
    if lead is None:
        return UNSOURCED
    governing = [item for item in attributions if _stands_in(item, lead)]
    return governing[-1] if governing else UNSOURCED


def _overlap(attribution: Attribution, span: Span) -> int:
    content = attribution.content
    return 0 if content is None else max(0, min(content.end, span.end) - max(content.start, span.start))


def _stands_in(attribution: Attribution, lead: Span) -> bool:
    """Whether source or cue stands in the lead-in ("According to the memo:")."""
    part = attribution.cue or attribution.source
    return part is not None and lead.start <= part.start and part.end <= lead.end
