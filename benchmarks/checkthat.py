"""The CheckThat! 2020 task 2 files: tweets, checked claims, and which belongs to which."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus_tool.match.bank import Known, Query
from corpus_tool.models import Match


@dataclass(frozen=True, slots=True)
class Split:
    """Queries of one part, and for each the ids of the claims that answer it."""

    queries: list[Query]
    answers: dict[str, set[str]]


def known(folder: Path) -> list[Known]:
    """The 10,375 checked claims."""
    with (folder / "v3.0" / "verified_claims.docs.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t")
        return [Known(id=row[""], text=row["vclaim"], title=row["title"]) for row in rows]


def split(folder: Path, name: str) -> Split:
    """One of ``train``, ``dev``, ``test``."""
    base = folder / "test" if name == "test" else folder / "v3.0" / name
    with (base / "tweets.queries.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter="\t"))[1:]
    answers: dict[str, set[str]] = {}
    for line in (base / "tweet-vclaim-pairs.qrels").read_text(encoding="utf-8").splitlines():
        query, _, claim, relevant = line.split()
        if relevant == "1":
            answers.setdefault(query, set()).add(claim)
    return Split([Query(row[0], row[1]) for row in rows], answers)


def mean_average_precision(found: Sequence[Match], answers: dict[str, set[str]], depth: int = 5) -> float:
    """MAP at a depth as trec_eval's ``map_cut`` has it: the mean over queries that have an answer."""
    ranked: dict[str, list[str]] = {}
    for match in sorted(found, key=lambda one: (one.query_id, one.rank)):
        ranked.setdefault(match.query_id, []).append(match.known_id)
    total = 0.0
    for query, wanted in answers.items():
        hits = 0
        for place, claim in enumerate(ranked.get(query, [])[:depth], start=1):
            if claim in wanted:
                hits += 1
                total += hits / place / len(wanted)
    return total / len(answers)
