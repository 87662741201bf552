"""How far what was said of a world is what is true of it: edges, origins, flags, confidences."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.spread.equal import History
from benchmarks.spread.reader import Reader
from benchmarks.spread.truth import SCORED, Edge, Telling

_MANY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody says of a world, in the world's own names.

    Attributes:
        edges: Derivations between pages, with their confidence.
        origins: Claim to its origins counted.
        flags: Claim to the codes raised, with how sure each is said to be.
    """

    edges: tuple[tuple[Edge, float], ...]
    origins: Mapping[str, int]
    flags: Mapping[str, Mapping[str, float]]
    absent: frozenset[tuple[str, int]] = frozenset()
    """Sources outside the pile, by name, with the pages that are said to rest on them."""


@dataclass(slots=True)
class Counts:
    """Right, missed and wrong of one thing."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def add(self, other: Counts) -> None:
        """Add another's counts to these."""
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 where nothing was said."""
        said = self.right + self.wrong
        return self.right / said if said else 1.0

    @property
    def recall(self) -> float:
        """Share of what is true that was said; 1 where there is nothing."""
        true = self.right + self.missed
        return self.right / true if true else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = 2 * self.right + self.missed + self.wrong
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Score:
    """All figures of one world, or of many pooled."""

    edges: Counts = field(default_factory=Counts)
    flags: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    absent: Counts = field(default_factory=Counts)
    origins: list[tuple[int, int]] = field(default_factory=list)
    """For each claim of two pages or more: origins said, and the nearest true number."""
    edge_odds: list[tuple[float, bool]] = field(default_factory=list)
    flag_odds: list[tuple[float, bool]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """What is wrong, in words, for whoever looks for causes."""

    def add(self, other: Score) -> None:
        """Pool another world's figures with these."""
        self.edges.add(other.edges)
        self.absent.add(other.absent)
        for code, counts in other.flags.items():
            self.flags[code].add(counts)
        self.origins += other.origins
        self.edge_odds += other.edge_odds
        self.flag_odds += other.flag_odds
        self.wrong += other.wrong

    @property
    def origins_exact(self) -> float:
        """Share of claims whose origins are counted right."""
        return _mean([said == true for said, true in self.origins])

    @property
    def origins_error(self) -> float:
        """Mean distance of the count."""
        return _mean([abs(said - true) for said, true in self.origins])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def calibration_error(odds: Iterable[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: the gap between what was said and how often it was right, by tenths."""
    groups: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for said, right in odds:
        groups[min(bins - 1, int(said * bins))].append((said, right))
    total = sum(len(group) for group in groups.values())
    gaps = (
        len(group) * abs(_mean([s for s, _ in group]) - _mean([r for _, r in group]))
        for group in groups.values()
    )
    return sum(gaps) / total if total else 0.0


def score(history: History, said: Said, *, counted: float = 0.5) -> Score:
    """Hold what was said against a history.

    Args:
        history: The world and the dates it shows.
        said: What was said of it.
        counted: Confidence from which an edge counts as said.
    """
    result = Score()
    _score_edges(history, said, counted, result)
    _score_absent(history, said, result)
    for claim in history.world.claims():
        tellings = history.tellings(claim)
        _score_origins(tellings, said, result)
        _score_flags(history, tellings, said, result)
    return result


def _score_edges(history: History, said: Said, counted: float, result: Score) -> None:
    sure = [edge for edge, confidence in said.edges if confidence >= counted]
    matched = _matched(history, sure)
    result.edges.right = len(matched)
    result.edges.missed = len(history.required) - len(matched)
    used = set(matched.values())
    for place, taking in enumerate(history.required):
        if place not in matched:
            result.wrong.append(
                f"edge missed {taking.trace} {taking.source}->{taking.taker} lossy={taking.lossy}"
            )
    for number, edge in enumerate(sure):
        good = number in used or _fits_any(history, edge) or history.neutral(edge)
        if not good:
            result.edges.wrong += 1
            result.wrong.append(f"edge wrong {edge.source}{'--' if edge.open else '->'}{edge.taker}")
    for edge, confidence in said.edges:
        if _fits_any(history, edge):
            result.edge_odds.append((confidence, True))
        elif not history.neutral(edge):
            result.edge_odds.append((confidence, False))


def _score_absent(history: History, said: Said, result: Score) -> None:
    """Sources that are not in the pile, page by page; those of claims that one page alone tells may be said or not."""
    passed_on = {c for c in history.world.claims() if sum(c in p.told() for p in history.world.pages) > 1}
    rows = [
        (p.source, page, p.claim in passed_on)
        for page in history.world.pages
        for p in page.pieces()
        if p.source
    ]
    rows += [(page.wire, page, True) for page in history.world.pages if page.wire]
    named = {(_bare(name), page.number) for name, page, _ in rows}
    needed = {(_bare(name), page.number) for name, page, told in rows if told}
    ours = {(_bare(name), number) for name, number in said.absent}
    for name, number in needed:
        found = any(n == number and _one_name(name, other) for other, n in ours)
        result.absent.right += found
        result.absent.missed += not found
        if not found:
            result.wrong.append(f"absent missed {name} in {number}")
    agencies = {_bare(page.wire) for page in history.world.pages if page.wire}
    for name, number in ours - {(name, n) for name, n in ours if name in agencies}:
        # Who prints an agency's text without its name is rightly traced to it.
        if not any(n == number and _one_name(name, other) for other, n in named):
            result.absent.wrong += 1
            result.wrong.append(f"absent wrong {name} in {number}")


def _bare(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def _one_name(one: str, other: str) -> bool:
    """Whether one name is the other, or a part of it ("By-law of Tolver")."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _fits_any(history: History, edge: Edge) -> bool:
    return any(history.fits(place, edge) for place in range(len(history.required)))


def _matched(history: History, edges: Sequence[Edge]) -> dict[int, int]:
    """Required takings to the edges that say them, each edge for one taking, as many as can be (augmenting paths)."""
    fits = {
        place: [number for number, edge in enumerate(edges) if history.fits(place, edge)]
        for place in range(len(history.required))
    }
    owner: dict[int, int] = {}

    def place_it(place: int, seen: set[int]) -> bool:
        for number in fits[place]:
            if number not in seen:
                seen.add(number)
                if number not in owner or place_it(owner[number], seen):
                    owner[number] = place
                    return True
        return False

    for place in fits:
        place_it(place, set())
    return {place: number for number, place in owner.items()}


def _score_origins(tellings: Sequence[Telling], said: Said, result: Score) -> None:
    if len(tellings[0].pages) < 2:
        return
    counted = said.origins.get(tellings[0].claim, 0)
    allowed = sorted(telling.origin_count() for telling in tellings[:-1])
    # Each retelling without a trace may be folded or not: every number between is right.
    nearest = min(max(counted, allowed[0]), allowed[-1])
    result.origins.append((counted, nearest))
    if nearest != counted:
        result.wrong.append(f"origins {tellings[0].claim} said {counted} true {allowed}")


def _score_flags(history: History, tellings: Sequence[Telling], said: Said, result: Score) -> None:
    every = [telling.flags() for telling in tellings]
    needed, allowed = frozenset.intersection(*every), frozenset.union(*every)
    unsure = _unsettled(history, tellings[0])
    raised = said.flags.get(tellings[0].claim, {})
    for code in SCORED:
        if code in unsure or (code in allowed and code not in needed):
            continue
        counts = result.flags[code]
        right = code in needed
        if code in raised:
            result.flag_odds.append((raised[code], right))
        if right and code in raised:
            counts.right += 1
        elif right or code in raised:
            counts.missed += right
            counts.wrong += not right
            result.wrong.append(f"flag {'missed' if right else 'wrong'} {code} {tellings[0].claim}")


def _unsettled(history: History, telling: Telling) -> frozenset[str]:
    """The flags that the design leaves open for a claim: few articles, dates not shown, agencies, comments alone."""
    found = set()
    if len(telling.articles) < 2 or (len(telling.pages) >= _MANY and any(p.wire for p in telling.pages)):
        found |= {"repeated_unsourced"}
    if len(telling.articles) < 2:
        found |= {"single_origin"}
    if any(page.number not in history.shown for page in telling.pages):
        found |= {"thread_born"}
    return frozenset(found)


def reader_says(history: History) -> Said:
    """What the all-knowing reader says."""
    edges = Reader(history=history).edges
    tellings = [
        Telling(world=history.world, claim=claim, edges=edges, shown=history.shown)
        for claim in history.world.claims()
    ]
    return Said(
        edges=tuple((edge, 1.0) for edge in edges),
        origins={telling.claim: telling.origin_count() for telling in tellings},
        flags={telling.claim: dict.fromkeys(telling.flags(), 1.0) for telling in tellings},
        absent=frozenset(_all_absent(history)),
    )


def _all_absent(history: History) -> Iterator[tuple[str, int]]:
    for page in history.world.pages:
        yield from ((piece.source, page.number) for piece in page.pieces() if piece.source)
        if page.wire:
            yield page.wire, page.number


def causes(result: Score) -> Counter[str]:
    """What is wrong by its first two words, for a first look."""
    return Counter(" ".join(line.split()[:3]) for line in result.wrong)


def without_words(result: Score) -> Score:
    """The figures alone."""
    return dataclasses.replace(result, wrong=[])
