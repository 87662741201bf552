"""Wordings that are the same after normalisation, taken together and compared once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_tool.match.normal import key
from corpus_tool.models import Mention
from corpus_tool.text import digest


@dataclass(frozen=True, slots=True)
class Unit:
    """Mentions that say the same words in the same standing.

    Attributes:
        id: Digest of what they share, so that it does not depend on the pile.
        mentions: Sorted by id; the first stands for all in comparisons.
    """

    id: str
    mentions: tuple[Mention, ...]

    @property
    def face(self) -> Mention:
        """The mention compared on behalf of the unit."""
        return next((mention for mention in self.mentions if not mention.quoted), self.mentions[0])


def standing(mention: Mention) -> str:
    """Digest of all that a comparison reads from a mention."""
    slots = [
        (slot.kind, slot.value, slot.low, slot.high, slot.unit, slot.direction) for slot in mention.slots
    ]
    return digest(
        key(mention.text), key(mention.context), mention.polarity, f"{mention.certainty:.2f}",
        mention.strength, mention.scope, slots,
    )  # fmt: skip


def units(mentions: Sequence[Mention]) -> list[Unit]:
    """Units sorted by id."""
    held: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda one: one.id):
        held.setdefault(standing(mention), []).append(mention)
    return [Unit(name, tuple(members)) for name, members in sorted(held.items())]
