"""Quality on the sample corpora, whose truth is known: ``python -m benchmarks.gold [--corpus NAME]``.

Runs the whole pipeline on each corpus of ``data/`` and holds what it finds against ``gold.json``.
"""

from __future__ import annotations

import argparse
from functools import lru_cache
from pathlib import Path

from benchmarks import gold_graph as graph
from benchmarks import gold_scores as scores
from benchmarks.gold_align import Alignment, align
from benchmarks.gold_corpus import DATA, corpora, extracted, load, predict
from benchmarks.table import Row, show

TARGETS = {
    "mention recall": 0.92,
    "mention precision": 0.88,
    "claim pair F1": 0.88,
    "attribution grade accuracy": 0.88,
    "derivation F1": 0.85,
    "origin count exact": 0.85,
    "flag F1": 0.88,
}


OF_EXTRACT = frozenset(
    {"documents found", "mention recall", "mention precision", "mention precision, listed"}
)
OF_EXTRACT |= {"attribution grade accuracy", "slot value accuracy"}
"""The figures that need neither match nor provenance."""


@lru_cache(maxsize=4)
def aligned(folder: Path, *, extract_only: bool = False) -> Alignment:
    """The gold of a corpus beside what the tool finds in it."""
    return align(load(folder), extracted(folder) if extract_only else predict(folder))


def _figures(alignment: Alignment) -> dict[str, tuple[float, str]]:
    """Each metric with a note, in the order of the table."""
    pairs, tracked = scores.pair_tally(alignment), scores.tracked_tally(alignment)
    derived = graph.edge_score(alignment)
    inner, flags = graph.of_documents(derived), graph.flag_score(alignment).tally()
    documents = len(alignment.documents) / max(1, len(alignment.gold.documents))
    beside = f"{len(alignment.findings.documents)} read, {len(alignment.gold.documents)} in the gold"
    return {
        "documents found": (documents, beside),
        "mention recall": (scores.mention_recall(alignment), ""),
        "mention precision": (scores.mention_precision(alignment), ""),
        "mention precision, listed": (
            scores.listed_precision(alignment),
            "against listed non-statements only",
        ),
        "attribution grade accuracy": (scores.grade_accuracy(alignment), "on hit mentions"),
        "slot value accuracy": (scores.slot_accuracy(alignment), "on hit mentions"),
        "claim pair F1": (pairs.f1, _both(pairs)),
        "tracked claim F1": (tracked.f1, _both(tracked)),
        "derivation F1": (derived.tally().f1, _both(derived.tally())),
        "derivation F1, documents": (inner.f1, _both(inner)),
        "origin count exact": (scores.origin_rate(alignment), "claims of two documents or more"),
        "origin count in range": (scores.origin_near(alignment), ""),
        "flag F1": (flags.f1, _both(flags)),
    }


def _both(tally: scores.Tally) -> str:
    return f"P {tally.precision:.3f} R {tally.recall:.3f}"


def rows_of(alignment: Alignment) -> list[Row]:
    """The figures of one corpus."""
    task = f"gold/{alignment.gold.name}"
    return [
        Row(task=task, metric=metric, value=round(value, 4), target=TARGETS.get(metric), note=note)
        for metric, (value, note) in _figures(alignment).items()
    ]


def code_rows(alignment: Alignment) -> list[Row]:
    """Flag F1 of each code."""
    return [
        Row(
            task=f"flags/{alignment.gold.name}",
            metric=code,
            value=round(tally.f1, 4),
            note=f"{_both(tally)} ({tally.right} right, {tally.missed} missed, {tally.extra} extra)",
        )
        for code, tally in graph.flag_score(alignment).by_code().items()
    ]


def run(data: Path) -> list[Row]:  # noqa: ARG001 - the gold stands in this repository
    """The figures of every sample corpus."""
    return [row for folder in corpora() for row in rows_of(aligned(folder))]


def main() -> None:
    """Print the figures of one corpus or of all, and of each flag."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", help="one corpus only, by folder name")
    parser.add_argument("--extract-only", action="store_true", help="mentions only, which is faster")
    given = parser.parse_args()
    for folder in corpora() if given.corpus is None else [DATA / given.corpus]:
        found = aligned(folder, extract_only=given.extract_only)
        rows = rows_of(found)
        if given.extract_only:
            show(row for row in rows if row.metric in OF_EXTRACT)
        else:
            show([*rows, *code_rows(found)])
        print()


if __name__ == "__main__":
    main()
