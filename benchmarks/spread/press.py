"""The state of a world while it is being made, and how single sentences are set."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.spread.pages import Block, Page, Piece
from benchmarks.spread.stock import Deck, Figures, Statement, Topic, filled, frames, names

_DRIFT = 0.12
"""How often an independent teller has another figure, doer or breadth."""


@dataclass(slots=True)
class Press:
    """Pages in the order of their making, and the stock they are made from."""

    rng: Random
    deck: Deck
    topics: Sequence[Topic]
    pages: list[Page] = field(default_factory=list)
    clock: float = 0.0
    outlets: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)

    def page(self, **more: Any) -> Page:
        """A new article, some hours after the last page."""
        self.clock += self.rng.expovariate(1 / 1.5) + 0.05
        made = Page(
            number=len(self.pages), time=self.clock, outlet=self.outlet(), author=self.person(), **more
        )
        self.pages.append(made)
        return made

    def outlet(self) -> str:
        """An outlet that has printed nothing yet, while there are such."""
        if not self.outlets:
            self.outlets = list(names()["outlets"])
            self.rng.shuffle(self.outlets)
        return self.outlets.pop()

    def person(self) -> str:
        """A name to sign with."""
        if not self.people:
            self.people = list(names()["people"])
            self.rng.shuffle(self.people)
        return self.people.pop()

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.rng.random() < share

    def topic(self, name: str) -> Topic:
        """The topic of this name."""
        return next(topic for topic in self.topics if topic.name == name)

    def statement(self, claim: str) -> Statement:
        """The statement with this id."""
        return next(s for topic in self.topics for s in topic.statements if s.id == claim)

    def frame(self, sort: str) -> str:
        """One of the frame sentences, dealt out before any comes again."""
        options = frames()[sort]
        return self.deck.deal("frames", sort, options) or self.rng.choice(options)


def figures(press: Press, statement: Statement, drift: float = _DRIFT) -> Figures:
    """Fillers for a telling: the true ones, but for a share that has another."""
    return tuple(
        (slot, press.rng.randrange(1, len(options)) if len(options) > 1 and press.chance(drift) else 0)
        for slot, options in sorted(statement.slots.items())
    )


def fillers(statement: Statement, chosen: Figures) -> dict[str, str]:
    """The words of chosen fillers."""
    return {slot: statement.slots[slot][number] for slot, number in chosen}


def sentence(press: Press, statement: Statement, sort: str, words: Mapping[str, str]) -> str | None:
    """The next sentence of a sort with its placeholders filled; null where the sort is used up."""
    template = press.deck.deal(statement.id, sort, statement.forms[sort])
    return None if template is None else filled(template, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a claim is to be told: hedged, on a source outside the pile, or credited to a page."""

    hedged: bool = False
    source: str = ""
    magazine: str = ""
    page: Page | None = None


PLAIN = Manner()


def tell(press: Press, statement: Statement, chosen: Figures, manner: Manner = PLAIN) -> Piece | None:
    """A fresh sentence that tells a claim; null where no wording is left."""
    words = fillers(statement, chosen)
    sort = "hedged" if manner.hedged else "wordings"
    if manner.source:
        sort, words["source"] = "quoted_by", manner.source
    elif manner.magazine:
        sort, words["outlet"] = "outlet", manner.magazine
    elif manner.page is not None:
        sort, words["outlet"] = "outlet", manner.page.outlet
    text = sentence(press, statement, sort, words)
    if text is None:
        return None
    return Piece(
        kind="tell", text=text, claim=statement.id, figures=chosen, hedged=manner.hedged, role="states",
        source=manner.source or manner.magazine, credits=manner.page.number if manner.page is not None else -1,
    )  # fmt: skip


def around(press: Press, topic: Topic, sort: str, count: int) -> tuple[Piece, ...]:
    """Up to ``count`` sentences of a topic that state nothing."""
    dealt = (press.deck.deal(topic.name, sort, topic.forms[sort]) for _ in range(count))
    kind = {"intro": "intro", "filler": "filler", "closing": "closing"}[sort]
    return tuple(Piece(kind=kind, text=text) for text in dealt if text is not None)  # type: ignore[arg-type]  # one of the kinds


def prose(press: Press, topic: Topic, tells: Sequence[Piece]) -> list[Block]:
    """Paragraphs: an opening, each telling among sentences that state nothing, a close."""
    blocks = [
        Block(style="prose", pieces=around(press, topic, "intro", 1) + around(press, topic, "filler", 1))
    ]
    for piece in tells:
        ahead = around(press, topic, "filler", press.rng.randrange(2))
        blocks.append(Block(style="prose", pieces=(*ahead, piece, *around(press, topic, "filler", 1))))
    blocks.append(Block(style="prose", pieces=around(press, topic, "closing", 1)))
    return [block for block in blocks if block.pieces]


def listed(press: Press, topic: Topic, tells: Sequence[Piece], *, hedged: bool) -> list[Block]:
    """A list under a lead line; a hedged lead governs all points."""
    sort = "list_lead_hedged" if hedged else "list_lead"
    text = press.deck.deal(topic.name, sort, topic.forms[sort]) or press.rng.choice(topic.forms[sort])
    lead = Piece(kind="lead", text=text, hedged=hedged)
    points = tuple(dataclasses.replace(piece, governed=hedged) for piece in tells)
    opening = Block(
        style="prose", pieces=around(press, topic, "intro", 1) + around(press, topic, "filler", 2)
    )
    closing = Block(
        style="prose", pieces=around(press, topic, "filler", 1) + around(press, topic, "closing", 1)
    )
    blocks = [opening, Block(style="list", pieces=(lead, *points)), closing]
    return [block for block in blocks if block.pieces]


def headline(press: Press, topic: Topic, tells: Sequence[Piece]) -> Piece:
    """A headline that tells the first flat telling of a page, or one that tells nothing."""
    flat = [piece for piece in tells if piece.tells and not piece.hedged and not piece.governed]
    if flat and len(flat) == len(tells) and press.chance(0.5):
        first = flat[0]
        statement = press.statement(first.claim)
        text = sentence(press, statement, "headline", fillers(statement, first.figures))
        if text is not None:
            return dataclasses.replace(first, kind="title", text=text, source="", credits=-1)
    low = topic.name[:1].lower() + topic.name[1:]
    text = press.frame("plain_title").format(topic=topic.name, topic_low=low)
    return Piece(kind="title", text=text)


def with_furniture(press: Press, blocks: list[Block]) -> list[Block]:
    """The page's blocks with, often, a line of the house that many houses have."""
    if press.chance(0.5):
        return blocks
    line = Piece(kind="furniture", text=press.rng.choice(frames()["furniture"]))
    return [*blocks, Block(style="line", pieces=(line,))]


Operator = Callable[[Press], bool]
"""Adds pages to a world; false where the world does not hold what it needs."""
