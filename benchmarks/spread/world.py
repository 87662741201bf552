"""Whole worlds: a seed, a size, and a history that is known because it was made here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final, Literal

from benchmarks.spread import takers, tellers, threads
from benchmarks.spread.pages import Page
from benchmarks.spread.press import Operator, Press
from benchmarks.spread.stock import Deck, Topic, names, topics

Dates = Literal["all", "third", "none", "false"]
"""Which dates are shown: all true; a third missing; none; all, a tenth of them wrong."""
DATES: Final[tuple[Dates, ...]] = ("all", "third", "none")

OPERATORS: Final[tuple[tuple[Operator, int], ...]] = (
    (tellers.first_telling, 6),
    (takers.repost, 14),
    (takers.retouch, 18),
    (takers.quotation, 11),
    (takers.retelling, 14),
    (threads.thread, 7),
    (takers.update, 8),
    (tellers.wire, 3),
    (tellers.magazine, 4),
    (tellers.family, 3),
    (tellers.ring, 3),
    (tellers.denial, 3),
    (tellers.chatter, 3),
)
"""What may happen next, and how often."""
_PAGES_A_TOPIC = 34
"""A small world has one topic for so many pages, so that independent pages share no sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Pages with their history.

    Attributes:
        dealt: The topics it is set from.
        ids: Page number to the id of its row.
    """

    seed: int
    pages: tuple[Page, ...]
    dealt: tuple[Topic, ...]
    ids: tuple[str, ...]

    @property
    def families(self) -> tuple[tuple[str, ...], ...]:
        """The outlets that have one owner."""
        return tuple(tuple(house["outlets"]) for house in names()["families"])

    def fillers(self, claim: str) -> Mapping[str, tuple[str, ...]]:
        """Placeholder to its fillers, for the statement of a claim."""
        return next(s.slots for topic in self.dealt for s in topic.statements if s.id == claim)

    def claims(self) -> tuple[str, ...]:
        """The claims that some page tells, by id."""
        return tuple(sorted({claim for page in self.pages for claim in page.told()}))

    def shown_dates(self, dates: Dates) -> Mapping[int, str]:
        """Page number to the day its page gives, where it gives one."""
        rng = Random(f"{self.seed} dates {dates}")
        shown: dict[int, str] = {}
        for page in self.pages:
            hidden = dates == "none" or (dates == "third" and rng.random() < 1 / 3)
            moved = rng.choice((-30.0, 30.0)) if dates == "false" and rng.random() < 0.1 else 0.0
            if not hidden:
                shown[page.number] = _day(page.time + moved)
        return shown


def _day(time: float) -> str:
    """Days since the beginning as a date; every month of these worlds has 28 days."""
    day = int(time) + 28 * 12 * 2012 + 28 * 4
    return f"{day // 336:04d}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}"


def make(seed: int, size: int) -> World:
    """A world of about ``size`` documents.

    Args:
        seed: Below 100 for tuning, from 1000 for measuring.
        size: From 20 to 20,000.
    """
    rng = Random(seed)
    everything = topics()
    count = min(len(everything), 1 + size // _PAGES_A_TOPIC)
    dealt = tuple(rng.sample(everything, count))
    press = Press(rng=rng, deck=Deck(rng=rng, again=size > _PAGES_A_TOPIC * len(everything)), topics=dealt)
    _open(press)
    weights = [weight for _, weight in OPERATORS]
    misses = 0
    while len(press.pages) < size and misses < 200:
        happens = rng.choices(OPERATORS, weights)[0][0]
        misses = 0 if happens(press) else misses + 1
    numbers = list(range(len(press.pages)))
    rng.shuffle(numbers)
    ids = tuple(f"{number:05x}{rng.randrange(16**6):06x}" for number in numbers)
    return World(seed=seed, pages=tuple(press.pages), dealt=dealt, ids=ids)


def _open(press: Press) -> None:
    """Each claim is told by somebody first; one now and then in a thread."""
    held = press.chance(0.35)
    for topic in press.topics:
        claims = [statement.id for statement in topic.statements]
        press.rng.shuffle(claims)
        if held:
            claims.pop()
        while claims:
            some = press.rng.choice((1, 2, 2, 3))
            tellers.tell_first(press, topic, claims[:some])
            del claims[:some]
    if held:
        threads.thread_first(press)
