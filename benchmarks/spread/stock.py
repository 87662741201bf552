"""The hand-written text that worlds are set from, and decks that deal each sentence once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

FOLDER = Path(__file__).parent
SLOTS = ("value", "actor", "scope")
Figures = tuple[tuple[str, int], ...]
"""Which filler of each placeholder a telling has: the name of the placeholder and a number from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement with all its wordings.

    Attributes:
        id: Topic and statement.
        slots: Placeholder to its fillers, the true one first.
        forms: Sort of sentence ("wordings", "hedged", …) to the sentences of that sort.
    """

    id: str
    slots: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic: its statements and the sentences that stand around them."""

    name: str
    statements: tuple[Statement, ...]
    forms: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """All topics, by file name."""
    return tuple(
        _topic(path.stem, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted((FOLDER / "topics").glob("*.json"))
    )


def _topic(stem: str, table: dict[str, Any]) -> Topic:
    rows = table["statements"]
    return Topic(
        name=table["topic"],
        statements=tuple(_statement(f"{stem}.{row['id']}", row) for row in rows),
        forms={
            key: tuple(value)
            for key, value in table.items()
            if isinstance(value, list) and key != "statements"
        },
    )


def _statement(name: str, row: dict[str, Any]) -> Statement:
    slots = {**row.get("values", {}), "actor": row.get("actor", []), "scope": row.get("scope", [])}
    return Statement(
        id=name,
        slots={key: tuple(fillers) for key, fillers in slots.items() if fillers},
        forms={
            key: tuple(value)
            for key, value in row.items()
            if isinstance(value, list) and key not in {"actor", "scope"}
        },
    )


@lru_cache(maxsize=1)
def names() -> Mapping[str, Any]:
    """Outlets, families, agencies, magazines and people."""
    table: dict[str, Any] = json.loads((FOLDER / "outlets.json").read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=1)
def frames() -> Mapping[str, Any]:
    """What stands around copied text: credits, lead-ins, furniture."""
    table: dict[str, Any] = json.loads((FOLDER / "frames.json").read_text(encoding="utf-8"))
    return table


def filled(template: str, fillers: Mapping[str, str]) -> str:
    """A template with its placeholders filled, the first letter of each sentence a capital."""
    text = template
    for key, filler in fillers.items():
        text = text.replace("{" + key + "}", filler)
    return text[:1].upper() + text[1:] if template.startswith("{") else text


@dataclass(slots=True)
class Deck:
    """Deals the sentences of each list in random order, none twice until all are gone.

    Two pages that share a sentence by chance would look like copies; so a list that is used up deals
    nothing more, unless ``again`` says that it may start over (in very large worlds).
    """

    rng: Random
    again: bool = False
    waiting: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def deal(self, owner: str, sort: str, options: Sequence[str]) -> str | None:
        """The next sentence of a list; null where all are gone.

        Args:
            owner: Whose list it is: a topic's or a statement's name.
            sort: Which of its lists.
            options: The list.
        """
        key = (owner, sort)
        if key not in self.waiting or (not self.waiting[key] and self.again):
            order = list(range(len(options)))
            self.rng.shuffle(order)
            self.waiting[key] = order
        return options[self.waiting[key].pop()] if self.waiting[key] else None
