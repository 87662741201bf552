"""What became of a claim's id between two runs of one project: grown, split, merged.

A claim's id follows its lowest wording, so a group that changes may change its name. What a run
reports depends on its documents alone; how it follows from the run before is written here, in the
project file, and nowhere in the run's output. Two claims of consecutive runs are tied by the
mentions that both hold, which keep their ids as long as their document and their place stay.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Literal

from corpus_tool.models import Claim, Membership

Change = Literal["renamed", "grown", "shrunk", "split", "merged", "regrouped", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One claim of the run before, and one of this run that holds some of its mentions.

    Attributes:
        run: Number of the later run.
        change: ``split`` where the earlier claim went to several, ``merged`` where the later one came
            from several, ``regrouped`` where both are so; ``gone`` where no mention of it is left.
        before, after: Ids of the two claims; ``after`` is null for one that is gone.
        shared: How many mentions both hold.
        size_before, size_after: How many each holds.
        statement_before, statement_after: What each states.
    """

    run: int
    change: Change
    before: str
    after: str | None
    shared: int
    size_before: int
    size_after: int
    statement_before: str
    statement_after: str


@dataclass(frozen=True, slots=True)
class Held:
    """The claims of one run: what each states, and the claim that each mention belongs to first of all."""

    statements: Mapping[str, str]
    homes: Mapping[str, str]

    @classmethod
    def of(cls, claims: Iterable[Claim], memberships: Iterable[Membership]) -> Held:
        """From the findings of a run."""
        homes = {one.mention_id: one.claim_id for one in memberships if one.primary}
        return cls({claim.id: claim.statement for claim in claims}, homes)

    @classmethod
    def stored(cls, db: sqlite3.Connection) -> Held:
        """From the tables of the last run."""
        claims = db.execute("SELECT id, statement FROM claims")
        homes = db.execute("SELECT mention_id, claim_id FROM memberships WHERE [primary]")
        return cls(dict(claims.fetchall()), dict(homes.fetchall()))


def steps(before: Held, after: Held, *, run: int) -> Iterator[Step]:
    """How the claims of one run follow from those of the run before; claims that stayed give nothing."""
    sizes, grown = Counter(before.homes.values()), Counter(after.homes.values())
    shared = Counter(
        (home, after.homes[mention]) for mention, home in before.homes.items() if mention in after.homes
    )
    heirs, parents = _ties(shared), _ties((two, one) for one, two in shared)
    for one in sorted(before.statements):
        names: list[str | None] = [*sorted(heirs[one])] or [None]
        for two in names:
            both = shared[one, two] if two is not None else 0
            size = grown[two] if two is not None else 0
            if one == two and sizes[one] == both == size:
                continue
            change = _change(len(heirs[one]), len(parents[two]) if two is not None else 0, size - sizes[one])
            yield Step(
                run=run, change=change, before=one, after=two, shared=both,
                size_before=sizes[one], size_after=size, statement_before=before.statements[one],
                statement_after=after.statements.get(two, "") if two is not None else "",
            )  # fmt: skip


def _ties(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, two in pairs:
        found[one].append(two)
    return found


def _change(heirs: int, parents: int, more: int) -> Change:
    if not heirs:
        return "gone"
    if heirs > 1:
        return "regrouped" if parents > 1 else "split"
    if parents > 1:
        return "merged"
    return "grown" if more > 0 else "shrunk" if more < 0 else "renamed"


COLUMNS = tuple(one.name for one in fields(Step))


def create(db: sqlite3.Connection) -> None:
    """The table; rows are only ever added."""
    numbers = {"run", "shared", "size_before", "size_after"}
    columns = ", ".join(f"{name} {'INTEGER' if name in numbers else 'TEXT'}" for name in COLUMNS)
    db.execute(f"CREATE TABLE lineage ({columns})")
    for name in ("before", "after"):
        db.execute(f"CREATE INDEX lineage_{name} ON lineage ({name})")


def write(db: sqlite3.Connection, found: Iterable[Step]) -> None:
    """Add steps."""
    marks = ", ".join("?" for _ in COLUMNS)
    db.executemany(f"INSERT INTO lineage VALUES ({marks})", map(astuple, found))  # noqa: S608 marks only


def followed(db: sqlite3.Connection, claim_id: str) -> tuple[Step, ...]:
    """The steps that lead to a claim's id and from it, oldest first."""
    found = {*_walk(db, [claim_id], "after", "before"), *_walk(db, [claim_id], "before", "after")}
    return tuple(sorted(found, key=lambda step: (step.run, step.before, step.after or "")))


def _walk(db: sqlite3.Connection, start: Sequence[str], here: str, there: str) -> Iterator[Step]:
    """Every step that hangs on the given ids, in one direction of time.

    An id that was left behind may be borne again by another group: a step is followed only to
    later runs (or only to earlier ones).
    """
    forward = there == "after"
    waiting: list[tuple[str, int | None]] = [(one, None) for one in start]
    seen: set[tuple[str, int | None]] = set()
    while waiting:
        one, run = waiting.pop()
        if (one, run) in seen:
            continue
        seen.add((one, run))
        for row in db.execute(f"SELECT * FROM lineage WHERE {here} = ?", (one,)):  # noqa: S608 two fixed names
            step = Step(**dict(zip(COLUMNS, row, strict=True)))
            if run is not None and (step.run <= run if forward else step.run >= run):
                continue
            yield step
            onward = step.after if forward else step.before
            if onward is not None:
                waiting.append((onward, step.run))
